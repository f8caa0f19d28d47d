import type { Purpose } from '../../domain/transfer.ts';
import type { LegalGround } from '../../law/grounds.ts';
import { proposedHold } from '../../law/hold.ts';

/** A hold that the decision of a transfer proposes: the money stands, a person decides. */
export interface HoldProposal {
  readonly institutionId: number;
  readonly transferSeq: number;
  /** When the money was stopped, epoch ms: the terms of the law run from then. */
  readonly at: number;
  /** Whose money stands. */
  readonly accountNo: number;
  readonly payeeNo: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly purpose: Purpose;
  /** True if `accountNo` is the payee. */
  readonly incoming: boolean;
  readonly refundRisk: boolean;
  readonly grounds: readonly LegalGround[];
}

/** A connection inside of a transaction. */
export interface Querying {
  query(query: { name: string; text: string; values: unknown[] }): Promise<unknown>;
}

/**
 * The clock sees a new proposal at once (`next_change_at` = its own moment) and works out its terms then (until then it stands
 * before all others in the queue): no calendar is
 * needed in the path of a decision, and a year without one stops no payment.
 */
const PROPOSE = {
  name: 'qorgan-propose-holds',
  text: `
WITH proposed AS (
  INSERT INTO holds (institution_id, transfer_seq, account_no, payee_no, amount_minor, held_minor, currency, purpose,
    incoming, refund_risk, state, grounds, course, suspended_at, next_change_at, next_term_at,
    updated_at)
  SELECT institution_id, transfer_seq, account_no, payee_no, amount_minor, amount_minor, currency, purpose,
    incoming, refund_risk, 'proposed', grounds, course, suspended_at, suspended_at, suspended_at, suspended_at
  FROM unnest($1::int[], $2::bigint[], $3::int[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::boolean[],
      $9::boolean[], $10::jsonb[], $11::jsonb[], $12::bigint[])
    AS p (institution_id, transfer_seq, account_no, payee_no, amount_minor, currency, purpose, incoming,
      refund_risk, grounds, course, suspended_at)
  ON CONFLICT (institution_id, transfer_seq) DO NOTHING
  RETURNING hold_id, version, institution_id, suspended_at, state
)
INSERT INTO hold_events (hold_id, version, institution_id, at, act, state, detail)
SELECT hold_id, version, institution_id, suspended_at, 'propose', state, '{}' FROM proposed`,
};

/**
 * Writes proposals in the transaction of the decision: one statement however many there are, none when there is none.
 * A transfer that has a hold keeps it.
 */
export async function proposeHolds(client: Querying, rows: readonly HoldProposal[]): Promise<void> {
  if (rows.length === 0) return;
  const holds = rows.map(({ grounds, at }) => proposedHold(grounds, at));
  await client.query({
    ...PROPOSE,
    values: [
      rows.map((row) => row.institutionId),
      rows.map((row) => row.transferSeq),
      rows.map((row) => row.accountNo),
      rows.map((row) => row.payeeNo),
      rows.map((row) => row.amountMinor),
      rows.map((row) => row.currency),
      rows.map((row) => row.purpose),
      rows.map((row) => row.incoming),
      rows.map((row) => row.refundRisk),
      holds.map(({ grounds }) => JSON.stringify(grounds)),
      holds.map(({ course }) => JSON.stringify(course)),
      rows.map((row) => row.at),
    ],
  });
}
