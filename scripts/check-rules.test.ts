import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LANGUAGES } from '../src/domain/language.ts';
import { checkRules } from './check-rules.ts';

const ROOT = join(import.meta.dirname, '..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-rules-'));
  cpSync(join(ROOT, 'data', 'rules', 'kz'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The first YAML block of a page. */
const exampleIn = (page: string): string => {
  const text = readFileSync(join(ROOT, 'docs', 'how-to', page), 'utf8');
  return /^```yaml\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '';
};

it('finds the shipped rules good', () => {
  expect(checkRules(folder, 'en').problems).toEqual([]);
});

it('finds the worked example of the documentation good', () => {
  const before = checkRules(folder, 'en').rules;
  writeFileSync(join(folder, 'example.yaml'), exampleIn('write-a-rule.md'));
  expect(checkRules(folder, 'en')).toEqual({ rules: before + 1, problems: [] });
});

it.each(LANGUAGES)('names every mistake with its file, rule and place (%s)', (language) => {
  const bad = exampleIn('write-a-rule.md')
    .replace('lt: [t.hour, $until]', 'lt: [t.hour, 6]')
    .replace('ramp: [payer.in_parties_24h', 'ramp: [payer.in_partys_24h');
  writeFileSync(join(folder, 'example.yaml'), bad);
  const { problems } = checkRules(folder, language);
  expect(problems).toHaveLength(2);
  expect(problems.join('\n')).toContain('payer.in_partys_24h');
  for (const problem of problems) expect(problem).toMatch(/example\.yaml.*night-cash-after-many/);
});

it('names a file that is not YAML', () => {
  writeFileSync(join(folder, 'example.yaml'), 'rules: [');
  expect(checkRules(folder, 'en').problems[0]).toMatch(/^example\.yaml: /);
});
