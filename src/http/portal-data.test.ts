import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PORTAL_DATA, servePortalData } from './portal-data.ts';

const app = fastify();
beforeAll(() => servePortalData(app));
afterAll(() => app.close());

const ask = (name: string, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ url: `/portal/data/${name}.json`, headers });

test.each(PORTAL_DATA)('%s is one object that names its edition', async (name) => {
  const { statusCode, headers, body } = await ask(name);
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['cache-control']).toBe('no-cache');
  expect(JSON.parse(body)).toHaveProperty('edition', expect.stringMatching(/^[0-9a-f]{12,16}$/));
});

test('goes out compressed to whoever takes it, the same text each way', async () => {
  const plain = (await ask('lexicon')).body;
  const br = await ask('lexicon', { 'accept-encoding': 'gzip, deflate, br' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain);
  const gz = await ask('lexicon', { 'accept-encoding': 'gzip' });
  expect(gz.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gz.rawPayload).toString()).toBe(plain);
  expect(new Set([br, gz].map(({ headers }) => headers.etag)).size).toBe(2);
});

test('says that nothing is new to whoever has this edition', async () => {
  const etag = String((await ask('lessons')).headers.etag);
  const again = await ask('lessons', { 'if-none-match': etag });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('what is no file of data is none', async () => {
  expect((await ask('nothing')).statusCode).toBe(404);
});
