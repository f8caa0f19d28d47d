import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { messageOf, QorganError } from '../domain/errors/catalogue.ts';
import { compileRules } from '../engine/rules/compile.ts';
import type { Ruleset } from '../engine/rules/ruleset.ts';
import { dataFolder } from './package-root.ts';

/** Loads and checks every rule file of a country. Throws QRG_RULES_INVALID naming every problem. */
export async function loadRuleset(folder = join(dataFolder, 'rules', 'kz')): Promise<Ruleset> {
  const names = (await readdir(folder)).filter((n) => n.endsWith('.yaml')).sort();
  const documents = await Promise.all(
    names.map(async (file) => ({
      file,
      data: parseYaml(file, await readFile(join(folder, file), 'utf8')),
    })),
  );
  const compiled = compileRules(documents);
  if (compiled.ok) return compiled.ruleset;
  throw new QorganError('QRG_RULES_INVALID', {
    what: compiled.problems.map((p) => messageOf(p, 'en')).join('; '),
  });
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new QorganError('QRG_RULES_INVALID', { what: `${file}: ${String(error)}` });
  }
}
