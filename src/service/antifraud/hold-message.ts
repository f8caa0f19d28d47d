import { exponentOf } from '../../domain/currency.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import {
  type AntifraudGround,
  type AntifraudMessage,
  type AntifraudSide,
  antifraudMessageSchema,
  MESSAGE_FORMAT,
} from '../../exchange/antifraud/message.ts';
import { decimalOf, messageId } from '../../exchange/antifraud/write-antifraud.ts';
import type { GroundKind } from '../../law/grounds.ts';
import type { StoredHold } from '../holds/hold-row.ts';

/** Grounds of the payments law as 25-1(2) numbers them; other regimes are not the centre's. */
const GROUNDS: Partial<Record<GroundKind, AntifraudGround>> = {
  party_in_events: 'in_database',
  party_in_attempts: 'in_database',
  client_complaint: 'client_complaint',
  le_information: 'law_enforcement',
  internal_rules: 'internal_rules',
};

/** What of a hold the message is made of; the sides are the payer's and the payee's. */
export interface HoldMatter {
  readonly outboxId: number;
  readonly createdAt: number;
  readonly stored: StoredHold;
  readonly institution: { readonly code: string; readonly name: string };
  /** As the bank names the transfer; null: the hold is of one that the store no longer has. */
  readonly transfer: { readonly id: string; readonly at: number } | null;
  readonly payer: AntifraudSide | null;
  readonly payee: AntifraudSide | null;
}

/**
 * The notice to the centre of 25-1(3-1)(6): there are grounds, law enforcement is told through the centre, the client is put into
 * the base of attempts. Errors: QRG_ANTIFRAUD_MESSAGE for a hold that the form cannot tell.
 */
export function holdMessage(matter: HoldMatter): Result<AntifraudMessage> {
  const { stored, institution, transfer, payer, payee } = matter;
  if (transfer === null || payer === null || payee === null)
    return fail('QRG_ANTIFRAUD_MESSAGE', { path: 'transfer', what: 'is not known' });
  if (exponentOf(stored.currency) === undefined)
    return fail('QRG_ANTIFRAUD_MESSAGE', { path: 'currency', what: stored.currency });
  const grounds = new Set(stored.hold.grounds.flatMap(({ kind }) => GROUNDS[kind] ?? []));
  return checkedMessage({
    format: MESSAGE_FORMAT,
    id: holdMessageId(institution.code, matter.outboxId),
    sender: institution,
    createdAt: iso(matter.createdAt),
    kind: 'hold',
    body: {
      transfer: {
        id: transfer.id,
        at: iso(transfer.at),
        amount: decimalOf(stored.amountMinor, stored.currency),
        currency: stored.currency,
        payer,
        payee,
      },
      heldAmount: decimalOf(stored.heldMinor, stored.currency),
      placedAt: iso(stored.hold.course.suspendedAt),
      grounds: [...grounds],
      attempt: true,
    },
  });
}

/** The id of the notice that a task of the outbox is. */
export const holdMessageId = (institution: string, outboxId: number): string =>
  messageId(institution, 'hold-outbox', outboxId);

/** A message held to the form. Errors: QRG_ANTIFRAUD_MESSAGE. */
export function checkedMessage(made: unknown): Result<AntifraudMessage> {
  const told = antifraudMessageSchema.safeParse(made);
  if (told.success) return ok(told.data);
  const [issue] = told.error.issues;
  return fail('QRG_ANTIFRAUD_MESSAGE', {
    path: issue?.path.join('.') ?? '',
    what: issue?.message ?? '',
  });
}

const iso = (at: number): string => new Date(at).toISOString();
