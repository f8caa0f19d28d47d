import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { normalPassword } from './password-hasher.ts';

/**
 * Length and not composition (NIST SP 800-63B, 5.1.1.2, which also wants a list of common passwords refused). The upper
 * bound keeps a body from being hashed for its size; it is far beyond any phrase.
 */
export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 128;

/** Fewer different characters than this is a pattern, however long. */
const DISTINCT_LEAST = 5;

/** A run of neighbours (on a keyboard, in an alphabet, of one character) from this length on adds nothing to guess. */
const RUN_LEAST = 4;

/** What must be left when runs, years and common words are taken out. */
const REST_LEAST = 6;

/** Keys and letters that lie side by side; read forwards and backwards. */
const ROWS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'abcdefghijklmnopqrstuvwxyz',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'әіңғүұқөһ',
];

/**
 * Words that open lists of leaked passwords, and those that people here reach for: of our own making, in three
 * languages and as they come out on the wrong keyboard.
 */
const COMMON_WORDS = [
  'password',
  'passwort',
  'passw',
  'parol',
  'пароль',
  'құпиясөз',
  'kupiyasoz',
  'gfhjkm', // 'пароль' typed on Latin keys
  'admin',
  'administrator',
  'администратор',
  'әкімші',
  'welcome',
  'letmein',
  'login',
  'secret',
  'master',
  'dragon',
  'monkey',
  'football',
  'iloveyou',
  'sunshine',
  'princess',
  'changeme',
  'default',
  'test',
  'user',
  'root',
  'guest',
  'security',
  'kazakhstan',
  'qazaqstan',
  'казахстан',
  'қазақстан',
  'astana',
  'астана',
  'almaty',
  'алматы',
  'shymkent',
  'шымкент',
  'tenge',
  'теңге',
  'тенге',
  'bank',
  'банк',
  'afm',
  'афм',
  'police',
  'полиция',
  'dropper',
  'дроппер',
  'summer',
  'winter',
  'spring',
  'autumn',
];

/** Digits and signs that stand for letters in words everybody tries. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Whose password it is to be: none of these may be a part of it. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
}

/** Accepts a new password. Fails with QRG_PASSWORD_LENGTH, QRG_PASSWORD_OWN_NAME or QRG_PASSWORD_EASY. */
export function checkPassword(password: string, owner: PasswordOwner): Result<string> {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < PASSWORD_LEAST || length > PASSWORD_MOST)
    return fail('QRG_PASSWORD_LENGTH', { least: PASSWORD_LEAST, most: PASSWORD_MOST });
  const lower = normal.toLowerCase();
  if (ownWords(owner).some((word) => lower.includes(word) || unleet(lower).includes(word)))
    return fail('QRG_PASSWORD_OWN_NAME');
  return isEasy(lower) ? fail('QRG_PASSWORD_EASY') : ok(normal);
}

function ownWords({ login, name }: PasswordOwner): string[] {
  const words = [login, ...login.split(/[@._-]/), ...name.split(/\s+/), 'qorgan', 'қорған'];
  // Shorter pieces are syllables of other words.
  return words.map((word) => word.toLowerCase()).filter((word) => [...word].length >= 4);
}

function isEasy(lower: string): boolean {
  if (new Set(lower).size < DISTINCT_LEAST || isRepetition(lower)) return true;
  return [lower, unleet(lower)].some((text) => restOf(text) < REST_LEAST);
}

const unleet = (text: string): string =>
  [...text].map((character) => LEET[character] ?? character).join('');

/** 'abcabcabcabc': one piece, again and again. */
const isRepetition = (text: string): boolean => /^(.{1,6}?)\1+$/u.test(text);

/** Characters that are left to guess when what everybody tries is taken out. */
function restOf(text: string): number {
  let rest = text.replace(/(19|20)\d{2}/g, '');
  for (const word of COMMON_WORDS) rest = rest.replaceAll(word, '');
  return countOutsideRuns([...rest]);
}

function countOutsideRuns(characters: readonly string[]): number {
  let outside = 0;
  let run = 1;
  for (let i = 1; i <= characters.length; i++) {
    if (i < characters.length && areNeighbours(characters[i - 1], characters[i])) {
      run++;
      continue;
    }
    outside += run >= RUN_LEAST ? 0 : run;
    run = 1;
  }
  return characters.length === 0 ? 0 : outside;
}

const areNeighbours = (a: string, b: string): boolean =>
  a === b || ROWS.some((row) => row.includes(a + b) || row.includes(b + a));
