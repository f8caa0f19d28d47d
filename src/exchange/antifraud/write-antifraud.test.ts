import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { randomCase } from '../goaml/random-case.fixture.ts';
import { antifraudMessageSchema } from './message.ts';
import { type AntifraudOptions, writeAntifraud } from './write-antifraud.ts';

const file = caseFileFixture();
const read = (options: AntifraudOptions, of = file) => {
  const written = writeAntifraud(of, options);
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return antifraudMessageSchema.parse(JSON.parse(new TextDecoder().decode(written.value.bytes)));
};

test('an incident: transfers with both sides, the victim and the suspected, the story', () => {
  const message = read({ kind: 'incident', ground: 'client_complaint' });
  if (message.kind !== 'incident') throw new Error(message.kind);
  expect(message.sender).toEqual({
    code: 'qala',
    name: 'Қала Банкі',
    bic: 'CASPKZKA',
    country: 'KZ',
  });
  expect(message.body.transfers).toHaveLength(6);
  expect(message.body.transfers[0]).toMatchObject({
    id: 't1',
    at: '2026-10-05T06:30:00.000Z',
    amount: '480000.00',
    payer: { name: 'Әлиева Гүлнар Қуанышқызы', institution: { bic: 'CASPKZKA' } },
  });
  expect(message.body.people.map(({ part }) => part)).toEqual([
    'victim',
    'suspected',
    'suspected',
    'suspected',
  ]);
  expect(message.body.people[3]?.identifiers.bin).toBe(file.parties[3]?.taxNumber);
  expect(message.body.description).toContain('12 минут');
});

test('the same matter has the same id, another has another', () => {
  const entry = {
    kind: 'list_entry',
    party: 'c2',
    base: 'attempts',
    change: 'add',
    reason: 'x',
  } as const;
  expect(read(entry).id).toBe(read({ ...entry, reason: 'in other words' }).id);
  expect(read(entry).id).not.toBe(read({ ...entry, base: 'events' }).id);
  expect(read({ kind: 'incident' }).id).toBe(read({ kind: 'incident' }).id);
});

test('what cannot be told is refused by name', () => {
  const code = (options: AntifraudOptions) => {
    const written = writeAntifraud(file, options);
    return written.ok ? 'ok' : written.problem.code;
  };
  expect(code({ kind: 'incident', transfers: ['t99'] })).toBe('QRG_ANTIFRAUD_TRANSFERS');
  const entry = { kind: 'list_entry', base: 'events', change: 'add', reason: 'x' } as const;
  expect(code({ ...entry, party: 'c99' })).toBe('QRG_ANTIFRAUD_PARTY');
  expect(code({ ...entry, party: 'c2', reason: '' })).toBe('QRG_ANTIFRAUD_MESSAGE');
});

test('whatever a case holds, a message is in the form or refused by name', () => {
  fc.assert(
    fc.property(randomCase, (random) => {
      const written = writeAntifraud(random, { kind: 'incident' });
      if (written.ok)
        antifraudMessageSchema.parse(JSON.parse(new TextDecoder().decode(written.value.bytes)));
      else expect(written.problem.code).toMatch(/^QRG_ANTIFRAUD_/);
    }),
    { numRuns: 200 },
  );
});
