import type { PostReading } from '../../../src/watch/read/read-post.ts';

/**
 * What can be said of an offer. Never how likely somebody is guilty: a score is about words. `unclear` and what follows it are ways
 * to say "I do not know".
 */
export type Verdict =
  | 'dropper'
  | 'drugs'
  | 'maybe_dropper'
  | 'maybe_drugs'
  | 'warning'
  | 'news'
  | 'question'
  | 'advertising'
  | 'ordinary'
  | 'unclear'
  | 'too_short'
  | 'foreign';

/** How the answer is shown; colour goes with an icon and with words. */
export type Tone = 'bad' | 'warn' | 'info';

/** Fewer words say nothing by themselves; contacts are not counted. */
const WORDS_LEAST = 4;
/** From here on 71 of 74 texts held back from learning were recruiting or drugs (docs/explanation/checking-an-offer.md). */
const SURE = 0.8;
/** Below, honest offers are many times as frequent as recruiting; between the two nobody could tell by words. */
const CLEAR = 0.25;
/** From here on a text is taken for recruiting or drugs (PostReading). */
const TAKEN = 0.5;

export function verdictOf(reading: PostReading, words: number): Verdict {
  const { score, label, stance, lang } = reading;
  if (score >= TAKEN) {
    const isDropper = label === 'dropper';
    if (score >= SURE) return isDropper ? 'dropper' : 'drugs';
    return isDropper ? 'maybe_dropper' : 'maybe_drugs';
  }
  if (words < WORDS_LEAST) return 'too_short';
  if (lang === 'other') return 'foreign';
  if (stance !== 'offer') return stance;
  if (score >= CLEAR) return 'unclear';
  return label === 'other_spam' ? 'advertising' : 'ordinary';
}

const TONES: Readonly<Record<Verdict, Tone>> = {
  dropper: 'bad',
  drugs: 'bad',
  maybe_dropper: 'warn',
  maybe_drugs: 'warn',
  warning: 'info',
  news: 'info',
  question: 'info',
  advertising: 'info',
  // No green tick: a quiet trap has no words that give it away.
  ordinary: 'info',
  unclear: 'warn',
  too_short: 'info',
  foreign: 'info',
};

export const toneOf = (verdict: Verdict): Tone => TONES[verdict];

/** Whether the text is to be treated as recruiting until shown otherwise. */
export const isTrap = (verdict: Verdict): boolean =>
  verdict === 'dropper' ||
  verdict === 'drugs' ||
  verdict === 'maybe_dropper' ||
  verdict === 'maybe_drugs';
