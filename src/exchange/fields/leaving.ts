/** Kinds of element of a case that a package is made of. */
export const LEAVING_ELEMENTS = [
  'case',
  'sender',
  'party',
  'account',
  'transfer',
  'post',
  'contact',
  'signal',
  'network',
  'hold',
  'fact',
] as const;
export type LeavingElement = (typeof LEAVING_ELEMENTS)[number];

export const LEAVING_WHYS = ['needed', 'chosen'] as const;
export type LeavingWhy = (typeof LEAVING_WHYS)[number];

/** Why an element of another house stays. */
export const WITHHELD_WHYS = [
  'red', // for the named reader alone
  'strict', // within our own house
  'not_named', // amber, and one of the partners is not named
] as const;
export type WithheldWhy = (typeof WITHHELD_WHYS)[number];
