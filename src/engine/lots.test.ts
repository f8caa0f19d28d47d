import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TAINTS } from '../domain/taint.ts';
import { Accounts } from './accounts.ts';
import { F } from './layout.ts';
import { LOTS_MAX, Lots } from './lots.ts';
import { emptyProvenance, originsOf, type Provenance, resetProvenance } from './provenance.ts';

const HOUR = 3_600_000;

interface Payment {
  from: number;
  to: number;
  amountMinor: number;
  gapMs: number;
  taint: number;
}

const payments = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 5 }),
    to: fc.integer({ min: 0, max: 5 }),
    amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
    gapMs: fc.integer({ min: 0, max: 20 * HOUR }),
    taint: fc.integer({ min: -6, max: TAINTS.length - 1 }),
  }),
  { maxLength: 200 },
);

/** Drives a set of accounts and hands every debit's provenance to `check`. */
function run(list: Payment[], check: (p: Provenance, payment: Payment, at: number) => void): Lots {
  const accounts = new Accounts();
  accounts.ensure(5);
  const lots = new Lots(accounts);
  const p = emptyProvenance();
  let at = 0;
  for (const payment of list) {
    at += payment.gapMs;
    resetProvenance(p, payment.amountMinor);
    lots.debit(payment.from, at, p, true);
    if (payment.taint >= 0) p.taintMinor[payment.taint] = payment.amountMinor;
    check(p, payment, at);
    lots.credit(payment.to, at, p, false);
  }
  return lots;
}

test('money in lots = credits - known part of debits, whatever merges', () => {
  fc.assert(
    fc.property(payments, (list) => {
      const expected = new Map<number, number>();
      const lots = run(list, (p, { from, to, amountMinor }) => {
        expected.set(from, (expected.get(from) ?? 0) - p.knownMinor);
        expected.set(to, (expected.get(to) ?? 0) + amountMinor);
      });
      for (const [account, balance] of expected) {
        expect(lots.balance(account)).toBe(balance);
        expect(lots.count(account)).toBeLessThanOrEqual(LOTS_MAX);
      }
    }),
  );
});

test('taint never exceeds the amount, of a debit or of a lot, and is never lost inside accounts', () => {
  fc.assert(
    fc.property(payments, (list) => {
      const tainted = TAINTS.map(() => 0);
      const lots = run(list, (p, payment) => {
        for (let c = 0; c < TAINTS.length; c++) {
          expect(p.taintMinor[c]).toBeGreaterThanOrEqual(0);
          expect(p.taintMinor[c]).toBeLessThanOrEqual(p.amountMinor);
          if (payment.taint !== c) continue;
          tainted[c] += p.amountMinor;
        }
      });
      const held = TAINTS.map(() => 0);
      for (let account = 0; account <= 5; account++)
        lots.each(account, (amountMinor, _at, _hops, taintMinor) => {
          for (let c = 0; c < TAINTS.length; c++) {
            expect(taintMinor[c]).toBeLessThanOrEqual(amountMinor);
            held[c] += taintMinor[c];
          }
        });
      for (let c = 0; c < TAINTS.length; c++) expect(held[c]).toBeLessThanOrEqual(tainted[c]);
    }),
  );
});

test('while an account keeps all its lots, a debit is exactly first in, first out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: LOTS_MAX }),
      fc.nat(20_000),
      (credits, amount) => {
        const accounts = new Accounts();
        accounts.ensure(1);
        const lots = new Lots(accounts);
        const p = emptyProvenance();
        credits.forEach((amountMinor, i) => {
          resetProvenance(p, amountMinor);
          lots.credit(1, i * HOUR, p, false);
        });
        const at = credits.length * HOUR;
        resetProvenance(p, amount + 1);
        lots.debit(1, at, p, true);
        let left = amount + 1;
        let heldMsMinor = 0;
        let quickMinor = 0;
        credits.forEach((have, i) => {
          const take = Math.min(have, left);
          left -= take;
          heldMsMinor += take * (at - i * HOUR);
          if (at - i * HOUR <= HOUR) quickMinor += take;
        });
        expect(p.knownMinor).toBe(amount + 1 - left);
        expect(p.heldMsMinor).toBe(heldMsMinor);
        expect(p.heldMinor[2]).toBe(quickMinor);
      },
    ),
  );
});

test('hops count quick hand-overs and start again after a long rest', () => {
  const accounts = new Accounts();
  accounts.ensure(4);
  const lots = new Lots(accounts);
  const p = emptyProvenance();
  const pay = (from: number, to: number, at: number) => {
    resetProvenance(p, 100);
    lots.debit(from, at, p, true);
    lots.credit(to, at, p, false);
    return p.hops;
  };
  expect(pay(0, 1, 0)).toBe(0);
  expect(pay(1, 2, HOUR)).toBe(1);
  expect(pay(2, 3, 2 * HOUR)).toBe(2);
  expect(pay(3, 4, 72 * HOUR)).toBe(0);
});

test('origins count those who first paid, through any number of quick hands', () => {
  const accounts = new Accounts();
  accounts.ensure(200);
  const lots = new Lots(accounts);
  const p = emptyProvenance();
  for (let payer = 10; payer < 24; payer++) {
    resetProvenance(p, 1000);
    lots.debit(payer, payer, p, true);
    lots.credit(1, payer, p, false);
  }
  resetProvenance(p, 14_000);
  lots.debit(1, 100, p, true);
  lots.credit(2, 100, p, false);
  resetProvenance(p, 14_000);
  lots.debit(2, 200, p, true);
  expect(originsOf(p)).toBeGreaterThanOrEqual(12);
  expect(originsOf(p)).toBeLessThanOrEqual(16);
});

test("wages are the account's own: passing them on at once is no hand-over", () => {
  const accounts = new Accounts();
  accounts.ensure(2);
  const lots = new Lots(accounts);
  const p = emptyProvenance();
  resetProvenance(p, 100);
  lots.credit(1, 0, p, true);
  resetProvenance(p, 100);
  lots.debit(1, 60_000, p, true);
  expect(p).toMatchObject({ knownMinor: 100, hops: 0, heldMinor: [0, 0, 0, 0] });
  expect(originsOf(p)).toBe(1);
  expect(accounts.f64(1, F.dwell)).toBe(0);
});

test('the dwell histogram holds every known minor unit that was paid on', () => {
  fc.assert(
    fc.property(payments, (list) => {
      const accounts = new Accounts();
      accounts.ensure(5);
      const lots = new Lots(accounts);
      const p = emptyProvenance();
      const known = new Array(6).fill(0);
      let at = 0;
      for (const { from, to, amountMinor, gapMs } of list) {
        at += gapMs;
        resetProvenance(p, amountMinor);
        lots.debit(from, at, p, true);
        known[from] += p.knownMinor;
        lots.credit(to, at, p, false);
      }
      for (let a = 0; a <= 5; a++) {
        const base = accounts.f64Base(a) + F.dwell;
        const slots = accounts.page(a).f64.slice(base, base + 8);
        expect(slots.reduce((x, y) => x + y, 0)).toBe(known[a]);
      }
    }),
  );
});
