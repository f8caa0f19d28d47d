import type { Localized } from '../../domain/language.ts';
import type { Offence, Tier } from '../offences/offence.ts';
import { type OffenceBook, offencesOn, type UnitValue, unitOn } from '../offences/offence-book.ts';
import { type Said, type SaidArg, said } from '../qualify/said.ts';
import { sanctionText } from '../qualify/sanction-words.ts';
import { limitMinor } from '../qualify/weigh-tiers.ts';
import { COMPARE_TEXTS } from './compare-texts.ts';

/** One thing that differs between the law of two days; null: not there on that day. */
export interface LawChange {
  readonly where: Localized;
  /** Id of the part, where it is about one. */
  readonly tier: string | null;
  readonly before: Localized | Said | null;
  readonly after: Localized | Said | null;
}

export interface ChangedOffence {
  readonly before: Offence;
  readonly after: Offence;
  readonly changes: readonly LawChange[];
}

export interface LawComparison {
  readonly from: string;
  readonly to: string;
  readonly units: { readonly from: UnitValue | undefined; readonly to: UnitValue | undefined };
  readonly added: readonly Offence[];
  readonly removed: readonly Offence[];
  readonly changed: readonly ChangedOffence[];
  /** Editions of the first day that nobody here has read: nothing can be said of a change. */
  readonly unread: readonly Offence[];
  readonly same: number;
}

/**
 * What differs between the law of two days. A sum in units of account that comes to another sum of money is a change too, though
 * no word of the law is another.
 */
export function compareLaw(book: OffenceBook, from: string, to: string): LawComparison {
  const before = new Map(offencesOn(book, from).map((offence) => [offence.id, offence]));
  const after = new Map(offencesOn(book, to).map((offence) => [offence.id, offence]));
  const fresh = [...after.values()].filter(({ id }) => !before.has(id));
  const both = [...after.values()].flatMap((now) => {
    const then = before.get(now.id);
    return then === undefined
      ? []
      : [{ before: then, after: now, changes: changesOf(book, then, now, from, to) }];
  });
  return {
    from,
    to,
    units: { from: unitOn(book, from), to: unitOn(book, to) },
    added: fresh.filter((offence) => isFirst(book, offence) && offence.earlier === 'none'),
    unread: fresh.filter((offence) => !isFirst(book, offence) || offence.earlier === 'unread'),
    removed: [...before.values()].filter(({ id }) => !after.has(id)),
    changed: both.filter(({ changes }) => changes.length > 0),
    same: both.filter(({ changes }) => changes.length === 0).length,
  };
}

const isFirst = (book: OffenceBook, { id, effective }: Offence): boolean =>
  book.offences.every((other) => other.id !== id || other.effective.from >= effective.from);

function changesOf(
  book: OffenceBook,
  before: Offence,
  after: Offence,
  from: string,
  to: string,
): LawChange[] {
  const inText =
    before === after
      ? []
      : [
          ...differing('title', null, before.title, after.title),
          ...differing('text', null, before.text, after.text),
          ...differing('elements', null, elementsText(before), elementsText(after)),
          ...differing('note', null, before.note, after.note),
        ];
  const ids = [...new Set([...before.tiers, ...after.tiers].map(({ id }) => id))];
  return [
    ...inText,
    ...ids.flatMap((id) => {
      const [then, now] = [before, after].map(({ tiers }) => tiers.find((one) => one.id === id));
      return [
        ...differing('size', id, sizeText(book, then, from), sizeText(book, now, to)),
        ...differing('circumstances', id, circumstances(then), circumstances(now)),
        ...differing('sanction', id, sanction(book, then, from), sanction(book, now, to)),
      ];
    }),
  ];
}

function differing(
  where: keyof typeof COMPARE_TEXTS,
  tier: string | null,
  before: LawChange['before'],
  after: LawChange['after'],
): LawChange[] {
  return JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [{ where: COMPARE_TEXTS[where], tier, before, after }];
}

const elementsText = ({ elements }: Offence): Said =>
  said('list', { items: elements.map(({ title }) => title) });

function sizeText(book: OffenceBook, tier: Tier | undefined, date: string): Said | null {
  const amount = tier?.amount;
  if (!amount) return null;
  const unit = unitOn(book, date);
  const words: Record<string, SaidArg> = {
    measure: said(`measure_${amount.measure}`),
    bound: said(`bound_${amount.bound}`),
    units: amount.units,
    name: book.unit?.name ?? '',
  };
  return unit === undefined
    ? said('needs_units', words)
    : said('needs_amount', {
        ...words,
        limit: { amountMinor: limitMinor(amount, unit), currency: book.currency },
      });
}

const circumstances = (tier: Tier | undefined): Said | null =>
  tier === undefined || tier.circumstances.length === 0
    ? null
    : said('list', { items: tier.circumstances.map(({ text }) => text) });

const sanction = (book: OffenceBook, tier: Tier | undefined, date: string): Localized | null =>
  tier?.sanction ? sanctionText(book, tier.sanction, date) : null;
