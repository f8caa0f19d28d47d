import type { OwnerKind } from '../../domain/account.ts';
import type { Localized } from '../../domain/language.ts';
import type { DueDiligence, RiskLevel, RiskMeasure } from './rating.ts';
import type { ReviewEvent } from './review-events.ts';

/**
 * How well something is founded: P text of the act read, A official statistics or checked by running, B press quoting a named
 * authority, C secondary or draft, M practitioners' knowledge, D derived, house: chosen by this project.
 */
export const RISK_MARKS = ['P', 'A', 'B', 'C', 'M', 'D', 'house'] as const;
export type RiskMark = (typeof RISK_MARKS)[number];

/** Where an entry comes from, and since when it holds. */
export interface RiskSource {
  /** Act, article and edition; press; or why the house chose so. */
  readonly source: string;
  /** Day of the edition or the publication, of a house rule the day it was chosen: 'YYYY-MM-DD'. */
  readonly date: string;
  readonly mark: RiskMark;
  /** Who compared it with the official text, and when. */
  readonly verified: 'no' | { readonly by: string; readonly on: string };
  /** Local day from which it holds, 'YYYY-MM-DD'. */
  readonly validFrom: string;
  /** What is in doubt: sources that disagree, texts that could not be read. */
  readonly note?: string | undefined;
}

/** From which value of the factor how many points, and what is to be done then. */
export interface RiskStep {
  readonly from: number;
  readonly points: number;
  readonly measures: readonly string[];
}

export interface RiskFactor extends RiskSource {
  readonly id: string;
  /**
   * A 'circumstance' is what many honest people share (an age, a dormitory, opening by phone): all of them together never make
   * a rating high. A 'sign' may.
   */
  readonly weighs: 'circumstance' | 'sign';
  /** Ascending; the last one reached counts. */
  readonly steps: readonly RiskStep[];
  readonly limits: Readonly<Record<string, number>>;
  /** The customer is known at least this closely, whatever the level. */
  readonly dueDiligence?: DueDiligence | undefined;
  /** With {names} of the factor's facts. */
  readonly text: Localized;
}

export interface MeasureRule extends RiskSource {
  readonly id: string;
  readonly kind: RiskMeasure['kind'];
  /** Asked of these only. */
  readonly of?: readonly OwnerKind[] | undefined;
  readonly text: Localized;
}

/** What happened, and whether a person then looks at the customer anew. */
export interface EventRule extends RiskSource {
  readonly id: ReviewEvent;
  /** 'on_rise': only where the level rose. */
  readonly review: 'always' | 'on_rise' | 'never';
  readonly text: Localized;
}

/** Points from which a level begins, and the most that all circumstances together may give. */
export interface RiskLevels extends RiskSource {
  readonly medium: number;
  readonly high: number;
  readonly circumstancesMost: number;
}

/** How a link between customers is explained. */
export interface LinkLimits extends RiskSource {
  /** People at one address, or on one landline, whom a household explains. */
  readonly householdMost: number;
  /** Unrelated customers from which an address or an IP is a dormitory, an office, a mobile network. */
  readonly crowdFrom: { readonly address: number; readonly ip: number };
}

/** Days from one look at a customer to the next at the latest. */
export interface ReviewPeriods extends RiskSource {
  readonly days: Readonly<Record<RiskLevel, number>>;
}

/** How one institution rates its customers: data/risk/<country>/parameters.yaml. */
export interface RiskParameters {
  readonly country: string;
  readonly version: string;
  readonly levels: RiskLevels;
  readonly links: LinkLimits;
  readonly review: ReviewPeriods;
  /** By id. */
  readonly factors: ReadonlyMap<string, RiskFactor>;
  readonly measures: ReadonlyMap<string, MeasureRule>;
  readonly dueDiligence: Readonly<Record<DueDiligence, readonly string[]>>;
  readonly events: ReadonlyMap<ReviewEvent, EventRule>;
  /** Words for the facts of reasons that are ids: kinds of lists, of public office. */
  readonly words: Readonly<Record<string, Localized>>;
}
