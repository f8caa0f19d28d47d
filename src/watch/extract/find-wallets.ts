import { parseWallet } from '../../domain/wallet/parse.ts';
import type { Claims } from './claims.ts';
import type { Contact } from './found.ts';

/** How addresses of Ethereum, Tron, Bitcoin and TON begin; Cyrillic letters may stand for Latin ones. */
const LOOKS =
  /(?<![\p{L}\d_])(?:[0оo]x[\da-fасевд]{40}|[TТ][\dA-Za-zА-Яа-я]{33}|bc1[\da-z]{8,87}|[13][\dA-Za-zА-Яа-я]{25,34}|[EUЕ]Q[\w+/-]{46}|(?:0|-1):[\da-f]{64})(?![\p{L}\d_])/giu;
/** No address is shorter; most posts hold nothing that long. */
const LONG_WORD = /[^\s,!?;]{26}/;
const CYRILLIC = 'АВЕЗКМНОРСТХУасеорхукмтнв';
const LATIN = 'ABE3KMHOPCTXYaceopxykmthb';

/** Addresses of wallets; where the chain has a checksum it must be right. */
export function findWallets(folded: { readonly text: string }, claims: Claims): Contact[] {
  if (!LONG_WORD.test(folded.text)) return [];
  const found: Contact[] = [];
  for (const match of folded.text.matchAll(LOOKS)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!claims.isFree(start, end)) continue;
    const read = parseWallet(inLatin(match[0]));
    if (!read.ok) continue;
    claims.claim(start, end);
    found.push({ kind: 'wallet', value: read.value.address, start, end });
  }
  return found;
}

const inLatin = (text: string): string =>
  [...text].map((letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter).join('');
