import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import {
  type Figures,
  measureFigures,
  PAGES_WITH_FIGURES,
  pageFile,
  withFigures,
} from './demo-figures.ts';

let figures: Figures;
beforeAll(async () => {
  figures = await measureFigures();
});

// When this fails because Qorgan finds something else now: node scripts/run.mjs scripts/demo-figures.ts
it.each(PAGES_WITH_FIGURES)('%s quotes what npm run case finds now', (page) => {
  const text = readFileSync(pageFile(page), 'utf8');
  expect(text).toContain('<!-- figure ');
  expect(text).toBe(withFigures(text, figures));
});

it('writes a figure anew and leaves the rest alone', () => {
  const page = 'a\n<!-- figure x -->\nold\n<!-- end -->\nb';
  const fresh = withFigures(page, new Map([['x', 'new']]));
  expect(fresh).toBe('a\n<!-- figure x -->\n\nnew\n\n<!-- end -->\nb');
  expect(withFigures(fresh, new Map([['x', 'new']]))).toBe(fresh);
  expect(() => withFigures(page, new Map())).toThrow('no figure x');
});
