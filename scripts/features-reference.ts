import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FEATURES, type Feature } from '../src/engine/features.ts';
import { cell, writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/features.md, written from the catalogue of features.
 * usage: node scripts/run.mjs scripts/features-reference.ts [--check]
 */
export const FEATURES_PAGE = join(import.meta.dirname, '..', 'docs', 'reference', 'features.md');

/** What the part of a name before its point is about; payer and payee have the same features. */
const GROUPS: Readonly<Record<string, string>> = {
  t: 'The transfer',
  money: 'The money it moves',
  pair: 'Payer and payee',
  pattern: 'Shapes around them',
  payer: 'An account',
};

const INTRO = `# Features

What is known when a transfer arrives, as numbers. Rules name them; a name never changes its meaning. The vector has
${FEATURES.length} numbers: those of the transfer, and those of an account twice, as \`payer.…\` and as \`payee.…\`.

A number that cannot be known is unknown (NaN inside) and no comparison with it holds, so a rule stays silent instead of guessing:
a file without times of day has no hour, a file in dollars has no amount in tenge, a file without customers has no ages.

| unit | what it is |
|---|---|
| count | a whole number |
| minor | money in minor units of the ledger's currency (tiyn, cents) |
| ratio | a share, 0 to 1; may exceed 1 where said |
| ms | milliseconds |
| hour | 0 to 24, local time |
| flag | 0 or 1 |
| years | years |

Windows end at the transfer: \`1h\`, \`24h\`, \`7d\`, \`28d\`. They slide in eighths, so the beginning of a window is sharp to an eighth of its length
([why](../decisions/0008-windows-slide-in-eighths.md)). Numbers of both accounts include the transfer itself.

This page is written from \`src/engine/features.ts\` by \`node scripts/run.mjs scripts/features-reference.ts\`; do not edit it by hand.
`;

export function featuresReference(): string {
  const sections = Object.entries(GROUPS).flatMap(([prefix, title]) => [
    '',
    `## ${title}`,
    '',
    ...(prefix === 'payer' ? ['Each is there as `payer.…` and as `payee.…`.', ''] : []),
    '| feature | unit | what it is |',
    '|---|---|---|',
    ...FEATURES.filter(({ name }) => name.startsWith(`${prefix}.`)).map((f) => row(f, prefix)),
  ]);
  return `${INTRO}${sections.join('\n')}\n`;
}

function row({ name, unit, about }: Feature, prefix: string): string {
  const shown = prefix === 'payer' ? name.slice('payer'.length) : name;
  return `| \`${shown}\` | ${unit} | ${cell(about)} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(FEATURES_PAGE, featuresReference(), process.argv);
