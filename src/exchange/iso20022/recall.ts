import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';

/** What became of a recall. `partial`: some of the money came back. `pending`: the other bank has not decided. */
export type RecallOutcome = 'accepted' | 'partial' | 'rejected' | 'pending';

/** Ids of a payment as its message had them; '' where it had none. */
export interface PaymentIds {
  readonly instruction: string;
  readonly endToEnd: string;
  readonly transaction: string;
  readonly uetr: string;
}

export interface RecallReason {
  /** A code of ISO 20022 (CUST, LEGL, NOAS, AC04, …) or of the bank's own; '' when only words were given. */
  readonly code: string;
  readonly words: string;
}

/** What an answer says of one payment. */
export interface AnsweredTransfer {
  readonly line: number;
  readonly ids: PaymentIds;
  readonly outcome: RecallOutcome;
  /** What came or comes back, minor units; null: not told. */
  readonly returnedMinor: number | null;
  readonly currency: string | null;
  /** What the payment was, minor units; null: not told. */
  readonly originalMinor: number | null;
  readonly reasons: readonly RecallReason[];
}

/** One answer: camt.029 says what was decided, pacs.004 brings the money. */
export interface RecallAnswer {
  readonly kind: 'camt.029' | 'pacs.004';
  /** As its namespace names it, 'camt.029.001.09'. */
  readonly name: string;
  readonly messageId: string;
  /** Id of the case that the recall opened; '' when not told. */
  readonly caseId: string;
  /** The message it answers: the recall, or the payment. */
  readonly original: { readonly messageId: string; readonly name: string };
  /** Of all payments that it does not name by themselves; null: it says nothing of them. */
  readonly whole: RecallOutcome | null;
  readonly transfers: readonly AnsweredTransfer[];
}

/** One payment that was asked back. */
export interface RecalledTransfer {
  readonly id: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly ids: PaymentIds;
}

/** The recall as it was sent. */
export interface SentRecall {
  readonly messageId: string;
  readonly caseId: string;
  readonly transfers: readonly RecalledTransfer[];
}

export interface RecallState {
  readonly id: string;
  readonly outcome: RecallOutcome;
  readonly returnedMinor: number;
  readonly reasons: readonly RecallReason[];
}

/**
 * What became of each payment of a recall after some answers, in the order they came. Money that came (pacs.004) outweighs words:
 * the whole sum back is accepted, less is partial, whatever was said before.
 *
 * Errors: QRG_RECALL_OTHER for an answer that is to another recall; QRG_RECALL_CURRENCY for a return in another currency;
 * QRG_RECALL_TOO_MUCH for more money than was asked back.
 */
export function recallState(
  sent: SentRecall,
  answers: readonly RecallAnswer[],
): Result<readonly RecallState[]> {
  const states = new Map<string, RecallState>(
    sent.transfers.map(({ id }) => [id, { id, outcome: 'pending', returnedMinor: 0, reasons: [] }]),
  );
  for (const answer of answers) {
    const problem = takeAnswer(sent, answer, states);
    if (problem !== null) return problem;
  }
  return ok([...states.values()]);
}

function takeAnswer(
  sent: SentRecall,
  answer: RecallAnswer,
  states: Map<string, RecallState>,
): Result<never> | null {
  const isOurs = isAnswerTo(sent, answer);
  const named = new Set<string>();
  for (const told of answer.transfers) {
    const transfer = matching(sent, told.ids, isOurs && answer.transfers.length === 1);
    if (transfer === undefined) return fail('QRG_RECALL_OTHER', { message: answer.messageId });
    named.add(transfer.id);
    const state = states.get(transfer.id)!;
    if (told.returnedMinor !== null && told.currency !== transfer.currency)
      return fail('QRG_RECALL_CURRENCY', { transfer: transfer.id, currency: told.currency ?? '—' });
    const next = afterAnswer(state, transfer, told, answer.kind);
    if (next.returnedMinor > transfer.amountMinor)
      return fail('QRG_RECALL_TOO_MUCH', { transfer: transfer.id });
    states.set(transfer.id, next);
  }
  if (answer.whole === null) return null;
  if (!isOurs)
    return named.size > 0 ? null : fail('QRG_RECALL_OTHER', { message: answer.messageId });
  for (const [id, state] of states)
    if (!named.has(id) && state.returnedMinor === 0)
      states.set(id, { ...state, outcome: answer.whole });
  return null;
}

function afterAnswer(
  state: RecallState,
  { amountMinor }: RecalledTransfer,
  told: AnsweredTransfer,
  kind: RecallAnswer['kind'],
): RecallState {
  const reasons = [...state.reasons, ...told.reasons];
  if (kind === 'pacs.004') {
    const returnedMinor = state.returnedMinor + (told.returnedMinor ?? 0);
    return {
      ...state,
      reasons,
      returnedMinor,
      outcome: returnedMinor >= amountMinor ? 'accepted' : 'partial',
    };
  }
  if (state.returnedMinor > 0) return { ...state, reasons };
  const isPart =
    told.outcome === 'accepted' && told.returnedMinor !== null && told.returnedMinor < amountMinor;
  return { ...state, reasons, outcome: isPart ? 'partial' : told.outcome };
}

/** By the case it resolves, or by the message it answers. */
const isAnswerTo = (
  { messageId, caseId }: SentRecall,
  { caseId: resolved, original }: RecallAnswer,
) =>
  (resolved !== '' && resolved === caseId) ||
  (original.messageId !== '' && original.messageId === messageId);

/** The strongest id decides; an answer to a recall of one payment need not name it. */
function matching(
  { transfers }: SentRecall,
  ids: PaymentIds,
  isOnlyOne: boolean,
): RecalledTransfer | undefined {
  for (const kind of ['uetr', 'transaction', 'instruction', 'endToEnd'] as const) {
    if (ids[kind] === '') continue;
    const found = transfers.filter((transfer) => transfer.ids[kind] === ids[kind]);
    if (found.length === 1) return found[0];
  }
  const namesNone = Object.values(ids).every((id) => id === '' || id === 'NOTPROVIDED');
  return namesNone && isOnlyOne && transfers.length === 1 ? transfers[0] : undefined;
}
