import type { TextLanguage } from './articles.ts';
import type { ArticleDigest } from './digest.ts';

/**
 * `same`: as it was read; `changed`: not; `vanished`: its neighbours are there and it is not; `ambiguous`: the folder holds several
 * texts of it; `not_here`: the folder does not hold the place where it would stand; `never`: nobody has compared it yet.
 */
export const TEXT_STATES = [
  'changed',
  'vanished',
  'ambiguous',
  'never',
  'not_here',
  'same',
] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** What asks somebody to look: the law may say something else than the data do. */
export const isAlarm = (state: TextState): boolean =>
  state === 'changed' || state === 'vanished' || state === 'ambiguous';

/** A provision of the data and where it stands in an act. */
export interface Cited {
  readonly id: string;
  readonly act: string;
  /** '232-1'. */
  readonly article: string;
  /** '2'; null: the article as a whole. */
  readonly part: string | null;
}

/** An article as it was when its provisions were written down. */
export interface ReadText extends ArticleDigest {
  readonly act: string;
  readonly article: string;
  readonly language: TextLanguage;
  readonly edition: string;
}

/** An article that a folder holds. */
export interface FoundText extends ArticleDigest {
  readonly act: string;
  readonly article: string;
  readonly language: TextLanguage;
  readonly file: string;
  readonly line: number;
}

export interface TextCheck {
  readonly act: string;
  readonly article: string;
  readonly language: TextLanguage | null;
  readonly state: TextState;
  /** Numbers of parts that are other than they were, new or gone. */
  readonly parts: readonly string[];
  readonly places: readonly string[];
  /** Of the text that was read; null where none was. */
  readonly edition: string | null;
  /** `touched`: its own part changed, or it is about the article as a whole. */
  readonly provisions: readonly { readonly id: string; readonly touched: boolean }[];
}

/**
 * Holds what a folder says against what was read: a row for each article that a provision cites, and language. What needs a look
 * comes first.
 */
export function checkTexts(
  cited: readonly Cited[],
  read: readonly ReadText[],
  found: readonly FoundText[],
): TextCheck[] {
  const articles = Map.groupBy(cited, ({ act, article }) => `${act} ${article}`);
  const rows = [...articles.values()].flatMap((provisions) => {
    const [{ act, article }] = provisions;
    const isThis = (one: { readonly act: string; readonly article: string }): boolean =>
      one.act === act && one.article === article;
    const was = read.filter(isThis);
    const is = found.filter(isThis);
    const languages = [...new Set([...was, ...is].map(({ language }) => language))];
    const checks = languages.map((language) =>
      checkOne(
        { act, article, language },
        was.find((one) => one.language === language),
        is.filter((one) => one.language === language),
        found,
      ),
    );
    return (checks.length === 0 ? [unseen(act, article)] : checks).map((check) => ({
      ...check,
      provisions: provisionsOf(provisions, check),
    }));
  });
  return rows.sort((a, b) => TEXT_STATES.indexOf(a.state) - TEXT_STATES.indexOf(b.state));
}

type Row = Omit<TextCheck, 'provisions'>;

const unseen = (act: string, article: string): Row => ({
  ...{ act, article, language: null, state: 'never' },
  ...{ parts: [], places: [], edition: null },
});

function checkOne(
  of: Pick<FoundText, 'act' | 'article' | 'language'>,
  was: ReadText | undefined,
  is: readonly FoundText[],
  all: readonly FoundText[],
): Row {
  const places = is.map(({ file, line }) => `${file}:${line}`);
  const row = { ...of, places, edition: was?.edition ?? null, parts: [] };
  if (was === undefined) return { ...row, state: 'never' };
  if (is.length === 0) return { ...row, state: isBetween(of, all) ? 'vanished' : 'not_here' };
  const differing = is.map((one) => partsThatDiffer(was, one));
  const others = differing.filter((parts) => parts.length > 0);
  if (others.length === 0) return { ...row, state: 'same' };
  const parts = [...new Set(others.flat())].sort(byNumber);
  return { ...row, parts, state: others.length < is.length ? 'ambiguous' : 'changed' };
}

/** Of an extract only its own parts are compared: what it left out is no news. */
function partsThatDiffer(was: ReadText, is: FoundText): string[] {
  const fresh =
    was.whole === null
      ? []
      : Object.keys(is.parts).filter((part) => !Object.hasOwn(was.parts, part));
  const other = Object.keys(was.parts).filter((part) => was.parts[part] !== is.parts[part]);
  const parts = [...other, ...fresh].sort(byNumber);
  // Nothing but the heading differs.
  const isHeading = parts.length === 0 && was.whole !== null && was.whole !== is.whole;
  return isHeading ? ['0'] : parts;
}

/** A file that holds an article before it and one after it would hold it too. */
function isBetween(
  { act, article, language }: Pick<FoundText, 'act' | 'article' | 'language'>,
  all: readonly FoundText[],
): boolean {
  const files = Map.groupBy(
    all.filter((one) => one.act === act && one.language === language),
    ({ file }) => file,
  );
  return [...files.values()].some(
    (of) =>
      of.some((one) => byNumber(one.article, article) < 0) &&
      of.some((one) => byNumber(one.article, article) > 0),
  );
}

/** '25' before '25-1' before '26'; what is no number comes last. */
function byNumber(a: string, b: string): number {
  const [x, y] = [a, b].map((number) => number.split('-').map(Number));
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const step = (x[i] ?? -1) - (y[i] ?? -1);
    if (Number.isNaN(step)) return Number.isNaN(x[i]) ? (Number.isNaN(y[i]) ? 0 : 1) : -1;
    if (step !== 0) return step;
  }
  return 0;
}

const provisionsOf = (provisions: readonly Cited[], { state, parts }: Row) =>
  provisions.map(({ id, part }) => ({
    id,
    touched:
      isAlarm(state) &&
      (state !== 'changed' || part === null || parts.includes(part) || parts.includes('0')),
  }));

/** Articles and parts that a citation names: '25-1(3-1)(2)' -> 25-1, part 3-1; '71, 88' -> two articles. */
export function citedIn(article: string): { article: string; part: string | null }[] {
  return article.split(',').flatMap((one) => {
    const [, number, part] = /^\s*(\d+(?:-\d+)*)(?:\((\d+(?:-\d+)*)\))?/.exec(one) ?? [];
    return number === undefined ? [] : [{ article: number, part: part ?? null }];
  });
}
