import type { z } from 'zod';
import type { Language } from '../../domain/language.ts';
import type { LawComparison as Compared } from '../../law/compare/compare-law.ts';
import type { AmountBound, Offence, Sourced, Tier } from '../../law/offences/offence.ts';
import {
  holdsOn,
  type OffenceBook,
  type UnitValue,
  unitOn,
} from '../../law/offences/offence-book.ts';
import { DRAFT_TEXTS } from '../../law/qualify/draft-texts.ts';
import { argInWords, inWords, said } from '../../law/qualify/said.ts';
import { sanctionText } from '../../law/qualify/sanction-words.ts';
import { limitMinor, unitMinor } from '../../law/qualify/weigh-tiers.ts';
import type {
  LawComparison,
  LawOffence,
  LawOffences,
  LawSource,
  LawTier,
} from '../contract/law.ts';
import type { Frozen } from '../route.ts';

type Reply<T extends z.ZodType> = Frozen<z.input<T>>;

/** What puts provisions in words for their reader. */
export interface LawWords {
  readonly book: OffenceBook;
  readonly language: Language;
}

export function sourceReply(
  { act, article, edition, source, mark, verified, effective }: Sourced,
  { book, language }: LawWords,
): Reply<typeof LawSource> {
  return {
    act: book.acts.get(act)?.name[language] ?? act,
    article,
    edition,
    source,
    mark,
    verified,
    from: effective.from,
    to: effective.to ?? null,
  };
}

function amountReply(bound: AmountBound, date: string, { book, language }: LawWords) {
  const unit = unitOn(book, date);
  return {
    measure: bound.measure,
    measured: inWords(said(`measure_${bound.measure}`), language),
    bound: bound.bound,
    units: bound.units,
    unitMinor: unit === undefined ? null : unitMinor(unit),
    boundMinor: unit === undefined ? null : limitMinor(bound, unit),
    currency: book.currency,
  };
}

/** A part of an article, with sums at the unit of account of a day. */
export function tierReply(tier: Tier, date: string, words: LawWords): Reply<typeof LawTier> {
  const { book, language } = words;
  const { category, circumstances, sanction, amount } = tier;
  return {
    id: tier.id,
    part: tier.part,
    text: tierText(tier, words),
    amount: amount === null ? null : amountReply(amount, date, words),
    circumstances: circumstances.map(({ id, text, facts }) => ({
      id,
      text: text[language],
      facts,
    })),
    sanction: sanction === null ? null : sanctionText(book, sanction, date)[language],
    category,
    categoryText: category === null ? null : DRAFT_TEXTS[`category_${category}`][language],
    limitationYears: tier.limitationYears,
    age: tier.age,
  };
}

/** What sets a part apart: its own words, or its size and circumstances. */
function tierText({ text, amount, circumstances }: Tier, { book, language }: LawWords): string {
  if (text !== null) return text[language];
  const size =
    amount === null
      ? []
      : [said(`measure_${amount.measure}`), said(`bound_${amount.bound}`)].map((one) =>
          inWords(one, language),
        );
  return [
    ...(amount === null
      ? []
      : [[...size, amount.units, book.unit?.name[language] ?? ''].join(' ').trim()]),
    ...circumstances.map((one) => one.text[language]),
  ].join('; ');
}

export function offenceReply(
  offence: Offence,
  date: string,
  words: LawWords,
): Reply<typeof LawOffence> {
  const { book, language } = words;
  const { note } = offence;
  return {
    id: offence.id,
    country: book.country,
    kind: offence.kind,
    subject: offence.subject,
    title: offence.title[language],
    text: offence.text[language],
    source: sourceReply(offence, words),
    age: offence.age,
    elements: offence.elements.map(({ id, core, title, evidence, facts, hints, against }) => ({
      id,
      core,
      title: title[language],
      evidence: evidence[language],
      facts,
      hints,
      against,
    })),
    exclusions: offence.exclusions.map(({ id, fact, text, evidence }) => ({
      id,
      fact,
      text: text[language],
      evidence: evidence[language],
    })),
    tiers: offence.tiers.map((tier) => tierReply(tier, date, words)),
    release: releaseOf(offence, date, words),
    breach: offence.breach,
    note: note === null ? null : note[language],
  };
}

const releaseOf = ({ id, kind, release }: Offence, date: string, words: LawWords) =>
  kind !== 'crime'
    ? []
    : [...words.book.release.values()]
        .filter(
          (ground) =>
            holdsOn(ground.effective, date) &&
            !ground.except.includes(id) &&
            (ground.general || release.includes(ground.id)),
        )
        .map((ground) => ({
          id: ground.id,
          title: ground.title[words.language],
          text: ground.text[words.language],
          source: sourceReply(ground, words),
        }));

const unitReply = (value: UnitValue | undefined, { book, language }: LawWords) =>
  value === undefined
    ? null
    : {
        name: book.unit?.name[language] ?? '',
        from: value.effective.from,
        valueMinor: unitMinor(value),
        currency: book.currency,
        source: value.source,
        mark: value.mark,
        verified: value.verified,
      };

export function offencesReply(
  offences: readonly Offence[],
  countries: readonly string[],
  date: string,
  words: LawWords,
): Reply<typeof LawOffences> {
  return {
    country: words.book.country,
    countries,
    on: date,
    unit: unitReply(unitOn(words.book, date), words),
    items: offences.map((offence) => offenceReply(offence, date, words)),
  };
}

export function comparisonReply(
  { from, to, units, added, removed, unread, changed, same }: Compared,
  words: LawWords,
): Reply<typeof LawComparison> {
  const { book, language } = words;
  const text = (said: Compared['changed'][number]['changes'][number]['before']) =>
    said === null ? null : argInWords(said, language);
  return {
    country: book.country,
    from,
    to,
    units: { from: unitReply(units.from, words), to: unitReply(units.to, words) },
    added: added.map((offence) => offenceReply(offence, to, words)),
    removed: removed.map((offence) => offenceReply(offence, from, words)),
    unread: unread.map((offence) => offenceReply(offence, to, words)),
    changed: changed.map(({ before, after, changes }) => ({
      id: after.id,
      before: offenceReply(before, from, words),
      after: offenceReply(after, to, words),
      changes: changes.map((change) => ({
        where: change.where[language],
        tier: change.tier,
        before: text(change.before),
        after: text(change.after),
      })),
    })),
    same,
  };
}
