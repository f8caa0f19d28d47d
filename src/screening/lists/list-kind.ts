/** What a list is for. `events` and `attempts` are the two bases of the anti-fraud centre. */
export const LIST_KINDS = [
  'events', // confirmed incidents, anti-fraud centre
  'attempts', // attempts, anti-fraud centre
  'dropper', // droppers known to a bank or to the FIU
  'sanctions', // UN consolidated list and the like
  'terror', // national list of persons tied to terrorism
  'cooperating_bank', // signals of another bank
  'internal', // whatever else an institution watches
  'pep', // public officials, their families and associates
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/**
 * The bank or payment organisation that lets money through to a beneficiary who stands in this kind of list at that
 * moment pays it back: the base of events, not of attempts. Payments law 11-VI, art. 25-1(7), edition 25.08.2026.
 */
export const hasRefundDuty = (kind: ListKind): boolean => kind === 'events';

/**
 * Whether a person's word that a hit is none counts in decisions. It does for what banks say of people. The bases of the
 * anti-fraud centre, sanctions and the list of terror bind by law: whoever is taken for another there has the entry
 * corrected at its source.
 */
export const isJudged = (kind: ListKind): boolean =>
  kind === 'dropper' || kind === 'cooperating_bank' || kind === 'internal' || kind === 'pep';

/** Public office is a fact of a customer, not of the money: such a list has no word in decisions on transfers. */
export const watchesMoney = (kind: ListKind): boolean => kind !== 'pep';

/**
 * Lists that name people and organisations. The bases of the anti-fraud centre and the signals of other banks go by numbers:
 * a name in them is a remark beside one.
 */
export const goesByName = (kind: ListKind): boolean =>
  kind === 'sanctions' ||
  kind === 'terror' ||
  kind === 'pep' ||
  kind === 'dropper' ||
  kind === 'internal';
