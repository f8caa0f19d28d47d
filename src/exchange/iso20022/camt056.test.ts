import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { type RecallOptions, writeCamt056 } from './camt056.ts';

const file = caseFileFixture();
const write = (options: Partial<RecallOptions> = {}, of = file) => {
  const written = writeCamt056(of, { transfers: ['t5'], ...options });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return { ...written.value, xml: new TextDecoder().decode(written.value.bytes) };
};

/**
 * The message definition of camt.056.001.08 as far as it is written: children in their order; a sign after a name says how often.
 * From the published definition; the official XSD is not among our files.
 */
const AGENT = ['FinInstnId'];
const DEFINITION: Readonly<Record<string, readonly string[]>> = {
  Document: ['FIToFIPmtCxlReq'],
  FIToFIPmtCxlReq: ['Assgnmt', 'Case?', 'CtrlData?', 'Undrlyg+', 'SplmtryData*'],
  Assgnmt: ['Id', 'Assgnr', 'Assgne', 'CreDtTm'],
  Assgnr: ['Agt'],
  Assgne: ['Agt'],
  Agt: AGENT,
  DbtrAgt: AGENT,
  CdtrAgt: AGENT,
  FinInstnId: ['BICFI?', 'ClrSysMmbId?', 'LEI?', 'Nm?', 'PstlAdr?', 'Othr?'],
  Case: ['Id', 'Cretr', 'ReopCaseIndctn?'],
  Cretr: ['Agt'],
  CtrlData: ['NbOfTxs', 'CtrlSum?'],
  Undrlyg: ['OrgnlGrpInfAndCxl?', 'TxInf*'],
  TxInf: [
    ...[
      'CxlId?',
      'Case?',
      'OrgnlGrpInf?',
      'OrgnlInstrId?',
      'OrgnlEndToEndId?',
      'OrgnlTxId?',
      'OrgnlUETR?',
    ],
    ...[
      'OrgnlClrSysRef?',
      'OrgnlIntrBkSttlmAmt?',
      'OrgnlIntrBkSttlmDt?',
      'Assgnr?',
      'Assgne?',
      'CxlRsnInf*',
    ],
    ...['OrgnlTxRef?', 'SplmtryData*'],
  ],
  OrgnlGrpInf: ['OrgnlMsgId', 'OrgnlMsgNmId', 'OrgnlCreDtTm?'],
  CxlRsnInf: ['Orgtr?', 'Rsn?', 'AddtlInf*'],
  Orgtr: ['Nm?', 'PstlAdr?', 'Id?', 'CtryOfRes?', 'CtctDtls?'],
  Rsn: ['Cd'],
  OrgnlTxRef: [
    ...[
      'IntrBkSttlmAmt?',
      'Amt?',
      'IntrBkSttlmDt?',
      'ReqdColltnDt?',
      'ReqdExctnDt?',
      'CdtrSchmeId?',
      'SttlmInf?',
    ],
    ...[
      'PmtTpInf?',
      'PmtMtd?',
      'MndtRltdInf?',
      'RmtInf?',
      'UltmtDbtr?',
      'Dbtr?',
      'DbtrAcct?',
      'DbtrAgt?',
    ],
    ...['DbtrAgtAcct?', 'CdtrAgt?', 'CdtrAgtAcct?', 'Cdtr?', 'CdtrAcct?', 'UltmtCdtr?', 'Purp?'],
  ],
  RmtInf: ['Ustrd*', 'Strd*'],
  Dbtr: ['Pty'],
  Cdtr: ['Pty'],
  Pty: ['Nm?', 'PstlAdr?', 'Id?', 'CtryOfRes?', 'CtctDtls?'],
};

/** Fails on an element that the definition does not have there, on one out of order, on an empty text. */
function expectDefined(xml: string): void {
  const parser = new SaxesParser();
  const open: { name: string; children: string[]; text: string }[] = [
    { name: '', children: [], text: '' },
  ];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open.at(-1)!.children.push(name);
    open.push({ name, children: [], text: '' });
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => {
    const { name, children, text } = open.pop()!;
    const defined = DEFINITION[name];
    if (children.length === 0) expect(text.trim(), name).not.toBe('');
    else if (defined !== undefined) {
      const shape = defined.map((child) => child.replace(/^(\w+)([?*+]?)$/, '(?:$1 )$2')).join('');
      expect(`${children.join(' ')} `, name).toMatch(new RegExp(`^${shape}$`));
    }
  });
  parser.write(xml).close();
}

