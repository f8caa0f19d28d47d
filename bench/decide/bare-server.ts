// The floor of bench/decide.ts: the same HTTP library and the same validation, and nothing behind it.
// usage: node bench/decide/bare-server.ts

import fastify from 'fastify';
import { z } from 'zod';
import { Transfer } from '../../src/http/contract/transfer.ts';

const Body = z.union([Transfer, z.array(Transfer).max(8_192)]);

const app = fastify({ bodyLimit: 16 << 20 });
app.post('/v1/decisions', (request, reply) => {
  const body = Body.safeParse(request.body);
  return reply.code(body.success ? 200 : 422).send({ ok: body.success });
});
console.log(await app.listen({ port: 0, host: 'localhost' }));
process.once('SIGTERM', () => app.close());
