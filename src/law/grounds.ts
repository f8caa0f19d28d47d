import type { Channel, Purpose } from '../domain/transfer.ts';
import type { Subject, VerdictName } from '../engine/verdict.ts';
import type { ListKind } from '../screening/lists/list-kind.ts';
import { dayOfDate, startOfDay, type WorkCalendar } from './calendar.ts';
import type { EffectivePeriod, Founded } from './terms.ts';
import type { ThresholdQuestion } from './threshold-questions.ts';

export const GROUND_KINDS = [
  'terror_list',
  'sanctions_list',
  'party_in_events',
  'party_in_attempts',
  'client_complaint',
  'le_information',
  'internal_rules',
  'aml_suspicion',
  'afm_suspension',
  'account_stop',
  'threshold',
] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export const REGIMES = ['payments', 'suspension', 'terror', 'sanctions', 'report'] as const;
export type Regime = (typeof REGIMES)[number];

/** Hold before execution. */
export type HoldBefore = 'required' | 'permitted' | 'none';
/** Telling the client: a duty (payments law), a liberty (freezing), forbidden (AML law 11(5)). */
export type Tell = 'must' | 'may' | 'may_not';

/** What a kind of ground stands on; data/law/<country>/grounds.yaml. */
export interface GroundRule {
  readonly kind: GroundKind;
  readonly regime: Regime;
  /** Provision id, e.g. 'kz.payments.25-1.2.4'. */
  readonly provision: string;
  readonly before: HoldBefore;
  readonly tell: Tell;
  readonly tellBy: string;
  /** Two persons release. */
  readonly twoPeople: boolean;
}

/** A reason in law about one transfer; small and plain, so that journals and rows keep it as JSON. */
export interface LegalGround {
  readonly kind: GroundKind;
  /** Which side it speaks of; null: the transfer as such. */
  readonly subject: Subject | null;
  readonly provision: string;
  readonly before: HoldBefore;
  readonly tell: Tell;
  /** Id of the threshold that was reached, in a ground of kind 'threshold'. */
  readonly threshold?: string;
}

export interface Threshold extends Founded {
  readonly id: string;
  readonly kzt: number;
  readonly channel: readonly Channel[];
  readonly purpose: readonly Purpose[];
  readonly effective: EffectivePeriod;
  /** Of the notice that it takes; the path of a decision does not ask. */
  readonly operation?:
    | { readonly payer?: string | undefined; readonly payee?: string | undefined }
    | undefined;
  /** Only for operations of an organisation registered less than so many months ago. */
  readonly companyMonths?: number | undefined;
  /** What only a person can say. */
  readonly ask?: readonly ThresholdQuestion[];
}

/** What is known of one transfer at the moment of decision. */
export interface GroundFacts {
  readonly at: number;
  readonly verdict: VerdictName;
  readonly hits: readonly { readonly subject: Subject; readonly kind: ListKind }[];
  readonly amountMinor: number;
  /** ISO 4217; thresholds speak of KZT only. */
  readonly currency: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
}

export interface GroundsFound {
  /** Weightiest first; always in the order of GROUND_KINDS, payer before payee. */
  readonly grounds: readonly LegalGround[];
  /** The strictest of the grounds. */
  readonly holdBefore: HoldBefore;
  /** The payee stands in the base of events now: executing the transfer makes the bank answer for it (25-1(7)). */
  readonly refundRisk: boolean;
  /** At least one ground obliges to tell the client, of that ground. */
  readonly mustInform: boolean;
  /** At least one ground may not be told, and only that one. */
  readonly mayNotTell: boolean;
}

interface ReadyThreshold {
  readonly ground: LegalGround;
  readonly amountMinor: number;
  readonly channel: readonly Channel[];
  readonly purpose: readonly Purpose[];
  readonly fromAt: number;
  readonly beforeAt: number;
}

/** Grounds made once, so that deciding a transfer only picks among them. */
export interface GroundBook {
  readonly rules: ReadonlyMap<GroundKind, GroundRule>;
  /** At 2 x index of the kind among LISTED_KINDS, + 1 for the payee. */
  readonly byHit: readonly LegalGround[];
  readonly byVerdict: LegalGround;
  readonly thresholds: readonly ReadyThreshold[];
}

