import { exponentOf } from '../../domain/currency.ts';
import { fail, type Result } from '../../domain/errors/catalogue.ts';
import { type AntifraudMessage, MESSAGE_FORMAT } from '../../exchange/antifraud/message.ts';
import { decimalOf, messageId } from '../../exchange/antifraud/write-antifraud.ts';
import type { ReleaseBasis } from '../../law/hold-state.ts';
import { checkedMessage, type HoldMatter, holdMessageId } from './hold-message.ts';

/** How a hold ended that the centre was told of. */
export interface ReleaseMatter extends Pick<HoldMatter, 'stored' | 'institution' | 'transfer'> {
  readonly outboxId: number;
  /** Epoch ms. */
  readonly releasedAt: number;
  readonly basis: ReleaseBasis | 'returned_to_payer';
  /** The task of the notice that went by the same way; null: another system took it. */
  readonly noticeId: number | null;
}

type ToldBasis = Extract<AntifraudMessage, { kind: 'release' }>['body']['basis'];

/** What the form has a word for; the rest is between the bank and its client. */
const BASES: Readonly<Record<ReleaseMatter['basis'], ToldBasis>> = {
  cleared: 'cleared',
  le_decision: 'le_decision',
  term_over: 'term_over',
  appeal: 'appeal',
  returned_to_payer: 'returned_to_payer',
  not_the_person: 'other',
  delisted: 'other',
  authority: 'other',
};

/**
 * The end of a hold that the centre was told of: 25-1(3-1)(5) and (4). Who stands in the base of attempts stands there still.
 * Errors: QRG_ANTIFRAUD_MESSAGE for a hold that the form cannot tell.
 */
export function releaseMessage(matter: ReleaseMatter): Result<AntifraudMessage> {
  const { stored, institution, transfer, basis, noticeId } = matter;
  if (transfer === null)
    return fail('QRG_ANTIFRAUD_MESSAGE', { path: 'transfer', what: 'is not known' });
  if (exponentOf(stored.currency) === undefined)
    return fail('QRG_ANTIFRAUD_MESSAGE', { path: 'currency', what: stored.currency });
  const releasedAt = new Date(matter.releasedAt).toISOString();
  return checkedMessage({
    format: MESSAGE_FORMAT,
    id: messageId(institution.code, 'release-outbox', matter.outboxId),
    sender: institution,
    createdAt: releasedAt,
    kind: 'release',
    body: {
      transferId: transfer.id,
      ...(noticeId !== null && { hold: holdMessageId(institution.code, noticeId) }),
      releasedAt,
      basis: BASES[basis],
      amount: decimalOf(stored.heldMinor, stored.currency),
      currency: stored.currency,
    },
  });
}
