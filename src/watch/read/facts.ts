import type { Normalised } from './normalise.ts';
import type { Token } from './tokens.ts';

/** What is counted in a post beside its words. Every one is 0..1, so that weights can be compared. */
export const FACTS = [
  'sum',
  'sums',
  'share',
  'contact',
  'numbers',
  'mixed_alphabets',
  'hidden_letters',
  'censored_word',
  'pictures',
  'question',
  'exclamation',
  'short',
  'long',
  'capitals',
] as const;

const upTo = (value: number, most: number): number => Math.min(1, value / most);

/** The facts of a post, in the order of FACTS. */
export function factsOf(
  original: string,
  normalised: Normalised,
  tokens: readonly Token[],
): number[] {
  const of = (kind: Token['kind']): number => tokens.filter((token) => token.kind === kind).length;
  const words = of('word');
  const signs = tokens.filter(({ kind }) => kind === 'sign').map(({ text }) => text);
  const pictures = signs.filter((sign) => !/^[?!+*₸$₽€]$/.test(sign)).length;
  const sums = of('sum');
  const capitals = original.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = original.match(/\p{L}/gu)?.length ?? 0;
  return [
    sums > 0 ? 1 : 0,
    upTo(sums, 6),
    of('share') > 0 ? 1 : 0,
    of('contact') > 0 ? 1 : 0,
    upTo(of('number'), 10),
    upTo(normalised.replaced.filter(({ mixed }) => mixed).length, 4),
    upTo(normalised.replaced.filter(({ mixed }) => !mixed).length, 2),
    /\p{L}\*+\p{L}/u.test(original) ? 1 : 0,
    upTo(pictures, 8),
    signs.includes('?') ? 1 : 0,
    upTo(signs.filter((sign) => sign === '!').length, 4),
    words <= 8 ? 1 - words / 16 : 0,
    upTo(Math.max(0, words - 60), 200),
    letters > 20 ? capitals / letters : 0,
  ];
}
