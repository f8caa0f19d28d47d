import type { Socket } from 'node:net';
import type { ErrorCode } from '../domain/errors/catalogue.ts';
import { codeOf } from './error-code.ts';
import { PROBLEM_MEDIA, problemReply } from './problem-reply.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'QRG_HTTP_HEADERS_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'QRG_HTTP_SLOW',
};

/** Answers what is not even HTTP, as far as the connection still takes an answer, and closes it. */
export function onClientError(error: Error, socket: Socket): void {
  const code = codeOf(error);
  if (code === 'ECONNRESET' || socket.destroyed) {
    socket.destroy();
    return;
  }
  // The language could not be read either.
  const problem = problemReply(
    { code: CODES[code] ?? 'QRG_HTTP_MALFORMED', args: {} },
    'ru',
    'none',
  );
  const body = JSON.stringify(problem);
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${problem.status} ${problem.title}\r\ncontent-type: ${PROBLEM_MEDIA}\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  socket.destroySoon();
}
