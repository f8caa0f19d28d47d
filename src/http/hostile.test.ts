import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnStores } from '../store/test-stores.ts';
import { RawSocket, statusesIn } from './raw-socket.fixture.ts';
import { json, transfer } from './seeded.fixture.ts';
import { Served, servicesOn } from './served.fixture.ts';

const LINES: string[] = [];

describeOnStores('a hostile client', (open, place) => {
  // What is tested stands before the store.
  if (place.kind !== 'embedded') return test.skip('on one store only', () => {});
  let served: Served;
  /** The same service behind a server that waits for nobody. */
  let impatient: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let key: { authorization: string };

  beforeAll(async () => {
    services = await servicesOn(await open());
    impatient = await Served.on(services, {
      limits: { headersMs: 150, bodyMs: 150, idleMs: 300, checkEveryMs: 30, streamIdleMs: 150 },
    });
    served = await Served.on(services, {
      log: { level: 'info', stream: { write: (line) => LINES.push(line) } },
    });
    await served.institution('qala');
    key = await served.key('qala');
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await impatient.server.stop(1_000);
    await services.close();
  });

  const decide = (body: unknown, headers: Record<string, string> = {}) =>
    served.ask('POST', '/v1/decisions', { ...key, ...headers }, body);

  const head = (more: string) =>
    `POST /v1/decisions HTTP/1.1\r\nHost: x\r\nAuthorization: ${key.authorization}\r\n${more}\r\n`;

  test.each([
    ['no JSON at all', 'hello', 400, 'QRG_HTTP_JSON'],
    ['JSON cut short', '{"id":"x"', 400, 'QRG_HTTP_JSON'],
    ['nothing', '', 400, 'QRG_HTTP_JSON'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400, 'QRG_HTTP_JSON'],
    ['a number', '7', 422, 'QRG_HTTP_INVALID'],
    ['__proto__', '{"__proto__":{"admin":true}}', 400, 'QRG_HTTP_JSON_KEY'],
    ['__proto__ in escapes', '{"a":[{"\\u005f_proto__":1}]}', 400, 'QRG_HTTP_JSON_KEY'],
    ['a field that is none', { ...transfer('x'), amount: 1 }, 422, 'QRG_HTTP_INVALID'],
    ['NUL in an id', transfer('a\u0000b'), 422, 'QRG_HTTP_INVALID'],
    ['half of a surrogate pair', transfer('a\ud800'), 422, 'QRG_HTTP_INVALID'],
    ['money as text', transfer('x', { amountMinor: '1' }), 422, 'QRG_HTTP_INVALID'],
    ['money past exact numbers', transfer('x', { amountMinor: 2 ** 60 }), 422, 'QRG_HTTP_INVALID'],
    ['a currency that is none', transfer('x', { currency: 'XXX' }), 422, 'QRG_HTTP_INVALID'],
    ['an empty batch', [], 422, 'QRG_HTTP_INVALID'],
  ])('%s is refused', async (_, body, status, code) => {
    const reply = await decide(body);
    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({ status, code });
  });

  test('a million brackets are refused at the 65th, one in strings is not', async () => {
    const bomb = await decide(`${'['.repeat(1_000_000)}`);
    expect(bomb.status).toBe(400);
    expect(await bomb.json()).toMatchObject({ code: 'QRG_HTTP_JSON_DEPTH' });
    const objects = await decide(`${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`);
    expect(objects.status).toBe(400);
    const text = await decide(transfer('brackets', { device: '['.repeat(150) }));
    expect(text.status).toBe(200);
  });

  test.each([
    ['application/x-www-form-urlencoded', 415],
    ['text/plain', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/jsonx', 415],
    ['nonsense', 415],
    ['application/json; charset=utf-8', 200],
  ])('a body of type %s: %i', async (type, status) => {
    const reply = await decide(JSON.stringify(transfer('typed')), { 'content-type': type });
    expect(reply.status).toBe(status);
    if (status === 415) expect(await reply.json()).toMatchObject({ code: 'QRG_HTTP_MEDIA_TYPE' });
  });

  test('a compressed body is refused, not unpacked', async () => {
    const reply = await decide(JSON.stringify(transfer('x')), { 'content-encoding': 'gzip' });
    expect(reply.status).toBe(415);
  });

  test('100 MB that say so are refused before a byte is read, and the connection ends', async () => {
    const raw = await RawSocket.open(served.url);
    raw.write(head(`Content-Type: application/json\r\nContent-Length: ${100 << 20}\r\n`));
    const piece = Buffer.alloc(1 << 16, 0x20);
    // As much as the kernels between us hold, if nobody reads.
    while (raw.write(piece) && raw.socket.bytesWritten < 64 << 20);
    const said = await raw.toEnd();
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(said).toContain('QRG_HTTP_BODY_LARGE');
  });

  test('100 MB that come in pieces are cut off at the bound', async () => {
    const raw = await RawSocket.open(served.url);
    raw.write(head('Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n'));
    const piece = `${(1 << 16).toString(16)}\r\n${' '.repeat(1 << 16)}\r\n`;
    let sent = 0;
    while (sent < 100 << 20 && !raw.socket.destroyed && raw.said === '') {
      sent += 1 << 16;
      if (!raw.write(piece))
        await new Promise((resolve) => raw.socket.once('drain', resolve).once('close', resolve));
    }
    expect(await raw.toEnd()).toMatch(/^HTTP\/1\.1 413 /);
    // The bound is 16 MiB; what lay in buffers of the kernel comes on top.
    expect(sent).toBeLessThan(64 << 20);
  });

  test('a large body of somebody unknown is not read at all', async () => {
    const raw = await RawSocket.open(served.url);
    raw.write(
      `POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${10 << 20}\r\n\r\n`,
    );
    const said = await raw.toEnd();
    expect(said).toMatch(/^HTTP\/1\.1 401 /);
    expect(said).toMatch(/connection: close/i);
  });

  test.each([
    ['headers that never end', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', '408'],
    [
      'a body that never ends',
      () => head('Content-Type: application/json\r\nContent-Length: 500\r\n'),
      '408',
    ],
  ])('%s hold a connection for no longer than the bound', async (_, begin, status) => {
    const raw = await RawSocket.open(impatient.url);
    raw.write(typeof begin === 'string' ? begin : begin());
    const drip = setInterval(() => raw.write('a'), 20);
    const said = await raw.toEnd().finally(() => clearInterval(drip));
    expect(statusesIn(said)).toEqual([status]);
  });

  test('a connection that says nothing is closed', async () => {
    const raw = await RawSocket.open(impatient.url);
    expect(statusesIn(await raw.toEnd()).filter((status) => status !== '408')).toEqual([]);
  });

  test('requests one after the other without waiting are answered in their order', async () => {
    const raw = await RawSocket.open(served.url);
    const body = (id: string) => JSON.stringify(transfer(id));
    const one = (id: string) =>
      head(`Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body(id))}\r\n`) +
      body(id);
    const last = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    raw.write(Array.from({ length: 20 }, (_, i) => one(`pipe-${i}`)).join('') + last);
    const said = await raw.toEnd();
    expect(statusesIn(said)).toEqual(Array(21).fill('200'));
    const ids = [...said.matchAll(/"id":"(pipe-\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(Array.from({ length: 20 }, (_, i) => `pipe-${i}`));
  });

  test.each([
    [
      'headers of 64 kB',
      `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(65_536)}\r\n\r\n`,
      '431',
    ],
    [
      'ten thousand headers',
      `GET /healthz HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(10_000)}\r\n`,
      '431',
    ],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', '400'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', '400'],
    [
      'a target that is none',
      'GET /v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      '400',
    ],
    [
      'two lengths',
      'POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      '400',
    ],
    [
      'a length beside chunks (request smuggling)',
      'POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
  ])('%s', async (_, bytes, status) => {
    const raw = await RawSocket.open(served.url);
    raw.write(bytes);
    const said = await raw.toEnd();
    expect(statusesIn(said)).toEqual([status]);
  });

  test('an address that is none, and a method that it does not take', async () => {
    const none = await served.ask('GET', '/v1/nothing');
    expect(none.status).toBe(404);
    expect(await none.json()).toMatchObject({ code: 'QRG_HTTP_NO_ROUTE' });
    const method = await served.ask('DELETE', '/v1/alerts');
    expect(method.status).toBe(405);
    expect(method.headers.get('allow')).toBe('GET, HEAD');
    const options = await served.ask('OPTIONS', '/v1/decisions', {
      origin: 'https://evil.example',
    });
    expect(options.status).toBe(405);
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a stream that falls silent is ended', async () => {
    const raw = await RawSocket.open(impatient.url);
    raw.write(
      `POST /v1/transfers HTTP/1.1\r\nHost: x\r\nAuthorization: ${key.authorization}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    raw.write('2\r\n{}\r\n');
    await raw.toEnd();
    expect(raw.socket.destroyed).toBe(true);
  });

  test('the service goes on, and its log names nobody', async () => {
    const decided = await json<{ id: string }>(
      decide(transfer('after', { payer: 'secret-payer-77', device: 'secret-device-77' })),
    );
    expect(decided.id).toBe('after');
    await served.ask('GET', '/v1/customers?externalId=secret-customer-77', key);
    const text = LINES.join('');
    expect(text).toContain('/v1/decisions');
    expect(text).not.toContain('secret-');
    expect(text).not.toContain('qk_');
  });
});
