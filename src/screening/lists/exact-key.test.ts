import { describe, expect, it, test } from 'vitest';
import { fakePan } from '../../domain/fake/card.ts';
import { fakeKzIban } from '../../domain/fake/iban-kz.ts';
import { fakeIin } from '../../domain/fake/iin.ts';
import { fakeKzPhone } from '../../domain/fake/phone.ts';
import { fakeWallet } from '../../domain/fake/wallet.ts';
import { createRandom } from '../../domain/random.ts';
import { exactKey, type SaidKind } from './exact-key.ts';

const random = createRandom(11);
const iban = fakeKzIban(random, '722');
const pan = fakePan(random);
const iin = fakeIin(random, { bornAt: Date.UTC(2000, 4, 5), sex: 'female' });
const phone = fakeKzPhone(random);
const wallet = fakeWallet(random, 'trx');
const naming = (number: string) => `BANK:${number}`;

const value = (said: SaidKind, text: string, name?: typeof naming) => {
  const key = exactKey(said, text, name);
  return key.ok ? `${key.value.kind} ${key.value.value}` : key.problem.code;
};

test.each<[SaidKind, string, string]>([
  ['iin_or_bin', ` ${iin.slice(0, 6)} ${iin.slice(6)}`, `iin ${iin}`],
  ['iin_or_bin', iin.replace(/^0+/, ''), `iin ${iin}`],
  ['iin_or_bin', `${iin.slice(0, 11)}${(Number(iin[11]) + 1) % 10}`, 'QRG_IIN_CHECK'],
  ['account', iban.replace(/(.{4})/g, '$1 ').toLowerCase(), `account ${iban}`],
  ['account', pan, `card ${pan}`],
  ['account', 'DE89 3704 0044 0532 0130 00', 'account DE89370400440532013000'],
  ['account', 'DE88 3704 0044 0532 0130 00', 'QRG_LIST_ACCOUNT'],
  ['account', `${iban.slice(0, 19)}${iban.endsWith('1') ? '2' : '1'}`, 'QRG_IBAN_CHECK'],
  ['account', '0017', 'QRG_LIST_ACCOUNT'],
  ['card', pan.replace(/(.{4})/g, '$1 '), `card ${pan}`],
  ['card', `${pan.slice(0, 15)}${(Number(pan[15]) + 1) % 10}`, 'QRG_CARD_CHECK'],
  ['card', '999999******1234', 'QRG_CARD_FORM'],
  ['phone', `8${phone.slice(2)}`, `phone ${phone}`],
  ['document', '№ 012 345-678', 'document 012345678'],
  ['document', 'n1234567', 'document N1234567'],
  ['document', 'Н1234567', 'document H1234567'],
  ['document', 'Passport 12', 'QRG_LIST_DOCUMENT'],
  ['wallet', wallet, `wallet ${wallet}`],
  ['handle', 'https://t.me/Easy_Money', 'handle @easy_money'],
])('%s %s', (said, text, expected) => {
  expect(value(said, text)).toBe(expected);
});

describe('an account of the bank itself', () => {
  it('has the name the service gives it', () => {
    expect(value('account', ' 0017 ', naming)).toBe('account BANK:0017');
    expect(value('account', 'DE89370400440532013000', naming)).toBe(
      'account BANK:DE89370400440532013000',
    );
  });

  it('never holds a card number or a wrong IBAN', () => {
    expect(value('account', pan, naming)).toBe(`card ${pan}`);
    expect(value('account', `KZ00${iban.slice(4)}`, naming)).toBe('QRG_IBAN_CHECK');
  });

  it('shows no number in a failure', () => {
    const failed = exactKey('account', '123456789012345678901');
    expect(failed.ok ? '' : JSON.stringify(failed.problem.args)).not.toMatch(/\d{5}/);
  });
});
