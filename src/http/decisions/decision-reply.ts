import type { z } from 'zod';
import type { Language } from '../../domain/language.ts';
import type { LegalGround } from '../../law/grounds.ts';
import { toldName } from '../../service/accounts/shown-account.ts';
import type { HoldOfTransfer } from '../../service/holds/holds-of-transfers.ts';
import type { Decided, Outcome } from '../../service/live/decided.ts';
import type { LiveService } from '../../service/live/live-service.ts';
import type { Institution } from '../../service/live/transfer-request.ts';
import type { Decision, GroundReply } from '../contract/decision.ts';

/**
 * A decision as it leaves. The accounts that look otherwise now are the two ends of this very transfer, which the asker named
 * itself, so they are told as it names them.
 */
export function decisionReply(
  decided: Decided,
  live: Pick<LiveService, 'explain' | 'accountName'>,
  { code }: Institution,
  language: Language,
  hold?: HoldOfTransfer,
): Decision {
  return {
    id: decided.id,
    seq: decided.seq,
    verdict: decided.verdict,
    score: decided.score,
    at: decided.at,
    decidedAt: decided.receivedAt,
    repeat: decided.repeat,
    signals: decided.signals.map((signal) => ({ ...signal, text: live.explain(signal, language) })),
    reconsidered: decided.reconsidered.map(({ account, before, after }) => ({
      account: { ref: account, name: toldName(live.accountName(account) ?? '', code) },
      before,
      after,
    })),
    grounds: decided.grounds.map(groundReply),
    listHits: decided.listHits.map(({ kind, listId, subject, via }) => ({
      kind,
      list: listId,
      subject,
      via,
    })),
    refundRisk: decided.refundRisk,
    ...(hold && { hold }),
  };
}

/** The transfers of an answer that are to be held: only they have a hold to look for. */
export const heldSeqs = (outcomes: readonly Outcome[]): number[] =>
  outcomes.flatMap((outcome) =>
    outcome.ok && outcome.value.verdict === 'hold' ? [outcome.value.seq] : [],
  );

function groundReply(ground: LegalGround): z.infer<typeof GroundReply> {
  const { kind, subject, provision, before, tell, threshold } = ground;
  return {
    ground: kind,
    subject,
    provisions: [provision],
    holdBefore: before,
    mustInform: tell === 'must',
    mayNotTell: tell === 'may_not',
    ...(threshold !== undefined && { threshold }),
  };
}
