// How well posts are read: "recruitment or drug ad" against the rest on posts that nobody here wrote, split by source (for each
// fold the model is learned again without rows of that fold's sources), beside the published baseline and beside letters alone
// learned on the same rows; rows of ours that were never learned from; stance; time a post.
// usage: node scripts/run.mjs bench/watch-words.ts

import { isUnlawful, STANCES } from '../src/domain/post.ts';
import { readRows, rowsToLearn } from '../src/service/watch/lexicon/labelled-rows.ts';
import { loadLexicon } from '../src/service/watch/lexicon/load-reader.ts';
import { FIT_DEFAULTS, fitModel } from '../src/watch/learn/fit-model.ts';
import { createReader, type PostReader } from '../src/watch/read/reader.ts';
import { type Figures, figuresOf, interval, type Judged } from './watch-words/figures.ts';
import { FOLDS, foldOf, halfOf, isReal, type SharedPost, sharedPosts } from './watch-words/rows.ts';

const { rules, model, edition } = await loadLexicon();
const shipped = createReader({ rules, model, edition });
const learnable = await rowsToLearn();
console.log(
  `edition ${edition}, from chance ${model.thresholds.others}, in Kazakh ${model.thresholds.kk}, ${learnable.length} rows to learn from`,
);

const three = (value: number): string => value.toFixed(3);
const told = ({ n, positives, tp, fp, precision, recall, f1 }: Figures): string =>
  `P ${three(precision)}  R ${three(recall)}  F1 ${three(f1)}   (${n} rows, ${positives} positive, ${tp} found, ${fp} false)`;
const say = (name: string, figures: Figures): void =>
  console.log(`  ${name.padEnd(34)} ${told(figures)}`);

type Read = Judged & SharedPost & { readonly fold: number };
const posts = sharedPosts();
if (posts === undefined) console.log('skipped posts of others: ../shared/data/text is absent');
else onSharedPosts(posts);
await onRowsApart();
howLong();

function inFolds(all: readonly SharedPost[], withRules: boolean): Read[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const tested = all.filter((post) => foldOf(post) === fold);
    const sources = new Set(tested.map(({ source }) => source));
    const seen = learnable.filter(({ group }) => !sources.has(group));
    const by = withRules ? rules : [];
    const fitted = fitModel(seen, by, { ...FIT_DEFAULTS, made: '' });
    const reader = createReader({ rules: by, model: fitted, edition: '' });
    return tested.map((post) => ({ ...post, fold, got: reader.read(post.text).label }));
  }).flat();
}

function onSharedPosts(all: readonly SharedPost[]): void {
  const ours = inFolds(all, true);
  const real = ours.filter(isReal);
  console.log('\nreal rows, grouped folds:');
  for (let fold = 0; fold < FOLDS; fold++)
    say(`fold ${fold + 1}`, figuresOf(real.filter((row) => row.fold === fold)));
  say('all', figuresOf(real));
  for (const name of ['precision', 'recall', 'f1'] as const)
    console.log(
      `    ${name}, 95 % of 1,000 draws of sources: ${interval(real, (figures) => figures[name])
        .map(three)
        .join(' to ')}`,
    );
  for (const half of ['A', 'B'] as const)
    say(`half ${half}`, figuresOf(real.filter((row) => halfOf(row) === half)));
  say('test texts of other projects', figuresOf(ours.filter((row) => !isReal(row))));
  console.log('\nbeside:');
  say('letters alone, the same rows', figuresOf(inFolds(all, false).filter(isReal)));
  console.log(
    '  letters and nine rules, published      P 0.850  R 0.690  F1 0.760   (144 positives, test texts among them)',
  );
  console.log('\nlabels, real rows (as it is -> as it was read):');
  for (const [label, rows] of Map.groupBy(real, (row) => row.label))
    console.log(`  ${label.padEnd(14)} ${counted(rows.map(({ got }) => got))}`);
}

/** Rows of ours in files that are never learned from. */
async function onRowsApart(): Promise<void> {
  for (const [name, file] of [
    ['Kazakh', 'kk-eval.jsonl'],
    ['fresh', 'fresh-eval.jsonl'],
  ]) {
    const rows = (await readRows(file)).map((row) => ({ ...row, read: shipped.read(row.text) }));
    const judged = rows.map(({ label, read }) => ({ label, got: read.label }));
    console.log(`\n${name} rows apart (${file}), authored:`);
    say('all', figuresOf(judged));
    console.log('  stance (as it is -> as it was read):');
    for (const stance of STANCES) {
      const some = rows.filter((row) => row.stance === stance);
      const alarms = some.filter(({ read, label }) => isUnlawful(read.label) && !isUnlawful(label));
      console.log(
        `    ${stance.padEnd(9)} ${counted(some.map(({ read }) => read.stance))}; taken for unlawful and is not: ${alarms.length}`,
      );
    }
  }
}

function counted(values: readonly string[]): string {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, some]) => `${value} ${some.length}`)
    .join(', ');
}

function howLong(): void {
  const texts = (posts ?? learnable).map(({ text }) => text);
  readAll(shipped, texts);
  const took = readAll(shipped, texts).sort((a, b) => a - b);
  const at = (share: number): string => took[Math.floor(share * (took.length - 1))].toFixed(3);
  console.log(
    `\nms a post: median ${at(0.5)}, 99 % ${at(0.99)} (at most 1), longest ${at(1)}; ${texts.length} posts`,
  );
}

function readAll(reader: PostReader, texts: readonly string[]): number[] {
  return texts.map((text) => {
    const from = performance.now();
    reader.read(text);
    return performance.now() - from;
  });
}
