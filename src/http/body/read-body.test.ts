import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { streamBody } from './read-body.ts';

const HOUR_MS = 3_600_000;

async function codeOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  try {
    for await (const part of stream) if (part.length === 0) return 'empty';
    return 'whole';
  } catch (error) {
    return error instanceof QorganError ? error.problem.code : String(error);
  }
}

test('a stream that has to be here soon ends though it is never silent for long', async () => {
  const message = new PassThrough();
  message.write('a byte now and then');
  const bounds = { most: 100, idleMs: HOUR_MS, withinMs: 5 };
  expect(await codeOf(streamBody(message as never as IncomingMessage, bounds))).toBe(
    'QRG_HTTP_SLOW',
  );
});

test('one that came in time is whole', async () => {
  const message = new PassThrough();
  message.end('all of it');
  const bounds = { most: 100, idleMs: HOUR_MS, withinMs: HOUR_MS };
  expect(await codeOf(streamBody(message as never as IncomingMessage, bounds))).toBe('whole');
});
