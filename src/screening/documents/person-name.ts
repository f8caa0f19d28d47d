import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { oneScript } from '../names/letters.ts';

/** Characters of a person's name at most; the longest that the UN list has is under a hundred. */
export const PERSON_NAME_MOST = 200;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * A person's name as told, its spaces put right. A Latin i among Kazakh letters, which keyboards put there every day, is let
 * pass: it looks the same and is compared as the same. A word of which one half is Cyrillic and the other Latin for sure is
 * nobody's name. Names of companies are not asked: brands do that.
 *
 * Fails with QRG_NAME_LONG or QRG_NAME_SCRIPTS; neither shows the name.
 */
export function readPersonName(text: string): Result<string> {
  if (text.length > PERSON_NAME_MOST) return fail('QRG_NAME_LONG', { most: PERSON_NAME_MOST });
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const words = (name.match(WORD) ?? []).map(oneScript);
  const mixed = words.findIndex((word) => CYRILLIC.test(word) && LATIN.test(word));
  return mixed < 0 ? ok(name) : fail('QRG_NAME_SCRIPTS', { word: mixed + 1 });
}
