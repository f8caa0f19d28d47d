import { exponentOf } from '../../domain/currency.ts';
import { fail, ok, QorganError, type Result } from '../../domain/errors/catalogue.ts';
import { parseMoney } from '../../domain/money.ts';
import type {
  AnsweredTransfer,
  RecallAnswer,
  RecallOutcome,
  RecallReason,
} from '../../exchange/iso20022/recall.ts';
import { first } from './iso-row.ts';
import { ScopedValues, type Values } from './scoped-values.ts';

const NONE: Values = new Map();
const TRANSFERS_MOST = 1_000;
const REASONS_MOST = 20;

/**
 * ExternalInvestigationExecutionConfirmation1Code and the codes of a cancelled payment (ISO 20022 external code sets): what an
 * answer of the other bank means for the money. A code that is not here decides nothing: pending.
 */
const OUTCOMES: Readonly<Record<string, RecallOutcome>> = {
  CNCL: 'accepted', // cancelled as requested
  ACCR: 'accepted', // accepted cancellation request
  IPAY: 'accepted', // payment initiated: the return is on its way
  PECR: 'partial', // partially executed
  PACR: 'partial', // partially accepted
  RJCR: 'rejected', // rejected cancellation request
  PDCR: 'pending', // pending
};

/**
 * Reads camt.029 (ResolutionOfInvestigation, written for version 001.09): what the other bank decided of a recall. Errors:
 * QRG_RECALL_ANSWER, with the line, for what is no such message, is not well formed, or declares a DTD.
 */
export function readCamt029(text: string): Result<RecallAnswer> {
  return read(text, 'RsltnOfInvstgtn', new Camt029());
}

/** Reads pacs.004 (PaymentReturn, written for version 001.09): money that came back. Errors as `readCamt029`. */
export function readPacs004(text: string): Result<RecallAnswer> {
  return read(text, 'PmtRtr', new Pacs004());
}

interface Reading {
  readonly scopes: ReadonlySet<string>;
  closed(scope: string, own: Values, line: number): void;
  answer(name: string): RecallAnswer;
}

function read(text: string, root: string, reading: Reading): Result<RecallAnswer> {
  const found = new RegExp(`<(?:[\\w.-]+:)?${root}[\\s>/]`).test(text);
  if (!found) return fail('QRG_RECALL_ANSWER', { line: 1, reason: root });
  const values = new ScopedValues(
    {
      scopes: reading.scopes,
      opened() {},
      closed(scope, around, line) {
        reading.closed(scope, around.at(-1) ?? NONE, line);
      },
    },
    '',
  );
  try {
    values.write(text);
    values.end();
    const name = /urn:iso:std:iso:20022:tech:xsd:([\w.]{1,35})/.exec(text)?.[1] ?? '';
    const answer = reading.answer(name);
    if (answer.messageId === '')
      return fail('QRG_RECALL_ANSWER', { line: 1, reason: 'Assgnmt/Id, GrpHdr/MsgId' });
    return ok(answer);
  } catch (error) {
    if (!(error instanceof QorganError)) throw error;
    const { code, args } = error.problem;
    const reason = code === 'QRG_FILE_XML_DTD' ? 'DOCTYPE' : (args.reason ?? code);
    return fail('QRG_RECALL_ANSWER', { line: args.line ?? 1, reason });
  }
}

/** Reasons stand inside of the payment or group they are of, so they end before it does. */
class Reasons {
  #open: RecallReason[] = [];

  add(values: Values): void {
    if (this.#open.length >= REASONS_MOST) return;
    const code = first(values, 'Rsn/Cd', 'Rsn/Prtry');
    const words = first(values, 'AddtlInf');
    if (code !== '' || words !== '') this.#open.push({ code, words });
  }

  take(): readonly RecallReason[] {
    const taken = this.#open;
    this.#open = [];
    return taken;
  }
}

class Camt029 implements Reading {
  readonly scopes = new Set([
    'Assgnmt',
    'RslvdCase',
    'Sts',
    'OrgnlGrpInfAndSts',
    'TxInfAndSts',
    'CxlStsRsnInf',
  ]);
  readonly #reasons = new Reasons();
  readonly #transfers: AnsweredTransfer[] = [];
  #assignment = NONE;
  #case = NONE;
  #status = NONE;
  #group = NONE;

  closed(scope: string, own: Values, line: number): void {
    if (scope === 'Assgnmt') this.#assignment = own;
    else if (scope === 'RslvdCase') this.#case = this.#case === NONE ? own : this.#case;
    else if (scope === 'Sts') this.#status = own;
    else if (scope === 'CxlStsRsnInf') this.#reasons.add(own);
    else if (scope === 'OrgnlGrpInfAndSts') this.#group = own;
    else this.#transfer(own, line);
  }

