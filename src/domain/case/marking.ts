/**
 * Traffic Light Protocol 2.0 (FIRST, August 2022), strictest first: `red` for the named reader alone, `amber+strict` within
 * the reader's organisation, `amber` also for its clients who need to know, `green` within the community, `clear` for all.
 */
export const TLP = ['red', 'amber+strict', 'amber', 'green', 'clear'] as const;
export type Tlp = (typeof TLP)[number];

/** The stricter of two. */
export const stricter = (a: Tlp, b: Tlp): Tlp => (TLP.indexOf(a) <= TLP.indexOf(b) ? a : b);

/** Where an element of a case came from; our own facts have none. */
export interface Origin {
  /** The package that brought it. */
  readonly packageId: number;
  /** Who sent it, as the package says. */
  readonly from: string;
  readonly tlp: Tlp;
  /** Codes of partners it may go on to, besides the reader's own house; of meaning for amber and amber+strict. */
  readonly namedTo: readonly string[];
}
