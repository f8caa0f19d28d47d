import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import type { Localized } from '../domain/language.ts';
import { dayAt, dayOfDate, type WorkCalendar } from './calendar.ts';

export const TERM_UNITS = ['working_days', 'calendar_days', 'hours'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

/** Who compared an entry with the official text, and when; `no` where nobody has. */
export type Verified = 'no' | { readonly by: string; readonly on: string };

/** Days ('YYYY-MM-DD', local) an edition holds for, both inclusive. */
export interface EffectivePeriod {
  readonly from: string;
  readonly to?: string | undefined;
}

/** What every entry of law says about itself. */
export interface Founded {
  /** Id of the act in acts.yaml. */
  readonly act: string;
  readonly article: string;
  readonly source: string;
  readonly mark: 'P' | 'B' | 'D' | 'house';
  readonly verified: Verified;
  readonly text: Localized;
}

export interface LegalTerm extends Founded {
  readonly id: string;
  readonly value: number;
  readonly unit: TermUnit;
  /** What a term in days does when its last day is not a working day; hours do not ask. */
  readonly ends?: 'moves' | 'stays' | undefined;
  readonly effective: EffectivePeriod;
  readonly title: Localized;
  readonly note?: string | undefined;
}

export interface Provision extends Founded {
  readonly id: string;
  readonly effective: EffectivePeriod;
}

export interface Act {
  readonly name: Localized;
  /** Date of the edition read; 'none' when only reports of it were read. */
  readonly edition: string;
  readonly read: string;
  /** Not law but Qorgan's own rule. */
  readonly house: boolean;
}

/** The terms that the code asks for by name: the loader demands an entry for each. */
export const TERM_IDS = [
  'hold',
  'le-answer',
  'afm-answer',
  'afm-suspension',
  'le-suspension',
  'account-stop',
  'suspicion-report',
  'freeze-report',
  'suspicion-found-after',
  'suspicious-activity',
  'threshold-report',
  'typology-report',
  'list-freeze',
  'afm-request',
  'afm-request-suspicious',
  'transfer-system-request',
  'fm1-rejected',
  'proposal',
  'after-explanations',
  'appeal',
] as const;
export type TermId = (typeof TERM_IDS)[number];

/** The edition of a term in force on the day of an event. Fails with QRG_LAW_TERM_PERIOD when there is none. */
export function termAt(
  terms: readonly LegalTerm[],
  calendar: WorkCalendar,
  id: TermId,
  at: number,
): Result<LegalTerm> {
  const day = dayAt(calendar, at);
  const term = terms.find((t) => t.id === id && isEffective(t.effective, day));
  return term === undefined ? fail('QRG_LAW_TERM_PERIOD', { term: id }) : ok(term);
}

const isEffective = ({ from, to }: EffectivePeriod, day: number): boolean =>
  day >= dayOfDate(from) && (to === undefined || day <= dayOfDate(to));
