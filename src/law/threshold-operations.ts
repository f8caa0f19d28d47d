import type { OwnerKind } from '../domain/account.ts';
import type { Channel, Purpose } from '../domain/transfer.ts';
import { dayAt, dayOfDate, type WorkCalendar } from './calendar.ts';
import type { Threshold } from './grounds.ts';
import type { Founded } from './terms.ts';
import type { ThresholdQuestion } from './threshold-questions.ts';

/** Why a transfer that reaches a sum is not reported. */
export const EXEMPT_WHEN = ['not_executed', 'own', 'not_client'] as const;
export type ExemptWhen = (typeof EXEMPT_WHEN)[number];

export interface ThresholdExemption extends Founded {
  readonly id: string;
  readonly when: ExemptWhen;
  /** Only of these; all when not said. */
  readonly thresholds?: readonly string[] | undefined;
}

/** One side of a transfer, as its institution knows it. */
export interface OperationSide {
  readonly isClient: boolean;
  /** Tells two accounts of one person; null: not known. */
  readonly customer: number | null;
  readonly kind: OwnerKind;
  /** Of an organisation, 'YYYY-MM-DD'; null: not told. */
  readonly registeredOn: string | null;
}

/** One transfer of an institution. */
export interface Operation {
  readonly at: number;
  readonly amountMinor: number;
  /** ISO 4217; thresholds speak of KZT only. */
  readonly currency: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** Money left the payer: it is neither held nor refused. */
  readonly isExecuted: boolean;
  readonly payer: OperationSide;
  readonly payee: OperationSide;
}

export interface ThresholdReason {
  readonly threshold: Threshold;
  /** Code of the notice; null: this edition of the codes has none. */
  readonly operation: string | null;
  readonly ask: readonly ThresholdQuestion[];
}

export interface ThresholdFinding {
  /** Thresholds that are reached, most certain first. */
  readonly reasons: readonly ThresholdReason[];
  /** Why nothing is reported; null: it is. */
  readonly exemption: ThresholdExemption | null;
}

interface Book {
  readonly thresholds: readonly Threshold[];
  readonly exemptions: readonly ThresholdExemption[];
  readonly calendar: WorkCalendar;
}

const TIYN_PER_TENGE = 100;

/** The least sum of tenge, in minor units, that any threshold in force on the day speaks of; null: none is. */
export function leastThresholdMinor({ thresholds, calendar }: Book, at: number): number | null {
  const sums = thresholds.filter((one) => isInForce(one, calendar, at)).map(({ kzt }) => kzt);
  return sums.length === 0 ? null : Math.min(...sums) * TIYN_PER_TENGE;
}

/**
 * The thresholds that an operation reaches and what becomes of it: reported, asked about, or exempt with the reason. Undefined when
 * it reaches none. An exemption of one threshold leaves the others.
 */
export function findThresholds(book: Book, operation: Operation): ThresholdFinding | undefined {
  const reached = book.thresholds.flatMap((threshold) => {
    const reason = reasonOf(book.calendar, threshold, operation);
    return reason === undefined ? [] : [reason];
  });
  if (reached.length === 0) return undefined;
  const judged = reached.map((reason) => ({
    reason,
    exemption: exemptionOf(book.exemptions, reason, operation),
  }));
  const due = judged.filter(({ exemption }) => exemption === null).map(({ reason }) => reason);
  if (due.length > 0)
    return { reasons: due.toSorted((a, b) => a.ask.length - b.ask.length), exemption: null };
  return { reasons: reached, exemption: judged[0].exemption };
}

function isInForce({ effective: { from, to } }: Threshold, calendar: WorkCalendar, at: number) {
  const day = dayAt(calendar, at);
  return day >= dayOfDate(from) && (to === undefined || day <= dayOfDate(to));
}

function reasonOf(
  calendar: WorkCalendar,
  threshold: Threshold,
  operation: Operation,
): ThresholdReason | undefined {
  const { amountMinor, currency, channel, purpose, at } = operation;
  if (currency !== 'KZT' || amountMinor < threshold.kzt * TIYN_PER_TENGE) return undefined;
  if (!isInForce(threshold, calendar, at)) return undefined;
  if (threshold.companyMonths !== undefined)
    return ofYoungCompany(calendar, threshold, threshold.companyMonths, operation);
  if (!threshold.channel.includes(channel) && !threshold.purpose.includes(purpose))
    return undefined;
  return { threshold, operation: codeOf(threshold, operation), ask: threshold.ask ?? [] };
}

/** Asked only where the day of registration is not told; where it is, the calendar answers. */
function ofYoungCompany(
  calendar: WorkCalendar,
  threshold: Threshold,
  months: number,
  operation: Operation,
): ThresholdReason | undefined {
  const ages = [operation.payer, operation.payee]
    .filter(({ isClient, kind }) => isClient && kind === 'company')
    .map(({ registeredOn }) =>
      registeredOn === null ? 'unknown' : isYounger(calendar, registeredOn, months, operation.at),
    );
  const told = { threshold, operation: codeOf(threshold, operation) };
  if (ages.includes(true)) return { ...told, ask: [] };
  return ages.includes('unknown') ? { ...told, ask: threshold.ask ?? [] } : undefined;
}

/** Whether so many calendar months have not passed yet since a day. */
function isYounger(
  calendar: WorkCalendar,
  registeredOn: string,
  months: number,
  at: number,
): boolean {
  const [year, month, day] = registeredOn.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const grown = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)) / 86_400_000;
  const today = dayAt(calendar, at);
  return today < grown && today >= dayOfDate(registeredOn);
}

/** By the side that is the client; of two clients the payer, who ordered it. Cash that comes in is the payee's. */
function codeOf({ operation }: Threshold, { channel, payer, payee }: Operation): string | null {
  const isPayers = channel === 'cash_in' ? !payee.isClient : payer.isClient;
  return (isPayers ? operation?.payer : operation?.payee) ?? null;
}

function exemptionOf(
  exemptions: readonly ThresholdExemption[],
  { threshold }: ThresholdReason,
  operation: Operation,
): ThresholdExemption | null {
  return (
    exemptions.find(
      ({ when, thresholds }) =>
        (thresholds?.includes(threshold.id) ?? true) && EXEMPT[when](operation, threshold),
    ) ?? null
  );
}

const EXEMPT: Readonly<Record<ExemptWhen, (operation: Operation, of: Threshold) => boolean>> = {
  not_executed: ({ isExecuted }) => !isExecuted,
  own: ({ purpose, payer, payee }) =>
    purpose === 'own' || (payer.customer !== null && payer.customer === payee.customer),
  not_client: ({ channel, payer, payee }, { operation }) => {
    if (operation === undefined) return !payer.isClient && !payee.isClient;
    // Money that is put in is of the account it comes to, money that is taken out of the one it leaves.
    if (channel === 'cash_in') return !payee.isClient;
    if (channel === 'cash_out') return !payer.isClient;
    const sides = [
      ...(operation.payer === undefined ? [] : [payer]),
      ...(operation.payee === undefined ? [] : [payee]),
    ];
    return sides.every(({ isClient }) => !isClient);
  },
};
