import { expect, test } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { writeCamt056 } from '../../exchange/iso20022/camt056.ts';
import { type RecallAnswer, recallState } from '../../exchange/iso20022/recall.ts';
import { readCamt029, readPacs004 } from './recall-answer.ts';

const written = writeCamt056(caseFileFixture(), { transfers: ['t3', 't4'], messageId: 'R1' });
if (!written.ok) throw new Error(written.problem.code);
const sent = written.value.recall;

const camt029 = (inner: string, conf = '', resolved = sent.caseId) =>
  `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.029.001.09"><RsltnOfInvstgtn>` +
  '<Assgnmt><Id>A1</Id><Assgnr><Agt><FinInstnId><BICFI>VOLGRUMM</BICFI></FinInstnId></Agt></Assgnr><Assgne><Agt><FinInstnId/></Agt></Assgne><CreDtTm>2026-10-06T10:00:00Z</CreDtTm></Assgnmt>' +
  `<RslvdCase><Id>${resolved}</Id><Cretr><Agt><FinInstnId/></Agt></Cretr></RslvdCase>` +
  `${conf === '' ? '' : `<Sts><Conf>${conf}</Conf></Sts>`}<CxlDtls>${inner}</CxlDtls></RsltnOfInvstgtn></Document>`;
const answered = (id: string, status: string, more = '') =>
  `<TxInfAndSts><CxlStsId>S-${id}</CxlStsId><OrgnlTxId>${id}</OrgnlTxId><TxCxlSts>${status}</TxCxlSts>${more}</TxInfAndSts>`;
const pacs004 = (id: string, returned: string, original = '', currency = 'KZT') =>
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09"><PmtRtr><GrpHdr><MsgId>P1</MsgId></GrpHdr>' +
  `<TxInf><RtrId>X1</RtrId><OrgnlGrpInf><OrgnlMsgId>M1</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf><OrgnlTxId>${id}</OrgnlTxId>` +
  `${original === '' ? '' : `<OrgnlIntrBkSttlmAmt Ccy="KZT">${original}</OrgnlIntrBkSttlmAmt>`}<RtrdIntrBkSttlmAmt Ccy="${currency}">${returned}</RtrdIntrBkSttlmAmt>` +
  '<RtrRsnInf><Rsn><Cd>FOCR</Cd></Rsn><AddtlInf>Following cancellation</AddtlInf></RtrRsnInf></TxInf></PmtRtr></Document>';

const value = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const outcomes = (...answers: RecallAnswer[]) =>
  value(recallState(sent, answers)).map(({ id, outcome, returnedMinor }) => [
    id,
    outcome,
    returnedMinor,
  ]);

test('each payment has its own answer, with reasons', () => {
  const answer = value(
    readCamt029(
      camt029(
        answered('t3', 'ACCR') +
          answered(
            't4',
            'RJCR',
            '<CxlStsRsnInf><Rsn><Cd>NOAS</Cd></Rsn><AddtlInf>No answer of the customer</AddtlInf></CxlStsRsnInf>' +
              '<CxlStsRsnInf><Rsn><Prtry>OWN</Prtry></Rsn></CxlStsRsnInf>',
          ),
        'PECR',
      ),
    ),
  );
  expect(answer).toMatchObject({
    kind: 'camt.029',
    name: 'camt.029.001.09',
    messageId: 'A1',
    caseId: 'KZ-2026-000001',
    whole: 'partial',
  });
  expect(answer.transfers[1]?.reasons).toEqual([
    { code: 'NOAS', words: 'No answer of the customer' },
    { code: 'OWN', words: '' },
  ]);
  expect(outcomes(answer)).toEqual([
    ['t3', 'accepted', 0],
    ['t4', 'rejected', 0],
  ]);
});

test('an answer to the whole message is one to every payment', () => {
  const group =
    '<OrgnlGrpInfAndSts><OrgnlMsgId>R1</OrgnlMsgId><OrgnlMsgNmId>camt.056.001.08</OrgnlMsgNmId></OrgnlGrpInfAndSts>';
  const answer = value(readCamt029(camt029(group, 'RJCR', 'OTHER')));
  expect(outcomes(answer)).toEqual([
    ['t3', 'rejected', 0],
    ['t4', 'rejected', 0],
  ]);
});

test('a promise of a part is partial', () => {
  const part =
    '<RsltnRltdInf><IntrBkSttlmAmt Ccy="KZT">100.00</IntrBkSttlmAmt></RsltnRltdInf><OrgnlIntrBkSttlmAmt Ccy="KZT">450000.00</OrgnlIntrBkSttlmAmt>';
  const answer = value(readCamt029(camt029(answered('t3', 'ACCR', part))));
  expect(outcomes(answer)[0]).toEqual(['t3', 'partial', 0]);
});

test('money that came outweighs words, and adds up', () => {
  const refusal = value(readCamt029(camt029(answered('t3', 'RJCR'))));
  const part = value(readPacs004(pacs004('t3', '400000.00', '450000.00')));
  expect(part).toMatchObject({ kind: 'pacs.004', original: { messageId: 'M1' } });
  expect(part.transfers[0]).toMatchObject({ outcome: 'partial', returnedMinor: 40_000_000 });
  expect(outcomes(refusal, part)[0]).toEqual(['t3', 'partial', 40_000_000]);
  expect(outcomes(part, refusal)[0]).toEqual(['t3', 'partial', 40_000_000]);
  const rest = value(readPacs004(pacs004('t3', '50000.00')));
  expect(outcomes(part, rest)[0]).toEqual(['t3', 'accepted', 45_000_000]);
  expect(outcomes(rest)[1]).toEqual(['t4', 'pending', 0]);
});

test('what does not fit the recall is refused by name', () => {
  const code = (answer: RecallAnswer) => {
    const state = recallState(sent, [answer]);
    return state.ok ? 'ok' : state.problem.code;
  };
  expect(code(value(readPacs004(pacs004('t77', '1.00'))))).toBe('QRG_RECALL_OTHER');
  expect(code(value(readCamt029(camt029('', 'RJCR', 'OTHER'))))).toBe('QRG_RECALL_OTHER');
  expect(code(value(readPacs004(pacs004('t3', '450000.01'))))).toBe('QRG_RECALL_TOO_MUCH');
  expect(code(value(readPacs004(pacs004('t3', '10.00', '', 'USD'))))).toBe('QRG_RECALL_CURRENCY');
});

test('what is no answer is refused with its line', () => {
  const problem = (text: string) => {
    const read = readCamt029(text);
    return read.ok ? 'ok' : read.problem.args;
  };
  expect(problem('<Document/>')).toEqual({ line: 1, reason: 'RsltnOfInvstgtn' });
  expect(problem('<RsltnOfInvstgtn/>')).toMatchObject({ line: 1 });
  expect(
    problem(
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<RsltnOfInvstgtn>&x;</RsltnOfInvstgtn>',
    ),
  ).toMatchObject({ reason: 'DOCTYPE' });
  expect(problem('<Document>\n<RsltnOfInvstgtn>\n</Document>')).toMatchObject({ line: 3 });
  const pounds = readPacs004(pacs004('t3', '1,5'));
  expect(pounds).toMatchObject({ ok: false, problem: { code: 'QRG_RECALL_ANSWER' } });
});
