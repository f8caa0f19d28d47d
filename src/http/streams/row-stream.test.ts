import { expect, test } from 'vitest';
import { z } from 'zod';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { type RowStream, rowStream } from './row-stream.ts';

const Row = z.strictObject({ id: z.string().max(20) });
type Row = z.infer<typeof Row>;

async function* piecesOf(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const streamOf = (text: string, more: Partial<RowStream<Row>> = {}): RowStream<Row> => ({
  chunks: piecesOf(text),
  from: 0,
  schema: Row,
  language: 'en',
  key: 'id',
  outcomes: ['done', 'rejected'],
  work: async (rows) => rows.map(({ id }) => ({ id, outcome: 'done' })),
  ...more,
});

async function told(stream: RowStream<Row>): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const text of rowStream(stream))
    for (const line of text.trimEnd().split('\n')) lines.push(JSON.parse(line));
  return lines;
}

test('a line for each row in its order, bad ones in their place, and a last one that counts', async () => {
  const text = '{"id":"a"}\n\n{"id":7}\nnonsense\n{"id":"b"}';
  expect(await told(streamOf(text))).toEqual([
    { line: 1, id: 'a', outcome: 'done' },
    { line: 3, id: null, outcome: 'rejected', code: 'QRG_FIELD_TYPE', message: expect.any(String) },
    { line: 4, id: null, outcome: 'rejected', code: 'QRG_HTTP_JSON', message: expect.any(String) },
    { line: 5, id: 'b', outcome: 'done' },
    { outcome: 'end', line: 5, done: 2, rejected: 2 },
  ]);
});

test('lines that were answered before are passed over, and the count goes on', async () => {
  const text = '{"id":"a"}\nnot even read\n{"id":"c"}\n';
  expect(await told(streamOf(text, { from: 2 }))).toEqual([
    { line: 3, id: 'c', outcome: 'done' },
    { outcome: 'end', line: 3, done: 1, rejected: 0 },
  ]);
});

test('work that fails stops the stream after the last line answered', async () => {
  const text = Array.from({ length: 30 }, (_, i) => `{"id":"${i}"}\n`).join('');
  const lines = await told(
    streamOf(text, {
      work: async (rows) => {
        if (rows.some(({ id }) => id === '17')) throw new QorganError('QRG_NOT_DURABLE');
        return rows.map(({ id }) => ({ id, outcome: 'done' }));
      },
    }),
  );
  const last = lines.at(-1)!;
  expect(last).toMatchObject({
    outcome: 'stopped',
    code: 'QRG_NOT_DURABLE',
    done: lines.length - 1,
  });
  expect(lines.slice(0, -1).map(({ line }) => line)).toEqual(
    Array.from({ length: lines.length - 1 }, (_, i) => i + 1),
  );
  expect(last.line).toBe(lines.length - 1);
  expect(Number(last.line)).toBeLessThan(18);
});

test('input that breaks off ends the stream as stopped, with everything before answered', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"id":"a"}\n{"id":');
    throw new QorganError('QRG_HTTP_BODY_CUT');
  }
  expect(await told(streamOf('', { chunks: broken() }))).toEqual([
    { line: 1, id: 'a', outcome: 'done' },
    expect.objectContaining({ outcome: 'stopped', line: 1, code: 'QRG_HTTP_BODY_CUT' }),
  ]);
});

test('reads no further than its answers are taken', async () => {
  let read = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      read++;
      yield Buffer.from(`{"id":"${read}"}\n`);
    }
  }
  const stream = rowStream(streamOf('', { chunks: endless() }));
  for (let i = 0; i < 5; i++) await stream.next();
  await new Promise(setImmediate);
  const before = read;
  await new Promise(setImmediate);
  expect(read).toBe(before);
  expect(read).toBeLessThan(20);
  await stream.return(undefined);
});
