import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type BankDirectory, readBanks } from './banks.ts';

const TEXT = readFileSync(new URL('../../data/banks/kz.yaml', import.meta.url), 'utf8');
const data = (): { banks: Record<string, unknown>[] } => parse(TEXT);

function directory(): BankDirectory {
  const read = readBanks(data());
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

describe('data/banks/kz.yaml', () => {
  const banks = directory();

  it('finds each of its banks by code, BIC, names and aliases', () => {
    for (const bank of banks.banks) {
      expect(banks.byCode(bank.code)).toBe(bank);
      expect(banks.byBic(`${bank.bic.toLowerCase()}XXX`)).toBe(bank);
      for (const name of [...Object.values(bank.name), bank.short, bank.bic, ...bank.aliases])
        expect(banks.byName(name), name).toBe(bank);
    }
  });

  it('holds the codes that the facts have checked', () => {
    const codes = Object.fromEntries(banks.banks.map((bank) => [bank.bic, bank.code]));
    expect(codes).toMatchObject({
      CASPKZKA: '722',
      HSBKKZKX: '601',
      IRTYKZKA: '965',
      TSESKZKA: '998',
    });
  });

  it('relies on nothing marked C', () => {
    for (const bank of banks.banks) expect(bank.verified === 'yes').toBe(bank.mark !== 'C');
  });

  it.each([
    ['АО "KASPI BANK"', '722'],
    ['Филиал АО «ForteBank» в г. Алматы', '965'],
    ['АО "Народный Банк Казахстана" (Halyk Bank)', '601'],
    ['«Қазақстан Халық Банкі» АҚ', '601'],
    ['АО "Home Credit Bank" (ДБ АО "ForteBank")', '886'],
    ['ДО АО Банк ВТБ (Казахстан)', '432'],
    ['First Heartland Jýsan Bank', '998'],
    ['РГУ Национальный Банк Республики Казахстан', '125'],
    ['Евразийский банк развития', '700'],
    ['CASPKZKA', '722'],
    ['БИК HSBKKZKX, г. Алматы', '601'],
  ])('reads %s', (text, code) => expect(banks.byName(text)?.code).toBe(code));

  it.each(['', 'банк', 'АО', 'Казахстан', 'ТОО «Ромашка»', 'kaspian', 'halyk, kaspi'])(
    'does not guess from %j',
    (text) => expect(banks.byName(text)).toBeUndefined(),
  );

  it('ignores case, quotes and the form of the organisation', () => {
    const wrap = fc.constantFrom(...['%s', 'АО "%s"', '«%s» АҚ', '  %s JSC ', 'ФИЛИАЛ АО «%s»']);
    fc.assert(
      fc.property(fc.constantFrom(...banks.banks), wrap, fc.boolean(), (bank, frame, loud) => {
        const text = frame.replace('%s', bank.short);
        expect(banks.byName(loud ? text.toUpperCase() : text)).toBe(bank);
      }),
    );
  });
});

describe('readBanks', () => {
  const broken = (change: (banks: Record<string, unknown>[]) => void): unknown => {
    const copy = data();
    change(copy.banks);
    return readBanks(copy);
  };
  const DAMAGED = { ok: false, problem: { code: 'QRG_BANKS_DATA' } };

  it('refuses two banks of one code, BIC or name', () => {
    expect(broken((b) => Object.assign(b[1], { code: b[0].code }))).toMatchObject(DAMAGED);
    expect(broken((b) => Object.assign(b[1], { bic: b[0].bic }))).toMatchObject(DAMAGED);
    expect(broken((b) => Object.assign(b[1], { aliases: ['Kaspi'] }))).toMatchObject(DAMAGED);
  });

  it('refuses what is not verified as it says, and an unknown source', () => {
    expect(broken((b) => Object.assign(b[0], { mark: 'C' }))).toMatchObject(DAMAGED);
    expect(broken((b) => Object.assign(b[0], { by: undefined }))).toMatchObject(DAMAGED);
    expect(broken((b) => Object.assign(b[0], { source: 'hearsay' }))).toMatchObject(DAMAGED);
  });

  it('refuses a code that YAML read as a number, a missing language and no data at all', () => {
    expect(broken((b) => Object.assign(b[0], { code: 722 }))).toMatchObject(DAMAGED);
    expect(broken((b) => Object.assign(b[0], { name: { ru: 'А', en: 'A' } }))).toMatchObject(
      DAMAGED,
    );
    for (const nothing of [undefined, null, {}, [], 'x'])
      expect(readBanks(nothing)).toMatchObject(DAMAGED);
  });
});
