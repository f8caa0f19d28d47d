import { createHash } from 'node:crypto';
import { messageOf, QorganError } from '../../domain/errors/catalogue.ts';
import { antifraudMessageSchema } from '../../exchange/antifraud/message.ts';
import type { Store } from '../../store/store.ts';
import { SYSTEM } from '../audit/entry.ts';
import { createList } from '../lists/create-list.ts';
import { importVersion } from '../lists/import-version.ts';
import type { Lists } from '../lists/lists.ts';
import type { ListManager } from '../lists/managed-list.ts';
import { type EntryMessage, entriesTold, listOfEntries } from './entries-told.ts';
import { fileStart, MADE_BY } from './take-message.ts';

/** The two bases of the centre: lists of the same kinds. */
export type CentreBase = EntryMessage['body']['base'];

/** What of the centre's messages lists are made of. */
export interface CentreListDeps {
  readonly store: Store;
  readonly lists: Lists;
  /** Told of what a person has to look at. */
  readonly trouble: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

const NAMES: Readonly<Record<CentreBase, string>> = {
  events: 'Антифрод: оқиғалар / события / events',
  attempts: 'Антифрод: әрекеттенулер / попытки / attempts',
};
const SOURCE = 'antifraud-centre';
/** Of the messages: within the house and whom the matter concerns. */
const HANDLING = 'TLP:AMBER+STRICT';
/** Messages of an institution that its lists are made of; a base with more comes as a file. */
const MESSAGES_MOST = 50_000;
const PAGE = 1_000;

/**
 * Makes the next version of the institution's list of a base of all messages that were kept, unless it says what the newest one
 * says. Nothing is in force by it: a person looks at the version and activates it. What hinders is told as trouble.
 * Throws QRG_LIST_BUSY: it is to be tried again.
 */
export async function listCentreBase(
  deps: CentreListDeps,
  institutionId: number,
  base: CentreBase,
): Promise<void> {
  const { lists, trouble } = deps;
  const by: ListManager = { ...SYSTEM, institutionId, seesAll: false };
  const messages = await keptEntries(deps.store, institutionId, base);
  if (messages.length >= MESSAGES_MOST) {
    trouble('the anti-fraud centre told more entries than a list is made of: import its file', {
      base,
      most: MESSAGES_MOST,
    });
    return;
  }
  const file = Buffer.from(listOfEntries(entriesTold(messages)));
  const list = await listOf(deps.store, institutionId, base);
  if (file.length === 0) {
    if (list?.entries)
      trouble('the anti-fraud centre took out all entries: withdraw the list', {
        base,
        list: list.listId,
      });
    return;
  }
  if (list?.sha256 === createHash('sha256').update(file).digest('hex')) return;
  try {
    const listId = list?.listId ?? (await newList(lists, by, institutionId, base));
    const fileName = `${SOURCE}-${base}.ndjson`;
    const { number } = await importVersion(lists, by, listId, { fileName, chunks: once(file) });
    trouble('a version of a list of the anti-fraud centre waits for a person to activate it', {
      base,
      list: listId,
      number,
    });
  } catch (error) {
    if (!(error instanceof QorganError) || error.problem.code === 'QRG_LIST_BUSY') throw error;
    trouble('entries of the anti-fraud centre make no version of a list', {
      base,
      why: messageOf(error.problem, 'en'),
    });
  }
}

const newList = (lists: Lists, by: ListManager, institutionId: number, base: CentreBase) =>
  createList(lists, by, {
    ...{ institutionId, kind: base, name: NAMES[base], source: SOURCE, handling: HANDLING },
  });

/** The list that is made of messages, and what its newest version holds. */
async function listOf({ db }: Store, institutionId: number, base: CentreBase) {
  const row = await db
    .selectFrom('lists as l')
    .leftJoin('list_versions as v', 'v.list_id', 'l.list_id')
    .select(['l.list_id', 'v.sha256', 'v.entries'])
    .where('l.institution_id', '=', institutionId)
    .where('l.kind', '=', base)
    .where('l.name', '=', NAMES[base])
    .where('l.source', '=', SOURCE)
    .orderBy('v.number', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { listId: row.list_id, sha256: row.sha256?.toString('hex'), entries: row.entries ?? 0 };
}

/** Messages about entries of a base that the folder brought, MESSAGES_MOST of both bases at most. */
async function keptEntries(
  { db, vault }: Store,
  institutionId: number,
  base: CentreBase,
): Promise<EntryMessage[]> {
  const found: EntryMessage[] = [];
  let read = 0;
  for (let after = 0; read < MESSAGES_MOST; ) {
    const rows = await db
      .selectFrom('packages')
      .select(['package_id', 'body_sealed'])
      .where('institution_id', '=', institutionId)
      .where('direction', '=', 'in')
      .where('format', '=', 'antifraud')
      .where('made_by', '=', MADE_BY)
      .where('made_by_id', '=', 0)
      .where('file_name', 'like', `${fileStart('list_entry')}%`)
      .where('package_id', '>', after)
      .orderBy('package_id')
      .limit(PAGE)
      .execute();
    for (const { body_sealed } of rows) {
      if (body_sealed === null) continue;
      const told = antifraudMessageSchema.parse(JSON.parse(vault.open(body_sealed).toString()));
      if (told.kind === 'list_entry' && told.body.base === base) found.push(told);
    }
    read += rows.length;
    if (rows.length < PAGE) break;
    after = rows[rows.length - 1].package_id;
  }
  return found;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}
