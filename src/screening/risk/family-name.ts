import type { NameWord } from '../names/name-word.ts';
import { readName } from '../names/read-name.ts';

/** Ли and Ким are whole peoples: a surname so short tells no family, nor does a stem of fewer sounds. */
const LEAST_LETTERS = 4;
const LEAST_SOUNDS = 3;

/** A surname, the first word of a name; undefined where there is none that would tell a family. */
export function familyName(name: string): NameWord | undefined {
  const [surname] = readName(name, 'person').spans;
  const word = surname?.word;
  return word?.kind === 'word' && word.text.length >= LEAST_LETTERS ? word : undefined;
}

/**
 * One surname but for the endings of sons, daughters and wives, and for the script: Маратов, Маратова, MARATULY. Stems must
 * sound the same: what is merely alike, as Омаров and Умаров, is two families.
 */
export const isOneFamily = (one: NameWord, other: NameWord): boolean =>
  one.readings.some(
    ({ sounds }) =>
      sounds.length >= LEAST_SOUNDS && other.readings.some((reading) => reading.sounds === sounds),
  );
