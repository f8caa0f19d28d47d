import { describe, expect, it } from 'vitest';
import { fakePan } from '../../domain/fake/card.ts';
import { fakeKzIban } from '../../domain/fake/iban-kz.ts';
import { fakeWallet } from '../../domain/fake/wallet.ts';
import { createRandom } from '../../domain/random.ts';
import { answer, ask, askedAbout, knownOf } from './ask.ts';
import { type Matchable, matchable } from './matchable.ts';
import { type KnownAccountsMessage, readMessage, writeMessage } from './message.ts';
import { BUCKETS, keyPrint, tagOf } from './round.ts';

const random = createRandom(9);
const bytes = (count: number) =>
  Uint8Array.from({ length: count }, () => Math.floor(random.next() * 256));
const key = bytes(32);
const iban = (): Matchable => ({ kind: 'account', value: fakeKzIban(random, '722') });
const speaking = (from = 'qala') => ({ from, at: Date.UTC(2026, 10, 26), key, random: bytes });

function asked(count: number) {
  const accounts = Array.from({ length: count }, iban);
  const said = ask(accounts, speaking());
  if (!said.ok) throw new Error(said.problem.code);
  const read = readMessage(said.value.bytes, [key]);
  if (!read.ok) throw new Error(read.problem.code);
  return { accounts, said: said.value, question: read.value.message };
}

describe('matching without naming', () => {
  it('tells the one which of its accounts the other knows, and nothing else', () => {
    const { accounts, question } = asked(7);
    const theirs = [accounts[1]!, accounts[4]!, iban(), iban()];
    const known = askedAbout(question, key, theirs);
    expect(known).toEqual([accounts[1], accounts[4]]);
    const reply = readMessage(answer(question, known, speaking('volga')).bytes, [key]);
    if (!reply.ok) throw new Error(reply.problem.code);
    expect(knownOf(reply.value.message, key, accounts)).toEqual([accounts[1], accounts[4]]);
    expect(reply.value.message.tags).toHaveLength(question.tags.length);
  });

  it.each([1, 3, 16, 17, 64, 65, 300, 1_024])('of %i accounts shows a bucket only', (count) => {
    const { question, said } = asked(count);
    expect(BUCKETS).toContain(question.tags.length);
    expect(said.size).toBe(BUCKETS.find((size) => size >= count));
    for (const known of [[], asked(1).accounts])
      expect(
        JSON.parse(new TextDecoder().decode(answer(question, known, speaking()).bytes)).tags,
      ).toHaveLength(said.size);
  });

  it('no two rounds, uses or kinds share a tag', () => {
    const account = iban();
    const rounds = ['0'.repeat(32), '1'.repeat(32)];
    const tags = rounds.flatMap((round) =>
      (['question', 'answer'] as const).flatMap((use) =>
        (['account', 'card', 'phone', 'wallet'] as const).map((kind) =>
          tagOf(key, round, use, { kind, value: account.value }),
        ),
      ),
    );
    expect(new Set(tags).size).toBe(tags.length);
    const two = [ask([account], speaking()), ask([account], speaking())].map((said) =>
      said.ok ? readMessage(said.value.bytes, [key]) : said,
    );
    const [a, b] = two.map((read) =>
      read.ok && 'message' in read.value ? read.value.message.tags : [],
    );
    expect(a!.filter((tag) => b!.includes(tag))).toEqual([]);
  });

  it('an account number stands nowhere in a message', () => {
    const { accounts, said } = asked(5);
    const text = new TextDecoder().decode(said.bytes);
    for (const { value } of accounts) expect(text).not.toContain(value.slice(4));
  });

  it('refuses another key, a changed message, and what is none', () => {
    const { said, question } = asked(2);
    const code = (read: ReturnType<typeof readMessage>) => (read.ok ? 'ok' : read.problem.code);
    const changed = (edit: Partial<KnownAccountsMessage>) =>
      new TextEncoder().encode(JSON.stringify({ ...question, ...edit }));
    expect(code(readMessage(said.bytes, [bytes(32)]))).toBe('QRG_PACKAGE_KNOWN_KEY');
    expect(code(readMessage(said.bytes, [bytes(32), key]))).toBe('ok');
    expect(code(readMessage(changed({ from: 'other' }), [key]))).toBe('QRG_PACKAGE_KNOWN_MAC');
    expect(code(readMessage(changed({ kind: 'answer' }), [key]))).toBe('QRG_PACKAGE_KNOWN_MAC');
    expect(code(readMessage(changed({ tags: [] }), [key]))).toBe('QRG_PACKAGE_KNOWN_FORM');
    expect(code(readMessage(new Uint8Array([0xff]), [key]))).toBe('QRG_PACKAGE_KNOWN_FORM');
    expect(code(readMessage(new Uint8Array(200_000), [key]))).toBe('QRG_PACKAGE_KNOWN_FORM');
  });

  it('asks about nothing, or about too many, not at all', () => {
    const code = (count: number) => {
      const said = ask(Array.from({ length: count }, iban), speaking());
      return said.ok ? 'ok' : said.problem.code;
    };
    expect([code(0), code(1_024), code(1_025)]).toEqual([
      'QRG_PACKAGE_KNOWN_EMPTY',
      'ok',
      'QRG_PACKAGE_KNOWN_MANY',
    ]);
  });

  it('two spellings of one thing meet', () => {
    const { value } = iban();
    const spaced = value.replace(/(.{4})/g, '$1 ').toLowerCase();
    const card = fakePan(random);
    const wallet = fakeWallet(random, 'trx');
    expect(matchable('account', spaced)).toEqual({ kind: 'account', value });
    expect(matchable('account', card)).toEqual(matchable('card', card));
    expect(matchable('account', wallet)).toEqual({ kind: 'wallet', value: wallet });
    expect(matchable('account', '40817 810 0 0000 0000017')).toEqual({
      kind: 'account',
      value: '40817810000000000017',
    });
    expect(matchable('phone', '8 (701) 123-45-67')).toEqual(matchable('phone', '+77011234567'));
    expect(matchable('account', `KZ00${value.slice(4)}`)).toBeUndefined();
    expect(matchable('account', 'Иванов')).toBeUndefined();
    expect(matchable('card', '440043******1234')).toBeUndefined();
  });

  it('writes what it reads, and a print tells no key', () => {
    const { question } = asked(1);
    const { mac: _, ...told } = question;
    expect(JSON.parse(new TextDecoder().decode(writeMessage(told, key)))).toEqual(question);
    expect(keyPrint(key)).toMatch(/^[0-9a-f]{16}$/);
    expect(Buffer.from(key).toString('hex')).not.toContain(keyPrint(key));
  });
});
