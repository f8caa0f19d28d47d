import type { Case, CaseAct } from '../../../src/client/cases.ts';

/** What a person wants to change: an act, or the name and mark of the case. */
export type Change =
  | { readonly type: 'act'; readonly act: CaseAct }
  | {
      readonly type: 'edit';
      readonly edit: {
        readonly title?: string;
        readonly tlp?: Case['tlp'];
        readonly reason?: string;
      };
    };

export const nameOfChange = (change: Change): CaseAct['kind'] | 'title' | 'tlp' => {
  if (change.type === 'act') return change.act.kind;
  return change.edit.title !== undefined ? 'title' : 'tlp';
};

/** What somebody wrote into the change, in the order in which it is worth reading; numbers of things say nothing. */
const WORDS = ['title', 'tlp', 'note', 'why', 'reason'] as const;

export function wordsOfChange(change: Change): string[] {
  const told: Record<string, unknown> =
    change.type === 'act' ? { ...change.act } : { ...change.edit };
  return WORDS.flatMap((name) => {
    const value = told[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}
