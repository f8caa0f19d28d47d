import type { Language } from '../../domain/language.ts';
import type { HoldDeps } from '../../service/holds/deps.ts';
import { holdsOfTransfers } from '../../service/holds/holds-of-transfers.ts';
import type { LiveService } from '../../service/live/live-service.ts';
import type { Institution, TransferRequest } from '../../service/live/transfer-request.ts';
import type { DecisionBatch } from '../contract/decision.ts';
import { Transfer } from '../contract/transfer.ts';
import { faultsOf, InvalidRequest } from '../field-problems.ts';
import { problemReply, replyToError } from '../problem-reply.ts';
import { decisionReply, heldSeqs } from './decision-reply.ts';

/** What was read is what the service takes; only the absence of a value is written otherwise in the two types. */
export const requestOf = (transfer: Transfer): TransferRequest => transfer as TransferRequest;

/** Who hears the answers, and in which words. */
interface Hearer {
  readonly language: Language;
  readonly requestId: string;
}

/** Decides a batch: rows that cannot be read or are refused answer for themselves and stop no other. In the order of the rows. */
export async function decideRows(
  rows: readonly unknown[],
  institution: Institution,
  { language, requestId }: Hearer,
  { live, holds }: { readonly live: LiveService; readonly holds: HoldDeps },
): Promise<DecisionBatch> {
  const read = rows.map((row) => Transfer.safeParse(row));
  const good = read.flatMap((row) => (row.success ? [requestOf(row.data)] : []));
  const outcomes = good.length === 0 ? [] : await live.decide(institution, good);
  const held = await holdsOfTransfers(holds, institution.institutionId, heldSeqs(outcomes));
  let next = 0;
  return read.map((row, i) => {
    if (!row.success) {
      const invalid = new InvalidRequest(faultsOf(row.error, rows[i], 'body'));
      return { id: idOf(rows[i]), problem: replyToError(invalid, language, requestId)! };
    }
    const outcome = outcomes[next++];
    return outcome.ok
      ? decisionReply(outcome.value, live, institution, language, held.get(outcome.value.seq))
      : { id: row.data.id, problem: problemReply(outcome.problem, language, requestId) };
  });
}

/** The id a row says it has, if it is one that can be said back. */
function idOf(row: unknown): string | null {
  const { id } = Object(row) as { id?: unknown };
  const read = Transfer.shape.id.safeParse(id);
  return read.success ? read.data : null;
}
