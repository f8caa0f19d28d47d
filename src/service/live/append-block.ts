import { type Block, type JournalRow, MINOR_MOST } from './block.ts';
import { bytesArray, numberArray, textArray } from './pg-array.ts';

/** What seals names: the store's vault. */
export interface Sealing {
  seal(plain: string): Buffer;
}

/**
 * One statement, one round trip, one commit: the block in the journal and every row that shows it. The name makes the
 * server keep its plan.
 */
const APPEND = {
  name: 'qorgan-append-block',
  text: `
WITH block AS (
  INSERT INTO journal (seq, count, at, prev, hash, sealed) VALUES ($1, $2, $3, $4, $5, $6)
), fresh AS (
  INSERT INTO accounts (account_no, institution_id, name_hash, name_sealed, created_at)
  SELECT account_no, institution_id, name_hash, name_sealed, $3
  FROM unnest($7::int[], $8::int[], $9::bytea[], $10::bytea[])
    AS a (account_no, institution_id, name_hash, name_sealed)
), moved AS (
  INSERT INTO transfers (seq, institution_id, transfer_id, at, received_at, payer, payee, amount_minor,
    channel, purpose, score, verdict, said)
  SELECT seq, institution_id, transfer_id, at, received_at, payer, payee, amount_minor,
    channel, purpose, score, verdict, nullif(said, '')
  FROM unnest($11::bigint[], $12::int[], $13::text[], $14::bigint[], $15::bigint[], $16::int[], $17::int[],
      $18::bigint[], $19::smallint[], $20::smallint[], $21::real[], $22::smallint[], $23::text[])
    AS t (seq, institution_id, transfer_id, at, received_at, payer, payee, amount_minor,
      channel, purpose, score, verdict, said)
)
INSERT INTO alerts AS open (institution_id, account_no, opened_at, last_at, score, verdict, transfers,
  amount_minor, last_seq)
SELECT * FROM unnest($24::int[], $25::int[], $26::bigint[], $27::bigint[], $28::real[], $29::smallint[],
  $30::int[], $31::bigint[], $32::bigint[])
ON CONFLICT (institution_id, account_no) WHERE status <> 'closed' DO UPDATE SET
  last_at = greatest(open.last_at, excluded.last_at),
  score = greatest(open.score, excluded.score),
  verdict = greatest(open.verdict, excluded.verdict),
  transfers = open.transfers + excluded.transfers,
  amount_minor = least(open.amount_minor + excluded.amount_minor, ${MINOR_MOST}),
  last_seq = greatest(open.last_seq, excluded.last_seq),
  version = open.version + 1
RETURNING alert_id, institution_id, account_no`,
};

/** The statement that makes a block durable, for `pg`. */
export function appendQuery(block: Block, row: JournalRow, sealing: Sealing) {
  const { accounts: a, transfers: t } = block;
  const alerts = [...block.alerts.values()];
  return {
    ...APPEND,
    values: [
      row.seq,
      row.count,
      row.at,
      row.prev,
      row.hash,
      row.sealed,
      numberArray(a, (r) => r.account),
      numberArray(a, (r) => r.institutionId),
      bytesArray(a, (r) => r.nameHash),
      bytesArray(a, (r) => sealing.seal(r.name)),
      numberArray(t, (r) => r.seq),
      numberArray(t, (r) => r.institutionId),
      textArray(t, (r) => r.id),
      numberArray(t, (r) => r.at),
      numberArray(t, (r) => r.receivedAt),
      numberArray(t, (r) => r.payer),
      numberArray(t, (r) => r.payee),
      numberArray(t, (r) => r.amountMinor),
      numberArray(t, (r) => r.channel),
      numberArray(t, (r) => r.purpose),
      numberArray(t, (r) => r.score),
      numberArray(t, (r) => r.verdict),
      textArray(t, (r) => r.said),
      numberArray(alerts, (r) => r.institutionId),
      numberArray(alerts, (r) => r.account),
      numberArray(alerts, (r) => r.openedAt),
      numberArray(alerts, (r) => r.lastAt),
      numberArray(alerts, (r) => r.score),
      numberArray(alerts, (r) => r.verdict),
      numberArray(alerts, (r) => r.transfers),
      numberArray(alerts, (r) => r.amountMinor),
      numberArray(alerts, (r) => r.lastSeq),
    ],
  };
}
