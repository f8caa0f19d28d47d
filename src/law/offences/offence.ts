import type { FactKind } from '../../domain/case/case-fact.ts';
import type { Localized } from '../../domain/language.ts';
import type { EffectivePeriod, Verified } from '../terms.ts';
import type { Condition } from './condition.ts';

/**
 * What an entry is: an offence of criminal law, of administrative law, a ban of another law whose breach is no offence by
 * itself, or a duty of an institution.
 */
export const OFFENCE_KINDS = ['crime', 'administrative', 'ban', 'duty'] as const;
export type OffenceKind = (typeof OFFENCE_KINDS)[number];

/** Whose acts it speaks of: a person of the case, or the institution that reports. */
export const OFFENCE_SUBJECTS = ['person', 'institution'] as const;
export type OffenceSubject = (typeof OFFENCE_SUBJECTS)[number];

/** Weight in criminal law, lightest first (Criminal Code 10, 11). */
export const CATEGORIES = ['misdemeanour', 'minor', 'medium', 'grave', 'especially_grave'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What the size of an offence is measured on. */
export const MEASURES = ['reward', 'damage', 'criminal_income', 'financing'] as const;
export type Measure = (typeof MEASURES)[number];

export type Mark = 'P' | 'B' | 'D' | 'house';

/** Where an entry comes from; nothing is shown to a person without it. */
export interface Sourced {
  /** Id of the act. */
  readonly act: string;
  readonly article: string;
  /** Day of the edition that was read; 'none' when only reports of it were read. */
  readonly edition: string;
  readonly source: string;
  readonly mark: Mark;
  readonly verified: Verified;
  readonly effective: EffectivePeriod;
}

/** One thing that has to be so for a provision to apply. */
export interface Element {
  readonly id: string;
  /** The deed itself: where nothing speaks for it, the provision is not mentioned. */
  readonly core: boolean;
  /** Any of these, said of the person, shows it. */
  readonly facts: readonly FactKind[];
  /** Any of these, computed from the case, points to it without showing it. */
  readonly hints: readonly Condition[];
  /** Any of these, said of the person, speaks against it. */
  readonly against: readonly FactKind[];
  readonly title: Localized;
  /** Which evidence would show it. */
  readonly evidence: Localized;
}

/** What takes an act out of the provision though every element is there. */
export interface Exclusion {
  readonly id: string;
  readonly fact: FactKind;
  readonly text: Localized;
  readonly evidence: Localized;
}

/** A size in units of account (MRP): `over` leaves the bound itself out. */
export interface AmountBound {
  readonly measure: Measure;
  readonly bound: 'at_least' | 'over';
  readonly units: number;
}

/** What puts an act into a heavier tier; one without facts is judged by a lawyer alone. */
export interface Circumstance {
  readonly id: string;
  readonly facts: readonly FactKind[];
  readonly hints: readonly Condition[];
  /** The fact has to carry this word, e.g. 'large'. */
  readonly word: string | null;
  /** The fact has to carry at least this count. */
  readonly least: number | null;
  readonly text: Localized;
}

/** Up to so much, or from so much to so much. */
export type Span = number | readonly [number, number];

/** What a tier is punished by, in the order it is said; only what is there is named. */
export interface Sanction {
  /** Units of account. */
  readonly fine?: Span | undefined;
  /** Whole units of the currency, where the law knows no unit of account. */
  readonly fineMoney?: Span | undefined;
  /** Times what was taken. */
  readonly fineTimes?: readonly [number, number] | undefined;
  /** Units of account: individuals / officials and small business / medium / large business. */
  readonly fineBySubject?: readonly number[] | undefined;
  readonly warning?: boolean | undefined;
  /** Corrective works of the sum of the fine. */
  readonly works?: boolean | undefined;
  readonly worksYears?: number | undefined;
  /** Hours. */
  readonly community?: number | undefined;
  /** Days. */
  readonly arrest?: number | undefined;
  /** Years. */
  readonly restriction?: Span | undefined;
  readonly forcedLabour?: number | undefined;
  readonly prison?: Span | undefined;
  readonly life?: boolean | undefined;
  readonly confiscation?: 'always' | 'may' | undefined;
  /** Ban of an office or activity, years. */
  readonly ban?: number | undefined;
  readonly banAlways?: boolean | undefined;
}

/** What came with an edition, against the one before. */
export interface Since {
  readonly effect: 'milder' | 'stricter' | 'mixed';
  readonly text: Localized;
}

/** A part of an article: the basic one first, then the heavier ones. */
export interface Tier {
  readonly id: string;
  /** '2'; null where the number of the part was not read. */
  readonly part: string | null;
  readonly amount: AmountBound | null;
  readonly circumstances: readonly Circumstance[];
  /** Where the amount and the circumstances do not say it all. */
  readonly text: Localized | null;
  readonly sanction: Sanction | null;
  readonly category: Category | null;
  readonly limitationYears: number | null;
  /** Where it differs from the offence's own. */
  readonly age: number | null;
}

/** One edition of one offence. Ids are for ever: the same id with another period is another edition. */
export interface Offence extends Sourced {
  readonly id: string;
  readonly kind: OffenceKind;
  readonly subject: OffenceSubject;
  readonly title: Localized;
  readonly text: Localized;
  /** Age from which one answers; null: not a matter of age. */
  readonly age: number | null;
  readonly elements: readonly Element[];
  readonly exclusions: readonly Exclusion[];
  readonly tiers: readonly Tier[];
  /** Ids of grounds of release made for it. */
  readonly release: readonly string[];
  /** Ids of tiers that are the liability for not doing a duty. */
  readonly breach: readonly string[];
  /** What held before its first day: nothing, or an edition that nobody here has read. */
  readonly earlier: 'none' | 'unread';
  /** False: no passage of time ends liability. */
  readonly lapses: boolean;
  readonly since: Since | null;
  /** What a lawyer should weigh. */
  readonly note: Localized | null;
}
