import type { Field } from '../mapping.ts';
import { accountAt, agentAt, first, ownerAt } from './iso-row.ts';
import type { Values } from './scoped-values.ts';

/** 'There is no such id', as the guides of ISO 20022 have it written where an element must not be empty. */
const NO_ID = 'NOTPROVIDED';

/**
 * One transfer that a client orders, every version of pain.001: a CdtTrfTxInf within a PmtInf. Its moment is when the
 * message was made, for the order is decided on when it comes and not on the day it is to be carried out.
 */
export function pain001Row(
  tx: Values,
  payment: Values,
  group: Values,
): Readonly<Partial<Record<Field, string>>> {
  const endToEnd = first(tx, 'PmtId/EndToEndId');
  return {
    id: first(tx, 'PmtId/UETR', 'PmtId/InstrId') || (endToEnd === NO_ID ? '' : endToEnd),
    at: first(group, 'CreDtTm'),
    payer: accountAt(payment, 'DbtrAcct'),
    payee: accountAt(tx, 'CdtrAcct'),
    amount: first(tx, 'Amt/InstdAmt', 'Amt/EqvtAmt/Amt'),
    currency: first(tx, 'Amt/InstdAmt@Ccy', 'Amt/EqvtAmt/Amt@Ccy'),
    channel: 'transfer',
    purpose:
      first(tx, 'Purp/Cd', 'Purp/Prtry', 'PmtTpInf/CtgyPurp/Cd') ||
      first(payment, 'PmtTpInf/CtgyPurp/Cd'),
    payer_bank: agentAt(payment, 'DbtrAgt'),
    payee_bank: agentAt(tx, 'CdtrAgt'),
    payer_owner: ownerAt(payment, 'Dbtr'),
    payee_owner: ownerAt(tx, 'Cdtr'),
  };
}
