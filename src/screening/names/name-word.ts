import { type Stem, stemOf } from './ending.ts';
import { skeletonOf } from './skeleton.ts';
import { MOST_SOUNDS } from './sound-cost.ts';
import { soundsOf } from './sounds.ts';

/** One way to read a word. */
export interface Reading extends Stem {
  /** Consonants of `sounds`. */
  readonly skeleton: string;
}

/** A word of a name, as far as it is compared. */
export interface NameWord {
  /** Lower case, letters of one script. */
  readonly text: string;
  /** The likeliest first. An initial has its first sound only. */
  readonly readings: readonly Reading[];
  readonly kind: 'word' | 'initial' | 'number';
  readonly isPatronymic: boolean;
  /** Ends like a surname: -ов, -ев. */
  readonly isFamily: boolean;
}

/** Longest initial: `Shch.` */
const INITIAL_MOST = 4;

/**
 * Reads one word.
 *
 * @param text letters and digits, lower case, of one script
 * @param isDotted a dot follows: `Zh.` is then an initial; a single letter always is
 */
export function readWord(text: string, isDotted = false): NameWord {
  const sounds = soundsOf(text).map((way) => way.slice(0, MOST_SOUNDS));
  if (/^\p{N}+$/u.test(text)) return { ...bareWord(text, [text]), kind: 'number' };
  const isInitial = text.length === 1 || (isDotted && isOneSound(text, sounds));
  if (isInitial) return { ...bareWord(text, initialsOf(sounds)), kind: 'initial' };
  const readings = withoutRepeats(sounds.filter((way) => way !== '').flatMap(readingsOf));
  // What it is goes by its likeliest reading; the others only find it.
  const ending = readings[0]?.ending;
  return {
    text,
    readings,
    kind: 'word',
    isPatronymic: ending === 'patronymic',
    isFamily: ending === 'family',
  };
}

function readingsOf(way: string): Reading[] {
  const stem = { ...stemOf(way), skeleton: '' };
  // A feminine a may as well belong to the name: Пушкина, but Марина.
  const ending = stem.ending === 'none' ? 'none' : 'whole';
  return [stem, { sounds: way, ending, skeleton: '' } as const].map((one) => ({
    ...one,
    skeleton: skeletonOf(one.sounds),
  }));
}

const bareWord = (text: string, sounds: readonly string[]) => ({
  text,
  readings: sounds.map((one) => ({ sounds: one, ending: 'none', skeleton: one }) as const),
  isPatronymic: false,
  isFamily: false,
});

const isOneSound = (text: string, sounds: readonly string[]): boolean =>
  text.length <= INITIAL_MOST && (sounds[0].length === 1 || /^i?[aeiou]$/.test(sounds[0]));

const initialsOf = (sounds: readonly string[]): string[] => [
  ...new Set(sounds.map((way) => way[0]).filter((one) => one !== undefined)),
];

function withoutRepeats(readings: readonly Reading[]): Reading[] {
  const key = ({ sounds, ending }: Reading): string => `${sounds} ${ending}`;
  const known = new Set<string>();
  return readings.filter((one) => !known.has(key(one)) && known.add(key(one)));
}
