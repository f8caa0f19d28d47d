import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, type Localized } from '../../src/domain/language.ts';

/**
 * Everything a visitor reads stands in a file of texts, in three languages. A file is found by its name: `texts.ts` or
 * `…-texts.ts` of any folder.
 */
const HERE = import.meta.dirname;
const FILES = globSync(['**/*texts.ts', 'titles.ts'], { cwd: HERE }).sort();

interface Said {
  /** 'check/texts.ts T.lead' */
  readonly place: string;
  readonly text: Localized;
}

const isLocalized = (value: unknown): value is Localized =>
  typeof value === 'object' &&
  value !== null &&
  LANGUAGES.every((language) => typeof (value as Record<string, unknown>)[language] === 'string');

function textsIn(place: string, value: unknown): Said[] {
  if (isLocalized(value)) return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(`${place}.${key}`, one));
}

const all: Said[] = [];
for (const file of FILES) {
  const exported: Record<string, unknown> = await import(pathToFileURL(join(HERE, file)).href);
  for (const [name, value] of Object.entries(exported))
    all.push(...textsIn(`${file} ${name}`, value));
}

/** Names, numbers and words that are the same in two languages. */
const SAME = new Set(
  `Qorgan Telegram Instagram WhatsApp TikTok PDF CSV JSON SMS QR QR-код URL ИП
   полиция курьер банк карта код мин чат телефон сайт скриншот дроппер класс плакат форма`.split(
    /\s+/,
  ),
);
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
const isSame = (text: string): boolean =>
  wordsOf(text.replace(/\{\w+\}/g, '')).every(
    (word) => SAME.has(word) || SAME.has(word.toLowerCase()),
  );

/** Places where a sentence ends; a short form of a street or a year ends none. */
const sentencesOf = (text: string): string[] => text.split(/[.!?…:;](?=\s|$)|\n/u);
const SENTENCE_MOST = 20;
const holesOf = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();

/** Places that are not well, in words. */
const wrong = (of: (said: Said) => string | false): string[] =>
  all.flatMap((said) => {
    const what = of(said);
    return what === false ? [] : [`${said.place}: ${what}`];
  });
const inEach = (of: (text: string, language: Language) => boolean) =>
  wrong(({ text }) => {
    const found = LANGUAGES.filter((language) => of(text[language], language));
    return (
      found.length > 0 && found.map((language) => `${language}: ${text[language]}`).join(' | ')
    );
  });

test('texts are found', () => {
  expect(FILES.length).toBeGreaterThan(8);
  expect(all.length).toBeGreaterThan(100);
});

describe('every text', () => {
  test('is said in each language, without room at its ends', () => {
    expect(inEach((text) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  test('has the same holes in each', () => {
    expect(
      wrong(({ text }) => {
        const holes = new Set(LANGUAGES.map((language) => holesOf(text[language])));
        return holes.size > 1 && [...holes].join(' | ');
      }),
    ).toEqual([]);
  });

  test('is translated: no language repeats another', () => {
    expect(
      wrong(({ text: { ru, kk, en } }) => {
        if (kk === ru && !isSame(ru)) return `kk is ru: ${ru}`;
        return en === ru && !isSame(ru) ? `en is ru: ${ru}` : false;
      }),
    ).toEqual([]);
  });

  test('is written in the letters of its language', () => {
    const RUSSIAN_ONLY = /[ёщъ]/i;
    expect(
      inEach((text, language) => {
        if (language === 'en') return /\p{Script=Cyrillic}/u.test(text);
        const words = wordsOf(text.replace(/[«“][^»”]*[»”]|@\w+|\{\w+\}/g, ''));
        const latin = words.filter((word) => /^[a-z]+$/i.test(word) && !SAME.has(word)).length;
        if (latin > 0 && latin * 2 >= words.length && !/https?:|\./.test(text)) return true;
        if (language === 'ru') return /[әғқңөұүһі]/i.test(text.replace(/Қаз\S*|ҚАЗ/g, ''));
        // A longer Kazakh text without any of its own letters is Russian.
        return (
          words.length >= 8 &&
          (!/[әғқңөұүһі]/i.test(text) || words.filter((w) => RUSSIAN_ONLY.test(w)).length > 1)
        );
      }),
    ).toEqual([]);
  });

  test(`has no sentence over ${SENTENCE_MOST} words`, () => {
    expect(
      inEach((text) => sentencesOf(text).some((one) => wordsOf(one).length > SENTENCE_MOST)),
    ).toEqual([]);
  });
});

test('no page holds words of its own', () => {
  const pages = globSync('**/*.tsx', { cwd: HERE });
  const found = pages.flatMap((file) =>
    wordsBesideTexts(file, readFileSync(join(HERE, file), 'utf8')),
  );
  expect(found).toEqual([]);
});

test.each([
  ['<p>Hello there, visitor</p>', 1],
  ["<p title='Проверка'>", 1],
  ["say('Ask the bank, then wait')", 1],
  ['<p>{say(T.lead)}</p> // Слова', 0],
  ["const name = 'Ask';", 0],
])('the look for words in %j finds %i', (line, count) => {
  expect(wordsBesideTexts('x.tsx', line)).toHaveLength(count);
});

/** Cyrillic anywhere outside of comments, and sentences between tags or in quotes. */
function wordsBesideTexts(file: string, source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
  const found: string[] = [];
  code.split('\n').forEach((line, i) => {
    const cyrillic = /\p{Script=Cyrillic}{2,}/u.exec(line)?.[0];
    const between = />\s*([A-Z][a-z]+(?: [a-z]+)+[^<{]*)</.exec(line)?.[1];
    const quoted = /['"`]([A-Z][a-z]+(?: [a-z,]+){2,}[^'"`]*)['"`]/.exec(line)?.[1];
    const words = cyrillic ?? between ?? quoted;
    // What a language calls itself is the same in all of them.
    if (words !== undefined && !/Русский|Қазақша|ҚАЗ/.test(line))
      found.push(`${file}:${i + 1}: ${words}`);
  });
  return found;
}
