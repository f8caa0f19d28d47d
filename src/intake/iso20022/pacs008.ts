import type { Field } from '../mapping.ts';
import type { RowTaker } from '../row-taker.ts';
import { accountAt, agentAt, first, IsoRows, ownerAt } from './iso-row.ts';
import type { ScopeSink, Values } from './scoped-values.ts';

const NONE: Values = new Map();

/**
 * Customer credit transfers between banks, every version of pacs.008: each CdtTrfTxInf is a transfer. Its moment is
 * when the payer's bank accepted it, else when the message was made, else the day of settlement.
 */
export function pacs008(taker: RowTaker): ScopeSink {
  const rows = new IsoRows(taker);
  let group = NONE;
  return {
    scopes: new Set(['GrpHdr', 'CdtTrfTxInf']),
    opened() {},
    closed(scope, around, line) {
      const tx = around.at(-1) ?? NONE;
      if (scope === 'GrpHdr') group = tx;
      else rows.take(pacs008Row(tx, group), line);
    },
  };
}

/** One CdtTrfTxInf as a row; `group` is the header of its message. */
export function pacs008Row(tx: Values, group: Values): Readonly<Partial<Record<Field, string>>> {
  return {
    id: first(tx, 'PmtId/UETR', 'PmtId/TxId', 'PmtId/InstrId', 'PmtId/EndToEndId'),
    at:
      first(tx, 'AccptncDtTm') ||
      first(group, 'CreDtTm') ||
      first(tx, 'IntrBkSttlmDt') ||
      first(group, 'IntrBkSttlmDt'),
    payer: accountAt(tx, 'DbtrAcct'),
    payee: accountAt(tx, 'CdtrAcct'),
    amount: first(tx, 'IntrBkSttlmAmt'),
    currency: first(tx, 'IntrBkSttlmAmt@Ccy'),
    channel: 'transfer',
    purpose: first(tx, 'Purp/Cd', 'Purp/Prtry', 'PmtTpInf/CtgyPurp/Cd'),
    payer_bank: agentAt(tx, 'DbtrAgt'),
    payee_bank: agentAt(tx, 'CdtrAgt'),
    payer_owner: ownerAt(tx, 'Dbtr'),
    payee_owner: ownerAt(tx, 'Cdtr'),
  };
}
