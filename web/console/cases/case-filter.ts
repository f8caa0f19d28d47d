import { CASE_STATES, type CaseState } from '../../../src/domain/case/case-file.ts';

/** What of the cases somebody wants to see; stands in the address, so that a link opens as it was sent. */
export interface CaseFilter {
  /** Left out: those that are not closed. */
  readonly state?: CaseState | 'all';
  readonly who?: 'me' | 'nobody';
  readonly due?: 'overdue' | 'today';
  /** Left out: by priority. */
  readonly order?: 'due' | 'newest';
  readonly q?: string;
}

const WHO = ['me', 'nobody'] as const;
const DUE = ['overdue', 'today'] as const;
const ORDERS = ['due', 'newest'] as const;
/** As the service takes it. */
const WORDS_MOST = 120;

const oneOf = <T extends string>(words: readonly T[], word: unknown): T | undefined =>
  words.find((one) => one === word);

/** The filter of an address; whatever it cannot mean is left out. */
export function parseCaseFilter(search: Record<string, unknown>): CaseFilter {
  const state = oneOf([...CASE_STATES, 'all'], search.state);
  const who = oneOf(WHO, search.who);
  const due = oneOf(DUE, search.due);
  const order = oneOf(ORDERS, search.order);
  const q = String(search.q ?? '').slice(0, WORDS_MOST);
  return {
    ...(state !== undefined && { state }),
    ...(who !== undefined && { who }),
    ...(due !== undefined && { due }),
    ...(order !== undefined && { order }),
    ...(q.trim() !== '' && { q }),
  };
}

/** The same as the service asks it. */
export function caseQuery({ state, who, due, order, q }: CaseFilter) {
  return {
    ...(state !== undefined && { state: state === 'all' ? CASE_STATES : [state] }),
    ...(who !== undefined && { assignee: who }),
    ...(due !== undefined && { due }),
    ...(q !== undefined && { q: q.trim() }),
    order: order ?? ('priority' as const),
  };
}

/** Same filter with another value of one of its parts; `undefined` takes it away. */
export const withPart = (
  filter: CaseFilter,
  part: { [K in keyof CaseFilter]?: CaseFilter[K] | '' | undefined },
): CaseFilter => parseCaseFilter({ ...filter, ...part });

/** Parts of the page of a case, in their order. */
export const CASE_TABS = [
  'overview',
  'timeline',
  'money',
  'people',
  'tasks',
  'files',
  'law',
  'exchange',
  'history',
] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export interface CasePart {
  readonly tab?: CaseTab;
  /** A node of the money picture. */
  readonly node?: string;
  /** Nodes of the picture that are expanded, parted by commas: a link shows what its sender saw. */
  readonly expand?: string;
}

const NODE = /^[a-z]{1,2}\d{1,15}$/;
/** As the service takes them. */
export const EXPANDED_MOST = 100;

export const expandedOf = ({ expand }: CasePart): readonly string[] =>
  expand === undefined ? [] : expand.split(',');

export function parseCasePart(search: Record<string, unknown>): CasePart {
  const tab = oneOf(CASE_TABS, search.tab);
  const node = String(search.node ?? '');
  const expand = String(search.expand ?? '')
    .split(',')
    .filter((id) => NODE.test(id))
    .slice(0, EXPANDED_MOST);
  return {
    ...(tab !== undefined && tab !== 'overview' && { tab }),
    ...(NODE.test(node) && { node }),
    ...(expand.length > 0 && { expand: expand.join(',') }),
  };
}
