/**
 * How passports and identity cards of Kazakhstan write names in Latin: plain letters, no marks. The table is what documents show
 * (ICAO Doc 9303-3 section 6 leaves Kazakh letters to the state, and the Russian ones й, ё, ю, я, ъ differ from it: 'YU' for
 * its 'IU'). No primary text of the rule was read; verified: no. Other spellings of one name in documents are usual, so it
 * makes a form to write and never a key to match by (screening/names matches).
 */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh' },
  ...{ з: 'z', и: 'i', й: 'y', і: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o' },
  ...{ ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h' },
  ...{ ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};

/**
 * Text in plain Latin: Cyrillic by the table, marks taken off Latin letters, the rest as it is. A capital that becomes several
 * letters is one capital within a word in small letters ('Щукин', 'Shchukin') and all capitals among capitals ('ЩУКИН').
 */
export const toPassport = (text: string): string =>
  plainLatin(text.normalize('NFC')).replace(/\p{L}/gu, (letter, at: number, whole: string) => {
    const latin = LETTERS[letter.toLowerCase()];
    if (latin === undefined) return letter;
    if (letter === letter.toLowerCase()) return latin;
    return isAmongCapitals(whole, at) ? latin.toUpperCase() : capital(latin);
  });

/** Latin letters that are not a plain one with a mark. */
const LONE: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ß: 'ss', æ: 'ae', Æ: 'AE' },
  ...{ œ: 'oe', Œ: 'OE', ə: 'a', Ə: 'A', ŋ: 'n', Ŋ: 'N', þ: 'th', Þ: 'Th', ð: 'd', Ð: 'D' },
};

const plainLatin = (text: string): string =>
  text
    .replace(/[ıłŁøØđĐßæÆœŒəƏŋŊþÞðÐ]/g, (letter) => LONE[letter]!)
    .replace(/\p{Script=Latin}\p{M}*/gu, (cluster) =>
      cluster.normalize('NFKD').replace(/\p{M}/gu, ''),
    );

/** The next letter is a capital too; at the end of a word, the one before it. */
function isAmongCapitals(text: string, at: number): boolean {
  const next = /^\p{L}/u.exec(text.slice(at + 1))?.[0];
  const beside = next ?? /\p{L}$/u.exec(text.slice(0, at))?.[0];
  return beside !== undefined && beside !== beside.toLowerCase();
}

const capital = (latin: string): string => latin.slice(0, 1).toUpperCase() + latin.slice(1);
