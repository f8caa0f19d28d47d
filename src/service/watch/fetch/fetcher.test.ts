import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../domain/errors/catalogue.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { type Fetcher, type FetcherOptions, openFetcher } from './fetcher.ts';
import {
  type Answering,
  endless,
  type LocalSite,
  page,
  redirect,
  serveSite,
} from './hostile-site.fixture.ts';
import { textOfBody } from './text-of-body.ts';

const HTML = ['text/html', 'application/json'];
const open: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function site(pages: Readonly<Record<string, Answering>>): Promise<LocalSite> {
  const served = await serveSite(pages);
  open.push(served.close);
  return served;
}

function fetcher(own: readonly string[], options: Partial<FetcherOptions> = {}): Fetcher {
  const opened = openFetcher({
    contact: 'mailto:watch@bank.example',
    allowedPrivate: own,
    gapMs: 0,
    ...options,
  });
  open.push(() => opened.close());
  return opened;
}

const fetched = (result: Result<Fetched>): Fetched => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const codeOf = (result: Result<Fetched>): string => (result.ok ? 'ok' : result.problem.code);

/** A server that speaks what it likes. */
async function tcp(speak: (socket: Socket) => void): Promise<string> {
  const server: Server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => speak(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(() => void server.close());
  const told = server.address();
  return typeof told === 'object' && told !== null ? `127.0.0.1:${told.port}` : '';
}

describe('a page of an honest site', () => {
  it('comes with its bytes, headers, chain and times, and is asked for by name', async () => {
    const served = await site({ '/old': redirect('/new?x=1#part'), '/new': page('<p>сәлем</p>') });
    const got = fetched(
      await fetcher([served.address]).fetch({ url: `${served.origin}/old`, accepts: HTML }),
    );
    expect(got).toMatchObject({
      url: `${served.origin}/old`,
      finalUrl: `${served.origin}/new?x=1`,
      status: 200,
      contentType: 'text/html',
      chain: [
        { url: `${served.origin}/old`, address: '127.0.0.1', status: 302 },
        { url: `${served.origin}/new?x=1`, address: '127.0.0.1', status: 200 },
      ],
    });
    expect(Buffer.from(got.bytes).toString()).toBe('<p>сәлем</p>');
    expect(got.headers).toContainEqual(['content-type', 'text/html; charset=utf-8']);
    expect(served.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/old', '/new?x=1']);
    const { headers } = served.asked[1];
    expect(headers['user-agent']).toMatch(/^Qorgan\/\d.* \(\+mailto:watch@bank\.example\)$/);
    for (const name of ['cookie', 'authorization', 'referer'])
      expect(headers).not.toHaveProperty(name);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ] as const)('packed with %s is kept as received and unpacked beside', async (name, pack) => {
    const packed = pack(Buffer.from('<p>text</p>'));
    const served = await site({ '/': page(packed, 'text/html', { 'content-encoding': name }) });
    const got = fetched(
      await fetcher([served.address]).fetch({ url: served.origin, accepts: HTML }),
    );
    expect(Buffer.from(got.bytes)).toEqual(packed);
    expect(Buffer.from(got.body).toString()).toBe('<p>text</p>');
  });

  it('that did not change is not sent again', async () => {
    const served = await site({
      '/': (request, response) => {
        const isKnown = request.headers['if-none-match'] === '"a1"';
        response.writeHead(isKnown ? 304 : 200, { etag: '"a1"' }).end(isKnown ? '' : 'x');
      },
    });
    const { fetch } = fetcher([served.address]);
    const request = { url: served.origin, accepts: HTML };
    expect(fetched(await fetch(request)).status).toBe(200);
    expect(fetched(await fetch({ ...request, known: { etag: '"a1"' } })).status).toBe(304);
    expect(fetched(await fetch({ ...request, known: { etag: 'a\r\nx: y' } })).status).toBe(200);
  });

  const cp1251 = Uint8Array.from([0xea, 0xe0, 0xf0, 0xf2, 0xe0]); // карта
  it.each([
    ['by the header', cp1251, '; charset=windows-1251', 'карта'],
    [
      'by the page',
      Buffer.concat([Buffer.from('<meta charset="windows-1251">'), cp1251]),
      '',
      'карта',
    ],
    ['by neither', cp1251, '', 'карта'],
    ['by a name that is none', cp1251, '; charset=nonsense', 'карта'],
    ['of UTF-8 that is torn', Uint8Array.from([0x61, 0xff, 0x62]), '; charset=utf-8', 'a\ufffdb'],
  ] as const)('has its letters told %s', async (_, bytes, charset, expected) => {
    const served = await site({ '/': page(bytes, `text/html${charset}`) });
    const got = fetched(
      await fetcher([served.address]).fetch({ url: served.origin, accepts: HTML }),
    );
    expect(textOfBody(got)).toContain(expected);
  });
});

describe('an address', () => {
  const never = fetcherWithoutNetwork();
  function fetcherWithoutNetwork() {
    return openFetcher({ contact: 'x', gapMs: 0, resolve: async () => ['127.0.0.1'] });
  }

  it.each([
    ['file:///etc/passwd', 'QRG_WATCH_SCHEME'],
    ['gopher://site.example/1', 'QRG_WATCH_SCHEME'],
    ['ftp://site.example/', 'QRG_WATCH_SCHEME'],
    ['data:text/html,x', 'QRG_WATCH_SCHEME'],
    ['javascript:alert(1)', 'QRG_WATCH_SCHEME'],
    ['http://user:secret@site.example/', 'QRG_WATCH_CREDENTIALS'],
    ['http://user@site.example/', 'QRG_WATCH_CREDENTIALS'],
    ['http://site.example:22/', 'QRG_WATCH_PORT'],
    ['http://site.example:6379/', 'QRG_WATCH_PORT'],
    ['not an address', 'QRG_WATCH_URL'],
    ['http://', 'QRG_WATCH_URL'],
    ['http://1.2.3.4.5.6/', 'QRG_WATCH_URL'],
    [`http://site.example/${'x'.repeat(3000)}`, 'QRG_WATCH_URL'],
    ['http://127.0.0.1/', 'QRG_WATCH_ADDRESS'],
    ['http://2130706433/', 'QRG_WATCH_ADDRESS'],
    ['http://0x7f000001/', 'QRG_WATCH_ADDRESS'],
    ['http://0177.0.0.1/', 'QRG_WATCH_ADDRESS'],
    ['http://127.1/', 'QRG_WATCH_ADDRESS'],
    ['http://①②⑦.0.0.1/', 'QRG_WATCH_ADDRESS'],
    ['http://0/', 'QRG_WATCH_ADDRESS'],
    ['http://169.254.169.254/latest/meta-data/', 'QRG_WATCH_ADDRESS'],
    ['http://[::1]/', 'QRG_WATCH_ADDRESS'],
    ['http://[::]/', 'QRG_WATCH_ADDRESS'],
    ['http://[::ffff:127.0.0.1]/', 'QRG_WATCH_ADDRESS'],
    ['http://[::ffff:7f00:1]/', 'QRG_WATCH_ADDRESS'],
    ['http://[64:ff9b::7f00:1]/', 'QRG_WATCH_ADDRESS'],
    ['http://[2002:7f00:1::]/', 'QRG_WATCH_ADDRESS'],
    ['http://[fd00:ec2::254]/', 'QRG_WATCH_ADDRESS'],
    ['http://[fe80::1]/', 'QRG_WATCH_ADDRESS'],
    ['http://localhost/', 'QRG_WATCH_ADDRESS'],
    ['http://localhost./', 'QRG_WATCH_ADDRESS'],
    ['http://name-of-a-private-address.example/', 'QRG_WATCH_ADDRESS'],
  ])('%s is refused, nothing is sent', async (url, code) => {
    expect(codeOf(await never.fetch({ url, accepts: HTML }))).toBe(code);
  });

  it('is refused when one of several of its name is closed, or none is told', async () => {
    for (const [addresses, code] of [
      [['93.184.215.14', '10.0.0.1'], 'QRG_WATCH_ADDRESS'],
      [['2606:2800:21f::1', '::1'], 'QRG_WATCH_ADDRESS'],
      [[], 'QRG_WATCH_HOST'],
    ] as const) {
      const { fetch } = fetcher([], { resolve: async () => addresses });
      expect(codeOf(await fetch({ url: 'http://two.example/', accepts: HTML }))).toBe(code);
    }
  });

  it('that changes between two questions is caught: what is checked is what is connected to', async () => {
    const served = await site({ '/': page('secret of this machine') });
    const answers = [['93.184.215.14'], ['127.0.0.1'], ['127.0.0.1']];
    let asked = 0;
    const { fetch } = fetcher([], {
      allowedPorts: [served.port],
      resolve: async () => answers[Math.min(asked++, 2)],
    });
    const url = `http://rebind.example:${served.port}/`;
    expect(codeOf(await fetch({ url, accepts: HTML }))).toBe('QRG_WATCH_ADDRESS');
    expect(asked).toBeGreaterThan(1);
    expect(served.asked).toEqual([]);
  });

  it('is checked once more when its turn has come', async () => {
    const served = await site({ '/': page('x') });
    // Its own address for robots.txt, then one of the network behind us.
    const answers = ['127.0.0.1', '127.0.0.1', '127.0.0.1', '10.0.0.1'];
    const { fetch } = fetcher([served.address], { resolve: async () => [answers.shift() ?? ''] });
    const url = `http://later.example:${served.port}/`;
    expect(codeOf(await fetch({ url, accepts: HTML }))).toBe('QRG_WATCH_ADDRESS');
    expect(served.asked.map((request) => request.url)).toEqual(['/robots.txt']);
  });

  it('of a server of our own is asked at its own port alone', async () => {
    const served = await site({ '/': page('own') });
    const resolve = async () => ['127.0.0.1'];
    const { fetch } = fetcher([served.address], { resolve });
    const own = `http://t.example:${served.port}/`;
    expect(codeOf(await fetch({ url: own, accepts: HTML }))).toBe('ok');
    expect(codeOf(await fetch({ url: 'http://t.example/', accepts: HTML }))).toBe(
      'QRG_WATCH_ADDRESS',
    );
    const elsewhere = fetcher([served.address], { resolve: async () => ['93.184.215.14'] });
    expect(codeOf(await elsewhere.fetch({ url: own, accepts: HTML }))).toBe('QRG_WATCH_PORT');
  });

  it('whose name server never answers is given up', async () => {
    const { fetch } = fetcher([], {
      limits: { totalMs: 50 },
      resolve: () => new Promise(() => undefined),
    });
    expect(codeOf(await fetch({ url: 'http://silent.example/', accepts: HTML }))).toBe(
      'QRG_WATCH_TIME',
    );
  });
});

describe('a server of ones own', () => {
  const place = ({ port }: LocalSite) => ({ address: '127.0.0.1', port });

  it('is asked by its name, at its own port', async () => {
    const served = await site({ '/s/town': page('<p>town</p>') });
    const ours = fetcher([]);
    ours.ownServer('t.town.example', place(served));
    const found = fetched(await ours.fetch({ url: 'http://t.town.example/s/town', accepts: HTML }));
    expect(found.url).toBe('http://t.town.example/s/town');
    expect(textOfBody(found)).toContain('town');
  });

  it('opens no other door: where it leads on to is checked as any address', async () => {
    const other = await site({ '/': page('secret') });
    const served = await site({ '/': redirect(other.origin) });
    const ours = fetcher([]);
    ours.ownServer('t.town.example', place(served));
    const found = await ours.fetch({ url: 'http://t.town.example/', accepts: HTML });
    expect(codeOf(found)).toBe('QRG_WATCH_PORT');
    expect(other.asked).toEqual([]);
  });
});

describe('a hostile site', () => {
  const MB = 1 << 20;

  it('that redirects without an end is left after five', async () => {
    let hops = 0;
    const served = await site({
      '/': (_, response) => void response.writeHead(302, { location: `/?${++hops}` }).end(),
    });
    const result = await fetcher([served.address]).fetch({ url: served.origin, accepts: HTML });
    expect(codeOf(result)).toBe('QRG_WATCH_REDIRECTS');
    expect(hops).toBe(6);
  });

  it.each([
    ['http://127.0.0.1:1/', 'QRG_WATCH_PORT'],
    ['http://127.0.0.1/', 'QRG_WATCH_ADDRESS'],
    ['http://169.254.169.254/latest/', 'QRG_WATCH_ADDRESS'],
    ['//[::1]/', 'QRG_WATCH_ADDRESS'],
    ['file:///etc/passwd', 'QRG_WATCH_SCHEME'],
    ['http://a:b@site.example/', 'QRG_WATCH_CREDENTIALS'],
    ['http://[', 'QRG_WATCH_URL'],
  ])('that redirects to %s is not followed', async (to, code) => {
    const served = await site({ '/': redirect(to) });
    const result = await fetcher([served.address]).fetch({ url: served.origin, accepts: HTML });
    expect(codeOf(result)).toBe(code);
  });

  it('that sends a gigabyte is cut at the limit', async () => {
    const served = await site({
      '/stream': endless(1024 * MB),
      '/told': endless(1024 * MB, { 'content-length': String(1024 * MB) }),
    });
    const { fetch } = fetcher([served.address]);
    for (const path of ['/stream', '/told'])
      expect(codeOf(await fetch({ url: served.origin + path, accepts: HTML }))).toBe(
        'QRG_WATCH_BODY_BIG',
      );
    // What lay in buffers of both ends beside what was read.
    await expect.poll(served.sent).toBeGreaterThan(0);
    expect(served.sent()).toBeLessThan(32 * MB);
  });

  it('that announces a gigabyte is not waited for', async () => {
    const own = await tcp((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${1024 * MB}\r\n\r\n`),
    );
    const result = await fetcher([own]).fetch({ url: `http://${own}/`, accepts: HTML });
    expect(codeOf(result)).toBe('QRG_WATCH_BODY_BIG');
  });

  it('that packs 10 GB small fills no memory', async () => {
    const member = gzipSync(Buffer.alloc(16 * MB));
    const bomb = Buffer.concat(Array<Uint8Array>(640).fill(member));
    const small = bomb.subarray(0, 256 * member.length); // 4 GB in under 5 MB
    const brotli = brotliCompressSync(Buffer.alloc(64 * MB));
    const packed = (name: string) => ({ 'content-encoding': name });
    const served = await site({
      '/10g': page(bomb, 'text/html', packed('gzip')),
      '/4g': page(small, 'text/html', packed('gzip')),
      '/br': page(brotli, 'text/html', packed('br')),
      '/twice': page(gzipSync(small), 'text/html', packed('gzip, gzip')),
      '/torn': page(member.subarray(0, 1000), 'text/html', packed('gzip')),
      '/other': page('x', 'text/html', packed('zstd')),
    });
    const { fetch } = fetcher([served.address]);
    const before = process.memoryUsage().rss;
    for (const [path, code] of [
      ['/10g', 'QRG_WATCH_BODY_BIG'],
      ['/4g', 'QRG_WATCH_BODY_BIG'],
      ['/br', 'QRG_WATCH_BODY_BIG'],
      ['/twice', 'QRG_WATCH_ENCODING'],
      ['/torn', 'QRG_WATCH_ENCODING'],
      ['/other', 'QRG_WATCH_ENCODING'],
    ])
      expect(codeOf(await fetch({ url: served.origin + path, accepts: HTML })), path).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * MB);
  });

  it('that answers a byte at a time is given up', async () => {
    const drip = (socket: Socket, text: string) => {
      let i = 0;
      const timer = setInterval(() => socket.write(text[i++ % text.length]), 5);
      socket.on('close', () => clearInterval(timer));
    };
    const inHead = await tcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 'x: y\r\n');
    });
    const inBody = await tcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100000\r\n\r\n');
      drip(socket, 'x');
    });
    const silent = await tcp(() => undefined);
    for (const own of [inHead, inBody, silent]) {
      const { fetch } = fetcher([own], { limits: { totalMs: 200 } });
      expect(codeOf(await fetch({ url: `http://${own}/`, accepts: HTML }))).toBe('QRG_WATCH_TIME');
    }
  });

  it('that floods headers, speaks no HTTP or breaks off is told', async () => {
    const flood = await tcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      for (let i = 0; i < 20_000; i++) socket.write(`x-${i}: ${'y'.repeat(50)}\r\n`);
    });
    const noise = await tcp((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
    const torn = await tcp((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'),
    );
    const smuggled = await tcp((socket) =>
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
    );
    for (const [own, code] of [
      [flood, 'QRG_WATCH_HEADERS_BIG'],
      [noise, 'QRG_WATCH_UNREACHABLE'],
      [torn, 'QRG_WATCH_UNREACHABLE'],
      [smuggled, 'QRG_WATCH_UNREACHABLE'],
    ])
      expect(codeOf(await fetcher([own]).fetch({ url: `http://${own}/`, accepts: HTML }))).toBe(
        code,
      );
  });

  it('that is a film or a program is not read', async () => {
    const served = await site({ '/': page('x', 'video/mp4') });
    const result = await fetcher([served.address]).fetch({ url: served.origin, accepts: HTML });
    expect(result).toMatchObject({
      problem: { code: 'QRG_WATCH_TYPE', args: { type: 'video/mp4' } },
    });
  });
});

