import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type AnyAnswer, isEither, isMedia, type ReplySpec, type Route } from './route.ts';
import { DATA_HEADERS } from './security-headers.ts';

/** Sends what a handler answered. */
export function sendAnswer(reply: FastifyReply, route: Route, answer: AnyAnswer): unknown {
  reply.code(answer.status).headers(DATA_HEADERS);
  if (answer.headers) reply.headers(answer.headers);
  for (const { name, value, options } of answer.cookies ?? [])
    reply.setCookie(name, value, options);
  const spec = route.reply[answer.status];
  if (spec === undefined)
    throw new Error(`${route.method} ${route.path} does not declare ${answer.status}`);
  if (answer.stream !== undefined) return sendStream(reply, route, spec, answer.stream);
  if (spec === null) return reply.send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
}

function sendStream(
  reply: FastifyReply,
  route: Route,
  spec: ReplySpec,
  stream: NonNullable<AnyAnswer['stream']>,
): unknown {
  const media = spec !== null && isEither(spec) ? spec.or : spec;
  if (media === null || !isMedia(media))
    throw new Error(`${route.method} ${route.path} declares no other medium than JSON`);
  reply.type(media.media);
  // What a stream of rows leaves unread is not waited for.
  if (route.stream) reply.header('connection', 'close');
  return reply.send(
    typeof stream === 'string' ? stream : Readable.from(stream, { objectMode: false }),
  );
}
