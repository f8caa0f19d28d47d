import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { codeTablesSchema } from './code-tables.ts';
import { writeGoaml } from './write-goaml.ts';

const tables = codeTablesSchema.parse(parse(readFileSync('data/goaml/default.yaml', 'utf8')));
const file = caseFileFixture();
const write = (options: Partial<Parameters<typeof writeGoaml>[1]> = {}, of = file) => {
  const written = writeGoaml(of, { tables, rentityId: 77, ...options });
  if (!written.ok) throw new Error(written.problem.code);
  return {
    ...written.value,
    xml: new TextDecoder().decode(written.value.bytes).replaceAll('>\n<', '><'),
  };
};

test('the case of the fixture: a victim of the bank is a client, the wallet is an account', () => {
  const { xml, fileName, left } = write();
  expect(fileName).toBe('goaml-KZ-2026-000001.xml');
  expect(xml.match(/<t_from_my_client>/g)).toHaveLength(4);
  expect(xml.match(/<t_from>/g)).toHaveLength(2);
  expect(xml).toContain('<account_name>Alieva Gulnar Kuanyshkyzy</account_name>');
  expect(xml).toContain('<full_name_frn>Әлиева Гүлнар Қуанышқызы</full_name_frn>');
  expect(xml).toContain('<transaction_description>Оплата по договору &amp; счёту &lt;12&gt;<');
  expect(xml).toContain('<personal_account_type>CRYWT</personal_account_type>');
  expect(xml).toContain(
    '<indicator>FURTP</indicator><indicator>AFFRD</indicator><indicator>STDNT<',
  );
  expect(left).toEqual([
    "account a4: told as an account and not as a client's: no signatory",
    'party c4: told as an organisation and not as a client: no directors, no registered address',
    '3 facts that people said of the acts: goAML has no place for them',
  ]);
});

test('a report has parties with roles for a unit that wants them so', () => {
  const { xml } = write({ form: 'parties' });
  expect(xml.match(/<involved_parties><party><role>RMITR</g)).toHaveLength(6);
  expect(xml).not.toContain('<t_from');
});

test('nothing that a client form demands is made up', () => {
  const parties = file.parties.map((party) => ({ ...party, bornOn: null, document: null }));
  const { xml, left } = write({}, { ...file, parties });
  expect(xml).not.toContain('my_client');
  expect(left).toContain(
    'party c1: told as a person and not as a client: no birthdate, no identification',
  );
});

test('a client is told as one only of accounts in our own books', () => {
  const home = { code: '601', name: 'Басқа банк', country: 'KZ', bic: 'HSBKKZKX' };
  const accounts = file.accounts.map((account) =>
    account.id === 'a2' ? { ...account, home } : account,
  );
  expect(write({}, { ...file, accounts }).xml.match(/<t_to_my_client>/g)).toHaveLength(1);
});

test('money of another currency is told by a rate, and left without one', () => {
  const transfers = file.transfers.map((t) => (t.id === 't5' ? { ...t, currency: 'RUB' } : t));
  const without = write({}, { ...file, transfers });
  expect(without.left).toContain('transfer t5: not told, no rate of RUB to KZT');
  expect(without.xml).not.toContain('<transactionnumber>t5<');
  const { xml } = write({ rates: { RUB: 5.5 } }, { ...file, transfers });
  expect(xml).toContain('<amount_local>2750000.00</amount_local>');
  expect(xml).toContain(
    '<to_foreign_currency><foreign_currency_code>RUB</foreign_currency_code><foreign_amount>500000.00</foreign_amount><foreign_exchange_rate>5.500000<',
  );
});

test('a coin address with an IP address beside it is a virtual address too', () => {
  const accounts = file.accounts.map((a) => (a.isWallet ? { ...a, ips: ['2001:db8::7'] } : a));
  const { xml } = write({}, { ...file, accounts });
  expect(xml).toMatch(
    /<to_transaction_additional_info><network_device><ip_address><ipv6>2001:db8:0:0:0:0:0:7</,
  );
  expect(xml).toContain(`<virtual_address>${file.accounts[5]?.account}</virtual_address>`);
});

test('a case without transfers is a report of people and accounts', () => {
  const { xml } = write({}, { ...file, transfers: [] });
  expect(xml).toContain('<report_code>SAR</report_code>');
  expect(xml.match(/<report_party>/g)).toHaveLength(6);
});

test('what cannot be reported is refused by name', () => {
  expect(writeGoaml(file, { tables })).toMatchObject({ problem: { code: 'QRG_GOAML_REPORTER' } });
  const empty = { ...file, transfers: [], accounts: [], parties: [] };
  expect(writeGoaml(empty, { tables, rentityId: 1 })).toMatchObject({
    problem: { code: 'QRG_GOAML_EMPTY' },
  });
});
