/** What may change a rating. Every rating keeps the one that caused it. */
export const REVIEW_EVENTS = [
  'told', // the customer was told for the first time, or again with other facts
  'list', // a list changed, or a hit was decided on
  'links', // somebody else came or went who has the same phone, device, address or IP
  'flow', // money through the accounts
  'parameters', // the parameters themselves
  'period', // the term of the last look ran out
  'person', // a person asked for it
] as const;
export type ReviewEvent = (typeof REVIEW_EVENTS)[number];