describe('what a site asks for', () => {
  it('in robots.txt is kept, also behind a redirect; the file is asked for once', async () => {
    const served = await site({
      '/robots.txt': page('User-agent: qorgan\nDisallow: /private', 'text/plain'),
      '/private/1': page('x'),
      '/open': page('x'),
      '/way': redirect('/private/1'),
    });
    const { fetch } = fetcher([served.address]);
    for (const [path, code] of [
      ['/open', 'ok'],
      ['/private/1', 'QRG_WATCH_ROBOTS'],
      ['/way', 'QRG_WATCH_ROBOTS'],
    ])
      expect(codeOf(await fetch({ url: served.origin + path, accepts: HTML }))).toBe(code);
    expect(served.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/open', '/way']);
  });

  it('is not known when robots.txt cannot be had: nothing is read', async () => {
    const served = await site({
      '/robots.txt': (_, response) => void response.writeHead(500).end(),
      '/': page('x'),
    });
    const result = await fetcher([served.address]).fetch({ url: served.origin, accepts: HTML });
    expect(result).toMatchObject({ problem: { code: 'QRG_WATCH_STATUS', args: { status: 500 } } });
  });

  it('with 429 and 503 is time: nobody asks before', async () => {
    const now = Date.UTC(2026, 0, 1);
    const served = await site({
      '/busy': (_, response) => void response.writeHead(429, { 'retry-after': '120' }).end(),
      '/other': page('x'),
    });
    const { fetch } = fetcher([served.address], { now: () => now });
    const later = { problem: { code: 'QRG_WATCH_LATER', args: { at: now + 120_000 } } };
    expect(await fetch({ url: `${served.origin}/busy`, accepts: HTML })).toMatchObject(later);
    expect(await fetch({ url: `${served.origin}/other`, accepts: HTML })).toMatchObject(later);
    expect(served.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/busy']);
  });

  it('by its pace is one request a second', async () => {
    let now = 1_000_000;
    const at: number[] = [];
    const served = await site({
      '/': (_, response) => {
        at.push(now);
        response.end('x');
      },
    });
    const { fetch } = fetcher([served.address], {
      gapMs: 1_000,
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    });
    const all = Array.from({ length: 5 }, () => fetch({ url: served.origin, accepts: HTML }));
    for (const result of await Promise.all(all)) expect(codeOf(result)).toBe('ok');
    expect(at.map((time) => time - at[0])).toEqual([0, 1000, 2000, 3000, 4000]);
  });

  it('ends at once when Watch stops', async () => {
    const own = await tcp(() => undefined);
    const opened = fetcher([own]);
    const asking = opened.fetch({ url: `http://${own}/`, accepts: HTML });
    setImmediate(() => opened.close());
    expect(codeOf(await asking)).toBe('QRG_WATCH_UNREACHABLE');
  });
});
