import { expect, test } from 'vitest';
import { nextThing } from './next-thing.ts';

type Known = Parameters<typeof nextThing>[0];

const may = (...kinds: string[]): Known['may'] =>
  kinds.map((kind) => ({ kind, allowed: true, code: null, detail: null })) as Known['may'];
const one = (part: Partial<Known> = {}): Known => ({
  state: 'in_work',
  assignee: { userId: 1, name: 'А. Аналитик' },
  tasks: [],
  proposals: [],
  files: [],
  facts: [],
  may: may('take', 'fact_say'),
  ...part,
});
const task = (title: string, standing: 'open' | 'overdue' | 'met', dueAt: number | null) =>
  ({ title, standing, dueAt }) as Known['tasks'][number];
const proposal = (what: 'hold' | 'close', allowed: boolean) =>
  ({
    what,
    decision: null,
    decide: { allowed, code: null, detail: null },
  }) as Known['proposals'][number];
const file = (state: 'whole' | 'changed') =>
  ({ name: 'ответ.pdf', state }) as Known['files'][number];
const fact = { withdrawnAt: null } as Known['facts'][number];

test.each([
  ['a closed case is done', one({ state: 'closed', files: [file('changed')] }), 'done'],
  [
    'evidence that changed comes before all',
    one({ files: [file('changed')], tasks: [task('a', 'overdue', 1)] }),
    'file',
  ],
  [
    'a term that passed cannot wait',
    one({ tasks: [task('a', 'overdue', 1)], proposals: [proposal('hold', true)] }),
    'overdue',
  ],
  [
    'a decision that is asked of me',
    one({ proposals: [proposal('close', false), proposal('hold', true)] }),
    'decide',
  ],
  ['nobody works on it', one({ assignee: null }), 'take'],
  ['nobody works on it, and I may not', one({ assignee: null, may: [] }), 'close'],
  ['another person is to decide', one({ proposals: [proposal('hold', false)] }), 'waitsDecision'],
  ['nothing is known of the acts', one({ files: [file('whole')] }), 'fact'],
  ['all is done', one({ facts: [fact], tasks: [task('a', 'met', 1)] }), 'close'],
] as const)('%s', (_, known, kind) => {
  expect(nextThing(known).kind).toBe(kind);
});

test('of open tasks the one that is due first; those without a term come last', () => {
  const tasks = [task('whenever', 'open', null), task('later', 'open', 9), task('soon', 'open', 5)];
  expect(nextThing(one({ tasks }))).toMatchObject({ kind: 'task', title: 'soon', dueAt: 5 });
});
