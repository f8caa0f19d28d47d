import { expect, test } from 'vitest';
import { readMessage } from './read-message.ts';

const GROUP = '<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-02-03T04:05:06+05:00</CreDtTm></GrpHdr>';
const account = (side: string, id: string) =>
  `<${side}Acct><Id><Othr><Id>${id}</Id></Othr></Id></${side}Acct>`;

const pacs = (transactions: string) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>${GROUP}${transactions}</FIToFICstmrCdtTrf></Document>`;
const transaction = (id: string) =>
  `<CdtTrfTxInf><PmtId><InstrId>${id}</InstrId><EndToEndId>E-${id}</EndToEndId></PmtId><IntrBkSttlmAmt Ccy="KZT">100.50</IntrBkSttlmAmt>${account('Dbtr', 'A')}${account('Cdtr', 'B')}</CdtTrfTxInf>`;

const PAIN = `<p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><p:CstmrCdtTrfInitn>
<p:GrpHdr><p:MsgId>M2</p:MsgId><p:CreDtTm>2026-02-03T04:05:06Z</p:CreDtTm></p:GrpHdr>
<p:PmtInf><p:PmtInfId>P1</p:PmtInfId><p:DbtrAcct><p:Id><p:IBAN>PAYER1</p:IBAN></p:Id></p:DbtrAcct>
<p:CdtTrfTxInf><p:PmtId><p:EndToEndId>E1</p:EndToEndId></p:PmtId><p:Amt><p:InstdAmt Ccy="KZT">5</p:InstdAmt></p:Amt><p:CdtrAcct><p:Id><p:IBAN>X</p:IBAN></p:Id></p:CdtrAcct></p:CdtTrfTxInf>
<p:CdtTrfTxInf><p:PmtId><p:EndToEndId>NOTPROVIDED</p:EndToEndId></p:PmtId><p:Amt><p:InstdAmt Ccy="KZT">6</p:InstdAmt></p:Amt><p:CdtrAcct><p:Id><p:IBAN>Y</p:IBAN></p:Id></p:CdtrAcct></p:CdtTrfTxInf>
</p:PmtInf>
<p:PmtInf><p:DbtrAcct><p:Id><p:IBAN>PAYER2</p:IBAN></p:Id></p:DbtrAcct>
<p:CdtTrfTxInf><p:PmtId><p:InstrId>I3</p:InstrId><p:EndToEndId>E3</p:EndToEndId></p:PmtId><p:Amt><p:InstdAmt Ccy="KZT">7</p:InstdAmt></p:Amt><p:CdtrAcct><p:Id><p:IBAN>Z</p:IBAN></p:Id></p:CdtrAcct></p:CdtTrfTxInf>
</p:PmtInf></p:CstmrCdtTrfInitn></p:Document>`;

test('pacs.008: ids to say back, and what is to be decided', () => {
  const read = readMessage(pacs(transaction('T1') + transaction('T2')), 10);
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value).toMatchObject({ kind: 'pacs.008', name: 'pacs.008.001.08', messageId: 'M1' });
  expect(read.value.transfers).toHaveLength(2);
  expect(read.value.transfers[0]).toMatchObject({
    ids: { instruction: 'T1', endToEnd: 'E-T1', transaction: '', uetr: '' },
    row: {
      id: 'T1',
      at: '2026-02-03T04:05:06+05:00',
      payer: 'A',
      payee: 'B',
      amount: '100.50',
      currency: 'KZT',
    },
  });
});

test('pain.001: the payer is the one of its own payment, NOTPROVIDED is no id', () => {
  const read = readMessage(PAIN, 10);
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.name).toBe('pain.001.001.09');
  expect(
    read.value.transfers.map(({ row: { id, payer, payee, amount } }) => [id, payer, payee, amount]),
  ).toEqual([
    ['E1', 'PAYER1', 'X', '5'],
    ['', 'PAYER1', 'Y', '6'],
    ['I3', 'PAYER2', 'Z', '7'],
  ]);
});

test.each([
  ['nothing', '', 1],
  ['another message', '<Document><BkToCstmrStmt/></Document>', 1],
  ['a broken one', `${pacs('')}<`, 1],
  ['entities', `<!DOCTYPE x [<!ENTITY a "b">]>\n${pacs(transaction('&a;'))}`, 1],
  ['too many', pacs(`\n${transaction('1')}\n${transaction('2')}\n${transaction('3')}`), 4],
  ['a thousand levels', pacs('<x>'.repeat(1_000)), 1],
])('%s is refused with its line', (_, text, line) => {
  const read = readMessage(text, 2);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.problem).toMatchObject({ code: 'QRG_HTTP_XML', args: { line } });
});
