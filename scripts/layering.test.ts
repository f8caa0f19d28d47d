import { expect, test } from 'vitest';
import { check } from './layering.ts';

const files = (entries: Record<string, string>) => new Map(Object.entries(entries));

test('an arrow downwards is fine', () => {
  expect(
    check(files({ 'engine/a.ts': "import { b } from '../domain/b.ts';", 'domain/b.ts': '' })),
  ).toEqual([]);
});

test('an arrow upwards fails, also as a type or a re-export', () => {
  for (const line of [
    "import { b } from '../engine/b.ts';",
    "import type { B } from '../engine/b.ts';",
    "export * from '../engine/b.ts';",
    "import {\n  a,\n  b,\n} from '../engine/b.ts';",
    "const b = await import('../engine/b.ts');",
  ])
    expect(check(files({ 'domain/a.ts': line }))).toEqual([
      'domain/a.ts: arrow upwards to engine/b.ts',
    ]);
});

test('a circle fails', () => {
  const circle = check(
    files({ 'domain/a.ts': "import './b.ts';", 'domain/b.ts': "import { a } from './a.ts';" }),
  );
  expect(circle).toEqual(['circle: domain/a.ts -> domain/b.ts -> domain/a.ts']);
});

test('a pure area may not touch Node, its tests may', () => {
  const line = "import { readFileSync } from 'node:fs';";
  expect(check(files({ 'engine/a.ts': line }))).toHaveLength(1);
  expect(check(files({ 'engine/a.test.ts': line }))).toEqual([]);
});

test('a folder without a floor fails', () => {
  expect(check(files({ 'utils/a.ts': '' }))).toHaveLength(1);
});
