import type { Language } from '../domain/language.ts';
import { say } from './texts.ts';

/** Words that ask a command what it takes. */
export const HELP: ReadonlySet<string> = new Set(['--help', '-h']);

/** What the usage says of one command: its line and those set in beneath it. Undefined when there is no such command. */
export function helpOf(command: string | undefined, language: Language): string | undefined {
  const lines = say('usage', language).split('\n');
  const from = lines.findIndex((line) => line.startsWith(`  qorgan ${command} `));
  if (from < 0) return undefined;
  const beneath = lines.findIndex((line, i) => i > from && !line.startsWith('    '));
  const own = lines.slice(from, beneath);
  const hasLanguage = own.some((line) => line.includes('--lang'));
  return [...own, ...(hasLanguage ? [] : ['      --lang ru|kk|en'])].join('\n');
}
