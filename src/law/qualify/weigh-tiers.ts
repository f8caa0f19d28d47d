import type { Money } from '../../domain/money.ts';
import type { AmountBound, Circumstance, Measure, Offence, Tier } from '../offences/offence.ts';
import { type OffenceBook, type UnitValue, unitOn } from '../offences/offence-book.ts';
import { type CaseEvidence, type PartyEvidence, saidNo, saidYes } from './case-evidence.ts';
import type { Link } from './link.ts';
import { measure } from './measure.ts';
import type { TierFinding } from './qualification.ts';
import { type Said, type SaidArg, said } from './said.ts';
import { hintWords } from './weigh-elements.ts';

/** What is asked with: one party's act of one day, by one book. */
export interface Weighing {
  readonly book: OffenceBook;
  readonly evidence: CaseEvidence;
  readonly party: PartyEvidence;
  /** Last local day of the act: its unit of account counts. */
  readonly date: string;
}

const MINOR_PER_WHOLE = 100;

export const unitMinor = ({ value }: UnitValue): number => Math.round(value * MINOR_PER_WHOLE);

export const limitMinor = ({ units }: AmountBound, unit: UnitValue): number =>
  Math.round(units * unitMinor(unit));

export const reaches = (amountMinor: number, bound: AmountBound, unit: UnitValue): boolean =>
  bound.bound === 'at_least'
    ? amountMinor >= limitMinor(bound, unit)
    : amountMinor > limitMinor(bound, unit);

/** Parts that somebody of so many years answers by; an unknown age leaves all of them open. */
export const tiersFor = ({ tiers, age }: Offence, years: number | null): readonly Tier[] =>
  years === null
    ? tiers
    : tiers.filter((tier) => {
        const least = tier.age ?? age;
        return least === null || years >= least;
      });

/**
 * The heaviest part that facts show, and what each heavier one would need. Null where no part of the article is open to somebody
 * of that age: a part from 14 years does not open the basic one, which is from 16.
 */
export function weighTiers(
  offence: Offence,
  weighing: Weighing,
  years: number | null,
  isHinted: boolean,
): TierFinding | null {
  const open = tiersFor(offence, years);
  const shown = open.filter(
    (tier) => tier === offence.tiers[0] || whyShown(tier, weighing).length > 0,
  );
  const tier = shown.at(-1);
  if (tier === undefined) return null;
  const higher = open.slice(open.indexOf(tier) + 1);
  const why = whyShown(tier, weighing);
  return {
    tier,
    state: isHinted ? 'hinted' : 'supported',
    reasons: [
      ...(why.length === 0 && higher.length > 0 ? [said('tier_basic')] : []),
      ...why.map(({ reason }) => reason),
      ...shortOf(tier, higher, weighing),
    ],
    links: why.flatMap(({ links }) => links),
    higher: higher.map((one) => ({ tier: one, needs: needsOf(one, weighing) })),
  };
}

interface Why {
  readonly reason: Said;
  readonly links: readonly Link[];
}

function whyShown(tier: Tier, weighing: Weighing): Why[] {
  const amount = tier.amount === null ? undefined : amountWhy(tier.amount, weighing);
  const circumstances = tier.circumstances.flatMap((one) => {
    const facts = circumstanceFacts(one, weighing.party);
    return facts.length === 0
      ? []
      : [
          {
            reason: said('tier_circumstance', { what: one.text }),
            links: weighing.evidence.linksOf(facts),
          },
        ];
  });
  return [...(amount ? [amount] : []), ...circumstances];
}

function amountWhy(bound: AmountBound, weighing: Weighing): Why | undefined {
  const { book, party, date, evidence } = weighing;
  const { amountMinor, facts } = measure(party, bound.measure, book.currency);
  const unit = unitOn(book, date);
  if (amountMinor === null || unit === undefined || !reaches(amountMinor, bound, unit))
    return undefined;
  return {
    reason: said('tier_amount', arithmetic(bound, amountMinor, unit, weighing)),
    links: evidence.linksOf(facts),
  };
}

