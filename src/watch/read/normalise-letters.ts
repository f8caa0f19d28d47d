import { PLAIN_LETTER } from './look-alikes.ts';
import { classOf, SIGN } from './sign-class.ts';

/** One letter or sign of a text, plain, and the place it came from (UTF-16, end not included). */
export interface Sign {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A letter with more marks than this is drawn over and not written. */
const MARKS_MOST = 4;

/**
 * The signs of a text one by one: compatibility forms (NFKC) opened, marks joined to their letter or dropped, emoji letters,
 * keycaps and small capitals as letters, what is not seen left out. Case is kept. Linear in the length of the text.
 */
export function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    let end = at + letter.length;
    let cluster = letter;
    let marks = 0;
    while (end < text.length) {
      const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
      const kind = classOf(next);
      if ((kind & (SIGN.unseen | SIGN.mark)) === 0) break;
      const unseen = (kind & SIGN.unseen) !== 0;
      if (!unseen && marks++ < MARKS_MOST) cluster += next;
      end += next.length;
    }
    for (const part of plain(cluster)) signs.push({ text: part, start: at, end });
    at = end;
  }
  return flagsApart(signs);
}

/** Letters and signs of one cluster, without marks that joined nothing. */
function plain(cluster: string): string[] {
  // Most texts: one plain letter.
  if (cluster.length === 1 && cluster < '\u0530' && cluster !== '\u00ad') {
    if (cluster >= 'А' || cluster < '\u0080') return [PLAIN_LETTER.get(cluster) ?? cluster];
  }
  const parts: string[] = [];
  for (const part of cluster.normalize('NFKC')) {
    if ((classOf(part) & (SIGN.unseen | SIGN.mark)) !== 0) continue;
    parts.push(emojiLetter(part) ?? PLAIN_LETTER.get(part) ?? part);
  }
  return parts;
}

/** Letters in circles and squares that NFKC leaves closed: 🅐…🅩 and 🅰…🆉. */
function emojiLetter(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(0x41 + code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(0x41 + code - 0x1f170);
  return undefined;
}

const REGIONAL_A = 0x1f1e6;
const isRegional = ({ text }: Sign): boolean => {
  const code = text.codePointAt(0) ?? 0;
  return code >= REGIONAL_A && code < REGIONAL_A + 26;
};
const isLetter = (sign: string): boolean => (classOf(sign) & SIGN.letter) !== 0;

/** Two regional letters by themselves are a flag and stay one sign; otherwise they spell. */
function flagsApart(signs: readonly Sign[]): Sign[] {
  const out: Sign[] = [];
  for (let i = 0; i < signs.length; ) {
    let end = i;
    while (end < signs.length && isRegional(signs[end])) end++;
    if (end === i) {
      out.push(signs[i++]);
      continue;
    }
    const besideLetter =
      (i > 0 && isLetter(signs[i - 1].text)) || (end < signs.length && isLetter(signs[end].text));
    const spells = besideLetter || (end - i) % 2 === 1;
    for (; i < end; i++) {
      const code = signs[i].text.codePointAt(0) ?? 0;
      out.push(
        spells ? { ...signs[i], text: String.fromCharCode(0x41 + code - REGIONAL_A) } : signs[i],
      );
    }
  }
  return out;
}