  #transfer(own: Values, line: number): void {
    bounded(this.#transfers, line);
    const status = first(own, 'TxCxlSts');
    const returned = amountOf(own, 'RsltnRltdInf/IntrBkSttlmAmt', line);
    const original = amountOf(own, 'OrgnlIntrBkSttlmAmt', line);
    const isPart = returned !== null && original !== null && returned.minor < original.minor;
    const outcome = OUTCOMES[status === '' ? first(this.#status, 'Conf') : status] ?? 'pending';
    this.#transfers.push({
      line,
      ids: idsOf(own),
      outcome: outcome === 'accepted' && isPart ? 'partial' : outcome,
      returnedMinor: returned?.minor ?? null,
      currency: returned?.currency ?? original?.currency ?? null,
      originalMinor: original?.minor ?? null,
      reasons: this.#reasons.take(),
    });
  }

  answer(name: string): RecallAnswer {
    const group = first(this.#group, 'GrpCxlSts');
    const said = first(this.#status, 'Conf') || group;
    return {
      kind: 'camt.029',
      name: name === '' ? 'camt.029' : name,
      messageId: first(this.#assignment, 'Id'),
      caseId: first(this.#case, 'Id'),
      original: {
        messageId: first(this.#group, 'OrgnlMsgId'),
        name: first(this.#group, 'OrgnlMsgNmId'),
      },
      whole: said === '' ? null : (OUTCOMES[said] ?? 'pending'),
      transfers: this.#transfers,
    };
  }
}

class Pacs004 implements Reading {
  readonly scopes = new Set(['GrpHdr', 'OrgnlGrpInf', 'TxInf', 'RtrRsnInf']);
  readonly #reasons = new Reasons();
  readonly #transfers: AnsweredTransfer[] = [];
  #header = NONE;
  #group = NONE;

  closed(scope: string, own: Values, line: number): void {
    if (scope === 'GrpHdr') this.#header = own;
    else if (scope === 'OrgnlGrpInf') this.#group = own;
    else if (scope === 'RtrRsnInf') this.#reasons.add(own);
    else this.#transfer(own, line);
  }

  #transfer(own: Values, line: number): void {
    bounded(this.#transfers, line);
    const returned = amountOf(own, 'RtrdIntrBkSttlmAmt', line);
    const original = amountOf(own, 'OrgnlIntrBkSttlmAmt', line);
    if (returned === null)
      throw new QorganError('QRG_RECALL_ANSWER', { line, reason: 'RtrdIntrBkSttlmAmt' });
    const isPart = original !== null && returned.minor < original.minor;
    this.#transfers.push({
      line,
      ids: idsOf(own),
      outcome: isPart ? 'partial' : 'accepted',
      returnedMinor: returned.minor,
      currency: returned.currency,
      originalMinor: original?.minor ?? null,
      reasons: this.#reasons.take(),
    });
  }

  answer(name: string): RecallAnswer {
    return {
      kind: 'pacs.004',
      name: name === '' ? 'pacs.004' : name,
      messageId: first(this.#header, 'MsgId'),
      caseId: '',
      original: {
        messageId: first(this.#group, 'OrgnlMsgId'),
        name: first(this.#group, 'OrgnlMsgNmId'),
      },
      whole: null,
      transfers: this.#transfers,
    };
  }
}

const idsOf = (own: Values): AnsweredTransfer['ids'] => ({
  instruction: first(own, 'OrgnlInstrId'),
  endToEnd: first(own, 'OrgnlEndToEndId'),
  transaction: first(own, 'OrgnlTxId'),
  uetr: first(own, 'OrgnlUETR').toLowerCase(),
});

/** Exact minor units; null when it is not told. A sum that cannot be read is no answer to rely on. */
function amountOf(
  own: Values,
  path: string,
  line: number,
): { readonly minor: number; readonly currency: string } | null {
  const told = first(own, path);
  if (told === '') return null;
  const currency = first(own, `${path}@Ccy`);
  const sum = parseMoney(told, { currency, decimal: '.' });
  if (!sum.ok || exponentOf(currency) === undefined || sum.value.amountMinor < 0)
    throw new QorganError('QRG_RECALL_ANSWER', {
      line,
      reason: `${path} ${told.slice(0, 40)} ${currency}`,
    });
  return { minor: sum.value.amountMinor, currency };
}

function bounded(transfers: readonly AnsweredTransfer[], line: number): void {
  if (transfers.length >= TRANSFERS_MOST)
    throw new QorganError('QRG_RECALL_ANSWER', { line, reason: `> ${TRANSFERS_MOST}` });
}
