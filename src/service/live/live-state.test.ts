import { describe, expect, test } from 'vitest';
import { MARK_SHIFT, U } from '../../engine/layout.ts';
import { loadRuleset } from '../ruleset.ts';
import { decodeFacts, encodeFacts, type Fact } from './fact.ts';
import { townFacts } from './facts.fixture.ts';
import { LiveState } from './live-state.ts';

const ruleset = await loadRuleset();
const options = { ruleset, currency: 'KZT' };

function take(state: LiveState, facts: Iterable<Fact>): number[] {
  const scores: number[] = [];
  for (const fact of facts)
    if (fact.kind === 'transfer') scores.push(state.judge(fact).score);
    else state.tell(fact);
  return scores;
}

const facts = [...townFacts(7)];
const extra: Fact[] = [
  { kind: 'learn', account: 3, facts: { ownerKind: 'person', contacts: ['+77010000000'] } },
  { kind: 'mark', account: 5, cause: 'listed' },
];
const takenBack: Fact = { kind: 'unmark', account: 5, cause: 'listed' };
const all = [
  ...facts.slice(0, 900),
  ...extra,
  ...facts.slice(900, 1_200),
  takenBack,
  ...facts.slice(1_200),
];

describe('the state of the decision service', () => {
  test('the same facts give the same state, byte for byte', () => {
    const [one, other] = [new LiveState(options), new LiveState(options)];
    const scores = take(one, all);
    expect(take(other, all)).toEqual(scores);
    expect(other.digest()).toBe(one.digest());
    expect(one.seq).toBe(all.length);
  });

  test.each([0, 1, 902, 1_500])('saved after %i facts it goes on as if never stopped', (cut) => {
    const straight = new LiveState(options);
    const before = take(straight, all.slice(0, cut));
    const stopped = new LiveState(options);
    expect(take(stopped, all.slice(0, cut))).toEqual(before);
    const restored = LiveState.restore(options, Buffer.concat(stopped.save()));
    if (!restored.ok) throw new Error(restored.problem.code);
    expect(take(restored.value, all.slice(cut))).toEqual(take(straight, all.slice(cut)));
    expect(restored.value.digest()).toBe(straight.digest());
  });

  test('facts come back from the journal as they went in', () => {
    const told: Fact[] = [{ kind: 'engine', fingerprint: 'f' }, ...all];
    expect(decodeFacts(encodeFacts(told))).toEqual(told);
  });

  test('a state saved under other rules is refused, a torn one too', () => {
    const state = new LiveState(options);
    take(state, facts.slice(0, 50));
    const bytes = Buffer.concat(state.save());
    const other = LiveState.restore({ ...options, currency: 'USD' }, bytes);
    expect(other.ok ? '' : other.problem.code).toBe('QRG_SNAPSHOT_OTHER_ENGINE');
    for (const torn of [bytes.subarray(0, 7), bytes.subarray(0, -1), Buffer.alloc(0)]) {
      const read = LiveState.restore(options, torn);
      expect(read.ok ? '' : read.problem.code).toBe('QRG_SNAPSHOT_DAMAGED');
    }
  });

  test('a mark that is taken back is one no more, from there on', () => {
    const marked = new LiveState(options);
    take(marked, all.slice(0, 1_202));
    const digest = marked.digest();
    marked.tell(takenBack);
    expect(marked.digest()).not.toBe(digest);
    const { accounts } = marked.engine.ledger;
    expect(accounts.u32(5, U.flags) >>> MARK_SHIFT).toBe(0);
  });

  test('an id that was taken in may be known, one that was not is not', () => {
    const state = new LiveState(options);
    take(state, facts);
    const [known] = facts.filter((fact) => fact.kind === 'transfer');
    expect(state.mayKnow(1, known.id, known.at, 0)).toBe(true);
    expect(state.mayKnow(2, known.id, known.at, 0)).toBe(false);
    expect(state.mayKnow(1, 'never', known.at, 0)).toBe(false);
  });

  test('a journal that gives an account another number is not this state', () => {
    const state = new LiveState(options);
    expect(() => state.tell({ kind: 'account', account: 4, name: 'x', institutionId: 1 })).toThrow(
      /number 0/,
    );
  });
});
