import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Subject } from '../../engine/verdict.ts';
import { type GroundKind, groundOf, type LegalGround } from '../../law/grounds.ts';
import type {
  AfmOutcome,
  HoldAction,
  HoldActionKind,
  LeOutcome,
  ReleaseBasis,
} from '../../law/hold-state.ts';
import type { Law } from '../../law/law.ts';
import type { Principal } from '../access/principal.ts';

/** A ground that a person names. */
export interface NamedGround {
  readonly kind: GroundKind;
  readonly subject: Subject | null;
}

/** What a person asks to do with a hold; `reason` is that person's words. */
export type HoldRequest = { readonly reason: string } & (
  | {
      readonly kind: 'place';
      readonly grounds?: readonly NamedGround[] | undefined;
      readonly notProtectedBecause?: string | undefined;
    }
  | { readonly kind: 'add_ground'; readonly grounds: readonly NamedGround[] }
  | {
      readonly kind:
        | 'ask'
        | 'answer'
        | 'notify_centre'
        | 'report_afm'
        | 'ask_release'
        | 'refuse'
        | 'appeal';
    }
  | { readonly kind: 'le_decision'; readonly outcome: LeOutcome; readonly decidedAt: number }
  | { readonly kind: 'afm_decision'; readonly outcome: AfmOutcome; readonly decidedAt: number }
  | {
      readonly kind: 'release';
      readonly basis: ReleaseBasis;
      readonly acknowledgedRefundDuty?: boolean | undefined;
    }
  | { readonly kind: 'return_money'; readonly prosecutorAgreed: boolean }
  | {
      readonly kind: 'decide_appeal';
      readonly granted: boolean;
      readonly acknowledgedRefundDuty?: boolean | undefined;
    }
);

/** Grounds that a person may name; a threshold is no ground to stop money. */
const NOT_NAMED: readonly GroundKind[] = ['threshold'];
const REASON_LEAST = 5;
const REASON_MOST = 2_000;

/** Throws QRG_HOLD_PERSON for a program. */
export function personOf(principal: Principal): { id: number; roles: readonly string[] } {
  if (principal.kind !== 'user') throw new QorganError('QRG_HOLD_PERSON');
  return { id: principal.id, roles: principal.roles };
}

/** Throws QRG_HOLD_REASON when there is none, or too long a one. */
export function checkReason(reason: string): string {
  const words = reason.trim();
  if (words.length < REASON_LEAST || words.length > REASON_MOST)
    throw new QorganError('QRG_HOLD_REASON', { least: REASON_LEAST, most: REASON_MOST });
  return words;
}

/** Named grounds as the law describes them. Throws QRG_HOLD_GROUND. */
export function groundsNamed(law: Law, named: readonly NamedGround[] = []): LegalGround[] {
  return named.map(({ kind, subject }) => {
    const rule = law.grounds.rules.get(kind);
    if (rule === undefined || NOT_NAMED.includes(kind)) throw new QorganError('QRG_HOLD_GROUND');
    return groundOf(rule, subject);
  });
}

/** A request as an act of the law; `payeeInEvents` as it is at this moment. Throws QRG_HOLD_GROUND, QRG_HOLD_TIME. */
export function actionOf(
  law: Law,
  request: HoldRequest,
  by: { id: number; roles: readonly string[] },
  at: number,
  payeeInEvents: boolean,
): HoldAction {
  const act = { by, at };
  switch (request.kind) {
    case 'place':
    case 'add_ground':
      return { ...act, kind: request.kind, grounds: groundsNamed(law, request.grounds) };
    case 'le_decision':
      return { ...act, kind: 'le_decision', ...decision(request, at) };
    case 'afm_decision':
      return { ...act, kind: 'afm_decision', ...decision(request, at) };
    case 'release':
      return { ...act, kind: 'release', basis: request.basis, ...refund(request, payeeInEvents) };
    case 'return_money':
      return { ...act, kind: 'return_money', prosecutorAgreed: request.prosecutorAgreed };
    case 'decide_appeal':
      return {
        ...act,
        kind: 'decide_appeal',
        granted: request.granted,
        ...refund(request, payeeInEvents),
      };
    default:
      return { ...act, kind: request.kind };
  }
}

function decision<T>({ outcome, decidedAt }: { outcome: T; decidedAt: number }, now: number) {
  if (!Number.isSafeInteger(decidedAt) || decidedAt > now || decidedAt < 0)
    throw new QorganError('QRG_HOLD_TIME');
  return { outcome, decidedAt };
}

const refund = (
  request: { readonly acknowledgedRefundDuty?: boolean | undefined },
  payeeInEvents: boolean,
) => ({ payeeInEvents, acknowledgedRefundDuty: request.acknowledgedRefundDuty === true });

/** Acts for which the duty to refund is looked at. */
export const asksRefund = (kind: HoldActionKind): boolean =>
  kind === 'release' || kind === 'decide_appeal';
