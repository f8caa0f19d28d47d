import type { Span } from '../../domain/card.ts';
import { fold } from './fold.ts';
import type { Normalised } from './normalise.ts';
import { cyrillicSound } from './translit.ts';

/** `sum`: a number with a currency; `contact`: a handle, a link, a phone number. */
export type TokenKind = 'word' | 'number' | 'sum' | 'share' | 'contact' | 'sign';

/** A word or sign of a normalised text. The span is in the normalised text. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Folded: as a Russian keyboard writes it. */
  readonly text: string;
  /** Another way to read it: by sound, or a Latin word in Cyrillic letters. */
  readonly other: string | undefined;
}

/** A dot, comma, space, no-break or narrow space between thousands. */
const TOKEN = new RegExp(
  [
    /(?<contact>(?:https?:\/\/|www\.|t\.me\/|@(?=[a-z_]))[^\s<>"»)]{1,200}|\+\d[\d ()-]{8,18}\d)/u,
    /(?<share>\d{1,3}(?:[.,]\d{1,2})?(?: ?[-–] ?\d{1,3})? ?%)/u,
    /(?<number>\d+(?:[.,\u0020\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?)/u,
    /(?<word>\p{L}[\p{L}\p{N}]*(?:['’ʻʼ‘]\p{L}+)*)/u,
    /(?<sign>[₸$₽€]|\p{Extended_Pictographic}|[?!+*])/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Words beside a number that make it a sum of money. */
const CURRENCY =
  /^(тг|тенге|теньге|тнг|kzt|руб|рубл\p{L}*|р|rub|usdt|usd|доллар\p{L}*|бакс\p{L}*|сом|сум|сумов|сомов|евро|eur|₸|\$|₽|€)$/u;
const MULTIPLIER =
  /^(к|k|кк|тыс|тысяч\p{L}*|т|мын|мынга|мыннан|млн|миллион\p{L}*|тыщ\p{L}*|косар\p{L}*)$/u;
const LATIN = /^[a-zäáçğıñöōşūüú'’ʻʼ‘]+$/;

/** The words and signs of a normalised text in order. */
export function tokensOf({ text, replaced }: Normalised): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < replaced.length && replaced[next].end <= start) next++;
    const heard = replaced[next]?.start <= start ? fold(replaced[next].heard) : undefined;
    tokens.push(tokenOf(match, start, end, heard));
  }
  return withSums(tokens);
}

function tokenOf(match: RegExpMatchArray, start: number, end: number, heard?: string): Token {
  const groups = match.groups ?? {};
  const kind: TokenKind =
    groups.contact !== undefined
      ? 'contact'
      : groups.share !== undefined
        ? 'share'
        : groups.number !== undefined
          ? 'number'
          : groups.word !== undefined
            ? 'word'
            : 'sign';
  const text = kind === 'word' ? fold(match[0].replace(/[’ʻʼ‘]/g, "'")) : match[0];
  const other =
    heard ?? (kind === 'word' && LATIN.test(text) ? fold(cyrillicSound(text)) : undefined);
  return { kind, text, start, end, other: other === text ? undefined : other };
}

/** Numbers with a currency beside them, or with 'тыс', are sums. */
function withSums(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    if (token.kind !== 'number') return token;
    const after = tokens[i + 1]?.text ?? '';
    const isSum =
      CURRENCY.test(after) ||
      /^[$€₸₽]$/.test(tokens[i - 1]?.text ?? '') ||
      (MULTIPLIER.test(after) && tokens[i + 1].start - token.end <= 1);
    return isSum ? { ...token, kind: 'sum' as const } : token;
  });
}
