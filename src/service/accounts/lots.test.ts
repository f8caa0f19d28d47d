import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkMoves, lotOf, type Move } from './lots.ts';

const ACCOUNT = 1;
const names = { accountName: (account: number) => `a${account}` };

/** Money that comes to the account and leaves it, a minute apart. */
const histories = fc
  .array(
    fc.record({
      isIn: fc.boolean(),
      other: fc.integer({ min: 2, max: 5 }),
      amountMinor: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((told) =>
    told.map(
      ({ isIn, other, amountMinor }, i): Move => ({
        seq: i + 1,
        at: i * 60_000,
        payer: isIn ? other : ACCOUNT,
        payee: isIn ? ACCOUNT : other,
        amountMinor,
      }),
    ),
  );

/** The account as a row of single coins, each with the sum it came with; the oldest is paid first. */
function coinByCoin(moves: readonly Move[]): Map<number, Map<number, number>> {
  const coins: number[] = [];
  const left = new Map<number, Map<number, number>>();
  for (const move of moves) {
    if (move.payee === ACCOUNT) {
      left.set(move.seq, new Map());
      for (let n = 0; n < move.amountMinor; n++) coins.push(move.seq);
      continue;
    }
    for (const credit of coins.splice(0, move.amountMinor)) {
      const by = left.get(credit);
      by?.set(move.seq, (by.get(move.seq) ?? 0) + 1);
    }
  }
  return left;
}

test('a sum goes on as if every coin of it was followed', () => {
  fc.assert(
    fc.property(histories, (moves) => {
      const links = linkMoves(moves);
      const coins = coinByCoin(moves);
      moves.forEach((move, i) => {
        if (move.payee !== ACCOUNT) return;
        const lot = lotOf(moves, links, i, names);
        const gone = coins.get(move.seq) ?? new Map();
        const all = [...gone.values()].reduce((sum, n) => sum + n, 0);
        expect(lot.restMinor).toBe(move.amountMinor - all);
        expect(lot.parts.map(({ seq, amountMinor }) => [seq, amountMinor])).toEqual(
          [...gone].slice(0, 20),
        );
        expect(lot.more.parts).toBe(Math.max(0, gone.size - 20));
        for (const part of lot.parts) {
          expect(part.heldMs).toBe((part.seq - move.seq) * 60_000);
          expect(part.to.ref).toBe(moves[part.seq - 1].payee);
        }
        const held = [...gone].reduce((sum, [seq, n]) => sum + (seq - move.seq) * 60_000 * n, 0);
        const { hourMinor, dayMinor, laterMinor } = lot.left;
        expect(hourMinor + dayMinor + laterMinor).toBe(all);
        if (all === 0) expect(lot.heldMs).toBeNull();
        else expect(Math.abs((lot.heldMs ?? 0) - held / all)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('a wage that is spent in many purchases tells the first of them and counts the rest', () => {
  const wage: Move = { seq: 1, at: 0, payer: 2, payee: ACCOUNT, amountMinor: 100 };
  const purchases = Array.from(
    { length: 30 },
    (_, i): Move => ({ seq: i + 2, at: i + 1, payer: ACCOUNT, payee: 3, amountMinor: 2 }),
  );
  const moves = [wage, ...purchases];
  const lot = lotOf(moves, linkMoves(moves), 0, names);
  expect(lot.parts).toHaveLength(20);
  expect(lot).toMatchObject({ restMinor: 40, more: { parts: 10, minor: 20 } });
});

test('what left is told by how soon', () => {
  const hour = 3_600_000;
  const paid = (seq: number, at: number, amountMinor: number): Move => ({
    ...{ seq, at, amountMinor },
    ...{ payer: ACCOUNT, payee: 3 },
  });
  const moves = [
    { seq: 1, at: 0, payer: 2, payee: ACCOUNT, amountMinor: 100 },
    ...[paid(2, 0, 1), paid(3, hour, 2), paid(4, hour + 1, 4), paid(5, 24 * hour + 1, 8)],
  ];
  expect(lotOf(moves, linkMoves(moves), 0, names).left).toEqual({
    hourMinor: 3,
    dayMinor: 4,
    laterMinor: 8,
  });
});
