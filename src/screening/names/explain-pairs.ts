import type { PartMatch } from './name-match.ts';
import { bits, type WordPair } from './pair-words.ts';
import type { ReadName, Span } from './read-name.ts';

type Part = PartMatch['part'];

/** Which part of the asked name met which part of the listed one and how, in the order of the asked name. */
export function explainPairs(
  asked: ReadName,
  listed: ReadName,
  pairs: readonly WordPair[],
): PartMatch[] {
  const isCompany = asked.party === 'organisation' || listed.party === 'organisation';
  const askedParts = partsOf(asked, isCompany);
  const listedParts = partsOf(listed, isCompany);
  const met = pairs
    .toSorted((a, b) => a.asked.from - b.asked.from)
    .map(({ asked: one, listed: other, likeness }) => ({
      asked: textOf(asked, one),
      listed: textOf(listed, other),
      // The side that tells more: a surname without its ending is known by the other's.
      part: strongest(askedParts[one.from], listedParts[other.from]),
      how: howOf(one, other),
      likeness,
    }));
  return [
    ...met,
    ...missing(asked, askedParts, pairs, 'asked'),
    ...missing(listed, listedParts, pairs, 'listed'),
    ...formsOf(asked, listed),
  ];
}

/** What each word of a name is: by its ending, else by its place. */
function partsOf({ spans, size }: ReadName, isCompany: boolean): Part[] {
  const words = spans.slice(0, size).map(({ word }) => word);
  if (isCompany) return words.map(() => 'word');
  const isFamily = words.map(({ readings }) => readings.some(({ ending }) => ending === 'family'));
  const own = words.filter(({ isPatronymic }) => !isPatronymic).length;
  const surname = isFamily.includes(true)
    ? isFamily.indexOf(true)
    : own > 1
      ? words.findIndex(({ isPatronymic }) => !isPatronymic)
      : -1;
  return words.map(({ isPatronymic }, at) =>
    at === surname ? 'surname' : isPatronymic ? 'patronymic' : 'given',
  );
}

const strongest = (asked: Part, listed: Part): Part =>
  asked === 'given' || listed === 'patronymic' ? listed : asked;

const CYRILLIC = /\p{Script=Cyrillic}/u;

function howOf({ word: a }: Span, { word: l }: Span): PartMatch['how'] {
  if (a.text === l.text) return 'same';
  if (a.kind === 'initial' || l.kind === 'initial') return 'initial';
  const isSameSound = a.readings.some((one) => l.readings.some((two) => one.sounds === two.sounds));
  if (!isSameSound) return 'typo';
  return CYRILLIC.test(a.text) === CYRILLIC.test(l.text) ? 'variant' : 'script';
}

const textOf = ({ spans }: ReadName, { from, words }: Span): string =>
  spans
    .slice(from, from + words)
    .map(({ word }) => word.text)
    .join(' ');

function missing(
  name: ReadName,
  parts: readonly Part[],
  pairs: readonly WordPair[],
  side: 'asked' | 'listed',
): PartMatch[] {
  const used = pairs.reduce((sum, pair) => sum | bits(pair[side]), 0);
  return name.spans
    .slice(0, name.size)
    .filter(({ from }) => (used & (1 << from)) === 0)
    .map(({ from, word }) => ({
      asked: side === 'asked' ? word.text : '',
      listed: side === 'listed' ? word.text : '',
      part: parts[from],
      how: 'missing',
      likeness: 0,
    }));
}

function formsOf({ form: a }: ReadName, { form: l }: ReadName): PartMatch[] {
  if (a === undefined && l === undefined) return [];
  const how = a?.text === l?.text ? 'same' : a && l && a.kind === l.kind ? 'variant' : 'missing';
  const likeness = how === 'missing' ? 0 : 1;
  return [{ asked: a?.text ?? '', listed: l?.text ?? '', part: 'form', how, likeness }];
}
