/** What of the alerts somebody wants to see; stands in the address, so that a link opens as it was sent. */
export interface AlertFilter {
  /** Left out: those that want work, open or in work. */
  readonly status?: 'open' | 'in_work' | 'closed' | 'all';
  /** This verdict or a graver one. */
  readonly verdict?: 'review' | 'hold';
  readonly least?: number;
  readonly mine?: true;
  /** Left out: gravest first. */
  readonly order?: 'newest';
}

const STATUSES = ['open', 'in_work', 'closed', 'all'] as const;
const VERDICTS = ['review', 'hold'] as const;

const oneOf = <T extends string>(words: readonly T[], word: unknown): T | undefined =>
  words.find((one) => one === word);

/** The filter of an address; whatever it cannot mean is left out. */
export function parseAlertFilter(search: Record<string, unknown>): AlertFilter {
  const status = oneOf(STATUSES, search.status);
  const verdict = oneOf(VERDICTS, search.verdict);
  const least = Number(search.least);
  return {
    ...(status !== undefined && { status }),
    ...(verdict !== undefined && { verdict }),
    ...(least > 0 && least <= 100 && { least }),
    ...((search.mine === true || search.mine === 'true') && { mine: true as const }),
    ...(search.order === 'newest' && { order: 'newest' as const }),
  };
}

const STATUS_QUERY = {
  open: ['open'],
  in_work: ['in_work'],
  closed: ['closed'],
  all: undefined,
} as const;

const WAITING = ['open', 'in_work'] as const;

/** The same as the API asks it. */
export function queryOf({ status, verdict, least, mine, order }: AlertFilter) {
  const asked = status === undefined ? WAITING : STATUS_QUERY[status];
  return {
    ...(asked !== undefined && { status: asked }),
    ...(verdict !== undefined && { verdict }),
    ...(least !== undefined && { scoreLeast: least }),
    ...(mine && { assignee: 'me' as const }),
    order: order ?? ('score' as const),
  };
}

/** Same filter without one of its parts, or with another value of it: what a form sets is `undefined` when it is taken away. */
export function withPart(
  filter: AlertFilter,
  part: { [K in keyof AlertFilter]?: AlertFilter[K] | undefined },
): AlertFilter {
  return parseAlertFilter({ ...filter, ...part });
}
