import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { codeOf } from './error-code.ts';

/** Where log lines go; JSON, one a line. */
export interface LogOptions {
  /** 'info' tells every request, 'warn' only what failed. */
  readonly level: string;
  readonly stream?: { write(line: string): void };
}

/**
 * Fastify's own lines hold addresses with queries and messages of errors: names and numbers of people may stand in both.
 * They are left out; `requestLine` tells what is needed.
 */
export class SilentLog extends LogController {
  override isLogDisabled(): boolean {
    return true;
  }
  override incomingRequest(): void {}
  override requestCompleted(): void {}
  override defaultErrorLog(): void {}
  override streamError(): void {}
  override routeNotFound(): void {}
  override writeHeadError(): void {}
  override serializerError(): void {}
}

/** One request in the log: the pattern of its address, never the address; who by number, never by name. */
export function requestLine(request: FastifyRequest, reply: FastifyReply, ms: number) {
  const { principal } = request.visitor ?? {};
  return {
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(ms * 10) / 10,
    ...(principal && { who: `${principal.kind}:${principal.id}`, of: principal.institutionId }),
  };
}

/** A fault of ours in the log: where it happened, and no message, because databases quote rows in theirs. */
export function faultLine(request: FastifyRequest, error: unknown) {
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return {
    request: request.id,
    route: request.routeOptions.url ?? 'none',
    fault: name,
    code: codeOf(error),
    at: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
  };
}
