import { QorganError, type Result } from '../domain/errors/catalogue.ts';

/** The value, or its problem thrown: here a request ends. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new QorganError(result.problem.code, result.problem.args);
}
