import { messageOf, type Problem } from './errors/catalogue.ts';
import { shorten } from './errors/shorten.ts';
import { LANGUAGES, type Language, type Localized } from './language.ts';

/**
 * One thing of the input that was not taken, and why. Rows are never dropped in silence:
 * each reject is a line of rejects.csv.
 */
export interface Reject extends Problem {
  /** File as the user named it (relative to the scanned folder). */
  readonly file: string;
  /** 1-based line or sheet row; 0 when the whole file is meant. */
  readonly line: number;
  /** In the user's language, with the offending value, at most 300 characters. */
  readonly message: string;
}

const MESSAGE_MOST = 300;

export function toReject(file: string, line: number, problem: Problem, language: Language): Reject {
  const { code, args } = problem;
  return { file, line, code, args, message: shorten(messageOf(problem, language), MESSAGE_MOST) };
}

/** The message in every language: a report is read in another one than the scan spoke. */
export function messagesOf(problem: Problem): Localized {
  const [ru, kk, en] = LANGUAGES.map((l) => shorten(messageOf(problem, l), MESSAGE_MOST));
  return { ru, kk, en };
}
