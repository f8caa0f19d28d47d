import { STATUS_CODES } from 'node:http';
import {
  entryOf,
  hintOf,
  messageOf,
  type Problem,
  QorganError,
} from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { ProblemReply } from './contract/problem.ts';
import { fieldProblems, InvalidRequest } from './field-problems.ts';

export const PROBLEM_MEDIA = 'application/problem+json';

/** Statuses after which a client may try again by itself. */
const PASSING: ReadonlySet<number> = new Set([429, 503]);

/** A problem as RFC 9457 writes it, in the reader's language. */
export function problemReply(
  problem: Problem,
  language: Language,
  requestId: string,
): ProblemReply {
  const { status } = entryOf(problem.code);
  const hint = hintOf(problem, language);
  const { version } = problem.args;
  return {
    type: `urn:qorgan:problem:${problem.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: messageOf(problem, language),
    code: problem.code,
    ...(hint !== '' && { hint }),
    instance: `urn:qorgan:request:${requestId}`,
    ...(Number.isInteger(version) && { version: Number(version) }),
  };
}

/** The reply to whatever a route threw that is a problem of the catalogue; undefined when it is a fault of ours. */
export function replyToError(
  error: unknown,
  language: Language,
  requestId: string,
): ProblemReply | undefined {
  if (error instanceof QorganError) return problemReply(error.problem, language, requestId);
  if (!(error instanceof InvalidRequest)) return undefined;
  const problem = { code: 'QRG_HTTP_INVALID', args: { count: error.faults.length } } as const;
  return {
    ...problemReply(problem, language, requestId),
    errors: fieldProblems(error.faults, language),
  };
}

/** Seconds for the header Retry-After; undefined where trying again makes no sense. */
export function retryAfter(error: unknown, status: number): number | undefined {
  if (!PASSING.has(status)) return undefined;
  const told = error instanceof QorganError ? Number(error.problem.args.seconds) : Number.NaN;
  return Number.isFinite(told) ? Math.max(1, Math.ceil(told)) : 1;
}
