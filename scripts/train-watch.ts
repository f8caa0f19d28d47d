import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { isUnlawful } from '../src/domain/post.ts';
import { type LabelledRow, rowsToLearn } from '../src/service/watch/lexicon/labelled-rows.ts';
import { loadLexicon, MODEL_FILE } from '../src/service/watch/lexicon/load-reader.ts';
import { lexiconFolder, loadRules } from '../src/service/watch/lexicon/load-rules.ts';
import { FIT_DEFAULTS, fitModel } from '../src/watch/learn/fit-model.ts';
import { editionOf } from '../src/watch/read/edition.ts';
import type { LexiconRule } from '../src/watch/read/lexicon.ts';
import { createReader } from '../src/watch/read/reader.ts';

/**
 * Learns data/lexicon/model.json from data/lexicon/rows, and says from what and how well: rows worded alike (one group) stay
 * together in four folds. Rows of files *-eval.jsonl are not among them. The same rows give the same file.
 * usage: node scripts/run.mjs scripts/train-watch.ts [--dry]
 */
const { values } = parseArgs({ options: { dry: { type: 'boolean', default: false } } });

const FOLDS = 4;

const rules = await loadRules();
const rows = await rowsToLearn();
process.stdout.write(`${described(rows)}\n`);
const made = editionOf({ rows, rules: rules.map(({ id }) => id), ...FIT_DEFAULTS });
process.stdout.write(`${judgedInFolds(rows, rules)}\n`);
const model = fitModel(rows, rules, { ...FIT_DEFAULTS, made });
const text = `${JSON.stringify(model)}\n`;
if (!values.dry) await writeFile(join(lexiconFolder, MODEL_FILE), text);
const { edition } = await loadLexicon();
process.stdout.write(
  `model ${made}: ${text.length} bytes, ${gzipSync(text).length} gzipped; edition ${edition}\n`,
);

function described(all: readonly LabelledRow[]): string {
  const count = (of: (row: LabelledRow) => string): string =>
    [...Map.groupBy(all, of)].map(([name, some]) => `${name} ${some.length}`).join(', ');
  return [
    `${all.length} rows in ${new Set(all.map(({ group }) => group)).size} groups`,
    `kinds: ${count(({ kind }) => kind)}`,
    `languages: ${count(({ lang }) => lang)}`,
    `labels: ${count(({ label }) => label)}`,
    `stances: ${count(({ stance }) => stance ?? 'not said')}`,
  ].join('\n');
}

/** Precision and recall of "recruitment or drugs" over rows that the model had not seen, by language. */
function judgedInFolds(all: readonly LabelledRow[], by: readonly LexiconRule[]): string {
  const groups = [...new Set(all.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const seen = all.filter(({ group }) => foldOf.get(group) !== fold);
    const fitted = fitModel(seen, by, { ...FIT_DEFAULTS, made: '' });
    const reader = createReader({ rules: by, model: fitted, edition: '' });
    return all
      .filter(({ group }) => foldOf.get(group) === fold)
      .map((row) => ({ row, got: reader.read(row.text) }));
  }).flat();
  const line = (name: string, some: typeof judged): string => {
    const positives = some.filter(({ row }) => isUnlawful(row.label));
    const found = some.filter(({ got }) => isUnlawful(got.label));
    const right = found.filter(({ row }) => isUnlawful(row.label)).length;
    const stances = some.filter(({ row }) => row.stance !== undefined);
    const stance = stances.filter(({ row, got }) => row.stance === got.stance).length;
    return [
      `  ${name}: ${some.length} rows, precision ${(right / found.length).toFixed(3)}`,
      `recall ${(right / positives.length).toFixed(3)}`,
      `label right ${share(some.filter(({ row, got }) => row.label === got.label).length, some.length)}`,
      `stance right ${share(stance, stances.length)}`,
    ].join(', ');
  };
  const byLanguage = [...Map.groupBy(judged, ({ row }) => row.lang)].filter(
    ([, some]) => some.length >= 50,
  );
  return [
    'in folds:',
    line('all', judged),
    ...byLanguage.map(([lang, some]) => line(lang, some)),
  ].join('\n');
}

function share(part: number, whole: number): string {
  return (part / Math.max(1, whole)).toFixed(3);
}
