import type { NameWord, Reading } from './name-word.ts';
import { isOneApart } from './skeleton.ts';
import { changeCost, soundCost } from './sound-cost.ts';

/** Words less alike than this are different words. */
export const LEAST_LIKENESS = 0.65;
/** Not a letter differs in sound, but the spelling does. */
const SAME_SOUND = 0.98;
/** `Ахмет` and `Ахметов`: one family, two endings. */
const OTHER_ENDING = 0.94;
/** `А.` may be any name with А. */
const INITIAL = 0.85;
/** Words of one or two sounds are as far apart as if they had three. */
const SHORTEST = 3;
/** A first sound that is confused this cheaply may be the same initial. */
const SAME_INITIAL = 0.4;

/** How alike two words of names are: 1 letter by letter, 0 when they are different words. */
export function wordLikeness(a: NameWord, b: NameWord): number {
  if (a.kind === 'initial' || b.kind === 'initial') return initialLikeness(a, b);
  if (a.text === b.text) return 1;
  if (a.kind === 'number' || b.kind === 'number') return 0;
  let best = 0;
  for (const one of a.readings)
    for (const other of b.readings) best = Math.max(best, readingLikeness(one, other));
  return best;
}

function readingLikeness(a: Reading, b: Reading): number {
  const alike = stemLikeness(a, b);
  if (alike === 0) return 0;
  const ending = a.ending === b.ending ? 1 : OTHER_ENDING;
  const likeness = alike * SAME_SOUND * ending;
  return likeness < LEAST_LIKENESS ? 0 : likeness;
}

/**
 * How alike the sounds of two stems are, 0 where more than one consonant differs: so an index that knows every word by its
 * consonants, each left out once, misses none.
 */
export function stemLikeness(
  a: Pick<Reading, 'sounds' | 'skeleton'>,
  b: Pick<Reading, 'sounds' | 'skeleton'>,
): number {
  if (a.sounds === b.sounds) return 1;
  if (!isOneApart(a.skeleton, b.skeleton)) return 0;
  const length = Math.max(a.sounds.length, b.sounds.length, SHORTEST);
  const cost = soundCost(a.sounds, b.sounds, length * (1 - LEAST_LIKENESS));
  return cost === Number.POSITIVE_INFINITY ? 0 : 1 - cost / length;
}

function initialLikeness(a: NameWord, b: NameWord): number {
  if (a.kind === 'number' || b.kind === 'number') return 0;
  if (a.kind === b.kind && a.text === b.text) return 1;
  for (const one of a.readings)
    for (const other of b.readings)
      if (changeCost(one.sounds.charCodeAt(0), other.sounds.charCodeAt(0)) <= SAME_INITIAL)
        return INITIAL;
  return 0;
}