/** Kinds that a hit can give. Bits of a mask: the order is that of GROUND_KINDS. */
const LISTED_KINDS = [
  'terror_list',
  'sanctions_list',
  'party_in_events',
  'party_in_attempts',
  'internal_rules',
] as const satisfies readonly GroundKind[];

/** A list of droppers, of another bank or of our own is what the bank's internal documents rely on: 25-1(2)(3). */
const BIT_OF_LIST: Readonly<Record<ListKind, number>> = {
  terror: 0,
  sanctions: 2,
  events: 4,
  attempts: 6,
  dropper: 8,
  cooperating_bank: 8,
  internal: 8,
  // Past the last: public office is no ground for anything here.
  pep: 10,
};

const TIYN_PER_TENGE = 100;
const PAYEE_IN_EVENTS = 1 << (BIT_OF_LIST.events + 1);
const NOTHING: GroundsFound = {
  grounds: [],
  holdBefore: 'none',
  refundRisk: false,
  mustInform: false,
  mayNotTell: false,
};

/** `rules` has every kind once; the loader has checked it. */
export function buildGrounds(
  rules: readonly GroundRule[],
  thresholds: readonly Threshold[],
  calendar: WorkCalendar,
): GroundBook {
  const byKind = new Map(rules.map((rule) => [rule.kind, rule]));
  return {
    rules: byKind,
    byHit: LISTED_KINDS.flatMap((kind) =>
      (['payer', 'payee'] as const).map((subject) => groundOf(byKind.get(kind)!, subject)),
    ),
    byVerdict: groundOf(byKind.get('internal_rules')!, null),
    thresholds: thresholds.map((threshold) => ({
      ground: { ...groundOf(byKind.get('threshold')!, null), threshold: threshold.id },
      amountMinor: threshold.kzt * TIYN_PER_TENGE,
      channel: threshold.channel,
      purpose: threshold.purpose,
      fromAt: startOfDay(calendar, dayOfDate(threshold.effective.from)),
      beforeAt:
        threshold.effective.to === undefined
          ? Number.POSITIVE_INFINITY
          : startOfDay(calendar, dayOfDate(threshold.effective.to) + 1),
    })),
  };
}

/** A ground of a kind as the rules describe it; for grounds that a person names. */
export function groundOf(rule: GroundRule, subject: Subject | null): LegalGround {
  const { kind, provision, before, tell } = rule;
  return Object.freeze({ kind, subject, provision, before, tell });
}

/**
 * The grounds in law of one transfer. Called in the path of a decision: no search, no clock, no text. A verdict `hold` is a
 * sign of the bank's internal rules and permits a hold; it never makes an operation "suspicious" in the sense of the AML law,
 * which only a person can (13(2)).
 */
export function groundsFor(book: GroundBook, facts: GroundFacts): GroundsFound {
  let mask = 0;
  for (const { subject, kind } of facts.hits)
    mask |= 1 << (BIT_OF_LIST[kind] + (subject === 'payee' ? 1 : 0));
  const grounds: LegalGround[] = [];
  if (mask !== 0)
    for (let bit = 0; bit < book.byHit.length; bit++)
      if ((mask & (1 << bit)) !== 0) grounds.push(book.byHit[bit]);
  if (facts.verdict === 'hold') grounds.push(book.byVerdict);
  for (const threshold of book.thresholds)
    if (reaches(facts, threshold)) grounds.push(threshold.ground);
  if (grounds.length === 0) return NOTHING;
  return {
    grounds,
    holdBefore: strictest(grounds),
    refundRisk: (mask & PAYEE_IN_EVENTS) !== 0,
    mustInform: grounds.some((ground) => ground.tell === 'must'),
    mayNotTell: grounds.some((ground) => ground.tell === 'may_not'),
  };
}

function reaches(facts: GroundFacts, threshold: ReadyThreshold): boolean {
  return (
    facts.amountMinor >= threshold.amountMinor &&
    facts.currency === 'KZT' &&
    facts.at >= threshold.fromAt &&
    facts.at < threshold.beforeAt &&
    (threshold.channel.includes(facts.channel) || threshold.purpose.includes(facts.purpose))
  );
}

function strictest(grounds: readonly LegalGround[]): HoldBefore {
  if (grounds.some((ground) => ground.before === 'required')) return 'required';
  return grounds.some((ground) => ground.before === 'permitted') ? 'permitted' : 'none';
}
