import type { Localized } from '../../domain/language.ts';
import type {
  AmountBound,
  Category,
  Mark,
  Offence,
  OffenceKind,
  Tier,
} from '../offences/offence.ts';
import type { AgeRule, OffenceBook, ReleaseGround } from '../offences/offence-book.ts';
import type { EffectivePeriod, Verified } from '../terms.ts';
import type { AgeWords, Deed, LawWords, PunishmentKind } from './law-words.ts';
import { type Punishment, punishmentsOf } from './punishments.ts';

/** Where a rule stands and who compared it with the text; shown beside every rule. */
export interface Shown {
  /** Name of the act. */
  readonly act: Localized;
  readonly article: string;
  readonly edition: string;
  readonly source: string;
  readonly mark: Mark;
  readonly verified: Verified;
  readonly effective: EffectivePeriod;
}

export interface PeopleTier {
  readonly id: string;
  readonly part: string | null;
  readonly amount: AmountBound | null;
  readonly circumstances: readonly Localized[];
  readonly category: Category | null;
  /** Age from which one answers for it. */
  readonly age: number | null;
  readonly punishments: readonly Punishment[];
}

export interface PeopleProvision extends Shown {
  readonly id: string;
  readonly kind: OffenceKind;
  readonly deed: Deed | null;
  readonly ban: string | null;
  readonly earlier: 'none' | 'unread';
  readonly short: Localized;
  readonly plain: Localized;
  readonly tiers: readonly PeopleTier[];
}

export interface PeopleRelease extends Shown {
  readonly id: string;
  readonly title: Localized;
  readonly plain: Localized;
  readonly conditions: readonly Localized[];
  readonly decides: Localized;
}

export interface PeopleLimit extends Shown {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly categories: readonly Category[];
  readonly text: Localized;
}

export interface PeopleUnit {
  readonly name: Localized;
  readonly values: readonly {
    readonly value: number;
    readonly effective: EffectivePeriod;
    readonly source: string;
    readonly mark: Mark;
    readonly verified: Verified;
  }[];
}

/** The law as the portal shows it: plain data, made by the server, read by a browser that may be offline. */
export interface PeopleLaw {
  readonly country: string;
  readonly currency: string;
  readonly unit: PeopleUnit | null;
  /** Every edition of each, in the order of the words. */
  readonly provisions: readonly PeopleProvision[];
  readonly release: readonly PeopleRelease[];
  readonly ages: readonly AgeWords[];
  readonly limits: readonly PeopleLimit[];
  readonly punishments: Readonly<Record<PunishmentKind, Localized>>;
}

/**
 * Joins the words for people with the offences of a country. Every number (sanction, size, age, day) comes from the book; the
 * words only say what it means. The loader of the words has checked that each id they name is in the book.
 */
export function peopleLaw(book: OffenceBook, words: LawWords): PeopleLaw {
  return {
    country: book.country,
    currency: book.currency,
    unit: book.unit,
    provisions: words.provisions.flatMap(({ id, ...said }) =>
      book.offences
        .filter((offence) => offence.id === id)
        .map((offence) => provisionOf(book, offence, said)),
    ),
    release: words.release.map(({ id, conditions, ...said }) => {
      const ground = book.release.get(id)!;
      return {
        ...shown(book, ground),
        ...said,
        id,
        conditions: ground.conditions.map((one) => conditions[one.id]),
      };
    }),
    ages: words.ages,
    limits: book.limits.map((rule) => limitOf(book, rule)),
    punishments: Object.fromEntries(
      words.punishments.map(({ id, plain }) => [id, plain]),
    ) as Record<PunishmentKind, Localized>,
  };
}

function shown(book: OffenceBook, from: Offence | ReleaseGround | AgeRule): Shown {
  const { act, article, edition, source, mark, verified, effective } = from;
  return { act: book.acts.get(act)!.name, article, edition, source, mark, verified, effective };
}

const provisionOf = (
  book: OffenceBook,
  offence: Offence,
  said: Omit<LawWords['provisions'][number], 'id'>,
): PeopleProvision => ({
  ...shown(book, offence),
  ...said,
  id: offence.id,
  kind: offence.kind,
  earlier: offence.earlier,
  tiers: offence.tiers.map((tier) => tierOf(offence, tier)),
});

const tierOf = (offence: Offence, tier: Tier): PeopleTier => ({
  id: tier.id,
  part: tier.part,
  amount: tier.amount,
  circumstances: tier.circumstances.map(({ text }) => text),
  category: tier.category,
  age: tier.age ?? offence.age,
  punishments: tier.sanction === null ? [] : punishmentsOf(tier.sanction),
});

const limitOf = (book: OffenceBook, rule: AgeRule): PeopleLimit => ({
  ...shown(book, rule),
  id: rule.id,
  from: rule.ages.from,
  to: rule.ages.to,
  categories: rule.categories,
  text: rule.text,
});
