import type { Language } from '../language.ts';
import { ACCESS_ERRORS } from './access.ts';
import { AUDIT_ERRORS } from './audit.ts';
import { CASE_ERRORS } from './cases.ts';
import { CLASS_ERRORS } from './classes.ts';
import { CONFIGURATION_ERRORS } from './configuration.ts';
import { DOCUMENT_ERRORS } from './documents.ts';
import { ENGINE_ERRORS } from './engine.ts';
import type { ErrorEntry } from './entry.ts';
import { EVIDENCE_ERRORS } from './evidence.ts';
import { EXCHANGE_ERRORS } from './exchange.ts';
import { FILE_ERRORS } from './files.ts';
import { FILING_ERRORS } from './filings.ts';
import { FOREIGN_ERRORS } from './foreign.ts';
import { HELD_ERRORS } from './held.ts';
import { HTTP_ERRORS } from './http.ts';
import { IDENTIFIER_ERRORS } from './identifiers.ts';
import { KNOWN_CONTACT_ERRORS } from './known-contacts.ts';
import { LAW_ERRORS } from './law.ts';
import { LEARNING_ERRORS } from './learning.ts';
import { LESSON_ERRORS } from './lessons.ts';
import { LIST_ERRORS } from './lists.ts';
import { LIVE_ERRORS } from './live.ts';
import { MONEY_ERRORS } from './money.ts';
import { PACKAGE_ERRORS } from './packages.ts';
import { PUBLIC_REPORT_ERRORS } from './public-reports.ts';
import { RECORD_ERRORS } from './records.ts';
import { REPORT_ERRORS } from './report.ts';
import { RISK_ERRORS } from './risk.ts';
import { ROW_ERRORS } from './rows.ts';
import { RULE_ERRORS } from './rules.ts';
import { SCAN_ERRORS } from './scan.ts';
import { shorten } from './shorten.ts';
import { STATEMENT_ERRORS } from './statements.ts';
import { STORE_ERRORS } from './store.ts';
import { TAKEDOWN_ERRORS } from './takedowns.ts';
import { WATCH_ERRORS } from './watch.ts';
import { WATCH_FETCHING_ERRORS } from './watch-fetching.ts';
import { WATCH_READING_ERRORS } from './watch-reading.ts';

/** Every error Qorgan can answer with, one catalogue. A new area adds its file here. */
const CATALOGUE = {
  ...ACCESS_ERRORS,
  ...AUDIT_ERRORS,
  ...CASE_ERRORS,
  ...CONFIGURATION_ERRORS,
  ...DOCUMENT_ERRORS,
  ...ENGINE_ERRORS,
  ...EVIDENCE_ERRORS,
  ...EXCHANGE_ERRORS,
  ...FILE_ERRORS,
  ...FILING_ERRORS,
  ...FOREIGN_ERRORS,
  ...HTTP_ERRORS,
  ...IDENTIFIER_ERRORS,
  ...LAW_ERRORS,
  ...LEARNING_ERRORS,
  ...LIST_ERRORS,
  ...LIVE_ERRORS,
  ...MONEY_ERRORS,
  ...PACKAGE_ERRORS,
  ...RECORD_ERRORS,
  ...REPORT_ERRORS,
  ...RISK_ERRORS,
  ...ROW_ERRORS,
  ...RULE_ERRORS,
  ...SCAN_ERRORS,
  ...STATEMENT_ERRORS,
  ...STORE_ERRORS,
  ...TAKEDOWN_ERRORS,
  ...CLASS_ERRORS,
  ...PUBLIC_REPORT_ERRORS,
  ...HELD_ERRORS,
  ...KNOWN_CONTACT_ERRORS,
  ...LESSON_ERRORS,
  ...WATCH_ERRORS,
  ...WATCH_FETCHING_ERRORS,
  ...WATCH_READING_ERRORS,
} as const;

export type ErrorCode = keyof typeof CATALOGUE;

export const ERROR_CODES = Object.keys(CATALOGUE) as ErrorCode[];

/** A failure as data: parsers and validators return it, only the edge throws or prints it. */
export interface Problem {
  readonly code: ErrorCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ErrorCode, args: Problem['args'] = {}): Result<never> => ({
  ok: false,
  problem: { code, args },
});

export const entryOf = (code: ErrorCode): ErrorEntry => CATALOGUE[code];

/** Room for a list of all fields of --map; a cell of a file may be as long as it likes. */
const ARGUMENT_MOST = 240;

/** The message in the reader's language, arguments filled in and shortened to 240 characters each. */
export function messageOf({ code, args }: Problem, language: Language): string {
  return fill(entryOf(code).message[language], args);
}

export function hintOf({ code, args }: Problem, language: Language): string {
  const hint = entryOf(code).hint;
  return hint === undefined ? '' : fill(hint[language], args).trimEnd();
}

function fill(template: string, args: Problem['args']): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? shorten(String(args[name]), ARGUMENT_MOST) : whole,
  );
}

/** Thrown only at the edge, where a command or a request ends. */
export class QorganError extends Error {
  readonly problem: Problem;
  constructor(code: ErrorCode, args: Problem['args'] = {}) {
    super(messageOf({ code, args }, 'en'));
    this.name = 'QorganError';
    this.problem = { code, args };
  }
}
