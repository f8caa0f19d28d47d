import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ERROR_CODES, type ErrorCode, entryOf } from '../src/domain/errors/catalogue.ts';
import { LANGUAGES, type Language } from '../src/domain/language.ts';
import { cell, writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/errors.md, written from the catalogue of errors.
 * usage: node scripts/run.mjs scripts/errors-reference.ts [--check]
 */
export const ERRORS_PAGE = join(import.meta.dirname, '..', 'docs', 'reference', 'errors.md');

/** What the second part of a code says; the order is that of the page. */
const GROUPS: Readonly<Record<string, string>> = {
  USAGE: 'The command',
  PORT: 'The command',
  SCAN: 'The scan as a whole',
  OUT: 'The scan as a whole',
  REPORT: 'The scan as a whole',
  FILE: 'A file',
  BOOK: 'A workbook',
  SHEET: 'A sheet of a workbook',
  ROW: 'A row',
  RULE: 'A rule file',
  RULES: 'A rule file',
  SNAPSHOT: 'A snapshot of the engine',
};
const OTHER = 'Identifiers and money';

const INTRO = `# Errors

Every error has a code that never changes, a message in Russian, Kazakh and English and, where something can be done
about it, a hint (in italics). Rows and files that were not taken stand in \`rejects.csv\` with their code; an error that
ends a command is printed with its code and the command exits with 2. Words in braces are filled in.

The status is what an HTTP answer with this error carries. This page is written from the catalogue in \`src/domain/errors/\` by
\`node scripts/run.mjs scripts/errors-reference.ts\`; do not edit it by hand.
`;

export function errorsReference(): string {
  const groups = new Map<string, ErrorCode[]>();
  for (const title of [...Object.values(GROUPS), OTHER]) groups.set(title, []);
  for (const code of ERROR_CODES.toSorted()) groups.get(groupOf(code))?.push(code);
  const sections = [...groups].flatMap(([title, codes]) => [
    '',
    `## ${title}`,
    '',
    '| code | status | English | русский | қазақша |',
    '|---|---|---|---|---|',
    ...codes.map(row),
  ]);
  return `${INTRO}${sections.join('\n')}\n`;
}

const groupOf = (code: ErrorCode): string => GROUPS[code.split('_')[1] ?? ''] ?? OTHER;

function row(code: ErrorCode): string {
  const { status } = entryOf(code);
  const [ru, kk, en] = LANGUAGES.map((language) => wording(code, language));
  return `| \`${code}\` | ${status} | ${en} | ${ru} | ${kk} |`;
}

function wording(code: ErrorCode, language: Language): string {
  const { message, hint } = entryOf(code);
  const said = cell(message[language]);
  return hint === undefined ? said : `${said}<br>*${cell(hint[language])}*`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(ERRORS_PAGE, errorsReference(), process.argv);
