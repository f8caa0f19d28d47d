import type { HoldAct } from '../api.ts';
import { momentTold } from '../pieces/moment-text.ts';

export type ActKind = HoldAct['kind'];

/** Acts in the order in which a hold usually goes; those that end it stand last. */
export const ACT_KINDS = [
  'place',
  'ask',
  'answer',
  'notify_centre',
  'le_decision',
  'report_afm',
  'afm_decision',
  'add_ground',
  'appeal',
  'decide_appeal',
  'ask_release',
  'release',
  'return_money',
  'refuse',
] as const satisfies readonly ActKind[];

/** Acts that take something from somebody, or let money go: their buttons stand apart. */
export const isGrave = (kind: ActKind): boolean =>
  kind === 'release' || kind === 'refuse' || kind === 'return_money';

/** What a person has filled in, whatever the act; each act takes its own part of it. */
export interface ActForm {
  readonly reason: string;
  readonly outcome: string;
  /** 'YYYY-MM-DDTHH:MM', time of Kazakhstan. */
  readonly decidedAt: string;
  readonly basis: string;
  readonly acknowledged: boolean;
  readonly granted: boolean;
  readonly prosecutor: boolean;
  readonly ground: string;
  readonly subject: 'payer' | 'payee' | '';
  readonly notProtected: string;
}

export const EMPTY_FORM: ActForm = {
  reason: '',
  outcome: '',
  decidedAt: '',
  basis: '',
  acknowledged: false,
  granted: false,
  prosecutor: false,
  ground: '',
  subject: '',
  notProtected: '',
};

type Grounds = NonNullable<Extract<HoldAct, { kind: 'place' }>['grounds']>;

const groundsOf = ({ ground, subject }: ActForm): Grounds =>
  ground === ''
    ? []
    : [{ kind: ground as Grounds[number]['kind'], subject: subject === '' ? null : subject }];

/** The act as the API takes it. What the form cannot know to be wrong the server says. */
export function actOf(kind: ActKind, form: ActForm, refundDuty: boolean): HoldAct {
  const reason = form.reason.trim();
  const refund = refundDuty ? { acknowledgedRefundDuty: form.acknowledged } : {};
  const decidedAt = momentTold(form.decidedAt);
  switch (kind) {
    case 'place': {
      const grounds = groundsOf(form);
      const words = form.notProtected.trim();
      return {
        kind,
        reason,
        ...(grounds.length > 0 && { grounds }),
        ...(words !== '' && { notProtectedBecause: words }),
      };
    }
    case 'add_ground':
      return { kind, reason, grounds: groundsOf(form) };
    case 'le_decision':
      return { kind, reason, decidedAt, outcome: form.outcome as 'keep' };
    case 'afm_decision':
      return { kind, reason, decidedAt, outcome: form.outcome as 'suspend' };
    case 'release':
      return { kind, reason, basis: form.basis as 'cleared', ...refund };
    case 'return_money':
      return { kind, reason, prosecutorAgreed: form.prosecutor };
    case 'decide_appeal':
      return { kind, reason, granted: form.granted, ...(form.granted && refund) };
    default:
      return { kind, reason };
  }
}
