import { xmlElement, xmlText } from './xml-text.ts';

/**
 * Status of a payment transaction, ExternalPaymentTransactionStatus1Code (ISO 20022 external code sets):
 * ACCP the customer profile was checked and accepted, PDNG further checks go on, RJCT rejected.
 */
export type PaymentStatus = 'ACCP' | 'PDNG' | 'RJCT';

export interface StatusOfTransfer {
  readonly ids: {
    readonly instruction: string;
    readonly endToEnd: string;
    readonly transaction: string;
    readonly uetr: string;
  };
  readonly status: PaymentStatus;
  /** Why, when it is not accepted: a code of ours, and words for a person. */
  readonly reason?: { readonly code: string; readonly words: readonly string[] };
}

export interface StatusReport {
  readonly messageId: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly original: { readonly messageId: string; readonly name: string };
  readonly transfers: readonly StatusOfTransfer[];
}

/** Lengths of pacs.002.001.10: Max35Text, Max105Text; AdditionalInformation may come many times, a person reads a few. */
const ID_MOST = 35;
const WORDS_MOST = 105;
const LINES_MOST = 8;
const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10';

/** A status report in the form of pacs.002.001.10 (FIToFIPaymentStatusReport), elements in the order of its schema. */
export function statusReport(report: StatusReport): string {
  const { messageId, createdAt, original, transfers } = report;
  const group = element('OrgnlMsgId', original.messageId) + element('OrgnlMsgNmId', original.name);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}"><FIToFIPmtStsRpt>`,
    `<GrpHdr>${element('MsgId', messageId)}<CreDtTm>${new Date(createdAt).toISOString()}</CreDtTm></GrpHdr>`,
    `<OrgnlGrpInfAndSts>${group}</OrgnlGrpInfAndSts>`,
    ...transfers.map(transferStatus),
    '</FIToFIPmtStsRpt></Document>\n',
  ].join('');
}

function transferStatus({ ids, status, reason }: StatusOfTransfer): string {
  return [
    '<TxInfAndSts>',
    element('OrgnlInstrId', ids.instruction),
    element('OrgnlEndToEndId', ids.endToEnd),
    element('OrgnlTxId', ids.transaction),
    xmlElement('OrgnlUETR', ids.uetr, 36),
    `<TxSts>${status}</TxSts>`,
    reason === undefined ? '' : statusReason(reason),
    '</TxInfAndSts>',
  ].join('');
}

/** The external list of reasons has no word for what was found here, so the code is a proprietary one. */
const statusReason = ({ code, words }: NonNullable<StatusOfTransfer['reason']>): string =>
  `<StsRsnInf><Rsn><Prtry>${xmlText(code.slice(0, ID_MOST))}</Prtry></Rsn>${words
    .slice(0, LINES_MOST)
    .map((line) => xmlElement('AddtlInf', line, WORDS_MOST))
    .join('')}</StsRsnInf>`;

const element = (name: string, text: string): string => xmlElement(name, text, ID_MOST);
