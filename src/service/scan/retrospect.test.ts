import { expect, test } from 'vitest';
import type { TransferBatch } from '../../domain/transfer.ts';
import { createVerdictBatch, type VerdictBatch } from '../../engine/engine.ts';
import type { Network } from '../../network/model.ts';
import { Hindsight, LookedBack } from './retrospect.ts';

const REVIEW = 45;
const HOLD = 80;
const DAY = 86_400_000;
const verdictOf = (score: number): number => (score >= HOLD ? 2 : score >= REVIEW ? 1 : 0);

/** A network of the payment 1 -> 2, at work from day 10 to day 20. */
function network(certainty: number): Network {
  const edge = { from: 1, to: 2, amountMinor: 1, count: 1, firstAt: 10 * DAY, lastAt: 20 * DAY };
  return {
    rank: 1,
    certainty,
    harmMinor: 1,
    from: 10 * DAY,
    to: 20 * DAY,
    members: [],
    edges: [edge],
    typologies: [],
    commonSink: null,
  };
}

const hindsight = (certainty: number): Hindsight =>
  new Hindsight([network(certainty)], new Map([[2, certainty]]), verdictOf);

/** Payments as [day, payer, payee], with what was said of each as it came; -1 is a repeat. */
function rows(list: readonly (readonly [number, number, number])[], said: readonly number[]) {
  const n = list.length;
  const batch: TransferBatch = {
    count: n,
    at: new Float64Array(n),
    payer: new Uint32Array(n),
    payee: new Uint32Array(n),
    amountMinor: new Float64Array(n).fill(1),
    channel: new Uint8Array(n),
    purpose: new Uint8Array(n),
    device: new Uint32Array(n),
    idBytes: new Uint8Array(0),
    idEnd: new Uint32Array(n),
    file: new Uint32Array(n),
    line: new Float64Array(n),
  };
  const arrival: VerdictBatch = createVerdictBatch(n);
  list.forEach(([day, payer, payee], i) => {
    batch.at[i] = day * DAY;
    batch.payer[i] = payer;
    batch.payee[i] = payee;
    arrival.score[i] = said[i];
  });
  return { batch, arrival };
}

function look(
  by: Pick<Hindsight, 'look'>,
  { batch, arrival }: ReturnType<typeof rows>,
): [number[], number[]] {
  const into = { score: new Float32Array(batch.count), verdict: new Uint8Array(batch.count) };
  by.look(batch, arrival, into);
  return [[...into.score], [...into.verdict]];
}

test('a network lifts its payments in its time, and no others', () => {
  const list = rows(
    [
      [15, 1, 2],
      [25, 1, 2],
      [15, 2, 1],
      [15, 1, 2],
    ],
    [10, 10, 10, -1],
  );
  const [score] = look(hindsight(90), list);
  expect(score).toEqual([90, 10, 10, 0]);
});

test('beside a model only networks stand that are sure enough to hold', () => {
  const list = rows(
    [
      [15, 1, 2],
      [15, 3, 4],
    ],
    [0, 0],
  );
  const learned = Float32Array.of(5, 60);
  const sure = new LookedBack(learned, hindsight(HOLD), HOLD, verdictOf);
  expect(look(sure, list)).toEqual([
    [HOLD, 60],
    [2, 1],
  ]);
  const unsure = new LookedBack(learned, hindsight(HOLD - 1), HOLD, verdictOf);
  expect(look(unsure, list)).toEqual([
    [5, 60],
    [0, 1],
  ]);
});

test('a repeat takes no word of the model, and what was said at arrival is not kept', () => {
  const list = rows(
    [
      [1, 5, 6],
      [1, 5, 6],
      [1, 7, 8],
    ],
    [90, -1, 90],
  );
  const looked = new LookedBack(Float32Array.of(3, 50), hindsight(0), HOLD, verdictOf);
  expect(look(looked, list)[0]).toEqual([3, 0, 50]);
});
