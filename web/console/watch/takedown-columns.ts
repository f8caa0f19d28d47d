import type { Takedown } from '../api.ts';

/** Columns of the board, in the order in which a request goes; those that want somebody's hand stand first. */
export const TAKEDOWN_COLUMNS = [
  { id: 'draft', states: ['triaged'] },
  { id: 'sealed', states: ['sealed'] },
  { id: 'asked', states: ['requested', 'acknowledged'] },
  { id: 'back', states: ['reappeared'] },
  { id: 'refused', states: ['refused', 'partly'] },
  { id: 'removed', states: ['removed'] },
  { id: 'withdrawn', states: ['withdrawn'] },
] as const satisfies readonly { id: string; states: readonly Takedown['state'][] }[];

export type TakedownColumn = (typeof TAKEDOWN_COLUMNS)[number];

/** The nearest moment that something is due. */
export function dueOf({ answerDueAt, nextCheckAt }: Takedown): number | null {
  if (answerDueAt === null || nextCheckAt === null) return answerDueAt ?? nextCheckAt;
  return Math.min(answerDueAt, nextCheckAt);
}

/** Overdue first, the longest overdue at the top; then what is due next; what waits for nothing stands last, the newest first. */
export function byUrgency(takedowns: readonly Takedown[]): Takedown[] {
  const due = (takedown: Takedown): number => dueOf(takedown) ?? Number.MAX_SAFE_INTEGER;
  return takedowns.toSorted(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) || due(a) - due(b) || b.takedownId - a.takedownId,
  );
}
