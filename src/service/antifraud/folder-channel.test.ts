import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { type AntifraudMessage, antifraudMessageSchema } from '../../exchange/antifraud/message.ts';
import { writeAntifraud } from '../../exchange/antifraud/write-antifraud.ts';
import type { AntifraudChannel } from './channel.ts';
import { openFolderChannel } from './folder-channel.ts';

const NOW = Date.UTC(2026, 10, 26, 9);
let root: string;
let channel: AntifraudChannel;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'qorgan-antifraud-'));
  channel = await openFolderChannel(root, () => NOW);
});
afterEach(() => rmSync(root, { recursive: true }));

const message = (party = 'c2'): AntifraudMessage => {
  const written = writeAntifraud(caseFileFixture(), {
    kind: 'list_entry',
    party,
    base: 'attempts',
    change: 'add',
    reason: 'shares a device',
  });
  if (!written.ok) throw new Error(written.problem.code);
  return antifraudMessageSchema.parse(JSON.parse(new TextDecoder().decode(written.value.bytes)));
};
const inFolder = (folder: string) => readdirSync(join(root, folder)).sort();
const put = (folder: string, name: string, content: unknown) =>
  writeFileSync(
    join(root, folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
const answerTo = (id: string, status: string) => ({
  format: 'qorgan-antifraud-answer/1',
  id,
  status,
  at: '2026-11-26T09:00:00.000Z',
});

test('a message is sent once, and its answer takes the people in it away', async () => {
  const one = message();
  expect(await channel.send(one)).toBe('sent');
  expect(await channel.send(one)).toBe('already_sent');
  expect(JSON.parse(readFileSync(join(root, 'outbox', `${one.id}.json`), 'utf8'))).toEqual(one);
  expect(inFolder('outbox')).toEqual([`${one.id}.json`]);

  put('outbox-answers', `${one.id}.json`, answerTo(one.id, 'accepted'));
  expect(await channel.answers(10)).toEqual([answerTo(one.id, 'accepted')]);
  expect(await channel.answers(10)).toEqual([]);
  expect(inFolder('outbox')).toEqual([]);
  expect(await channel.send(one)).toBe('already_sent');
});

test('a draft that a crash left is no message, and is written over', async () => {
  const one = message();
  put('outbox', `.${one.id}.json`, 'half a mes');
  put('inbox', '.half.json', 'half');
  expect(await channel.send(one)).toBe('sent');
  expect(inFolder('outbox')).toEqual([`${one.id}.json`]);
  expect(await channel.receive(10)).toEqual({ messages: [], rejected: [] });
});

test('a crash between an answer and the end of its message leaves nothing behind', async () => {
  const one = message();
  await channel.send(one);
  put('answered', `${one.id}.json`, answerTo(one.id, 'accepted'));
  await openFolderChannel(root, () => NOW);
  expect(inFolder('outbox')).toEqual([]);
});

test('a message of the centre is given until it is acknowledged, and a repeat is none', async () => {
  const one = message('c3');
  put('inbox', `${one.id}.json`, one);
  expect((await channel.receive(10)).messages).toEqual([one]);
  expect((await channel.receive(10)).messages).toEqual([one]);
  await channel.acknowledge(one.id);
  expect(inFolder('inbox')).toEqual([]);
  expect(JSON.parse(readFileSync(join(root, 'inbox-answers', `${one.id}.json`), 'utf8'))).toEqual(
    answerTo(one.id, 'accepted'),
  );
  put('inbox', `${one.id}.json`, one);
  expect(await channel.receive(10)).toEqual({ messages: [], rejected: [] });
  expect(inFolder('inbox')).toEqual([]);
});

test('no more are given than were asked for, in order of name', async () => {
  for (const party of ['c1', 'c2', 'c3']) put('inbox', `${message(party).id}.json`, message(party));
  const first = await channel.receive(2);
  expect(first.messages.map(({ id }) => id)).toEqual(
    ['c1', 'c2', 'c3']
      .map((party) => message(party).id)
      .sort()
      .slice(0, 2),
  );
});

test('what is no message is kept with its reason, and never stops the rest', async () => {
  const one = message();
  put('inbox', `${one.id}.json`, one);
  put('inbox', 'a.json', '{');
  put('inbox', 'b.json', { ...one, kind: 'order' });
  put('inbox', 'c.json', message('c3'));
  put('inbox', 'd.json', 'x'.repeat((1 << 20) + 1));
  const { messages, rejected } = await channel.receive(10);
  expect(messages).toEqual([one]);
  expect(rejected.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    'a.json: not JSON',
    expect.stringContaining('b.json: kind'),
    'c.json: id and name differ',
    'd.json: larger than 1048576 bytes',
  ]);
  put('inbox', 'a.json', 'again');
  await channel.receive(10);
  expect(inFolder('rejected')).toContain('1-a.json');
  expect(readFileSync(join(root, 'rejected', 'a.json.why.txt'), 'utf8')).toBe('not JSON\n');
  const refused = JSON.parse(
    readFileSync(join(root, 'inbox-answers', `${message('c3').id}.json`), 'utf8'),
  );
  expect(refused).toMatchObject({ status: 'rejected', reason: 'id and name differ' });
});

test('an answer that is none is kept apart too', async () => {
  put('outbox-answers', 'x.json', { yes: true });
  expect(await channel.answers(10)).toEqual([]);
  expect(inFolder('rejected')).toEqual(['x.json', 'x.json.why.txt']);
});