test('a recall of the transfer that left for another country', () => {
  const { xml, recall, fileName, left } = write({
    words: ['Victim reported fraud', 'Счёт дроппера'],
  });
  expectDefined(xml);
  expect(fileName).toBe('camt056-KZ-2026-000001-20261005083000.xml');
  expect(xml).toContain(
    '<Assgnr><Agt><FinInstnId><BICFI>CASPKZKA</BICFI></FinInstnId></Agt></Assgnr>',
  );
  expect(xml).toContain(
    '<Assgne><Agt><FinInstnId><BICFI>VOLGRUMM</BICFI></FinInstnId></Agt></Assgne>',
  );
  expect(xml).toContain('<CtrlData><NbOfTxs>1</NbOfTxs><CtrlSum>500000.00</CtrlSum></CtrlData>');
  expect(xml).toContain('<OrgnlTxId>t5</OrgnlTxId><OrgnlIntrBkSttlmAmt Ccy="KZT">500000.00<');
  expect(xml).toContain('<Rsn><Cd>FRAD</Cd></Rsn><AddtlInf>Victim reported fraud</AddtlInf>');
  expect(xml).toContain('<AddtlInf>Schyot droppera</AddtlInf>');
  expect(xml).toContain('<CdtrAcct><Id><Othr><Id>40817810000000000017</Id></Othr></Id></CdtrAcct>');
  expect(recall).toEqual({
    messageId: 'KZ-2026-000001-20261005083000',
    caseId: 'KZ-2026-000001',
    transfers: [
      {
        id: 't5',
        amountMinor: 50_000_000,
        currency: 'KZT',
        ids: { instruction: '', endToEnd: '', transaction: 't5', uetr: '' },
      },
    ],
  });
  expect(left).toHaveLength(2);
});

test('what the payment itself was named by goes along', () => {
  const uetr = '8A562C67-CA16-48BA-B074-65581BE6F011';
  const { xml, left } = write({
    originals: {
      t5: {
        message: { id: 'M1', name: 'pacs.008.001.08' },
        instruction: 'I1',
        endToEnd: 'E1',
        uetr,
      },
    },
  });
  expectDefined(xml);
  expect(xml).toContain(
    `<OrgnlGrpInf><OrgnlMsgId>M1</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf><OrgnlInstrId>I1</OrgnlInstrId><OrgnlEndToEndId>E1</OrgnlEndToEndId><OrgnlTxId>t5</OrgnlTxId><OrgnlUETR>${uetr.toLowerCase()}<`,
  );
  expect(left).toEqual([]);
});

test('several transfers to one house of the same country: one message, names as they are', () => {
  const { xml, recall } = write({ transfers: ['t3', 't4'] });
  expectDefined(xml);
  expect(xml).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>1070000.00</CtrlSum>');
  expect(xml).toContain('<Nm>Ержанов Нұрлан</Nm>');
  expect(recall.transfers.map(({ id }) => id)).toEqual(['t3', 't4']);
});

test('whatever the texts hold, the message keeps to its definition', () => {
  const hostile = `\u0000]]><!--&'"\ud800${'ә'.repeat(300)}`;
  const parties = file.parties.map((party) => ({ ...party, name: hostile }));
  const transfers = file.transfers.map((t) => ({ ...t, text: hostile }));
  expectDefined(write({ words: Array(30).fill(hostile) }, { ...file, parties, transfers }).xml);
  const nobody = file.accounts.map((account) => ({ ...account, holder: null }));
  expectDefined(write({}, { ...file, accounts: nobody }).xml);
});

test('what cannot be asked back is refused by name', () => {
  const code = (options: Partial<RecallOptions>, of = file) => {
    const written = writeCamt056(of, { transfers: ['t5'], ...options });
    return written.ok ? 'ok' : written.problem.code;
  };
  expect(code({ transfers: [] })).toBe('QRG_RECALL_NONE');
  expect(code({ transfers: ['t99'] })).toBe('QRG_RECALL_TRANSFER');
  expect(code({ transfers: ['t6'] })).toBe('QRG_RECALL_INSTITUTION');
  expect(code({ transfers: ['t3', 't5'] })).toBe('QRG_RECALL_INSTITUTION');
  const usdt = file.transfers.map((t) => ({ ...t, currency: 'USDT' }));
  expect(code({}, { ...file, transfers: usdt })).toBe('QRG_RECALL_AMOUNT');
  expect(code({ originals: { t5: { endToEnd: 'E'.repeat(36) } } })).toBe('QRG_RECALL_ID');
});
