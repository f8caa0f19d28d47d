import { expect, it } from 'vitest';
import { anchorOf, deadLinks, pages, unknownCommands } from './docs-links.ts';

const all = pages();

it('finds the pages', () => {
  const paths = all.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'docs/reference/rules.md']));
  expect(paths.filter((path) => path.includes('node_modules'))).toEqual([]);
});

it('every relative link leads to a file, and to a heading where it names one', () => {
  expect(all.flatMap(deadLinks)).toEqual([]);
});

it('every command shown exists', () => {
  expect(all.flatMap(unknownCommands)).toEqual([]);
});

it('every page below docs/ is linked from README.md or from another page', () => {
  const links = all.map(({ text }) => text).join('\n');
  const orphans = all
    .map(({ path }) => path)
    .filter((path) => path.startsWith('docs/'))
    .filter((path) => !links.includes(path.slice(path.lastIndexOf('/') + 1)));
  expect(orphans).toEqual([]);
});

it('notices what is wrong', () => {
  const page = {
    path: 'README.md',
    text: [
      'See [this](docs/nowhere.md), [that](#no-such-heading) and [code](LICENSE).',
      'Run `npm run nothing`, `npm test`, `qorgan fly`, `npx qorgan scan x --wings` and',
      '`node scripts/run.mjs bench/nothing.ts`.',
    ].join('\n'),
  };
  expect(deadLinks(page)).toEqual([
    'README.md: docs/nowhere.md is not there',
    'README.md: README.md has no heading #no-such-heading',
  ]);
  expect(unknownCommands(page)).toEqual([
    'README.md: `npm run nothing` is no command',
    'README.md: qorgan has no command fly',
    'README.md: qorgan scan has no option --wings',
    'README.md: there is no bench/nothing.ts',
  ]);
  expect(anchorOf('What `scan` gives, and what it does not')).toBe(
    'what-scan-gives-and-what-it-does-not',
  );
});
