import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { statusReport } from './pacs002.ts';

const ids = { instruction: 'I1', endToEnd: 'E1', transaction: '', uetr: '' };
const report = (transfers: Parameters<typeof statusReport>[0]['transfers']) =>
  statusReport({
    messageId: 'QRG-1',
    createdAt: Date.UTC(2026, 10, 26, 4, 30),
    original: { messageId: 'M<1>', name: 'pacs.008.001.08' },
    transfers,
  });

test('elements stand in the order of the schema, empty ones are left out', () => {
  const xml = report([
    { ids, status: 'ACCP' },
    { ids, status: 'RJCT', reason: { code: 'QRG_TRANSFER_SAME_ACCOUNT', words: ['a & b'] } },
  ]);
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt>' +
      '<GrpHdr><MsgId>QRG-1</MsgId><CreDtTm>2026-11-26T04:30:00.000Z</CreDtTm></GrpHdr>' +
      '<OrgnlGrpInfAndSts><OrgnlMsgId>M&lt;1&gt;</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInfAndSts>' +
      '<TxInfAndSts><OrgnlInstrId>I1</OrgnlInstrId><OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>ACCP</TxSts></TxInfAndSts>' +
      '<TxInfAndSts><OrgnlInstrId>I1</OrgnlInstrId><OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>RJCT</TxSts>' +
      '<StsRsnInf><Rsn><Prtry>QRG_TRANSFER_SAME_ACCOUNT</Prtry></Rsn><AddtlInf>a &amp; b</AddtlInf></StsRsnInf></TxInfAndSts>' +
      '</FIToFIPmtStsRpt></Document>\n',
  );
});

test('whatever the words hold, the report is well-formed and within the lengths of the schema', () => {
  const hostile = `\u0000\ud800]]><!--&'"${'ә'.repeat(300)}`;
  const xml = report([
    {
      ids: { ...ids, instruction: hostile },
      status: 'PDNG',
      reason: { code: 'X'.repeat(99), words: Array(20).fill(hostile) },
    },
  ]);
  const parser = new SaxesParser();
  const texts: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(xml).close();
  expect(Math.max(...texts.map((text) => [...text].length))).toBeLessThanOrEqual(105);
  expect(texts.filter((text) => text.includes('ә'))).toHaveLength(9);
});
