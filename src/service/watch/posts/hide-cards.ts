import { findCards } from '../../../domain/card.ts';
import type { Contact } from '../../../watch/extract/found.ts';
import { signsIn } from './signs-in.ts';

const FIRST_SEEN = 6;
const LAST_SEEN = 4;

/**
 * The text with the middle of every card number hidden and every other character in its place: what may be kept of it. Cards
 * are those that were found in the post, however spelled, and all that look like one.
 */
export function hideCardsInPlace(text: string, found: readonly Contact[]): string {
  const spans = [
    ...found.filter(({ kind, start }) => kind === 'card' && start >= 0),
    ...findCards(text),
  ];
  const units = text.split('');
  for (const span of spans) {
    const signs = signsIn(text, span.start, span.end);
    for (const { at, length } of signs.slice(
      FIRST_SEEN,
      Math.max(FIRST_SEEN, signs.length - LAST_SEEN),
    ))
      units.fill('*', at, at + length);
  }
  return units.join('');
}

/** A card as it is kept: its first six and last four digits. */
export const keptCard = (pan: string): string =>
  `${pan.slice(0, FIRST_SEEN)}${'*'.repeat(Math.max(0, pan.length - FIRST_SEEN - LAST_SEEN))}${pan.slice(-LAST_SEEN)}`;
