/** Where money is followed from, and how; stands in the address. */
export interface TraceStart {
  /** Place of the transfer among all facts; or an account. */
  readonly transfer?: number;
  readonly account?: number;
  readonly direction: 'down' | 'up';
  readonly hops?: number;
  /** Minor units. */
  readonly floor?: number;
}

const HOPS_MOST = 8;

export function parseTrace(search: Record<string, unknown>): TraceStart {
  const transfer = whole(search.transfer, 1, Number.MAX_SAFE_INTEGER);
  const account = whole(search.account, 0, 2 ** 31 - 1);
  const hops = whole(search.hops, 1, HOPS_MOST);
  const floor = whole(search.floor, 1, Number.MAX_SAFE_INTEGER);
  return {
    ...(transfer !== undefined && { transfer }),
    ...(transfer === undefined && account !== undefined && { account }),
    direction: search.direction === 'up' ? 'up' : 'down',
    ...(hops !== undefined && { hops }),
    ...(floor !== undefined && { floor }),
  };
}

function whole(value: unknown, least: number, most: number): number | undefined {
  if (value === undefined || value === '' || value === null) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= least && number <= most ? number : undefined;
}

/** The same as the API asks it. */
export const traceQuery = ({ transfer, account, direction, hops, floor }: TraceStart) => ({
  ...(transfer !== undefined ? { transfer } : { account: account ?? 0 }),
  direction,
  ...(hops !== undefined && { hops }),
  ...(floor !== undefined && { floorMinor: floor }),
});
