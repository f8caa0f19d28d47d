import type { FactKind } from '../../domain/case/case-fact.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Localized } from '../../domain/language.ts';
import type { Act, EffectivePeriod, Verified } from '../terms.ts';
import type { Category, Mark, Offence, Sourced, Tier } from './offence.ts';

/** The value of the unit of account (MRP) over a period. */
export interface UnitValue {
  /** Whole units of the currency. */
  readonly value: number;
  readonly effective: EffectivePeriod;
  readonly source: string;
  readonly mark: Mark;
  readonly verified: Verified;
}

export interface Unit {
  readonly name: Localized;
  readonly values: readonly UnitValue[];
}

export interface CategoryRule {
  readonly id: Category;
  readonly limitationYears: number;
}

/** Both inclusive, full years on the day of the act. */
export interface Ages {
  readonly from: number;
  readonly to: number;
}

/** What a ground of release asks for. */
export interface ReleaseCondition {
  readonly id: string;
  readonly asks:
    | { readonly kind: 'fact'; readonly fact: FactKind }
    | { readonly kind: 'other_offence'; readonly other: 'any' | 'crime' }
    | { readonly kind: 'judged' };
  /** Weights for which it is not asked. */
  readonly butNot: readonly Category[];
  readonly text: Localized;
}

export interface ReleaseGround extends Sourced {
  readonly id: string;
  readonly effect: 'must' | 'may';
  readonly general: boolean;
  readonly categories: readonly Category[];
  readonly tiers: readonly string[];
  readonly ages: Ages | null;
  readonly except: readonly string[];
  readonly closedBy: readonly FactKind[];
  readonly conditions: readonly ReleaseCondition[];
  readonly title: Localized;
  readonly text: Localized;
}

/** A rule for the young. */
export interface AgeRule extends Sourced {
  readonly id: string;
  readonly ages: Ages;
  readonly categories: readonly Category[];
  readonly text: Localized;
}

/** The offences of one country as data, read and checked by src/service/law/load-offences.ts. */
export interface OffenceBook {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly currency: string;
  /** Its days begin at this distance from UTC. */
  readonly offsetMs: number;
  readonly acts: ReadonlyMap<string, Act>;
  readonly unit: Unit | null;
  readonly categories: ReadonlyMap<Category, CategoryRule>;
  /** Where the years of limitation come from; null: not read. */
  readonly limitation: (Sourced & { readonly halvedUnder: number | null }) | null;
  /** Where it says which day's law counts; null: not read. */
  readonly time: (Sourced & { readonly milderReachesBack: boolean }) | null;
  /** Every edition of every offence. */
  readonly offences: readonly Offence[];
  readonly release: ReadonlyMap<string, ReleaseGround>;
  readonly limits: readonly AgeRule[];
  readonly protection: readonly AgeRule[];
}

export const holdsOn = ({ from, to }: EffectivePeriod, date: string): boolean =>
  date >= from && (to === undefined || date <= to);

export const offencesOn = (book: OffenceBook, date: string): Offence[] =>
  book.offences.filter(({ effective }) => holdsOn(effective, date));

/** The edition of an offence that held on a day. Fails with QRG_LAW_OFFENCE_UNKNOWN, QRG_LAW_OFFENCE_PERIOD. */
export function offenceOn(book: OffenceBook, id: string, date: string): Result<Offence> {
  const editions = book.offences.filter((offence) => offence.id === id);
  if (editions.length === 0) return fail('QRG_LAW_OFFENCE_UNKNOWN', { offence: id });
  const found = editions.find(({ effective }) => holdsOn(effective, date));
  return found === undefined ? fail('QRG_LAW_OFFENCE_PERIOD', { offence: id, date }) : ok(found);
}

/** The unit of account on a day; undefined where its value is not in the table. */
export const unitOn = (book: OffenceBook, date: string): UnitValue | undefined =>
  book.unit?.values.find(({ effective }) => holdsOn(effective, date));

/** A part of an article by its id, among the editions that hold on a day. */
export function tierOn(
  book: OffenceBook,
  id: string,
  date: string,
): { readonly offence: Offence; readonly tier: Tier } | undefined {
  for (const offence of offencesOn(book, date)) {
    const tier = offence.tiers.find((one) => one.id === id);
    if (tier !== undefined) return { offence, tier };
  }
  return undefined;
}

const DAY_MS = 86_400_000;

/** The local day of a moment, 'YYYY-MM-DD'. */
export const dateAt = ({ offsetMs }: Pick<OffenceBook, 'offsetMs'>, at: number): string =>
  new Date(Math.floor((at + offsetMs) / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
