import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { openArchive } from '../../watch/evidence/archive.ts';
import { readCaseJson } from '../case-json/case-json.ts';
import { minimise } from '../fields/minimise.ts';
import { BANK_REQUEST_CARRIES, BANK_REQUEST_NEEDS, writeBankRequest } from './bank-request.ts';
import type { BankRequest } from './bank-request-wish.ts';

const wish: BankRequest = {
  request: 'P-17',
  partner: { code: 'volga', name: 'Bank Volga' },
  tlp: 'amber',
  purpose: 'Остановить деньги',
  ground: { ru: 'закон', kk: 'заң', en: 'law' },
  accounts: ['a5'],
  transfers: [],
  from: Date.UTC(2026, 9, 1),
  to: Date.UTC(2026, 9, 31),
  text: 'назвать владельца',
  dueAt: Date.UTC(2026, 9, 8, 7),
  at: Date.UTC(2026, 9, 5, 7),
};

const filesOf = (chosen: typeof BANK_REQUEST_CARRIES, told = wish) => {
  const written = writeBankRequest(minimise(caseFileFixture(), chosen), told);
  if (!written.ok) throw new Error(written.problem.code);
  const opened = openArchive(written.value.bytes);
  if (!opened.ok) throw new Error(opened.problem.code);
  const text = (name: string) => new TextDecoder().decode(opened.value.files.get(name));
  return { ...written.value, text, bytesOf: (name: string) => opened.value.files.get(name)! };
};

describe('a request to another bank', () => {
  it('names account, transfer, term and ground in each language', () => {
    const { text, fileName } = filesOf(BANK_REQUEST_CARRIES);
    expect(fileName).toBe('KZ-2026-000001-request-P-17.zip');
    for (const name of ['letter-ru.txt', 'letter-kk.txt', 'letter-en.txt']) {
      const letter = text(name);
      expect(letter).toContain('40817810000000000017');
      expect(letter).toContain('500 000.00 KZT');
      expect(letter).toContain('2026-10-08 12:00');
      expect(letter).toContain('P-17');
    }
    expect(JSON.parse(text('request.json'))).toMatchObject({
      request: 'P-17',
      accounts: ['40817810000000000017'],
      dueAt: '2026-10-08T07:00:00.000Z',
    });
  });

  it('with the least, tells of nobody; and of no transfer that it is not about', () => {
    const whole = caseFileFixture();
    for (const chosen of [BANK_REQUEST_NEEDS, BANK_REQUEST_CARRIES]) {
      const { bytes } = filesOf(chosen);
      const told = new TextDecoder().decode(bytes);
      expect(told).not.toContain(whole.accounts[0]!.account);
      expect(told).not.toContain('Ержанов');
      expect(told).not.toContain('Нужны карты');
    }
    const { bytes } = filesOf(BANK_REQUEST_NEEDS);
    expect(new TextDecoder().decode(bytes)).not.toContain('SMIRNOV');
  });

  it('is read by a bank with Qorgan, marked for it alone', () => {
    const read = readCaseJson(filesOf(BANK_REQUEST_CARRIES).bytesOf('case.json'));
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.facts.accounts.map(({ id }) => id)).toEqual(['a4', 'a5']);
    expect(read.value.facts.accounts[0]!.origin).toMatchObject({
      tlp: 'amber',
      namedTo: ['volga'],
    });
  });

  it('about no account is none', () => {
    const written = writeBankRequest({ ...caseFileFixture(), accounts: [] }, wish);
    expect(written.ok ? 'ok' : written.problem.code).toBe('QRG_PACKAGE_EMPTY');
  });
});
