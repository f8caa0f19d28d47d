import type { NameWord } from '../names/name-word.ts';
import { readName } from '../names/read-name.ts';
import { wordLikeness } from '../names/word-likeness.ts';

/** Only endings and scripts differ from here on; Омаров and Умаров, two families, stay below. */
const LEAST_LIKENESS = 0.9;
/** Ли and Ким are whole peoples: a surname so short tells no family. */
const LEAST_LETTERS = 4;

/** A surname, the first word of a name; undefined where there is none that would tell a family. */
export function familyName(name: string): NameWord | undefined {
  const [surname] = readName(name, 'person').spans;
  const word = surname?.word;
  return word?.kind === 'word' && word.text.length >= LEAST_LETTERS ? word : undefined;
}

/** One surname but for the endings of sons, daughters and wives, and for the script: Маратов, Маратова, MARATULY. */
export const isOneFamily = (one: NameWord, other: NameWord): boolean =>
  wordLikeness(one, other) >= LEAST_LIKENESS;
