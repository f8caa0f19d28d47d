import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadRuleset } from '../src/service/ruleset.ts';
import { currentReference, REFERENCE } from './rules-reference.ts';

it('docs/reference/rules.md is what the rules say now', async () => {
  expect(readFileSync(REFERENCE, 'utf8')).toBe(await currentReference());
});

it('names every rule, every parameter and every source', async () => {
  const text = await currentReference();
  for (const rule of (await loadRuleset()).rules) {
    expect(text).toContain(`#### ${rule.id}\n`);
    for (const [name, p] of Object.entries(rule.params))
      expect(text).toContain(`| ${name} | ${p.value} ${p.unit} |`);
  }
});
