import { isLanguage, type Language } from '../domain/language.ts';

const USUAL: Language = 'ru';
/** Wishes that are looked at; a header may list hundreds. */
const WISHES_MOST = 16;

/**
 * The language an Accept-Language header wishes for most among ours (RFC 9110, section 12.5.4): 'kk-KZ, ru;q=0.8' is
 * Kazakh. Russian when it names none of ours.
 */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return USUAL;
  let best: Language = USUAL;
  let bestWeight = 0;
  for (const wish of header.split(',', WISHES_MOST)) {
    const [range, ...parameters] = wish.trim().toLowerCase().split(';');
    const language = range.trim().split('-')[0];
    const weight = weightOf(parameters);
    if (weight <= bestWeight || !isLanguage(language)) continue;
    best = language;
    bestWeight = weight;
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const told = parameters
    .map((text) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(text))
    .find(Boolean);
  return told ? Number(told[1]) : 1;
}