/** Facts that show it and that nobody denies. */
function circumstanceFacts({ facts, word, least }: Circumstance, party: PartyEvidence) {
  return facts
    .filter((kind) => saidNo(party, [kind]).length === 0)
    .flatMap((kind) => saidYes(party, [kind]))
    .filter(({ value }) => {
      if (word !== null) return value?.type === 'word' && value.word === word;
      if (least !== null) return value?.type === 'count' && value.count >= least;
      return true;
    });
}

function arithmetic(
  bound: AmountBound,
  amountMinor: number,
  unit: UnitValue,
  { book, date }: Pick<Weighing, 'book' | 'date'>,
): Record<string, SaidArg> {
  const money = (minor: number): Money => ({ amountMinor: minor, currency: book.currency });
  // Cut and not rounded: 199.999 must not read as 200.
  const times = Math.floor((amountMinor / unitMinor(unit)) * 100) / 100;
  return {
    measure: said(`measure_${bound.measure}`),
    sum: money(amountMinor),
    unit: money(unitMinor(unit)),
    name: book.unit?.name ?? '',
    date,
    times,
    bound: said(`bound_${bound.bound}`),
    units: bound.units,
    limit: money(limitMinor(bound, unit)),
  };
}

/** The arithmetic of the next part by size that the sum does not reach, or that no sum is named. */
function shortOf(shown: Tier, higher: readonly Tier[], weighing: Weighing): Said[] {
  const { book, party, date } = weighing;
  const next = higher.find(({ amount }) => amount !== null)?.amount;
  if (!next) return [];
  const { amountMinor } = measure(party, next.measure, book.currency);
  const unit = unitOn(book, date);
  if (amountMinor === null)
    return [said('tier_no_sum', { measure: said(`measure_${next.measure}`) })];
  if (unit === undefined || shown.amount !== null) return [];
  return [said('tier_amount_short', arithmetic(next, amountMinor, unit, weighing))];
}

function needsOf(tier: Tier, weighing: Weighing): Said {
  const needs: SaidArg[] = [
    ...(tier.amount === null ? [] : [amountNeed(tier.amount, weighing)]),
    ...tier.circumstances.map((one) => circumstanceNeed(one, weighing.party)),
    ...(tier.amount === null && tier.circumstances.length === 0 && tier.text ? [tier.text] : []),
  ];
  return said('note_data', { text: needs });
}

function circumstanceNeed({ text, hints }: Circumstance, party: PartyEvidence): SaidArg {
  const seen = hints.filter((hint) => party.hints.has(hint));
  return seen.length === 0 ? text : said('needs_hinted', { need: text, hints: hintWords(seen) });
}

function amountNeed(bound: AmountBound, weighing: Weighing): SaidArg {
  const { book, date, party } = weighing;
  const unit = unitOn(book, date);
  const words = {
    measure: said(`measure_${bound.measure}`),
    bound: said(`bound_${bound.bound}`),
    units: bound.units,
    name: book.unit?.name ?? '',
  };
  if (unit === undefined) return said('needs_units', words);
  const need = said('needs_amount', {
    ...words,
    limit: { amountMinor: limitMinor(bound, unit), currency: book.currency },
  });
  const seen = fromTransfers(bound.measure, weighing);
  const isNamed = measure(party, bound.measure, book.currency).amountMinor !== null;
  if (isNamed || !reaches(seen, bound, unit)) return need;
  return said('needs_transfers', { need, sum: { amountMinor: seen, currency: book.currency } });
}

/** What the record of transfers comes to, where the measure is money that went through accounts; never a reward. */
function fromTransfers(what: Measure, { party, book }: Weighing): number {
  const condition =
    what === 'damage'
      ? 'took_victims_money'
      : what === 'criminal_income'
        ? 'passed_money_on'
        : undefined;
  if (condition === undefined) return 0;
  const ids = new Set(party.hints.get(condition)?.map(({ id }) => id));
  return party.transfers
    .filter(({ id, currency }) => ids.has(id) && currency === book.currency)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
