import { stringify } from 'yaml';
import {
  type Cited,
  checkTexts,
  type FoundText,
  type TextCheck,
} from '../../law/texts/check-texts.ts';
import { loadArticleTexts } from './article-texts.ts';
import { citedProvisions } from './cited-provisions.ts';
import { type ReadFolder, readTexts } from './read-texts.ts';

export interface CheckedTexts {
  readonly checks: readonly TextCheck[];
  readonly folder: ReadFolder;
}

/**
 * Holds a folder of official texts against what was read when the provisions of a country were written down. Throws as
 * `readTexts` and `loadArticleTexts` do.
 */
export async function checkLawTexts(folder: string, country: string): Promise<CheckedTexts> {
  const [texts, cited] = await Promise.all([loadArticleTexts(country), citedProvisions(country)]);
  const read = await readTexts(folder, texts);
  return { checks: checkTexts(cited, texts.texts, read.found), folder: read };
}

/** Where an edition is told in the path of a corpus; else it has to be written in by hand. */
const UNKNOWN_EDITION = 'unknown';

/**
 * The same folder as data/law/<country>/article-texts.yaml would record it: to be put in its place once a person has looked at
 * what changed. Articles that the folder does not hold keep what was recorded of them.
 */
export async function recordLawTexts(folder: string, country: string): Promise<string> {
  const [texts, cited] = await Promise.all([loadArticleTexts(country), citedProvisions(country)]);
  const { found } = await readTexts(folder, texts);
  const ours = firstOfEach(found, cited);
  const keyOf = (one: Pick<FoundText, 'act' | 'article' | 'language'>): string =>
    `${one.act} ${one.article} ${one.language}`;
  const fresh = new Set(ours.map(keyOf));
  const kept = texts.texts.filter((one) => !fresh.has(keyOf(one)));
  const rows = [
    ...kept,
    ...ours.map(({ act, article, language, whole, parts }) => ({
      ...{ act, article, language, edition: UNKNOWN_EDITION, whole, parts },
    })),
  ].sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en', { numeric: true }));
  return stringify(
    { country, acts: Object.fromEntries(texts.acts), texts: rows },
    { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' },
  );
}

/** Articles that some provision cites, each once a language. */
function firstOfEach(found: readonly FoundText[], cited: readonly Cited[]): FoundText[] {
  const wanted = new Set(cited.map(({ act, article }) => `${act} ${article}`));
  const byKey = new Map<string, FoundText>();
  for (const one of found) {
    const key = `${one.act} ${one.article} ${one.language}`;
    if (wanted.has(`${one.act} ${one.article}`) && !byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
}
