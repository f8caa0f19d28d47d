import { expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { scopeTo } from './scope-to.ts';

const file = caseFileFixture();
const to = (accounts: readonly string[], transfers: readonly string[] = []) => {
  const part = scopeTo(file, { accounts, transfers });
  if (!part.ok) throw new Error(part.problem.code);
  return part.value;
};
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

it('nothing named is the whole case', () => {
  expect(to([])).toBe(file);
});

it('a transfer comes with both ends and whoever holds them, and nothing else', () => {
  const part = to([], ['t5']);
  expect([ids(part.transfers), ids(part.accounts), ids(part.parties)]).toEqual([
    ['t5'],
    ['a4', 'a5'],
    ['c4', 'o5'],
  ]);
  expect([part.posts, part.networks, part.holds]).toEqual([[], [], []]);
  expect(part.facts.map(({ party }) => party)).toEqual(['o5']);
});

it('an account comes with the transfers that touch it', () => {
  const part = to(['a2']);
  expect(ids(part.transfers)).toEqual(['t1', 't3']);
  expect(ids(part.contacts)).toEqual(['k3']);
  expect(part.contacts[0]!.seenWith).toEqual(['a2']);
  expect(part.holds.map(({ transfer }) => transfer)).toEqual(['t3']);
});

it('an id that the case does not have is refused', () => {
  const part = scopeTo(file, { accounts: ['a2', 'a99'], transfers: [] });
  expect(part.ok ? 'ok' : part.problem).toEqual({
    code: 'QRG_PACKAGE_ACCOUNTS',
    args: { id: 'a99' },
  });
});
