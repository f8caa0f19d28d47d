import { QorganError, type Result } from '../domain/errors/catalogue.ts';

/** The value of a result, or its problem thrown: use cases and requests are an edge. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new QorganError(result.problem.code, result.problem.args);
}
