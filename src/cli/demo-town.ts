/** The town of `npm run case`: always the same one, small enough to be there in a few seconds. */
export const DEMO_TOWN = { seed: 16, days: 60, people: 2000 } as const;
