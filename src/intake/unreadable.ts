import { type Problem, QorganError } from '../domain/errors/catalogue.ts';

/** Failures of a file that is not there or not ours to read, by the system's code. */
const CANNOT_OPEN = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EMFILE', 'ELOOP']);

/** What to tell of an error thrown while a file was opened or read; the file's path is not repeated. */
export function rejectOfError(error: unknown, file: string): Problem {
  if (error instanceof QorganError) return error.problem;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message.split(/[\n,]/)[0] : String(error);
  const reason = code || (said ?? '');
  return CANNOT_OPEN.has(code)
    ? { code: 'QRG_FILE_UNREADABLE', args: { file, reason } }
    : { code: 'QRG_FILE_BROKEN', args: { file, reason } };
}
