import type { TakedownAct } from '../api.ts';
import { momentTold } from '../pieces/moment-text.ts';

export type ActKind = TakedownAct['kind'];

/** Acts in the order in which a request goes; the one that takes it back stands last. */
export const ACT_KINDS = [
  'seal',
  'send',
  'acknowledge',
  'remove',
  'partly',
  'refuse',
  'withdraw',
] as const satisfies readonly ActKind[];

/** What a person has filled in, whatever the act; each act takes its own part of it. */
export interface ActForm {
  readonly reason: string;
  readonly number: string;
  /** 'YYYY-MM-DDTHH:MM', time of Kazakhstan. */
  readonly at: string;
  readonly wasWrong: boolean;
  /** Id of a sealed copy; '' to fetch the page now. */
  readonly capture: string;
}

/** The act as the API takes it. */
export function actOf(kind: ActKind, form: ActForm): TakedownAct {
  const reason = form.reason.trim();
  const answeredAt = momentTold(form.at);
  switch (kind) {
    case 'seal':
      return { kind, reason, ...(form.capture !== '' && { capture: Number(form.capture) }) };
    case 'send':
      return { kind, reason, number: form.number.trim(), sentAt: momentTold(form.at) };
    case 'refuse':
      return { kind, reason, answeredAt, wasWrong: form.wasWrong };
    case 'withdraw':
      return { kind, reason };
    default:
      return { kind, reason, answeredAt };
  }
}

/** Acts that tell when something was done elsewhere. */
export const hasMoment = (kind: ActKind): boolean => kind !== 'seal' && kind !== 'withdraw';
