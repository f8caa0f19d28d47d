import { createHash, randomBytes, randomInt } from 'node:crypto';

/**
 * Letters that look the same in Latin and Cyrillic, so that a code is typed as it is seen on whichever keyboard is at hand. No
 * digits: none is taken for a letter. У is left out, and with it most words that nobody wants on a wall.
 */
const LETTERS = 'ABCEHKMOPTX';
const CYRILLIC = 'АВСЕНКМОРТХ';
export const CLASS_CODE_LETTERS = 7;
export const LEARNER_CODE_LETTERS = 6;
const KEY_BYTES = 32;

/** Beginnings of rude words in Russian, Kazakh or English, as these letters spell them. */
const RUDE = /XEP|TPAX|CEK|COC|KAK|XAM|KOT|KET|MPA|TBA|CTEP|AM/;

/** 'KMPHBTX': some nineteen million of them. */
export function newClassCode(): string {
  return newCode(CLASS_CODE_LETTERS);
}

/** 'HKMBPT', of one pupil in one class: some 1.7 million, and rate limits. */
export function newLearnerCode(): string {
  return newCode(LEARNER_CODE_LETTERS);
}

function newCode(length: number): string {
  for (;;) {
    const code = Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    if (!RUDE.test(code)) return code;
  }
}

/** A code as somebody types it: any alphabet, any case, with blanks and hyphens between. Undefined where it is none. */
export function readCode(typed: string, length: number): string | undefined {
  const letters = [...typed.toUpperCase()].filter((letter) => !/[\s\p{Pd}]/u.test(letter));
  const code = letters.map((letter) => {
    const at = CYRILLIC.indexOf(letter);
    return at < 0 ? letter : LETTERS[at];
  });
  const isCode = code.length === length && code.every((letter) => LETTERS.includes(letter));
  return isCode ? code.join('') : undefined;
}

/** 43 letters that nobody guesses: whoever has them is the teacher. */
export const newTeacherKey = (): string => randomBytes(KEY_BYTES).toString('base64url');

export const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The code is short: the hash keeps it out of sight, not out of reach of somebody who owns the database. */
export const learnerHash = (classId: number, code: string): Buffer =>
  createHash('sha256').update(`${classId} ${code}`).digest();
