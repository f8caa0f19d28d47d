import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Role } from '../access/role.ts';
import { entriesAfter } from './entries.ts';
import type { KeptEntry, KeptKey } from './entry-record.ts';
import { openEntry, shownKey } from './kept-entry.ts';
import type { Lists } from './lists.ts';

/** A list leaves the house whole: that is not an analyst's daily work. */
const EXPORTERS: readonly Role[] = ['supervisor', 'liaison', 'admin'];
const PAGE_ENTRIES = 500;

const HEADER =
  'id,party,name,original_name,alias,weak_alias,iin,account,card,phone,document,wallet,handle,birth,country,reason,note,since,until\n';

/**
 * A version as CSV, UTF-8, piece by piece; it is read back as it is, but for card numbers, of which only the beginning and
 * the end are kept. The export is audited before its first byte. Throws QRG_LIST_EXPORT, QRG_LIST_VERSION_UNKNOWN.
 */
export async function* exportList(
  lists: Lists,
  by: Principal,
  listId: number,
  number: number,
): AsyncGenerator<string> {
  await authoriseExport(lists, by, listId, number);
  yield HEADER;
  for (let after = 0; ; ) {
    const rows = await lists.store.read(scopeOf(by), (trx) =>
      entriesAfter(trx, listId, number, after, PAGE_ENTRIES),
    );
    if (rows.length === 0) return;
    yield rows.map((row) => lineOf(openEntry(lists.store.vault, row.sealed), row)).join('');
    after = rows[rows.length - 1].entry_id;
  }
}

async function authoriseExport(
  lists: Lists,
  by: Principal,
  listId: number,
  number: number,
): Promise<void> {
  if (by.kind !== 'key' && !by.roles.some((role) => EXPORTERS.includes(role)))
    throw new QorganError('QRG_LIST_EXPORT');
  const version = await lists.store.read(scopeOf(by), (trx) =>
    trx
      .selectFrom('list_versions')
      .select('entries')
      .where('list_id', '=', listId)
      .where('number', '=', number)
      .executeTakeFirst(),
  );
  if (version === undefined) throw new QorganError('QRG_LIST_VERSION_UNKNOWN', { number });
  await lists.audit.append({
    actor: by,
    action: 'list.export',
    object: `list:${listId}`,
    detail: { number, entries: version.entries },
  });
}

function lineOf(
  entry: KeptEntry,
  { since, until }: { readonly since: number | null; readonly until: number | null },
): string {
  const names = (quality: KeptEntry['names'][number]['quality']) =>
    entry.names.filter((name) => name.quality === quality).map(({ text }) => text);
  const keys = (...kinds: KeptKey['kind'][]) =>
    entry.keys.filter(({ kind }) => kinds.includes(kind)).map(shownKey);
  const births = entry.births.map((birth) =>
    'day' in birth ? birth.day : `${birth.fromYear}-${birth.toYear}`,
  );
  const cells = [
    words([entry.sourceId ?? '']),
    words([entry.party === 'unknown' ? '' : entry.party]),
    words(names('main')),
    words(names('original')),
    words(names('good')),
    words(names('low')),
    keys('iin', 'bin'),
    ...(['account', 'card', 'phone', 'document', 'wallet', 'handle'] as const).map((kind) =>
      keys(kind),
    ),
    births,
    words(entry.countries),
    words([entry.reason ?? '']),
    words([entry.note ?? '']),
    [isoOf(since)],
    [isoOf(until)],
  ];
  return `${cells.map((values) => cellOf(values.join('; '))).join(',')}\n`;
}

const isoOf = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/**
 * Words of somebody else that a spreadsheet would take for a formula get an apostrophe, which is taken off again when the
 * file is read.
 */
const words = (texts: readonly string[]): string[] =>
  texts.map((text) => (/^[=@+-]/.test(text) ? `'${text}` : text));

/** RFC 4180. */
const cellOf = (text: string): string =>
  /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
