import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { appendDrafts } from './append.ts';
import { type AuditDraft, type AuditEntry, draftOf } from './entry.ts';
import { beginChain } from './head.ts';

/** Entries of one transaction. */
const BATCH_MOST = 256;
/** Entries that may wait; past them a caller hears QRG_AUDIT_BUSY and its act does not happen. */
const WAITING_MOST = 4_096;

interface Waiting {
  readonly draft: AuditDraft;
  readonly resolve: (seq: number) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The book of acts: who did what to what, and why, in a chain that shows every later change. One appender at a time holds
 * the head of the chain, so entries that come together are written together.
 */
export class Audit {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Writes an entry down; resolves with its number when it is durable. Throws QRG_AUDIT_BUSY when too many wait,
   * QRG_AUDIT_BROKEN when the chain cannot be continued.
   */
  append(entry: AuditEntry): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= WAITING_MOST)
        throw new QorganError('QRG_AUDIT_BUSY', { seconds: 1 });
      this.#waiting.push({ draft: draftOf(entry), resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /**
   * Writes entries down in the caller's transaction, so that the act and its record are one. Make it the last statement:
   * it holds the head of the chain until the commit, and whoever waits for rows while holding it can meet someone who
   * waits the other way round.
   */
  appendIn(trx: Transaction, ...entries: AuditEntry[]): Promise<number> {
    return appendDrafts(trx, this.#store.vault, entries.map(draftOf), this.#now());
  }

  /** Resolves when everything that was appended is durable or refused. */
  async close(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, BATCH_MOST));
    this.#writing = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const drafts = batch.map(({ draft }) => draft);
    try {
      const last = await this.#store.write((trx) =>
        appendDrafts(trx, this.#store.vault, drafts, this.#now()),
      );
      const first = last - batch.length + 1;
      for (const [i, { resolve }] of batch.entries()) resolve(first + i);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}

/** Opens the record of a store, and begins it in a store that nobody has used yet. */
export async function openAudit(options: { store: Store; now?: () => number }): Promise<Audit> {
  const { store, now = Date.now } = options;
  await store.write((trx) => beginChain(trx, store.vault));
  return new Audit(store, now);
}
