import { fail, ok, QorganError, type Result } from '../../domain/errors/catalogue.ts';
import type { Field } from '../mapping.ts';
import { first } from './iso-row.ts';
import { pacs008Row } from './pacs008.ts';
import { pain001Row } from './pain001.ts';
import { ScopedValues, type Values } from './scoped-values.ts';

/** One transfer of a message: the ids it came with, to be said back, and what it says. */
export interface IsoTransfer {
  readonly line: number;
  readonly ids: {
    readonly instruction: string;
    readonly endToEnd: string;
    readonly transaction: string;
    readonly uetr: string;
  };
  readonly row: Readonly<Partial<Record<Field, string>>>;
}

/** One payment message. */
export interface IsoMessage {
  readonly kind: 'pacs.008' | 'pain.001';
  /** As its namespace names it, 'pacs.008.001.08'; the kind where it has none. */
  readonly name: string;
  readonly messageId: string;
  readonly transfers: readonly IsoTransfer[];
}

const KINDS: Readonly<Record<string, IsoMessage['kind']>> = {
  FIToFICstmrCdtTrf: 'pacs.008',
  CstmrCdtTrfInitn: 'pain.001',
};
const NONE: Values = new Map();

/**
 * Reads one message that a bank sends to be decided on. Errors: QRG_HTTP_XML for what is no such message or not well formed,
 * with its line; QRG_HTTP_XML for more than `most` transfers.
 */
export function readMessage(text: string, most: number): Result<IsoMessage> {
  const root = /<(?:[\w.-]+:)?(FIToFICstmrCdtTrf|CstmrCdtTrfInitn)[\s>/]/.exec(text)?.[1] ?? '';
  const kind = KINDS[root];
  if (kind === undefined) return fail('QRG_HTTP_XML', { line: 1, reason: 'pacs.008, pain.001' });
  const transfers: IsoTransfer[] = [];
  let group = NONE;
  const values = new ScopedValues(
    {
      scopes: new Set(['GrpHdr', 'PmtInf', 'CdtTrfTxInf']),
      opened() {},
      closed(scope, around, line) {
        if (scope === 'GrpHdr') group = around.at(-1) ?? NONE;
        if (scope !== 'CdtTrfTxInf') return;
        if (transfers.length >= most)
          throw new QorganError('QRG_HTTP_XML', { line, reason: `> ${most}` });
        transfers.push(transferOf(kind, around, group, line));
      },
    },
    '',
  );
  try {
    values.write(text);
    values.end();
  } catch (error) {
    return refusal(error);
  }
  const name = /urn:iso:std:iso:20022:tech:xsd:([\w.]{1,35})/.exec(text)?.[1] ?? kind;
  return ok({ kind, name, messageId: first(group, 'MsgId'), transfers });
}

function transferOf(
  kind: IsoMessage['kind'],
  around: readonly Values[],
  group: Values,
  line: number,
): IsoTransfer {
  const tx = around.at(-1) ?? NONE;
  const payment = around.at(-2) ?? NONE;
  return {
    line,
    ids: {
      instruction: first(tx, 'PmtId/InstrId'),
      endToEnd: first(tx, 'PmtId/EndToEndId'),
      transaction: first(tx, 'PmtId/TxId'),
      uetr: first(tx, 'PmtId/UETR'),
    },
    row: kind === 'pacs.008' ? pacs008Row(tx, group) : pain001Row(tx, payment, group),
  };
}

function refusal(error: unknown): Result<never> {
  if (!(error instanceof QorganError)) throw error;
  const { code, args } = error.problem;
  if (code === 'QRG_HTTP_XML') return fail(code, args);
  const reason = code === 'QRG_FILE_XML_DTD' ? 'DOCTYPE' : (args.reason ?? code);
  return fail('QRG_HTTP_XML', { line: args.line ?? 1, reason });
}
