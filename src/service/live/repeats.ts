import type pg from 'pg';
import { verdictName } from './block.ts';
import { type Decided, readSaid } from './decided.ts';

/** What must be the same for a second request with an id to be a repeat of the first. */
export interface Moved {
  readonly at: number;
  readonly payer: number | undefined;
  readonly payee: number | undefined;
  readonly amountMinor: number;
}

export const sameMove = (a: Moved, b: Moved): boolean =>
  a.at === b.at && a.payer === b.payer && a.payee === b.payee && a.amountMinor === b.amountMinor;

/** A decision found in the store, with what it was about. */
export interface Found {
  readonly decided: Decided;
  readonly moved: Moved;
}

/**
 * The transfers of an institution that were decided under these ids, by id. They are more than one where an id was given to
 * another transfer after it was forgotten. Throws what the driver throws, also when the answer takes longer than `withinMs`:
 * the connection is given up then.
 */
export async function findDecided(
  pool: Pick<pg.Pool, 'query'>,
  institutionId: number,
  ids: readonly string[],
  withinMs: number,
): Promise<Map<string, Found[]>> {
  // The driver takes a bound of the one statement; its types do not know it.
  const statement: pg.QueryConfig & { readonly query_timeout: number } = {
    name: 'qorgan-find-decided',
    text: `SELECT seq, transfer_id, at, received_at, payer, payee, amount_minor, score, verdict, said
      FROM transfers WHERE institution_id = $1 AND transfer_id = ANY($2)`,
    values: [institutionId, ids],
    query_timeout: withinMs,
  };
  const { rows } = await pool.query(statement);
  const found = new Map<string, Found[]>();
  for (const row of rows) {
    const of = found.get(row.transfer_id) ?? [];
    found.set(row.transfer_id, of);
    of.push({
      decided: {
        id: row.transfer_id,
        seq: row.seq,
        at: row.at,
        receivedAt: row.received_at,
        repeat: true,
        score: hundredths(row.score),
        verdict: verdictName(row.verdict),
        ...readSaid(row.said),
      },
      moved: {
        at: row.at,
        payer: row.payer,
        payee: row.payee,
        amountMinor: row.amount_minor,
      },
    });
  }
  return found;
}

/** A `real` of the database has seven digits; the score was rounded to hundredths when it was given. */
const hundredths = (score: number): number => Math.round(score * 100) / 100;
