import { toPassport } from '../translit/passport.ts';
import { cut } from './xml.ts';

/** Signs that people type for those the schema lets stand in names. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[’‘ʼʹʺ`´]/g, "'"],
  [/[‐‑‒–—_/\\]/g, '-'],
  [/\s+/g, ' '],
];

/**
 * A name as the schema lets it be: plain Latin letters, digits, space, point, apostrophe, hyphen. `lost` when letters of another
 * script went missing, so that the original has to be told beside it. Empty when nothing is left.
 */
export function latinName(
  name: string,
  most: number,
): { readonly latin: string; readonly lost: boolean } {
  const written = SIGNS.reduce(
    (text, [sign, plain]) => text.replace(sign, plain),
    toPassport(name),
  );
  const latin = cut(written.replace(/[^a-zA-Z0-9 .'-]/g, '').trim(), most);
  return {
    latin,
    lost: /[^a-zA-Z0-9 .'-]/.test(written.replace(/[«»"“”„&,;:()№#*<>[\]{}|!?+=%$@^~]/g, '')),
  };
}
