import type { HoldDeps } from './deps.ts';
import { readHold } from './hold-row.ts';
import { viewOf } from './hold-view.ts';

/** The hold of a transfer, as the reply to the decision tells it. */
export interface HoldOfTransfer {
  readonly holdId: number;
  /** When it ends by itself; null: no ground in law ends it. */
  readonly deadline: number | null;
}

/** The holds that were proposed or placed on transfers of an institution, by seq. */
export async function holdsOfTransfers(
  { store, law }: Pick<HoldDeps, 'store' | 'law'>,
  institutionId: number,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, HoldOfTransfer>> {
  if (seqs.length === 0) return NONE;
  const rows = await store.db
    .selectFrom('holds')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('transfer_seq', 'in', seqs)
    .execute();
  return new Map(
    rows.map((row) => {
      const { holdId, releaseDueAt } = viewOf(law, readHold(row));
      return [row.transfer_seq, { holdId, deadline: releaseDueAt }];
    }),
  );
}

const NONE: ReadonlyMap<number, HoldOfTransfer> = new Map();
