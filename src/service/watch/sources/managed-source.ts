import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { mayManage } from '../../lists/managed-list.ts';
import type { Watch } from '../watch.ts';
import { type SourceRow, sourceRows } from './source-view.ts';

/** A source that the reader may see. Throws QRG_WATCH_SOURCE_UNKNOWN. */
export async function visibleSource(trx: Transaction, sourceId: number): Promise<SourceRow> {
  const [row] = await sourceRows(trx, sql`s.source_id = ${sourceId}`, 1);
  if (row === undefined) throw new QorganError('QRG_WATCH_SOURCE_UNKNOWN', { source: sourceId });
  return row;
}

/**
 * A source for one who manages it: an institution its own, who sees all those of everybody. Throws QRG_WATCH_SOURCE_UNKNOWN,
 * QRG_WATCH_SOURCE_NOT_YOURS.
 */
export async function managedSource(
  { store }: Pick<Watch, 'store'>,
  by: Principal,
  sourceId: number,
): Promise<SourceRow> {
  const row = await store.read(scopeOf(by), (trx) => visibleSource(trx, sourceId));
  if (!mayManage(by, row.institution_id)) throw new QorganError('QRG_WATCH_SOURCE_NOT_YOURS');
  return row;
}
