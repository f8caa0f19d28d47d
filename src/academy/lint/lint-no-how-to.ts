import type { FoundLessons } from '../found-lessons.ts';
import type { NoHowTo } from '../no-how-to.ts';
import { below, type Finding, finding, type Spot } from './finding.ts';
import { inEach, lessonTexts } from './lesson-texts.ts';

const FILE = 'no-how-to.yaml';

/** Text as the patterns see it. */
const plainWords = (text: string): string =>
  text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ');

/** Words that would teach the doing, and patterns that find nothing or too much. */
export function lintNoHowTo(found: FoundLessons): Finding[] {
  const patterns = found.noHowTo.map((entry, i) =>
    compiled(entry, { file: FILE, path: ['patterns', i] }),
  );
  const texts = lessonTexts(found)
    .flatMap(inEach)
    .map(({ spot, language, words }) => ({ where: spot, language, words: plainWords(words) }));
  return patterns.flatMap(({ entry, spot, regex }) => {
    if (regex === undefined) return [finding(below(spot, 'pattern'), 'QRG_LESSON_PATTERN')];
    return [
      ...ownExamples(entry, spot, regex),
      ...texts
        .filter(({ language }) => entry.language === 'any' || entry.language === language)
        .flatMap(({ where, words }) => {
          const said = regex.exec(words)?.[0];
          if (said === undefined) return [];
          const { id, reason } = entry;
          return [finding(where, 'QRG_LESSON_HOW_TO', { words: said, id, reason })];
        }),
    ];
  });
}

interface Compiled {
  readonly entry: NoHowTo;
  readonly spot: Spot;
  readonly regex: RegExp | undefined;
}

function compiled(entry: NoHowTo, spot: Spot): Compiled {
  try {
    return { entry, spot, regex: new RegExp(entry.pattern, 'u') };
  } catch {
    return { entry, spot, regex: undefined };
  }
}

function ownExamples({ finds, spares }: NoHowTo, spot: Spot, regex: RegExp): Finding[] {
  const meets = (words: string): boolean => regex.test(plainWords(words));
  return [
    ...finds.flatMap((words, i) =>
      meets(words)
        ? []
        : [finding(below(spot, 'finds', i), 'QRG_LESSON_PATTERN_MISSES', { words })],
    ),
    ...spares.flatMap((words, i) =>
      meets(words)
        ? [finding(below(spot, 'spares', i), 'QRG_LESSON_PATTERN_BROAD', { words })]
        : [],
    ),
  ];
}
