/** Languages that texts of acts are read in. */
export type TextLanguage = 'ru' | 'kk' | 'en';

/** One article of an act as a Markdown file holds it. */
export interface ArticleText {
  /** '232-1'. */
  readonly number: string;
  readonly language: TextLanguage;
  readonly title: string;
  /** Lines of the article without its heading. */
  readonly lines: readonly string[];
  /** 1-based line of the heading. */
  readonly line: number;
}

const NUMBER = String.raw`(\d+(?:-\d+)*)`;
/** 'Статья 232-1. Название', '232-1-бап. Атауы', 'Article 232-1. Title'; a paragraph needs its point, a heading does not. */
const HEADINGS: readonly (readonly [TextLanguage, RegExp])[] = [
  ['ru', new RegExp(`^Статья\\s+${NUMBER}(\\.?)(?:\\s+(.*))?$`, 'u')],
  ['kk', new RegExp(`^${NUMBER}-бап(\\.?)(?:\\s+(.*))?$`, 'u')],
  ['en', new RegExp(`^Article\\s+${NUMBER}(\\.?)(?:\\s+(.*))?$`, 'u')],
];

/** A head like '# … кодекс …, статья 232-1. Редакция от …', of a file that is one article. */
const HEAD_OF_ONE: readonly (readonly [TextLanguage, RegExp])[] = [
  ['kk', new RegExp(`^#.*[^\\d-]${NUMBER}-бап(?!.*[^\\d-]\\d+-бап)`, 'u')],
  ['ru', new RegExp(`^#.*статья\\s+${NUMBER}(?![\\d-]|.*статья\\s+\\d)`, 'iu')],
];

/**
 * The articles of a text: each heading or paragraph that names one, with the lines up to the next heading of any kind. A file
 * without such headings whose first line names one article is that article.
 */
export function articlesOf(text: string): ArticleText[] {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, i) => {
    const heading = headingOf(line);
    return heading === undefined ? [] : [{ ...heading, at: i }];
  });
  if (starts.length === 0) return oneArticle(lines);
  return starts.map(({ at, ...heading }) => ({
    ...heading,
    line: at + 1,
    lines: lines.slice(at + 1, endOf(lines, at)),
  }));
}

/** The next heading, or the next article that is a paragraph. */
function endOf(lines: readonly string[], at: number): number {
  for (let i = at + 1; i < lines.length; i++)
    if (/^\s*#{1,6}\s/.test(lines[i]) || headingOf(lines[i]) !== undefined) return i;
  return lines.length;
}

type Heading = Pick<ArticleText, 'number' | 'language' | 'title'>;

function headingOf(line: string): Heading | undefined {
  if (/^\s*>/.test(line)) return undefined;
  const isMarked = /^\s*(?:#{1,6}\s|\*\*|__)/.test(line);
  const plain = line
    .replace(/<[^>]*>/g, '')
    .replace(/[#*_]/g, '')
    .trim();
  for (const [language, pattern] of HEADINGS) {
    const [, number, point, title = ''] = pattern.exec(plain) ?? [];
    if (number !== undefined && (isMarked || point === '.')) return { number, language, title };
  }
  return undefined;
}

function oneArticle(lines: readonly string[]): ArticleText[] {
  const at = lines.findIndex((line) => line.trim() !== '');
  for (const [language, pattern] of HEAD_OF_ONE) {
    const number = pattern.exec(lines[at] ?? '')?.[1];
    if (number !== undefined)
      return [{ number, language, title: '', line: at + 1, lines: lines.slice(at + 1) }];
  }
  return [];
}
