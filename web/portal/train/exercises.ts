/** Names that stand in an address where else the id of a scene stands. */
export const EXERCISES = { eye: 'name-it', booster: 'refresh' } as const;
