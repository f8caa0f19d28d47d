/**
 * Why money may descend from something known. Kept per cause, in money and never as a probability.
 * The position is the code: append, never reorder.
 */
export const TAINTS = [
  'victim', // a payment that its payer reported as fraud
  'post', // an account named in a recruiting post
  'listed', // a person or account on a list
  'reported', // an account reported by a citizen or another bank
] as const;
export type Taint = (typeof TAINTS)[number];
