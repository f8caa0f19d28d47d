import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { isSoonRead } from './error-answer.ts';
import type { Lanes } from './lanes.ts';
import { languageOf } from './language.ts';
import { PROBLEM_MEDIA, problemReply } from './problem-reply.ts';
import { DATA_HEADERS, REPLY_HEADERS } from './security-headers.ts';

const DECISIONS = '/v1/decisions';
const BUSY = { code: 'QRG_HTTP_BUSY', args: { seconds: 1 } } as const;

/**
 * Stands before everything else: a decision for which there is no room is refused here, with an answer that is ready. Past
 * capacity most requests end so, and whatever one of them costs is taken from those that were let in.
 */
export function shedding(inner: RequestListener, lanes: Lanes): RequestListener {
  const bodies = new Map(
    LANGUAGES.map((language: Language) => [
      language,
      Buffer.from(JSON.stringify(problemReply(BUSY, language, 'refused'))),
    ]),
  );
  return (request, response) => {
    if (request.method !== 'POST' || request.url !== DECISIONS || lanes.hasRoom('decisions')) {
      inner(request, response);
      return;
    }
    lanes.refused++;
    refuse(request, response, bodies.get(languageOf(request.headers['accept-language']))!);
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  response.writeHead(503, {
    ...REPLY_HEADERS,
    ...DATA_HEADERS,
    'content-type': PROBLEM_MEDIA,
    'content-length': body.length,
    'retry-after': '1',
    ...(!isSoonRead(request) && { connection: 'close' }),
  });
  response.end(body);
}
