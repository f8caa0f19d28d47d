import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceKind } from '../../../store/tables/watch.ts';
import { shownChannel } from '../../../watch/sources/channel-page.fixture.ts';
import { collectFile } from './collect-file.ts';

const NOW = Date.UTC(2026, 0, 10);
const read = (kind: SourceKind, told: string | Uint8Array) =>
  collectFile(
    { kind, url: null, cursor: {}, file: { name: 'x', bytes: Buffer.from(told) } },
    () => NOW,
  );

describe('a file of rows', () => {
  it.each([
    ['a table', 'id,Текст,Дата\n1,"Карты, дорого",31.12.2025 18:30\n2,,\n3,x,never\n'],
    [
      'another',
      'Посты за декабрь\nДата;Мәтін;ID\n31.12.2025 18:30;Карты, дорого;1\n;;2\nnever;x;3\n',
    ],
    [
      'lines',
      '{"id":1,"text":"Карты, дорого","date":"2025-12-31T13:30:00Z"}\n{"id":2}\n{"id":3,"text":"x","date":"never"}\n',
    ],
    [
      'an array',
      '[{"id":1,"message":"Карты, дорого","at":1767187800},\n{"id":2},\n{"id":3,"text":"x","date":"never"}]',
    ],
  ])('that is %s gives posts, and refused rows as data', async (_, text) => {
    const { posts, rejects } = await read('rows', text);
    expect(posts).toMatchObject([
      { externalId: '1', text: 'Карты, дорого', at: Date.UTC(2025, 11, 31, 13, 30) },
    ]);
    expect(rejects.map(({ code }) => code)).toEqual(['QRG_WATCH_ROW_TEXT', 'QRG_WATCH_ROW_TIME']);
  });

  it('in windows-1251 has its letters', async () => {
    const bytes = Buffer.concat([
      Buffer.from('text\n'),
      Uint8Array.from([0xea, 0xe0, 0xf0, 0xf2, 0xe0]),
    ]);
    expect((await read('rows', bytes)).posts).toMatchObject([
      { text: 'карта', at: NOW, externalId: 'row 2' },
    ]);
  });

  it('without a column of text is refused, numbers of its first row hidden', async () => {
    await expect(read('rows', 'phone,sum\n87010000000,5\n')).rejects.toMatchObject({
      problem: { code: 'QRG_WATCH_ROW_COLUMNS' },
    });
    await expect(read('rows', '87010000000,5\n')).rejects.toMatchObject({
      problem: { args: { header: '•••••, 5' } },
    });
  });

  it('bounds a line that is deep, long or none', async () => {
    const deep = `{"text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const long = `{"text":"${'x'.repeat(2 << 20)}"}`;
    const text = `{"text":"${'ж'.repeat(300_000)}"}`;
    const { posts, rejects } = await read(
      'rows',
      ['{"text":"a"}', deep, long, '{"text":', text].join('\n'),
    );
    expect(posts.map((post) => post.text.length)).toEqual([1, 20_000]);
    expect(rejects.map(({ code, line }) => [line, code])).toEqual([
      [2, 'QRG_WATCH_ROW_TEXT'],
      [3, 'QRG_ROW_LONG'],
      [4, 'QRG_WATCH_ROW_OBJECT'],
      [5, 'QRG_WATCH_TEXT_LONG'],
    ]);
  });
});

describe('an export of Telegram', () => {
  const message = (id: number, text: string) =>
    JSON.stringify({ id, type: 'message', date_unixtime: '1767247200', text });
  const file = (messages: string) =>
    `{"name":"N","type":"public_channel","id":5,"messages":[${messages}]}`;

  it('is read, and what stood before it was cut short too', async () => {
    const whole = file([1, 2, 3].map((id) => message(id, 'x')).join(','));
    expect((await read('telegram_export', whole)).posts).toHaveLength(3);
    const { posts, rejects } = await read('telegram_export', whole.slice(0, -30));
    expect(posts).toHaveLength(2);
    expect(rejects).toMatchObject([{ code: 'QRG_WATCH_EXPORT', args: { reason: 'cut short' } }]);
    await expect(read('telegram_export', 'PK\u0003\u0004')).rejects.toMatchObject({
      problem: { code: 'QRG_WATCH_EXPORT' },
    });
  });

  it('of more messages than one look holds gives the first and says so', async () => {
    const one = message(1, 'x');
    const { posts, rejects } = await read(
      'telegram_export',
      file(Array(101_000).fill(one).join(',')),
    );
    expect(posts.length).toBeGreaterThanOrEqual(100_000);
    expect(posts.length).toBeLessThan(101_000);
    expect(rejects).toMatchObject([{ code: 'QRG_WATCH_MANY', effect: 'cut' }]);
  });
});

interface Told {
  readonly type?: string;
  readonly url?: string;
  readonly http: string | Uint8Array;
  readonly length?: number | string;
}

const record = ({
  type = 'response',
  url = 'https://board.example/1',
  http,
  length,
}: Told): Buffer => {
  const block = Buffer.from(http);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2026-01-05T10:00:00Z',
    'WARC-IP-Address: 93.184.215.14',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${length ?? block.length}`,
  ];
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
};

const html = (body: string, headers = '') =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n${body}`;

describe('a WARC archive', () => {
  const records = [
    record({ type: 'warcinfo', http: 'software: x' }),
    record({ http: html('<title>Қарта</title><p>words of the first page') }),
    record({ type: 'request', http: 'GET / HTTP/1.1\r\n\r\n' }),
    record({
      url: 'https://t.me/s/works',
      http: html(shownChannel('works', [{ id: 3, at: '2026-01-01T00:00:00Z', html: 'post' }])),
    }),
    record({
      url: '<https://api.example/p>',
      http: 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[{"id":7,"text":"of json"},{"other":1}]',
    }),
    record({
      url: 'https://board.example/film',
      http: 'HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\nx',
    }),
    record({
      url: 'https://board.example/none',
      http: 'HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\nx',
    }),
    record({
      url: 'https://board.example/packed',
      http: Buffer.concat([
        Buffer.from(html('', 'Content-Encoding: gzip\r\n')),
        gzipSync('<p>words of the packed page'),
      ]),
    }),
    record({
      url: 'https://board.example/chunked',
      http: html('5\r\n<p>in\r\n8\r\n chunks \r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n'),
    }),
  ];
  const texts = [
    'Қарта\nwords of the first page',
    'post',
    'of json',
    'words of the packed page',
    'in chunks',
  ];

  it.each([
    ['plain', Buffer.concat(records)],
    ['packed record by record', Buffer.concat(records.map((one) => gzipSync(one)))],
    ['packed as one', gzipSync(Buffer.concat(records))],
  ])('that is %s gives posts of pages, channels and JSON', async (_, bytes) => {
    const { posts, rejects, fetched } = await read('warc', bytes);
    expect(rejects).toEqual([]);
    expect(posts.map(({ text }) => text)).toEqual(texts);
    expect(posts[1].externalId).toBe('works/3');
    expect(fetched[0]).toMatchObject({
      url: 'https://board.example/1',
      status: 200,
      at: Date.UTC(2026, 0, 5, 10),
      chain: [{ address: '93.184.215.14' }],
    });
  });

  it.each([
    ['too short', { length: 10 }],
    ['no number', { length: '-5' }],
    ['beyond numbers', { length: '9'.repeat(400) }],
  ])('with a length that is %s goes on with the next record', async (_, wrong) => {
    const bad = record({ http: html('<p>wrong'), ...wrong });
    const { posts, rejects } = await read('warc', Buffer.concat([records[0], bad, records[1]]));
    expect(posts.at(-1)?.text).toBe(texts[0]);
    expect(rejects.map(({ code }) => code)).toContain('QRG_WATCH_WARC');
  });

  it('with a length beyond its end, or cut short, gives what stood before', async () => {
    const long = record({ http: html('<p>x'), length: 999_999_999_999 });
    for (const [end, reason] of [
      [long, 'cut short'],
      [records[8].subarray(0, 100), 'header'],
    ] as const) {
      const { posts, rejects } = await read('warc', Buffer.concat([records[1], end]));
      expect(posts).toHaveLength(1);
      expect(rejects).toMatchObject([{ code: 'QRG_WATCH_WARC', args: { reason } }]);
    }
    const packed = gzipSync(Buffer.concat(records));
    const torn = await read('warc', packed.subarray(0, packed.length - 40));
    expect(torn.rejects).toMatchObject([{ code: 'QRG_WATCH_WARC', args: { reason: 'packing' } }]);
  });

  it('that is another file is refused', async () => {
    for (const file of ['', 'hello', 'x'.repeat(100_000), gzipSync('no archive')])
      await expect(read('warc', file)).rejects.toMatchObject({
        problem: { code: 'QRG_WATCH_WARC' },
      });
  });

  it('with bombs and huge records holds none of them', async () => {
    const member = gzipSync(Buffer.alloc(16 << 20));
    const bomb = record({
      http: Buffer.concat([
        Buffer.from(html('', 'Content-Encoding: gzip\r\n')),
        ...Array<Buffer>(64).fill(member), // 1 GB
      ]),
    });
    const huge = record({
      http: Buffer.concat([Buffer.from(html('')), Buffer.alloc(40 << 20, 'x')]),
    });
    const endless = Buffer.concat([Buffer.from('WARC/1.1\r\nx: '), Buffer.alloc(64 << 20, 'y')]);
    const before = process.memoryUsage().rss;
    const { posts, rejects } = await read(
      'warc',
      Buffer.concat([gzipSync(bomb), gzipSync(huge), gzipSync(records[1]), gzipSync(endless)]),
    );
    expect(posts).toHaveLength(1);
    expect(rejects.map(({ code }) => code)).toEqual([
      'QRG_WATCH_BODY_BIG',
      'QRG_WATCH_BODY_BIG',
      'QRG_WATCH_WARC',
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 << 20);
  });

  it('with any byte changed never throws anything but a refusal, and ends', async () => {
    const whole = Buffer.concat(records.slice(0, 5));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        const result = await read('warc', changed).catch((error: unknown) => error);
        expect(result).toSatisfy(
          (told: object) => 'posts' in told || ('problem' in told && told.problem !== undefined),
        );
      }),
      { numRuns: 200 },
    );
  });
});
