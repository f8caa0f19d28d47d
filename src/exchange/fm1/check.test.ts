import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { FILING_KINDS } from '../../domain/filing/filing-acts.ts';
import { localMoment } from '../../law/local-moment.ts';
import { loadFm1Codes } from '../../service/law/load-fm1-codes.ts';
import { loadLaw } from '../../service/law/load-law.ts';
import { readAcknowledgement, readDocInfo, readRegistrationAnswer } from './answers.ts';
import { checkFm1, type Fm1Checking } from './check.ts';
import type { Fm1Document, Fm1Values } from './document.ts';
import { textOfMessage, utf16 } from './envelope.ts';
import { prefillFm1 } from './prefill.ts';
import { readFm1 } from './read-fm1.ts';
import { checkSigned } from './signed.ts';
import { allowed } from './wire.ts';
import { writeFm1 } from './write-fm1.ts';

let checking: Fm1Checking;
let clock: (at: number) => string;
beforeAll(async () => {
  const [law, book] = await Promise.all([loadLaw(), loadFm1Codes()]);
  checking = { book, signs: null, day: '2026-11-26' };
  clock = (at) => localMoment(law.calendar, at);
});

const ENVELOPE = {
  ...{ sender: 'QALABANK', receiver: 'AFM', sentAt: '2026-10-05T11:40:00' },
  documentGuid: 'A3B1C2D4-0000-4000-8000-00000000000A',
  versionGuid: 'A3B1C2D4-0000-4000-8000-00000000000B',
};

const filled = (seed = 1, transfer = 't3'): Fm1Document =>
  prefillFm1(caseFileFixture(seed), {
    ...{ kind: 'suspicion_after', transfer, reporter: {}, language: 'ru', clock },
  });

const of = (document: Fm1Document, told: Partial<Fm1Checking> = {}) =>
  checkFm1(document, { ...checking, ...told });

/** Codes of what is wrong with one requisite. */
const wrong = (document: Fm1Document, place: string, field: string) =>
  of(document)
    .filter((one) => one.place === place && one.field === field)
    .map(({ code, stops }) => `${code}${stops ? '' : '?'}`);

const withMessage = (message: Fm1Values): Fm1Document => {
  const base = filled();
  return { ...base, message: { ...base.message, ...message } };
};

test('reasons that end as sentences are joined into one', () => {
  const file = caseFileFixture();
  const [signal] = file.signals;
  const signals = ['Первое.', 'Второе.'].map((text) => ({ ...signal, text }));
  const transfer = 't3';
  const { message } = prefillFm1(
    { ...file, signals },
    {
      ...{ kind: 'suspicion_after', transfer, reporter: {}, language: 'ru', clock },
    },
  );
  expect(message['3.14']).toContain(': Первое; Второе. ');
});

test('a case fills in what it tells, on the clock of Almaty, and the message reads back the same', () => {
  const document = filled();
  expect(document.message).toMatchObject({
    ...{ '1.4': '3', '1.5': '2', '3.0': '2026-10-05T11:39:00', '3.1': 't3', '3.2(1)': '6062' },
    ...{ '3.5': '398', '3.6': '450000.00', '3.7': '450000.00', '3.8': '14', '3.4': '2' },
  });
  const [payer, payee] = document.participants.map(({ fields }) => fields);
  expect(payer).toMatchObject({
    ...{ '4.1': '1', '4.2': '2', '4.5': '2', '4.4': 'KZ', '4.14(1.1)': 'Ержанов' },
    ...{ '4.14(1.2)': 'Нұрлан', '4.15': '01', '4.16(1)': '044000111' },
  });
  expect(payee).toMatchObject({ '4.5': '1', '4.8(1.2)': 'ТОО «Жетісу-Трейд»' });
});

test('for every case, kind and transfer: prefilled, written and read is the same but for forbidden signs', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom(...FILING_KINDS),
      fc.constantFrom('t1', 't3', 't5', 't6'),
      fc.constantFrom('ru', 'kk', 'en'),
      (seed, kind, transfer, language) => {
        const document = prefillFm1(caseFileFixture(seed), {
          ...{ kind, transfer, reporter: {}, language, clock },
        });
        const read = readFm1(writeFm1(document, ENVELOPE).message, 'x');
        const clean = (values: Fm1Values): Fm1Values =>
          Object.fromEntries(Object.entries(values).map(([id, value]) => [id, allowed(value)]));
        expect(read).toMatchObject({ ok: true });
        expect(read.ok && read.value.document).toEqual({
          ...document,
          message: clean(document.message),
          participants: document.participants.map(({ fields, founders }) => ({
            fields: clean(fields),
            founders,
          })),
        });
      },
    ),
    { numRuns: 20 },
  );
});

test('the message is well-formed to a program that is not ours', () => {
  const { message } = writeFm1(filled(), ENVELOPE);
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
  } catch {
    return;
  }
  expect(() => execFileSync('xmllint', ['--noout', '-'], { input: message })).not.toThrow();
});

