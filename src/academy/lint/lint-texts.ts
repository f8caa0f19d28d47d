import type { Language } from '../../domain/language.ts';
import type { FoundLessons } from '../found-lessons.ts';
import { type Finding, finding, type Spot } from './finding.ts';
import { inEach, lessonTexts, type PlacedText } from './lesson-texts.ts';
import { sentencesOf, WORDS_MOST, WORDS_ON_AVERAGE } from './sentences.ts';
import { strangeContacts } from './strange-contacts.ts';

/** Letters that only Kazakh has among the three. */
const KAZAKH = /[әғқңөұүһі]/iu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Of a Kazakh text of so many words hardly one has none of its nine letters. */
const WORDS_WITH_KAZAKH_LETTERS = 4;

/** Faults of single texts: language, length, dashes, contacts. */
export const lintTexts = (found: FoundLessons): Finding[] =>
  lessonTexts(found).flatMap((placed) => [
    ...sameTexts(placed),
    ...inEach(placed).flatMap(({ spot, language, words }) => [
      ...foreignLetters(spot, language, words),
      ...lengths(spot, words),
      ...dashes(spot, words),
      ...strangeContacts(words).map((contact) => finding(spot, 'QRG_LESSON_CONTACT', { contact })),
    ]),
  ]);

/** The name a contact shows is a name: it may be the same in all languages, and without a Kazakh letter. */
const isName = ({ path }: Spot): boolean => path[0] === 'contact' && path[1] === 'name';

function sameTexts({ spot, text }: PlacedText): Finding[] {
  const pairs = [
    ['ru', 'kk'],
    ['ru', 'en'],
    ['kk', 'en'],
  ] as const;
  return pairs
    .filter(([a, b]) => !isName(spot) && text[a] === text[b] && /\p{L}/u.test(text[a]))
    .map(([first, second]) => finding(spot, 'QRG_LESSON_SAME_TEXT', { first, second }));
}

function foreignLetters(spot: Spot, language: Language, words: string): Finding[] {
  const { count, average } = sentencesOf(words);
  const long = count * average >= WORDS_WITH_KAZAKH_LETTERS;
  const wrong =
    (language === 'en' && CYRILLIC.test(words)) ||
    (language === 'kk' && long && !KAZAKH.test(words)) ||
    (language === 'ru' && (KAZAKH.test(words) || (long && !CYRILLIC.test(words))));
  return wrong && !isName({ file: '', path: spot.path })
    ? [finding(spot, 'QRG_LESSON_LETTERS', { language })]
    : [];
}

function lengths(spot: Spot, words: string): Finding[] {
  const { longest, average } = sentencesOf(words);
  return [
    ...(longest > WORDS_MOST
      ? [finding(spot, 'QRG_LESSON_LONG_SENTENCE', { words: longest, most: WORDS_MOST })]
      : []),
    ...(average > WORDS_ON_AVERAGE
      ? [
          finding(spot, 'QRG_LESSON_LONG_SENTENCES', {
            words: average.toFixed(1),
            most: WORDS_ON_AVERAGE,
          }),
        ]
      : []),
  ];
}

/** Two dashes in a sentence make it hard to follow. */
const dashes = (spot: Spot, words: string): Finding[] =>
  words.split(/[.!?…\n]/u).some((sentence) => (sentence.match(/\s[—–]\s/gu)?.length ?? 0) > 1)
    ? [finding(spot, 'QRG_LESSON_DASHES')]
    : [];
