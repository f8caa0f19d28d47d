import type { ReadName, Span } from './read-name.ts';
import { isPatronymicWithSlip } from './word-likeness.ts';

/** Two stretches of two names that are taken for one another. */
export interface WordPair {
  readonly asked: Span;
  readonly listed: Span;
  readonly likeness: number;
}

/** Likeness of two spans, by their places in the spans of the two names. */
export type SpanLikeness = (asked: number, listed: number) => number;

/** A father's name that stands for a family's, or the other way round (Абай Құнанбайұлы, Абай Кунанбаев). */
const OTHER_ROLE = 0.95;

/**
 * Pairs the words of two names, each once, the most alike first: names come in any order. Never pairs somebody's father's
 * name with somebody else's own: Марат Асанович is not Асан Маратович.
 */
export function pairWords(
  asked: ReadName,
  listed: ReadName,
  likenessOf: SpanLikeness,
): readonly WordPair[] {
  const roles = rolesOf(asked, listed);
  const pairs: WordPair[] = [];
  for (const [a, one] of asked.spans.entries())
    for (const [l, other] of listed.spans.entries()) {
      const bare = likenessOf(a, l);
      if (bare === 0) continue;
      const likeness = bare * roleFactor(one, other, roles);
      if (likeness > 0) pairs.push({ asked: one, listed: other, likeness });
    }
  return pairs.length < 2 ? pairs : bestOnce(pairs);
}

interface Roles {
  readonly askedFather: boolean;
  readonly listedFather: boolean;
  /** One side has more words that are no patronymics: one of them may be one with a mistake. */
  readonly isUneven: boolean;
  /** Both show which word is the surname: then it meets no other. */
  readonly bothFamilies: boolean;
}

/** Whether a patronymic of that side may meet another word: its name then has no more words of its own than the other. */
function rolesOf(asked: ReadName, listed: ReadName): Roles {
  const [a, l] = [ownWords(asked), ownWords(listed)];
  const both = a < asked.size && l < listed.size;
  const families = familyWords(asked);
  const bothFamilies = families > 0 && families === familyWords(listed);
  return {
    askedFather: !both && a < l,
    listedFather: !both && l < a,
    isUneven: a !== l,
    bothFamilies,
  };
}

const familyWords = ({ spans, size }: ReadName): number =>
  spans.slice(0, size).filter(({ word }) => word.isFamily).length;

/** Words that are no patronymics. */
export function ownWords({ spans, size }: ReadName): number {
  let own = 0;
  for (let at = 0; at < size; at++) if (!spans[at].word.isPatronymic) own++;
  return own;
}

function roleFactor({ word: a }: Span, { word: l }: Span, roles: Roles): number {
  if (a.kind === 'initial' || l.kind === 'initial') return 1;
  if (roles.bothFamilies && a.isFamily !== l.isFamily) return 0;
  if (a.isPatronymic === l.isPatronymic) return 1;
  if (a.isPatronymic ? roles.askedFather : roles.listedFather) return OTHER_ROLE;
  const isSlip = a.isPatronymic ? isPatronymicWithSlip(l, a) : isPatronymicWithSlip(a, l);
  return roles.isUneven && isSlip ? 1 : 0;
}

function bestOnce(pairs: WordPair[]): WordPair[] {
  pairs.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      b.asked.words + b.listed.words - a.asked.words - a.listed.words ||
      a.asked.from - b.asked.from ||
      a.listed.from - b.listed.from,
  );
  let usedAsked = 0;
  let usedListed = 0;
  return pairs.filter(({ asked, listed }) => {
    const [a, l] = [bits(asked), bits(listed)];
    if ((usedAsked & a) !== 0 || (usedListed & l) !== 0) return false;
    usedAsked |= a;
    usedListed |= l;
    return true;
  });
}

/** The words of a span as bits. */
export const bits = ({ from, words }: Span): number => ((1 << words) - 1) << from;
