import { hintOf, messageOf, QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { printable } from './printable.ts';

/** Ends a command that failed: what happened and what to do, in the user's language; exit code 2. */
export function fatal(error: unknown, language: Language): void {
  process.exitCode = 2;
  if (!(error instanceof QorganError)) {
    // Not foreseen, so a defect: the stack is what a report of it needs.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return;
  }
  process.stderr.write(`${error.problem.code}: ${printable(messageOf(error.problem, language))}\n`);
  const hint = hintOf(error.problem, language);
  if (hint) process.stderr.write(`${printable(hint)}\n`);
}
