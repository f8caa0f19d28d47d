import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FEATURES } from '../src/engine/features.ts';
import type { CompiledRule, Ruleset } from '../src/engine/rules/ruleset.ts';
import { loadRuleset } from '../src/service/ruleset.ts';

/**
 * docs/reference/rules.md, written from the data it describes.
 * usage: node scripts/run.mjs scripts/rules-reference.ts [--check]
 */
export const REFERENCE = join(import.meta.dirname, '..', 'docs', 'reference', 'rules.md');
const INTRO = join(import.meta.dirname, 'rules-reference.intro.md');

export function rulesReference(ruleset: Ruleset, intro: string): string {
  const byTypology = [...ruleset.typologies.values()]
    .map((typology) => ({
      typology,
      rules: ruleset.rules
        .filter((r) => r.typology === typology.id)
        .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    }))
    .sort((a, b) => (a.typology.id < b.typology.id ? -1 : 1));
  const lines = [
    intro.trimEnd(),
    '',
    '## Verdicts',
    '',
    '| verdict | from score | why |',
    '|---|---|---|',
    ...(['review', 'hold'] as const).map(
      (v) => `| ${v} | ${ruleset.verdicts[v].score} | ${cell(ruleset.verdicts[v].reason)} |`,
    ),
    '',
    '## Reporting thresholds ("just under")',
    '',
    '| KZT | what | source | date | mark |',
    '|---|---|---|---|---|',
    ...ruleset.thresholds.map(
      (t) => `| ${t.kzt} | ${cell(t.about.en)} | ${cell(t.source)} | ${t.date} | ${t.mark} |`,
    ),
    '',
    `## Rules (${ruleset.rules.length} in ${byTypology.length} typologies)`,
    '',
    ...byTypology.flatMap(({ typology, rules }) => [
      `### ${typology.id}: ${typology.title.en}`,
      '',
      `${typology.title.ru} · ${typology.title.kk}${amltrix(typology.amltrix)}`,
      '',
      ...rules.flatMap(ruleSection),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function ruleSection(rule: CompiledRule): string[] {
  const params = Object.entries(rule.params);
  return [
    `#### ${rule.id}`,
    '',
    `**${rule.title.en}** · ${rule.title.ru} · ${rule.title.kk}`,
    '',
    `Speaks of the ${rule.subject}; weight ${rule.weight}${rule.once ? '; once is enough' : ''}${amltrix(rule.amltrix)}` +
      `; file ${rule.file}` +
      `; needs ${rule.needs.length === 0 ? 'nothing but transfers' : rule.needs.join(', ')}.`,
    '',
    `> ${rule.explain.en}`,
    '',
    ...(rule.learned.length === 0
      ? []
      : [
          `Fired by a trained model, for ${rule.learned.map((column) => `\`${column}\``).join(', ')}.`,
          '',
        ]),
    `Looks at: ${rule.uses.map((i) => `\`${FEATURES[i]!.name}\``).join(', ')}.`,
    '',
    ...(params.length === 0
      ? []
      : ['| parameter | value | source | date | mark | note |', '|---|---|---|---|---|---|']),
    ...params.map(
      ([name, p]) =>
        `| ${name} | ${p.value} ${p.unit} | ${cell(p.source)} | ${p.date} | ${p.mark} | ${cell(p.note)} |`,
    ),
    ...(params.length === 0 ? [] : ['']),
  ];
}

const amltrix = (id: string | null): string =>
  id === null ? '' : `; AMLTRIX [${id}](https://framework.amltrix.com/techniques/${id})`;

/** A table cell holds no line break and no bar. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

export async function currentReference(): Promise<string> {
  return rulesReference(await loadRuleset(), readFileSync(INTRO, 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = await currentReference();
  if (process.argv.includes('--check')) {
    if (readFileSync(REFERENCE, 'utf8') !== text) {
      console.error('docs/reference/rules.md is not current: run scripts/rules-reference.ts');
      process.exit(1);
    }
  } else writeFileSync(REFERENCE, text);
}
