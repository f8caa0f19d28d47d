import type { NameWord, Reading } from './name-word.ts';
import { isOneApart } from './skeleton.ts';
import { changeCost, LEAST_COST, soundCost } from './sound-cost.ts';

/** Words less alike than this are different words. */
const LEAST_LIKENESS = 0.65;
/** Not a letter differs in sound, but the spelling does. */
const SAME_SOUND = 0.98;
/** `Ахмет` and `Ахметов`: one family, two endings. */
const OTHER_ENDING = 0.94;
/** Words that both show their endings are compared by their stems; with them they look more alike than they are. */
const BOTH_ENDINGS = 0.9;
/** `А.` may be any name with А. */
const INITIAL = 0.85;
/** Words of one or two sounds are as far apart as if they had three. */
const SHORTEST = 3;
/** A mistake in an ending leaves a word that like. */
const SLIP = 0.8;
/** Another first sound costs that much beside what it costs anyway; х and һ come and go. */
const OTHER_FIRST = 0.5;
const BREATH = 'h'.charCodeAt(0);
/** A first sound that is confused this cheaply may be the same initial. */
const SAME_INITIAL = 0.4;

/** How alike two words of names are: 1 letter by letter, 0 when they are different words. */
export function wordLikeness(a: NameWord, b: NameWord): number {
  if (a.kind === 'initial' || b.kind === 'initial') return initialLikeness(a, b);
  if (a.text === b.text) return 1;
  if (a.kind === 'number' || b.kind === 'number') return 0;
  let best = 0;
  for (const one of a.readings)
    for (const other of b.readings) {
      const most = SAME_SOUND * endingFactor(one, other);
      // No likeness of the sounds could make it the better one.
      if (most > best) best = Math.max(best, readingLikeness(one, other));
    }
  return best;
}

function readingLikeness(a: Reading, b: Reading): number {
  const alike = stemLikeness(a, b);
  if (alike === 0) return 0;
  const likeness = Math.min(alike, SAME_SOUND) * endingFactor(a, b);
  return likeness < LEAST_LIKENESS ? 0 : likeness;
}

/**
 * Whether a word is a patronymic whose ending has a mistake: it is like the other with its ending, and as long.
 * (Ахметлы, Ахметұлы.)
 */
export const isPatronymicWithSlip = (word: NameWord, patronymic: NameWord): boolean =>
  word.readings.some((one) =>
    patronymic.readings.some(
      (other) =>
        other.ending === 'whole' &&
        Math.abs(one.sounds.length - other.sounds.length) <= 1 &&
        stemLikeness(one, other) >= SLIP,
    ),
  );

function endingFactor({ ending: a }: Reading, { ending: b }: Reading): number {
  if (a === 'whole' || b === 'whole') return a === 'none' || b === 'none' ? 1 : BOTH_ENDINGS;
  return a === b ? 1 : OTHER_ENDING;
}

/**
 * How alike two stems are, 0 where more than one consonant differs: so an index that knows every word by its consonants,
 * each left out once, misses none.
 */
const stemLikeness = (a: Reading, b: Reading): number =>
  isOneApart(a.skeleton, b.skeleton) ? soundLikeness(a.sounds, b.sounds) : 0;

/** How alike two words of sounds are, 0 where they are less so than `LEAST_LIKENESS`. */
export function soundLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const length = Math.max(a.length, b.length, SHORTEST);
  const most = length * (1 - LEAST_LIKENESS);
  if (Math.abs(a.length - b.length) * LEAST_COST > most) return 0;
  const first = firstCost(a.charCodeAt(0), b.charCodeAt(0));
  const cost = soundCost(a, b, most - first) + first;
  return cost === Number.POSITIVE_INFINITY ? 0 : 1 - cost / length;
}

/** Nobody mistypes or mishears the first sound as often as others (Pollock and Zamora 1984: 8 errors of 100 are there). */
const firstCost = (a: number, b: number): number =>
  changeCost(a, b) <= SAME_INITIAL || isBreath(a) || isBreath(b) ? 0 : OTHER_FIRST;

const isBreath = (code: number): boolean => code === BREATH;

function initialLikeness(a: NameWord, b: NameWord): number {
  if (a.kind === 'number' || b.kind === 'number') return 0;
  if (a.kind === b.kind && a.text === b.text) return 1;
  for (const one of a.readings)
    for (const other of b.readings)
      if (changeCost(one.sounds.charCodeAt(0), other.sounds.charCodeAt(0)) <= SAME_INITIAL)
        return INITIAL;
  return 0;
}
