/** The last word may be this long; a longer run without a gap is cut where it stands. */
const LONGEST_WORD = 40;

/**
 * A text of at most `most` characters: what is too long ends after a whole word, or item of a list, with '…', so that
 * nobody takes half a word for a whole one.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  // The character after the cut tells whether the last word is whole.
  const whole = /^[\s,;|]/.test(text.slice(most - 1)) ? kept : kept.replace(LAST_WORD, '');
  return `${whole.replace(/[\s,;|]+$|[\ud800-\udbff]$/, '')}…`;
}

const LAST_WORD = new RegExp(`[\\s,;|][^\\s,;|]{0,${LONGEST_WORD}}$`);
