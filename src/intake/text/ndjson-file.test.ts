import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../domain/random.ts';
import { readText } from '../read-for-test.ts';
import { JsonLine } from './json-line.ts';

function fields(text: string, paths: readonly string[]): (string | undefined)[] | undefined {
  const line = new JsonLine(paths);
  const bytes = Buffer.from(`##${text}`);
  if (!line.read(bytes, 2, bytes.length)) return undefined;
  return paths.map((_, i) => bytes.subarray(line.starts[i], line.ends[i]).toString('utf8'));
}

describe('one line', () => {
  test('takes texts, digits as written, nested places; null and absent are empty', () => {
    const text =
      '{"b":{"c":{"d":"x\\n\\u0416\\ud83d\\ude00"}},"n":12345678901234567890.10,"t":true,"z":null,"l":[1,{"n":2}]}';
    expect(fields(text, ['n', 'b.c.d', 't', 'z', 'gone', 'l', 'b'])).toEqual([
      '12345678901234567890.10',
      'x\nЖ😀',
      'true',
      '',
      '',
      '',
      '',
    ]);
  });

  test('of equal keys the last counts, as for JSON.parse', () => {
    expect(fields('{"a":1,"a":2,"b":{"c":3},"b":{}}', ['a', 'b.c'])).toEqual(['2', '']);
  });

  test('accepts what JSON.parse accepts as an object, and nothing else', () => {
    const random = createRandom(9);
    let good = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = mutate(random, JSON.stringify(someObject(random, 3)));
      let isObject = false;
      let value: unknown;
      try {
        value = JSON.parse(text);
        isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      } catch {}
      if (isObject) good++;
      expect([text, fields(text, ['a', 'b.a']) !== undefined]).toEqual([text, isObject]);
    }
    expect(good).toBeGreaterThan(2000);
  });
});

function someObject(random: Random, depth: number): Record<string, unknown> {
  const entries = Array.from({ length: random.int(0, 3) }, () => [
    random.pick(['a', 'b', 'ж"']),
    someValue(random, depth),
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function someValue(random: Random, depth: number): unknown {
  const leaf = random.pick<unknown>([1, -2.5, 1e30, 0, true, false, null, '', 'x"\\\n', 'Қ😀']);
  if (depth === 0 || random.chance(0.5)) return leaf;
  return random.chance(0.5) ? someObject(random, depth - 1) : [leaf, someValue(random, depth - 1)];
}

function mutate(random: Random, text: string): string {
  if (random.chance(0.3)) return random.pick(['', ' ', '\t']) + text + random.pick(['', ' ', '\r']);
  const at = random.int(0, text.length);
  const piece = random.pick([
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '0',
    '-',
    '.',
    'e',
    'null',
    '\\',
    '\\u12',
    '\t',
    '01',
  ]);
  return text.slice(0, at) + random.pick([piece, '']) + text.slice(at + random.int(0, 2));
}

test('a file: nested paths, exact long numbers, bad lines as data with right numbers', async () => {
  const lines = [
    '{"tx":"1","when":"2026-01-01T00:00:00Z","from":{"account":12345678901234567890},"to":{"account":"B"},"amount":"10.50","note":[1]}',
    '',
    '{"tx":"2","when":"2026-01-01T00:00:00Z","from":{"account":12345678901234567891},"to":{"account":"B"},"amount":10.505}',
    '{"tx":"3","when":',
    '{"tx":"4","when":"2026-01-01T00:00:00Z","from":{},"to":{"account":"B"},"amount":1}',
  ];
  const map = { id: 'tx', at: 'when', payer: 'from.account', payee: 'to.account' };
  const { source, transfers, rejects } = await readText(lines.join('\n'), { map }, 'in.ndjson');
  expect([source.format, source.clock]).toEqual(['ndjson', 'day']);
  expect(
    transfers.map(({ id, payer, amountMinor, line }) => [id, payer, amountMinor, line]),
  ).toEqual([
    ['1', '12345678901234567890', 1050, 1],
    ['2', '12345678901234567891', 1050, 3],
  ]);
  expect(rejects.map(({ line, code }) => [line, code])).toEqual([
    [4, 'QRG_ROW_JSON'],
    [5, 'QRG_ROW_PAYER'],
  ]);
});

test('keys by their usual words need no map; CRLF is fine', async () => {
  const { transfers } = await readText(
    '{"timestamp":1770091506,"sender":"A","receiver":"B","amount":5}\r\n',
    {},
    'x.jsonl',
  );
  expect(transfers).toMatchObject([
    { at: 1_770_091_506_000, payer: 'A', payee: 'B', amountMinor: 500 },
  ]);
});

test('a line over 1 MB is refused, the next is read', async () => {
  const row = (pad: string) =>
    `{"timestamp":1770091506,"sender":"A","receiver":"B","amount":5,"pad":"${pad}"}`;
  const { transfers, rejects } = await readText(
    [row(''), row('x'.repeat(1 << 21)), row('')].join('\n'),
    {},
    'x.jsonl',
  );
  expect(transfers.map(({ line }) => line)).toEqual([1, 3]);
  expect(rejects).toMatchObject([{ line: 2, code: 'QRG_ROW_LONG' }]);
});
