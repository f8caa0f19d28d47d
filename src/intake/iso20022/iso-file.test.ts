import { expect, test } from 'vitest';
import { readText } from '../read-for-test.ts';

const ns = (version: string) => `xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"`;

function pacs(transactions: string, version = 'pacs.008.001.08', p = ''): string {
  const text = `<Document ${ns(version)}><FIToFICstmrCdtTrf><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-02-03T04:05:06+05:00</CreDtTm></GrpHdr>${transactions}</FIToFICstmrCdtTrf></Document>`;
  const prefixed =
    p === '' ? text : text.replace(/<(\/?)(\w)/g, `<$1${p}:$2`).replace('xmlns=', `xmlns:${p}=`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${prefixed}`;
}

const TX = `
<CdtTrfTxInf><PmtId><EndToEndId>E1</EndToEndId><TxId>T1</TxId></PmtId>
<IntrBkSttlmAmt Ccy="KZT">150000.05</IntrBkSttlmAmt><Purp><Cd>SALA</Cd></Purp>
<Dbtr><Nm>Тест</Nm><Id><PrvtId><Othr><Id>000000000001</Id></Othr></PrvtId></Id></Dbtr><DbtrAcct><Id><IBAN>KZ00001A</IBAN></Id></DbtrAcct>
<DbtrAgt><FinInstnId><BICFI>TESTKZKA</BICFI></FinInstnId></DbtrAgt><CdtrAgt><FinInstnId><BIC>OTHRKZKA</BIC></FinInstnId></CdtrAgt>
<CdtrAcct><Id><Othr><Id>W-1</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>`;

test.each([
  ['pacs.008.001.02', ''],
  ['pacs.008.001.08', ''],
  ['pacs.008.001.13', 'ns2'],
])('%s with prefix "%s"', async (version, prefix) => {
  const { source, transfers, rejects, accounts } = await readText(
    pacs(TX, version, prefix),
    {},
    'x.xml',
  );
  expect(rejects).toEqual([]);
  expect([source.format, source.currency, source.clock]).toEqual(['pacs.008', 'KZT', 'exact']);
  expect(transfers).toEqual([
    {
      id: 'T1',
      at: Date.UTC(2026, 1, 2, 23, 5, 6),
      payer: 'KZ00001A',
      payee: 'W-1',
      amountMinor: 15_000_005,
      channel: 'transfer',
      purpose: 'salary',
      device: 0,
      line: 3,
      file: 0,
    },
  ]);
  expect(accounts.facts.get(0)).toEqual({ bank: 'TESTKZKA', owner: '000000000001' });
  expect(accounts.facts.get(1)).toEqual({ bank: 'OTHRKZKA' });
});

test('many transactions, bad ones as data at their lines', async () => {
  const good = TX.trim().replaceAll('\n', '');
  const noPayee = good.replace(/<CdtrAcct>.*<\/CdtrAcct>/, '');
  const dollars = good.replace('"KZT"', '"USD"');
  const text = pacs(`\n${[good, noPayee, dollars, good.replace('>T1<', '>T2<')].join('\n')}`);
  const { transfers, rejects } = await readText(text, { thread: 'worker' }, 'x.xml');
  expect(transfers.map(({ id, line }) => [id, line])).toEqual([
    ['T1', 3],
    ['T2', 6],
  ]);
  expect(rejects.map(({ line, code }) => [line, code])).toEqual([
    [4, 'QRG_ROW_PAYEE'],
    [5, 'QRG_ROW_CURRENCY'],
  ]);
});

test('entities and type declarations are refused', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  await expect(
    readText(bomb + pacs(TX).split('\n').slice(1).join('\n'), {}, 'x.xml'),
  ).rejects.toThrow('QRG_FILE_XML_DTD');
  // Pushed out of sight by a long comment, it pushes the message out of sight too.
  const late = await readText(
    `<!--${' '.repeat(300_000)}--><!DOCTYPE Document []>${pacs(TX).slice(39)}`,
    {},
    'x.xml',
  ).catch((error: Error) => error.message);
  expect(late).toBe('QRG_FILE_FORMAT');
  const undeclared = await readText(pacs(TX.replace('>T1<', '>&b;<')), {}, 'x.xml');
  expect(undeclared.transfers).toEqual([]);
  expect(undeclared.rejects).toMatchObject([{ line: 0, code: 'QRG_FILE_XML' }]);
});

test('XML that breaks off keeps what was whole and says where it broke', async () => {
  const text = pacs(TX + TX.replace('>T1<', '>T2<'));
  const { transfers, rejects } = await readText(text.slice(0, -120), {}, 'x.xml');
  expect(transfers.map(({ id }) => id)).toEqual(['T1']);
  expect(rejects).toMatchObject([{ line: 0, code: 'QRG_FILE_XML' }]);
});

test('another message or any other XML is no format of ours', async () => {
  await expect(readText('<a><b/></a>', {}, 'x.xml')).rejects.toThrow('QRG_FILE_FORMAT');
});

const ENTRY = (inner: string, more = '') =>
  `<Ntry><NtryRef>R1</NtryRef><Amt Ccy="KZT">100.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>${more}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-02-03</Dt></BookgDt>${inner}</Ntry>`;
const STATEMENT = (entries: string) =>
  `<Document ${ns('camt.053.001.08')}><BkToCstmrStmt><GrpHdr/><Stmt><FrToDt><FrDtTm>2026-02-01T00:00:00Z</FrDtTm><ToDtTm>2026-03-01T00:00:00Z</ToDtTm></FrToDt><Acct><Id><IBAN>OWN</IBAN></Id><Ownr><Nm>Owner</Nm></Ownr></Acct>\n${entries}</Stmt></BkToCstmrStmt></Document>`;
const DETAILS = (inner: string) => `<NtryDtls>${inner}</NtryDtls>`;
const OTHER = (side: string, account: string) =>
  `<RltdPties><${side}Acct><Id><IBAN>${account}</IBAN></Id></${side}Acct></RltdPties>`;

async function camt(entries: string) {
  const seen = await readText(STATEMENT(entries), {}, 'x.xml');
  return {
    ...seen,
    rows: seen.transfers.map(({ payer, payee, amountMinor, channel }) => [
      payer,
      payee,
      amountMinor,
      channel,
    ]),
    codes: seen.rejects.map(({ code }) => code),
  };
}

test('camt.053: direction by the indicator, the amount of a single part is the entry’s', async () => {
  const out = ENTRY(
    DETAILS(`<TxDtls><Refs><TxId>X1</TxId></Refs>${OTHER('Cdtr', 'THEM')}</TxDtls>`),
  );
  const incoming = ENTRY(
    DETAILS(
      `<TxDtls><Amt Ccy="KZT">7.5</Amt><CdtDbtInd>CRDT</CdtDbtInd>${OTHER('Dbtr', 'FROM')}</TxDtls>`,
    ),
  ).replace('>R1<', '>R2<');
  const { rows, source, transfers, accounts } = await camt(out + incoming);
  expect([source.format, source.clock, source.currency]).toEqual(['camt.053', 'day', 'KZT']);
  expect(rows).toEqual([
    ['OWN', 'THEM', 10_000, 'transfer'],
    ['FROM', 'OWN', 750, 'transfer'],
  ]);
  expect(transfers.map(({ id }) => id)).toEqual(['X1', 'R2']);
  expect(accounts.facts.get(0)).toEqual({
    hasStatement: true,
    statementFrom: Date.UTC(2026, 1, 1),
    statementTo: Date.UTC(2026, 2, 1),
    ownerName: 'Owner',
  });
});

test('camt.053: a batch with amounts is split, one without cannot be', async () => {
  const part = (amount: string, to: string) => `<TxDtls>${amount}${OTHER('Cdtr', to)}</TxDtls>`;
  const split = ENTRY(
    DETAILS(
      part('<Amt Ccy="KZT">60</Amt>', 'A') +
        part('<AmtDtls><TxAmt><Amt Ccy="KZT">40</Amt></TxAmt></AmtDtls>', 'B'),
    ),
  );
  expect((await camt(split)).rows).toEqual([
    ['OWN', 'A', 6000, 'transfer'],
    ['OWN', 'B', 4000, 'transfer'],
  ]);
  const blind = ENTRY(DETAILS(part('', 'A') + part('', 'B')));
  expect((await camt(blind)).codes).toEqual(['QRG_ROW_AMOUNT', 'QRG_ROW_AMOUNT']);
});

test('camt.053: cash, reversals, pending entries, names where there is no account', async () => {
  const cash = ENTRY('', '<BkTxCd><Domn><Fmly><SubFmlyCd>CWDL</SubFmlyCd></Fmly></Domn></BkTxCd>');
  const reversal = ENTRY(
    DETAILS(
      `<TxDtls>${OTHER('Dbtr', 'OWN').replace('</RltdPties>', '<CdtrAcct><Id><IBAN>BACK</IBAN></Id></CdtrAcct></RltdPties>')}</TxDtls>`,
    ),
  ).replace('DBIT', 'CRDT');
  const pending = ENTRY('').replace('BOOK', 'PDNG');
  const named = ENTRY(
    DETAILS('<TxDtls><RltdPties><Cdtr><Pty><Nm>Shop</Nm></Pty></Cdtr></RltdPties></TxDtls>'),
  );
  const { rows, codes, accounts } = await camt(cash + reversal + pending + named + ENTRY(''));
  expect(rows).toEqual([
    ['OWN', 'CASH', 10_000, 'cash_out'],
    ['BACK', 'OWN', 10_000, 'transfer'],
    ['OWN', 'Shop', 10_000, 'transfer'],
  ]);
  expect(codes).toEqual(['QRG_ROW_STATUS', 'QRG_ROW_PAYEE']);
  expect(accounts.facts.get(accounts.indexOf('CASH') ?? -1)).toEqual({ hub: true });
});
