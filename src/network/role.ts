/** What an account does in a network. */
export const ROLES = ['victim', 'collector', 'transit', 'cashout', 'organiser', 'none'] as const;
export type Role = (typeof ROLES)[number];
