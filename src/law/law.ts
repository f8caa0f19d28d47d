import type { Localized } from '../domain/language.ts';
import type { Purpose } from '../domain/transfer.ts';
import type { WorkCalendar } from './calendar.ts';
import type { GroundBook, Regime, Threshold } from './grounds.ts';
import type { NoticeBook } from './notice-book.ts';
import type { Act, Founded, LegalTerm, Provision, Verified } from './terms.ts';
import type { ThresholdExemption } from './threshold-operations.ts';

/** The law of one country as data, read and checked by src/service/law. */
export interface Law {
  readonly country: string;
  readonly acts: ReadonlyMap<string, Act>;
  readonly calendar: WorkCalendar;
  /** Every edition of every term. */
  readonly terms: readonly LegalTerm[];
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly grounds: GroundBook;
  readonly thresholds: readonly Threshold[];
  readonly exemptions: readonly ThresholdExemption[];
  /** Thresholds of the law that fields of a transfer do not show. */
  readonly untoldThresholds: readonly Localized[];
  readonly income: readonly IncomeRule[];
  readonly services: readonly LimitedService[];
  readonly minimumWages: readonly MinimumWage[];
  readonly notices: NoticeBook;
}

/** Income that a hold of some regime does not take. */
export interface IncomeRule extends Founded {
  readonly id: string;
  readonly regime: Regime;
  readonly purpose: Purpose;
  /** `minimum_wage`: up to one a calendar month for each member of the family. */
  readonly share: 'whole' | 'minimum_wage';
  /** The person has to ask for it. */
  readonly asked: boolean;
}

/** A service that goes on for a held person. */
export interface LimitedService extends Founded {
  readonly id: string;
  readonly regimes: readonly Regime[];
}

export interface MinimumWage {
  readonly year: number;
  readonly kzt: number;
  readonly source: string;
  readonly mark: 'P' | 'B' | 'D';
  readonly verified: Verified;
}
