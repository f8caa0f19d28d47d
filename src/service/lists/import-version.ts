import { createHash, type Hash } from 'node:crypto';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { type OpenedList, openList } from '../../intake/lists/open-list.ts';
import type { Transaction } from '../../store/store.ts';
import { accountNamingOf } from './account-naming.ts';
import { addEntries, differenceOf, sizeOf, type VersionCounts } from './add-version.ts';
import { entryRecord } from './entry-record.ts';
import { FaultLog } from './fault-log.ts';
import type { Lists } from './lists.ts';
import { type ListManager, managedList } from './managed-list.ts';
import { allowLongWork } from './paged-rows.ts';
import { dropRepeats, indexStage, makeStage, stageEntries } from './stage.ts';

/** A file of a list as it comes in. */
export interface ListFile {
  readonly fileName: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** An imported version; in force when somebody activates it. */
export interface ImportedVersion extends VersionCounts {
  readonly listId: number;
  readonly number: number;
  readonly format: string;
  /** Of the file, hex. */
  readonly sha256: string;
  /** Rows that were refused; cells that were left out or put right. */
  readonly rejected: number;
  readonly noted: number;
  /** Columns, keys and elements that nothing was taken from. */
  readonly ignored: readonly string[];
}

/** Each holds a connection of the store while its file comes in. */
const IMPORTS_AT_ONCE = 2;
const FILE_NAME_MOST = 200;

/**
 * Reads a file as the next version of a list, in one transaction: a file that breaks off leaves nothing behind. The version
 * is not in force yet. Throws QRG_LIST_UNKNOWN, QRG_LIST_NOT_YOURS, QRG_LIST_BUSY, QRG_LIST_EMPTY, and what `openList`
 * throws of a file.
 */
export async function importVersion(
  lists: Lists,
  by: ListManager,
  listId: number,
  file: ListFile,
): Promise<ImportedVersion> {
  if (lists.running.imports >= IMPORTS_AT_ONCE)
    throw new QorganError('QRG_LIST_BUSY', { seconds: 10 });
  lists.running.imports++;
  try {
    return await lists.store.write((trx) => new Import(lists, by, trx).run(listId, file));
  } finally {
    lists.running.imports--;
  }
}

class Import {
  readonly #lists: Lists;
  readonly #by: ListManager;
  readonly #trx: Transaction;
  readonly #faults = new FaultLog();

  constructor(lists: Lists, by: ListManager, trx: Transaction) {
    this.#lists = lists;
    this.#by = by;
    this.#trx = trx;
  }

  async run(listId: number, { fileName, chunks }: ListFile): Promise<ImportedVersion> {
    const trx = this.#trx;
    await allowLongWork(trx);
    const { facts } = await managedList(trx, this.#by, listId, 'look');
    const sha256 = createHash('sha256');
    const opened = await openList(hashed(chunks, sha256), await accountNamingOf(trx, facts));
    await this.#stage(opened);
    // From here on the list is ours until the commit.
    const { inForce } = await managedList(trx, this.#by, listId, 'lock');
    const number = await this.#nextNumber(listId);
    await addEntries(trx, listId, number);
    const size = await sizeOf(trx, listId, number);
    if (size.entries === 0)
      throw new QorganError('QRG_LIST_EMPTY', { rejected: this.#faults.rejected });
    const counts = { ...size, ...(await differenceOf(trx, listId, number, inForce)) };
    const { rejected, noted } = this.#faults;
    const about = { format: opened.format, sha256: sha256.digest('hex'), rejected, noted };
    const version = { ...counts, ...about, listId, number, ignored: [...opened.ignored] };
    await this.#writeDown(version, fileName.slice(0, FILE_NAME_MOST), facts.institutionId);
    return version;
  }

  async #stage(opened: OpenedList): Promise<void> {
    await makeStage(this.#trx);
    let place = 0;
    for await (const { entries, faults } of opened.batches()) {
      this.#faults.add(faults);
      await stageEntries(
        this.#trx,
        entries.map(({ line, entry }) => ({
          place: place++,
          line,
          record: entryRecord(entry, this.#lists.store.vault),
        })),
      );
    }
    await indexStage(this.#trx);
    const { count, repeats } = await dropRepeats(this.#trx, this.#faults.room);
    this.#faults.addRepeats(count, repeats);
  }

  async #nextNumber(listId: number): Promise<number> {
    const newest = await this.#trx
      .selectFrom('list_versions')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('list_id', '=', listId)
      .executeTakeFirst();
    return (newest?.number ?? 0) + 1;
  }

  async #writeDown(
    version: ImportedVersion,
    fileName: string,
    institutionId: number | null,
  ): Promise<void> {
    const { listId, number, ignored, ...said } = version;
    await this.#trx
      .insertInto('list_versions')
      .values({
        list_id: listId,
        number,
        file_name: fileName,
        format: said.format,
        sha256: Buffer.from(said.sha256, 'hex'),
        entries: said.entries,
        keys: said.keys,
        by_name_only: said.byNameOnly,
        rejected: said.rejected,
        noted: said.noted,
        ignored: [...ignored],
        compared_with: said.comparedWith,
        added: said.added,
        removed: said.removed,
        changed: said.changed,
        same: said.same,
        imported_at: this.#lists.now(),
        imported_by: this.#by.name,
      })
      .execute();
    await this.#faults.writeDown(this.#trx, listId, number);
    await this.#lists.audit.appendIn(this.#trx, {
      actor: this.#by,
      ...(institutionId !== null && { institutionId }),
      action: 'list.import',
      object: `list:${listId}`,
      detail: { number, fileName, ...said },
    });
  }
}

/** The same chunks, hashed as they pass. */
async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
