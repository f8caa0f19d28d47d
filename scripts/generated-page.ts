import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** A table cell of Markdown: no line break, no bar, and braces and angle brackets as they are read. */
export const cell = (text: string): string =>
  text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;').trim();

/** A table of Markdown; `<br>` in a cell breaks its line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map((row) => line(row.map((text) => cell(text).replaceAll('&lt;br>', '<br>')))),
  ];
}

/** Writes a page that is generated from data; with --check among the arguments only compares it and exits with 1 if it differs. */
export function writeOrCheck(path: string, text: string, args: readonly string[]): void {
  if (!args.includes('--check')) {
    writeFileSync(path, text);
    return;
  }
  if (readFileSync(path, 'utf8') === text) return;
  console.error(`${relative('.', path)} is not current: run the script that writes it`);
  process.exitCode = 1;
}
