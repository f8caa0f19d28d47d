import type { Store } from '../../../store/store.ts';
import { TOWN_ORIGIN, type TownInternet } from './town-internet.ts';

/** A platform takes so long to remove what it is asked to. */
export const REMOVES_AFTER_MS = 30 * 60_000;

const ASKED = ['requested', 'acknowledged', 'removed', 'partly', 'reappeared'] as const;

/** The town's platforms remove, half an hour later, what they were asked to: also what was asked before a restart. */
export async function obeyRequests(store: Store, internet: TownInternet): Promise<void> {
  const rows = await store.db
    .selectFrom('takedowns as t')
    .innerJoin('posts as p', 'p.post_id', 't.post_id')
    .select(['p.url', 't.requested_at'])
    .where('p.url', 'like', `${TOWN_ORIGIN}/%`)
    .where('t.state', 'in', [...ASKED])
    .where('t.requested_at', 'is not', null)
    .execute();
  for (const { url, requested_at } of rows) internet.remove(url!, requested_at! + REMOVES_AFTER_MS);
}