test.each([
  ['3.10', {}, ['required']],
  ['3.10', { '1.5': '1', '3.11': '1035' }, ['sign_order']],
  ['3.11', { '3.10': '1035', '3.11': '1035' }, ['no_signs?', 'sign_twice?']],
  ['3.0', { '3.0': '' }, ['required']],
  ['3.0', { '3.0': '', '1.4': '4' }, []],
  ['3.0', { '3.0': '2026-13-01T00:00:00' }, ['moment']],
  ['3.0', { '3.0': '2027-01-01T00:00:00' }, ['future']],
  ['3.3(1)', { '3.3(2)': 'False' }, ['required']],
  ['3.3(1)', {}, []],
  ['3.6', { '3.6': '450000,00' }, ['amount']],
  ['3.6', { '3.6': '0.00' }, ['amount']],
  ['3.7', { '3.7': '450000.01' }, ['amounts']],
  ['3.4', { '3.4': '3' }, ['count']],
  ['3.1', { '3.1': 'x'.repeat(31) }, ['long']],
  ['3.14', { '3.14': 'x'.repeat(1_001) }, ['long']],
  ['3.14', { '3.14': 'A & <b> `c' }, ['replaced?', 'replaced?', 'replaced?', 'replaced?']],
  ['3.2(1)', { '3.2(1)': '9999' }, ['code']],
  ['3.8', { '3.8': '77' }, ['code_open?']],
  ['3.9(1)', { '3.9(1)': '2026-02-30' }, ['date']],
  ['3.15', { '3.15': 'онлайн' }, ['no_tag?']],
  ['1.1(2)', { '1.3': '2' }, ['references']],
] as const)('requisite %s with %j: %j', (field, message, codes) => {
  expect(wrong(withMessage(message), 'message', field)).toEqual(codes);
});

test('of a client a number is needed and checked; of anybody else what is known', () => {
  const set = (fields: Fm1Values): Fm1Document => {
    const base = filled();
    const [first, second] = base.participants;
    return {
      ...base,
      participants: [{ ...first, fields: { ...first.fields, ...fields } }, second],
    };
  };
  const at = (fields: Fm1Values) => wrong(set(fields), 'participants/1', '4.13');
  expect(at({})).toEqual([]);
  expect(at({ '4.13': '' })).toEqual(['required']);
  expect(at({ '4.13': '', '4.2': '1' })).toEqual(['should?']);
  expect(at({ '4.13': '090220566257' })).toEqual(['tax_number']);
  expect(at({ '4.13': 'P-123', '4.4': 'RU' })).toEqual([]);
  expect(at({ '4.5': '1' })).toEqual(['tax_kind?']);
  expect(
    wrong(set({ '4.14(1.1)': '', '4.14(2.1)': 'True' }), 'participants/1', '4.14(1.1)'),
  ).toEqual([]);
  expect(of({ ...filled(), participants: [] }).map(({ code }) => code)).toContain('participants');
});

test('a signed file is ours with a signature, whatever the provider did to blanks; one letter more is not', () => {
  const { message } = writeFm1(filled(), ENVELOPE);
  const text = textOfMessage(message);
  const sign = (change: (text: string) => string) => checkSigned(message, utf16(change(text)));
  const signature =
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>MII=</ds:SignatureValue></ds:Signature>';
  const put = (told: string) => told.replace('</SignedData>', `${signature}</SignedData>`);
  expect(sign(put).ok).toBe(true);
  expect(sign((told) => put(told).replaceAll('><', '>\n  <')).ok).toBe(true);
  expect(sign((told) => told.replace('</ExportData>', `${signature}</ExportData>`)).ok).toBe(true);
  const codeOf = (told: ReturnType<typeof sign>) => (told.ok ? 'ok' : told.problem.code);
  expect(codeOf(sign((told) => told))).toBe('QRG_FILING_SIGNATURE');
  expect(codeOf(sign((told) => put(told).replace('450000.00', '450000.01')))).toBe(
    'QRG_FILING_SIGNED_OTHER',
  );
  expect(codeOf(sign((told) => put(told).replace('<FIO>', '<FIO IsFioNotSetup="True">')))).toBe(
    'QRG_FILING_SIGNED_OTHER',
  );
  expect(codeOf(checkSigned(message, Buffer.from(put(text).replace('utf-16', 'utf-8'))))).toBe(
    'QRG_FILING_SIGNED_UTF16',
  );
});

test('answers are read from either place that the format gives them, and nothing else is taken for one', () => {
  const guid = ENVELOPE.documentGuid;
  const xml = (body: string) =>
    utf16(`<ExportData><SignedData><Data>${body}</Data></SignedData></ExportData>`);
  const rejected = xml(
    `<Root><OriginalDocumentGuid>${guid.replaceAll('-', '').toLowerCase()}</OriginalDocumentGuid><ErrorCode>5</ErrorCode><ErrorName>Нет ИИН</ErrorName></Root>`,
  );
  expect(readAcknowledgement(rejected, 'x')).toMatchObject({
    ok: true,
    value: { accepted: false, originalGuid: guid, errorCode: '5', errorName: 'Нет ИИН', at: null },
  });
  const registered = xml(
    `<Check><OriginalDocumentGuid>${guid}</OriginalDocumentGuid><SystemId>42</SystemId><MessDate>01.04.2026 09:00:00</MessDate></Check>`,
  );
  expect(readRegistrationAnswer(registered, 'x')).toMatchObject({
    ok: true,
    value: { accepted: true, systemId: '42', at: '2026-04-01T09:00:00' },
  });
  for (const [body, read] of [
    ['<Check><ErrorCode>0</ErrorCode></Check>', readAcknowledgement],
    [
      `<Check><OriginalDocumentGuid>${guid}</OriginalDocumentGuid><ErrorCode>x</ErrorCode></Check>`,
      readAcknowledgement,
    ],
    [
      `<Root><OriginalDocumentGuid>${guid}</OriginalDocumentGuid><Description>?</Description></Root>`,
      readDocInfo,
    ],
  ] as const)
    expect(read(xml(body), 'x').ok).toBe(false);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(readAcknowledgement(bytes, 'x').ok).toBe(false);
      } catch (error) {
        expect((error as { problem?: { code: string } }).problem?.code).toMatch(/^QRG_FILE_XML/);
      }
    }),
    { numRuns: 50 },
  );
});
