type Args = Readonly<Record<string, string | number>>;

/**
 * Stands in for the catalogue of errors (100 kB of the wire) where the portal reads contacts: what is no phone and no name is only
 * left out there, and nobody reads why. Messages of the service come with its answers.
 */
export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const fail = (code: string, args: Args = {}) =>
  ({ ok: false, problem: { code, args } }) as const;
