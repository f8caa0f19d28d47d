import type { TechniqueWords } from '../../../src/academy/lesson.ts';
import type { Span } from '../../../src/domain/card.ts';
import { isKnownKind } from '../../../src/domain/known-contact.ts';
import type { Ask, ContactKind, Technique } from '../../../src/domain/post.ts';
import { extract } from '../../../src/watch/extract/extract.ts';
import { NameFinder } from '../../../src/watch/extract/find-names.ts';
import type { Lexicon, LexiconRule } from '../../../src/watch/read/lexicon.ts';
import { createReader, type PostReader } from '../../../src/watch/read/reader.ts';
import { isTrap, type Verdict, verdictOf } from './verdict.ts';

/** lexicon.json of the server: what the reader needs, and what a technique is in plain words. */
export type OfferLexicon = Lexicon & {
  readonly techniques: Readonly<Record<Technique, TechniqueWords>>;
};

/** A stretch of the text that is shown, and why: it asks for something, presses, or is a word such offers have. */
export interface Mark extends Span {
  readonly why: 'ask' | 'technique' | 'word';
}

export interface PressureFound {
  readonly technique: Technique;
  readonly words: TechniqueWords;
  /** What of the text shows it, as it stands there. */
  readonly quotes: readonly string[];
}

/** Somebody the text leads to; cards and accounts are never among them. */
export interface FoundContact {
  readonly kind: ContactKind;
  readonly value: string;
  /** As it stands in the text. */
  readonly written: string;
}

/** All that is said of a text. Plain data: a worker makes it. */
export interface OfferReading {
  readonly verdict: Verdict;
  readonly asks: readonly Ask[];
  readonly pressure: readonly PressureFound[];
  /** In order; none overlaps another. */
  readonly marks: readonly Mark[];
  readonly contacts: readonly FoundContact[];
}

/** Contacts shown and asked after of one text. */
const CONTACTS_MOST = 5;
const QUOTES_MOST = 3;

const NO_NAMES = {
  currency: 'KZT',
  banks: new NameFinder([]),
  brands: new NameFinder([]),
  cities: new NameFinder([]),
};

/** Reads offers by one lexicon, on this device. Never throws. */
export class OfferReader {
  readonly #reader: PostReader;
  readonly #rules: ReadonlyMap<string, LexiconRule>;
  readonly #techniques: OfferLexicon['techniques'];

  constructor(lexicon: OfferLexicon) {
    this.#reader = createReader(lexicon);
    this.#rules = new Map(lexicon.rules.map((rule) => [rule.id, rule]));
    this.#techniques = lexicon.techniques;
  }

  read(text: string): OfferReading {
    const reading = this.#reader.read(text);
    const found = extract(text, NO_NAMES).contacts;
    const verdict = verdictOf(reading, wordsBeside(text, found));
    const said = reading.reasons.map(({ rule, spans, weight }) => ({
      rule: this.#rules.get(rule),
      weight,
      spans,
    }));
    const techniques = isWorthSaying(verdict, reading.techniques.length) ? reading.techniques : [];
    const pressure = techniques.map((technique) => ({
      technique,
      words: this.#techniques[technique],
      quotes: quotesOf(
        text,
        said.flatMap(({ rule, spans }) => (rule?.technique === technique ? spans : [])),
      ),
    }));
    const marks = said.flatMap(({ rule, spans, weight }) => {
      const why = rule === undefined ? 'word' : rule.technique ? 'technique' : 'ask';
      if (rule?.technique && !techniques.includes(rule.technique)) return [];
      // Of an honest text only what presses is shown; the rest would speak for it.
      if (why !== 'technique' && (!isTrap(verdict) || weight <= 0)) return [];
      return spans.map((span): Mark => ({ start: span.start, end: span.end, why }));
    });
    return {
      verdict,
      asks: reading.asks,
      pressure,
      marks: apart(marks),
      contacts: contactsOf(text, found),
    };
  }
}

/**
 * Whether what presses is shown. One such word stands in many an honest offer ("we teach you", "come today"): who is told of each
 * soon doubts all of them. A warning quotes the words of others.
 */
function isWorthSaying(verdict: Verdict, techniques: number): boolean {
  if (isTrap(verdict) || verdict === 'unclear') return true;
  return (verdict === 'ordinary' || verdict === 'advertising') && techniques > 1;
}

/** Words of a text that are none of its contacts. */
function wordsBeside(text: string, contacts: readonly Span[]): number {
  let rest = text;
  for (const { start, end } of contacts)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0;
}

const quotesOf = (text: string, spans: readonly Span[]): string[] =>
  [...new Set(spans.map(({ start, end }) => text.slice(start, end).trim()))].slice(0, QUOTES_MOST);

const RANK = { ask: 0, technique: 1, word: 2 } as const;

/** In order and without overlaps: where two meet, the one that says more stays. */
function apart(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  const byRank = [...marks].sort((a, b) => RANK[a.why] - RANK[b.why] || a.start - b.start);
  for (const mark of byRank)
    if (mark.end > mark.start && !kept.some((one) => mark.start < one.end && one.start < mark.end))
      kept.push(mark);
  return kept.sort((a, b) => a.start - b.start);
}

function contactsOf(
  text: string,
  found: readonly (Span & Pick<FoundContact, 'kind' | 'value'>)[],
): FoundContact[] {
  const byKey = new Map<string, FoundContact>();
  for (const { kind, value, start, end } of found)
    if (isKnownKind(kind) && !byKey.has(`${kind} ${value}`))
      byKey.set(`${kind} ${value}`, { kind, value, written: text.slice(start, end) });
  return [...byKey.values()].slice(0, CONTACTS_MOST);
}
