import type pg from 'pg';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { blockHash, FIRST_PREV, type JournalRow } from './block.ts';
import { decodeFacts, type Fact } from './fact.ts';

/** Where a reader of the journal stands: the last fact it has read, and the hash of the block that ended with it. */
export interface JournalPlace {
  readonly seq: number;
  readonly hash: Buffer;
}

export const JOURNAL_START: JournalPlace = { seq: 0, hash: FIRST_PREV };

/** Blocks fetched at once: bounds memory, each has at most as many facts as may wait. */
const PAGE_BLOCKS = 64;

export interface ReadBlock {
  readonly row: JournalRow;
  readonly facts: Fact[];
}

/**
 * The blocks after `place`, in order, each checked: it follows the one before and its bytes are what was hashed. Throws
 * QRG_JOURNAL_DAMAGED. Ends where the journal ends now.
 */
export async function* readJournal(
  pool: Pick<pg.Pool, 'query'>,
  open: (sealed: Buffer) => Buffer,
  place: JournalPlace,
): AsyncGenerator<ReadBlock> {
  let { seq, hash } = place;
  for (;;) {
    const { rows } = await pool.query<JournalRow>({
      name: 'qorgan-read-journal',
      text: 'SELECT seq, count, at, prev, hash, sealed FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2',
      values: [seq, PAGE_BLOCKS],
    });
    for (const row of rows) {
      const facts = factsOf(row, seq, hash, open);
      yield { row, facts };
      seq = row.seq + row.count - 1;
      hash = row.hash;
    }
    if (rows.length < PAGE_BLOCKS) return;
  }
}

function factsOf(
  row: JournalRow,
  seq: number,
  hash: Buffer,
  open: (sealed: Buffer) => Buffer,
): Fact[] {
  const damaged = (what: string): QorganError =>
    new QorganError('QRG_JOURNAL_DAMAGED', { seq: row.seq, what });
  if (row.seq !== seq + 1) throw damaged(`expected ${seq + 1}`);
  if (!row.prev.equals(hash)) throw damaged('prev');
  if (!blockHash(row).equals(row.hash)) throw damaged('hash');
  const facts = decodeFacts(open(row.sealed).toString('utf8'));
  if (facts.length !== row.count) throw damaged('count');
  return facts;
}

/** The place after the block that ends with fact `seq`; undefined if no block ends there. */
export async function placeAfter(
  pool: Pick<pg.Pool, 'query'>,
  seq: number,
): Promise<JournalPlace | undefined> {
  if (seq === 0) return JOURNAL_START;
  const { rows } = await pool.query<JournalRow>(
    'SELECT seq, count, hash FROM journal WHERE seq <= $1 ORDER BY seq DESC LIMIT 1',
    [seq],
  );
  const [last] = rows;
  if (last === undefined || last.seq + last.count - 1 !== seq) return undefined;
  return { seq, hash: last.hash };
}
