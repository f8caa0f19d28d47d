/** What of the requests somebody wants to see; stands in the address. */
export interface TakedownFilter {
  readonly channel?: string;
  readonly overdue?: true;
  /** Those that were taken back, too. */
  readonly withdrawn?: true;
}

const isOn = (value: unknown): boolean => value === true || value === 'true';

/** The filter of an address; whatever it cannot mean is left out. */
export function parseTakedownFilter(search: Record<string, unknown>): TakedownFilter {
  const channel = String(search.channel ?? '');
  return {
    ...(/^[a-z][a-z0-9_]{0,63}$/.test(channel) && { channel }),
    ...(isOn(search.overdue) && { overdue: true as const }),
    ...(isOn(search.withdrawn) && { withdrawn: true as const }),
  };
}
