import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QorganError } from '../domain/errors/catalogue.ts';
import { storeError } from '../store/store-error.ts';
import { codeOf } from './error-code.ts';
import { languageOf } from './language.ts';
import { PROBLEM_MEDIA, problemReply, replyToError, retryAfter } from './problem-reply.ts';
import { acceptedBy } from './read-request.ts';
import { faultLine } from './request-log.ts';
import { DATA_HEADERS } from './security-headers.ts';

/** One place answers everything that goes wrong: problems of the catalogue as they are, faults of ours without a word of theirs. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const language = languageOf(request.headers['accept-language']);
  const known = knownError(error, request);
  let problem = replyToError(known, language, request.id);
  if (problem === undefined) {
    request.server.log.error(faultLine(request, error));
    problem = problemReply({ code: 'QRG_HTTP_INTERNAL', args: {} }, language, request.id);
  }
  reply.code(problem.status).headers(DATA_HEADERS).type(PROBLEM_MEDIA);
  const seconds = retryAfter(known, problem.status);
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="qorgan"');
  if (!isSoonRead(request.raw)) reply.header('connection', 'close');
  return reply.send(JSON.stringify(problem));
}

/** A body up to so many bytes is read and thrown away rather than that the client has to connect anew. */
const THROWN_AWAY_MOST = 65_536;

/** Whether what is left of the body is here at once; else it is not waited for, and the connection carries no other request. */
export function isSoonRead(request: IncomingMessage): boolean {
  if (request.complete) return true;
  const told = Number(request.headers['content-length'] ?? Number.NaN);
  return told <= THROWN_AWAY_MOST;
}

/** Refusals of the framework and of a database that is away, as problems of ours; anything else as it is. */
function knownError(error: unknown, request: FastifyRequest): unknown {
  switch (codeOf(error)) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
      const { route } = request.routeOptions.config;
      const accepted = route === undefined ? [] : acceptedBy(route);
      return new QorganError('QRG_HTTP_MEDIA_TYPE', { accepted: accepted.join(', ') || '—' });
    }
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new QorganError('QRG_HTTP_MALFORMED');
    default:
      return storeError(error);
  }
}
