/** Which law somebody looks at, and of which day; with two days, what differs. Stands in the address. */
export interface LawLook {
  readonly country?: string;
  /** 'YYYY-MM-DD'; today when not said. */
  readonly on?: string;
  /** The later of two days that are compared; `on` is the earlier. */
  readonly to?: string;
}

const DAY = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** The look of an address; whatever it cannot mean is left out. */
export function parseLawLook(search: Record<string, unknown>): LawLook {
  const { country, on, to } = search;
  const day = (told: unknown): told is string => DAY.test(String(told ?? ''));
  return {
    ...(/^[A-Z]{2}$/.test(String(country ?? '')) && { country: String(country) }),
    ...(day(on) && { on }),
    ...(day(to) && day(on) && { to }),
  };
}
