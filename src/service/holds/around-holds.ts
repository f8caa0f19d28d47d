import type { Store } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { HoldView } from './hold-view.ts';

/** What a list of holds needs beside the holds: names of the people who acted, and when the transfers were. */
export interface AroundHolds {
  /** By user id. */
  readonly people: ReadonlyMap<number, string>;
  /** Moment of a transfer by its seq, as far as the reader may see it. */
  readonly transferAt: ReadonlyMap<number, number>;
}

export async function aroundHolds(
  store: Store,
  principal: Principal,
  holds: readonly HoldView[],
): Promise<AroundHolds> {
  const users = new Set(
    holds.flatMap(({ placedBy, releaseAskedBy }) =>
      [placedBy, releaseAskedBy].filter((id) => id !== null),
    ),
  );
  const seqs = [...new Set(holds.map(({ transferSeq }) => transferSeq))];
  const transfers =
    seqs.length === 0
      ? []
      : await store.read(scopeOf(principal), (trx) =>
          trx.selectFrom('transfers').select(['seq', 'at']).where('seq', 'in', seqs).execute(),
        );
  return {
    people: await peopleBy(store, [...users]),
    transferAt: new Map(transfers.map(({ seq, at }) => [seq, at])),
  };
}

async function peopleBy(
  { db }: Store,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('users')
    .select(['user_id', 'name'])
    .where('user_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.name]));
}
