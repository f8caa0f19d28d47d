import { QorganError } from '../../domain/errors/catalogue.ts';

/** A structured line about the running service; never an identifier of a person. */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | undefined>>,
) => void;

/** What a line says of a failure: its code, where it is a problem of ours, and its message. */
export const failureFields = (error: unknown): { code?: string; message: string } => ({
  ...(error instanceof QorganError && { code: error.problem.code }),
  message: error instanceof Error ? error.message : String(error),
});
