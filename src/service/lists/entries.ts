import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { KeyKind } from '../../screening/lists/exact-key.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import type { KeptEntry } from './entry-record.ts';
import { maskedKey, maskedNames, openEntry, shownKey } from './kept-entry.ts';
import type { Lists } from './lists.ts';
import { inVersion } from './met.ts';
import { NumberedPages, type PageWish } from './page.ts';

/** An entry with its people hidden. */
export interface EntryView {
  readonly entryId: number;
  readonly party: KeptEntry['party'];
  readonly names: readonly string[];
  readonly keys: readonly { readonly kind: KeyKind; readonly shown: string }[];
  readonly reason: string | null;
  readonly since: number | null;
  readonly until: number | null;
}

/** An entry in full. */
export interface EntryDetail extends EntryView {
  readonly listId: number;
  readonly sourceId: string | null;
  readonly aliases: KeptEntry['names'];
  readonly births: KeptEntry['births'];
  readonly countries: readonly string[];
  readonly note: string | null;
}

interface EntryRow {
  readonly entry_id: number;
  readonly since: number | null;
  readonly until: number | null;
  readonly reason: string | null;
  readonly sealed: Buffer;
}

const ENTRIES = new NumberedPages('list-entries', 0);

/** Entries of a version, masked. */
export function findEntries(
  lists: Lists,
  by: Principal,
  listId: number,
  number: number,
  wish: PageWish,
): Promise<Page<EntryView>> {
  return lists.store.read(scopeOf(by), async (trx) => {
    const rows = await entriesAfter(trx, listId, number, ENTRIES.after(wish), wish.limit + 1);
    return ENTRIES.of(
      rows,
      wish,
      (row) => row.entry_id,
      (row) => {
        const entry = openEntry(lists.store.vault, row.sealed);
        const { entry_id: entryId, reason, since, until } = row;
        const keys = entry.keys.map((key) => ({ kind: key.kind, shown: maskedKey(key) }));
        return {
          entryId,
          party: entry.party,
          names: maskedNames(entry),
          keys,
          reason,
          since,
          until,
        };
      },
    );
  });
}

/** One entry in full; the look is audited. Throws QRG_LIST_ENTRY_UNKNOWN. */
export async function showEntry(
  lists: Lists,
  by: Principal,
  entryId: number,
): Promise<EntryDetail> {
  const row = await lists.store.read(scopeOf(by), (trx) =>
    trx
      .selectFrom('list_entries')
      .select(['list_id', 'entry_id', 'since', 'until', 'sealed'])
      .where('entry_id', '=', entryId)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new QorganError('QRG_LIST_ENTRY_UNKNOWN', { entry: entryId });
  await lists.audit.append({
    actor: by,
    action: 'list.show-entry',
    object: `list-entry:${entryId}`,
    detail: { list: row.list_id },
  });
  const {
    names,
    keys,
    sourceId = null,
    reason = null,
    note = null,
    ...told
  } = openEntry(lists.store.vault, row.sealed);
  return {
    ...told,
    listId: row.list_id,
    entryId,
    sourceId,
    reason,
    note,
    names: names.filter(({ quality }) => quality === 'main').map(({ text }) => text),
    aliases: names.filter(({ quality }) => quality !== 'main'),
    keys: keys.map((key) => ({ kind: key.kind, shown: shownKey(key) })),
    since: row.since,
    until: row.until,
  };
}

/** Entries of a version in their order, past one. */
export async function entriesAfter(
  trx: Transaction,
  listId: number,
  number: number,
  after: number,
  most: number,
): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    SELECT e.entry_id, e.since, e.until, e.reason, e.sealed FROM list_entries e
    WHERE e.list_id = ${listId} AND e.entry_id > ${after} AND ${inVersion(sql`${number}::int`)}
    ORDER BY e.entry_id LIMIT ${most}`.execute(trx);
  return rows;
}
