import type { Claims } from './claims.ts';
import type { NamedShare } from './found.ts';

const SHARE =
  /(?<![\p{L}\d.,])(?:(\d{1,3}(?:[.,]\d{1,2})?) ?- ?)?(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|процент\p{L}{0,3}|пайыз\p{L}{0,4}|percent)/gu;

/** Percentages, 0..1: '3%', '3-5 процентов' (both ends), '10 пайыз'. More than a whole is left out. */
export function findShares(folded: { readonly lower: string }, claims: Claims): NamedShare[] {
  const found: NamedShare[] = [];
  if (!/%|процент|пайыз|percent/.test(folded.lower)) return found;
  for (const match of folded.lower.matchAll(SHARE)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!claims.isFree(start, end)) continue;
    claims.claim(start, end);
    for (const number of [match[1], match[2]]) {
      if (number === undefined) continue;
      const share = Number(number.replace(',', '.')) / 100;
      if (share > 0 && share <= 1) found.push({ share, start, end });
    }
  }
  return found;
}
