import { skeletonOf } from '../extract/confusable-letters.ts';
import { foldText } from '../extract/folded-text.ts';

/** Longest text that is compared, in UTF-16 units of the masked text. */
const MASKED_MOST = 4_000;
/** A name, an address of a page or a mail, numbers (also such that are grouped), or a word. */
const TOKEN =
  /(?:h(?:tt|xx)ps?:\/\/|tg:\/\/|(?<![\p{L}\d])[\w.-]{1,64}\.[a-z]{2,12}\/)[^\s]{0,500}|[\w.+-]{0,64}@[a-z_][\w.]{2,64}|#|@(?![\p{L}\d])|[\p{L}@$*|!\d]{1,64}/gu;
const STRETCHED = /(.)\1{2,}/gu;

/**
 * What near-duplicates compare: words alone, in the letters they look like, contacts as '@' and numbers as '#'. The same text
 * with another phone, sum or look-alike letters is the same masked text. Idempotent.
 */
export function maskedText(text: string): string {
  const { lower } = foldText(text.slice(0, MASKED_MOST * 4));
  const words: string[] = [];
  let length = 0;
  for (const [token] of lower.matchAll(TOKEN)) {
    const word = maskedWord(token);
    // Numbers beside each other are one: '8 701 …' as '+7701…'.
    if (word === '' || (word === '#' && words.at(-1) === '#')) continue;
    length += word.length + 1;
    if (length > MASKED_MOST) break;
    words.push(word);
  }
  return words.join(' ');
}

function maskedWord(token: string): string {
  if (token === '#' || token === '@') return token;
  if (/:\/\/|\//.test(token) || /@[a-z_][\w.]{2}/.test(token)) return '@';
  if (!/\p{L}/u.test(token)) return /\d/.test(token) ? '#' : '';
  // '5000тг' is a number and a word; a lone digit among letters is one of them.
  const letters = token.replace(/\d{2,}/g, '');
  if (!/\p{L}/u.test(letters)) return '#';
  return skeletonOf(letters.replace(/^[@$*|!]+|[$*|!]+$/g, '')).replace(STRETCHED, '$1');
}
