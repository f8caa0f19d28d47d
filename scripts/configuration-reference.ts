import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { SETTINGS, type Setting } from '../src/service/configuration/settings.ts';
import { cell, writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/configuration.md, written from the settings of the service.
 * usage: node scripts/run.mjs scripts/configuration-reference.ts [--check]
 */
export const CONFIGURATION_PAGE = join(
  import.meta.dirname,
  '..',
  'docs',
  'reference',
  'configuration.md',
);

const INTRO = `# Configuration

Of \`qorgan serve\` and of every other command that opens the store. A variable of the environment wins over the file, the file over
what is built in. The file is \`qorgan.yaml\` in the working folder, or the one that \`QORGAN_CONFIG\` names (then it must be there): one
\`key: value\` a line. A commented one is in [deploy/qorgan.yaml](../../deploy/qorgan.yaml).

Every value is checked at the start. An unknown key, an unknown variable that begins with \`QORGAN_\`, or a value that does not fit ends the command
with exit code 2 and names it; an empty variable is as if it were not there. \`qorgan doctor\` prints every setting with its value and where it
came from, except secrets.

In a variable, several words stand with commas between, and a table is JSON.

This page is written from \`src/service/configuration/settings.ts\` by \`node scripts/run.mjs scripts/configuration-reference.ts\`; do not edit it by hand.

| key | variable | value | built in | English | русский | қазақша |
|---|---|---|---|---|---|---|
`;

/** What of a JSON schema tells what may be written. */
interface ValueSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly ValueSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ValueSchema;
  readonly additionalProperties?: ValueSchema;
  readonly default?: unknown;
}

export function configurationReference(): string {
  return `${INTRO}${Object.entries<Setting>(SETTINGS).map(row).join('\n')}\n`;
}

function row([key, { variable, shape, secret, about }]: [string, Setting]): string {
  const schema = z.toJSONSchema(shape, { io: 'output' }) as ValueSchema;
  const value = `${allowed(schema)}${secret ? ', secret' : ''}`;
  const words = [about.en, about.ru, about.kk].map(cell);
  return `| \`${key}\` | \`${variable}\` | ${cell(value)} | ${builtIn(schema)} | ${words.join(' | ')} |`;
}

function allowed({ type, format, pattern, enum: words, ...more }: ValueSchema): string {
  if (more.anyOf !== undefined) return more.anyOf.map(allowed).join(', or ');
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(' ');
  if (type === 'integer') return `${more.minimum} … ${more.maximum}`;
  if (type === 'boolean') return '`true` `false`';
  if (type === 'array') return `several of ${allowed(more.items ?? {})}`;
  if (type === 'object') return `table, each value: ${allowed(more.additionalProperties ?? {})}`;
  if (format === 'uri') return 'http(s) address';
  return pattern === undefined ? 'text' : `\`${pattern.replaceAll('\\/', '/')}\``;
}

function builtIn({ default: value, items }: ValueSchema): string {
  if (value === undefined) return '';
  if (!Array.isArray(value)) return `\`${String(value)}\``;
  return value.length === items?.enum?.length ? 'all' : value.map((v) => `\`${v}\``).join(' ');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(CONFIGURATION_PAGE, configurationReference(), process.argv);
