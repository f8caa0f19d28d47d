import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { messageOf } from '../src/domain/errors/catalogue.ts';
import type { Language } from '../src/domain/language.ts';
import { compileRules, type RuleDocument } from '../src/engine/rules/compile.ts';

/**
 * Checks the rules of a folder and names every mistake in full, for whoever is writing them.
 * usage: node scripts/run.mjs scripts/check-rules.ts [FOLDER]      default data/rules/kz; exit code 0 or 2
 */
const SHIPPED = join(import.meta.dirname, '..', 'data', 'rules', 'kz');

/** How many rules are good, or every problem in words. */
export function checkRules(
  folder: string,
  language: Language,
): { readonly rules: number; readonly problems: readonly string[] } {
  const documents: RuleDocument[] = [];
  const broken: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml')) continue;
    try {
      documents.push({ file, data: parse(readFileSync(join(folder, file), 'utf8')) });
    } catch (error) {
      broken.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (broken.length > 0) return { rules: 0, problems: broken };
  const compiled = compileRules(documents);
  return compiled.ok
    ? { rules: compiled.ruleset.rules.length, problems: [] }
    : { rules: 0, problems: compiled.problems.map((p) => messageOf(p, language)) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { rules, problems } = checkRules(process.argv[2] ?? SHIPPED, 'en');
  if (problems.length === 0) console.log(`${rules} rules are good`);
  else {
    console.error(problems.join('\n'));
    process.exitCode = 2;
  }
}
