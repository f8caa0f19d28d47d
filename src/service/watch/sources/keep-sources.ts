import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import type { SourceKind } from '../../../store/tables/watch.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { mayManage } from '../../lists/managed-list.ts';
import type { Watch } from '../watch.ts';
import { managedSource, visibleSource } from './managed-source.ts';
import { type SourceView, sourceRows, sourceView } from './source-view.ts';

/** Kinds that are asked over the network. */
const ASKED: readonly SourceKind[] = ['telegram_channel', 'feed', 'sitemap', 'page'];
export const isAsked = (kind: SourceKind): boolean => ASKED.includes(kind);

const SOURCES_MOST = 1_000;

/** Sources that the reader may see, with how they are. */
export const listSources = (
  { store }: Pick<Watch, 'store'>,
  by: Principal,
  language: Language,
): Promise<SourceView[]> =>
  store.read(scopeOf(by), async (trx) =>
    (await sourceRows(trx, sql`true`, SOURCES_MOST)).map((row) => sourceView(row, language)),
  );

export interface NewSource {
  readonly kind: SourceKind;
  readonly name: string;
  readonly url?: string | undefined;
  readonly everyMin?: number | undefined;
  /** Only this institution sees it; everybody's are made by who sees all. */
  readonly own?: boolean | undefined;
}

type Parts = Pick<Watch, 'store' | 'audit' | 'now'>;

/**
 * Adds a source; one that has a schedule is looked at soon. Throws QRG_WATCH_SOURCE_NOT_YOURS, QRG_WATCH_SOURCE_URL,
 * QRG_WATCH_SOURCE_NAME_TAKEN, QRG_WATCH_SOURCES_MANY.
 */
export async function createSource(
  { store, audit, now }: Parts,
  by: Principal,
  { kind, name, url, everyMin, own = !by.seesAll }: NewSource,
  language: Language,
): Promise<SourceView> {
  const institutionId = own ? by.institutionId : null;
  if (!mayManage(by, institutionId)) throw new QorganError('QRG_WATCH_SOURCE_NOT_YOURS');
  checkAddress(kind, url, everyMin);
  const at = now();
  const sourceId = await store.write(async (trx) => {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM watch_sources`.execute(trx);
    if (rows[0].count >= SOURCES_MOST)
      throw new QorganError('QRG_WATCH_SOURCES_MANY', { most: SOURCES_MOST });
    const made = await trx
      .insertInto('watch_sources')
      .values({
        institution_id: institutionId,
        kind,
        name,
        url: url ?? null,
        every_min: everyMin ?? null,
        next_at: everyMin === undefined ? null : at,
        created_at: at,
        created_by: by.name,
      })
      .onConflict((conflict) => conflict.columns(['institution_id', 'name']).doNothing())
      .returning('source_id')
      .executeTakeFirst();
    if (made === undefined) throw new QorganError('QRG_WATCH_SOURCE_NAME_TAKEN', { name });
    await audit.appendIn(trx, {
      actor: by,
      ...(institutionId !== null && { institutionId }),
      action: 'watch-source.create',
      object: `watch-source:${made.source_id}`,
      detail: { kind, name, url: url ?? null, everyMin: everyMin ?? null },
    });
    return made.source_id;
  });
  return shown(store, by, sourceId, language);
}

export interface SourceChange {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  /** null: only when a person says so. */
  readonly everyMin?: number | null | undefined;
  readonly state?: 'active' | 'paused' | undefined;
}

/**
 * Changes, pauses or resumes a source. `version` is the one the person saw. Throws QRG_WATCH_SOURCE_UNKNOWN,
 * QRG_WATCH_SOURCE_NOT_YOURS, QRG_WATCH_SOURCE_CHANGED, QRG_WATCH_SOURCE_URL, QRG_WATCH_SOURCE_NAME_TAKEN.
 */
export async function changeSource(
  parts: Parts,
  by: Principal,
  sourceId: number,
  version: number,
  change: SourceChange,
  language: Language,
): Promise<SourceView> {
  const { store, audit, now } = parts;
  const before = await managedSource(parts, by, sourceId);
  const { name = before.name, state = before.state } = change;
  const url = change.url ?? before.url;
  const everyMin = change.everyMin === undefined ? before.every_min : change.everyMin;
  checkAddress(before.kind, url ?? undefined, everyMin ?? undefined);
  const isDue = state === 'active' && everyMin !== null;
  await store.write(async (trx) => {
    const taken = await sql`
      SELECT FROM watch_sources WHERE institution_id IS NOT DISTINCT FROM ${before.institution_id}::int
        AND name = ${name} AND source_id <> ${sourceId}`.execute(trx);
    if (taken.rows.length > 0) throw new QorganError('QRG_WATCH_SOURCE_NAME_TAKEN', { name });
    const changed = await trx
      .updateTable('watch_sources')
      .set({
        name,
        url,
        every_min: everyMin,
        state,
        next_at: isDue ? now() : null,
        // Another page has nothing that was seen before.
        ...(url !== before.url && { cursor: '{}' }),
        version: sql`version + 1`,
      })
      .where('source_id', '=', sourceId)
      .where('version', '=', version)
      .returning('source_id')
      .executeTakeFirst();
    if (changed === undefined) throw new QorganError('QRG_WATCH_SOURCE_CHANGED');
    await audit.appendIn(trx, {
      actor: by,
      action: 'watch-source.change',
      object: `watch-source:${sourceId}`,
      detail: { name, url, everyMin, state },
    });
  });
  return shown(store, by, sourceId, language);
}

function checkAddress(kind: SourceKind, url: string | undefined, everyMin?: number): void {
  if (isAsked(kind) ? url === undefined : url !== undefined || everyMin !== undefined)
    throw new QorganError('QRG_WATCH_SOURCE_URL', { kind });
}

const shown = (
  store: Watch['store'],
  by: Principal,
  sourceId: number,
  language: Language,
): Promise<SourceView> =>
  store.read(scopeOf(by), async (trx) => sourceView(await visibleSource(trx, sourceId), language));
