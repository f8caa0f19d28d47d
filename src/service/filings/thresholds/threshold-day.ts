import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { FilingState } from '../../../domain/filing/filing-acts.ts';
import type { Language } from '../../../domain/language.ts';
import { CHANNELS, PURPOSES } from '../../../domain/transfer.ts';
import { dayAt, dayOfDate, startOfDay } from '../../../law/calendar.ts';
import {
  findThresholds,
  leastThresholdMinor,
  type ThresholdFinding,
} from '../../../law/threshold-operations.ts';
import type { Deadline } from '../../../law/working-days.ts';
import type { Scope, Transaction } from '../../../store/store.ts';
import { checkingOf, problemsOf } from '../check-filing.ts';
import type { FilingBase } from '../deps.ts';
import { filingRows, numberOf } from '../filing-row.ts';
import { dueOfKind } from '../filing-term.ts';
import {
  isExecuted,
  type KnownSides,
  knownSides,
  OPERATIONS_MOST,
  type OperationRow,
  operationRows,
  sideOf,
} from './operation-rows.ts';

export interface ThresholdWish {
  readonly institutionId: number;
  /** 'YYYY-MM-DD' of Almaty. */
  readonly day: string;
  /** Of the installation. */
  readonly currency: string;
  readonly language: Language;
}

/** An operation that reaches a threshold, and its notice where one is made. */
export interface ThresholdOperation {
  readonly row: OperationRow;
  readonly finding: ThresholdFinding;
  /** due: it is reported; ask: a person decides first. */
  readonly outcome: 'due' | 'ask' | 'exempt';
  readonly filing: {
    readonly filingId: number;
    readonly state: FilingState;
    readonly number: string | null;
    readonly decide: readonly string[];
    /** Requisites that still stop it. */
    readonly stops: readonly string[];
  } | null;
}

export interface ThresholdDay {
  readonly day: string;
  readonly institution: string;
  /** Transfers that reach the least of the sums. */
  readonly looked: number;
  readonly operations: readonly ThresholdOperation[];
  readonly cut: boolean;
  readonly due: Deadline;
  readonly known: KnownSides;
}

/** The moments between which a day lies. Throws QRG_FILING_DAY for one that is not over. */
export function boundsOf({ cases: { law, now } }: FilingBase, day: string) {
  const number = dayOfDate(day);
  if (number >= dayAt(law.calendar, now())) throw new QorganError('QRG_FILING_DAY', { day });
  const { calendar } = law;
  return { from: startOfDay(calendar, number), to: startOfDay(calendar, number + 1) };
}

/**
 * The threshold operations of a day of an institution, with why each is reported or is not. Throws QRG_FILING_DAY,
 * QRG_LAW_TERM_PERIOD, QRG_LAW_CALENDAR_YEAR.
 */
export function findThresholdDay(deps: FilingBase, wish: ThresholdWish): Promise<ThresholdDay> {
  const bounds = boundsOf(deps, wish.day);
  const scope: Scope = { institutionId: wish.institutionId, seesAll: false };
  return deps.cases.store.read(scope, (trx) => dayIn(deps, trx, wish, bounds));
}

async function dayIn(
  deps: FilingBase,
  trx: Transaction,
  { institutionId, day, currency, language }: ThresholdWish,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ThresholdDay> {
  const { store, law } = deps.cases;
  const leastMinor = leastThresholdMinor(law, from);
  const found =
    leastMinor === null ? [] : await operationRows(trx, institutionId, { from, to, leastMinor });
  const rows = found.slice(0, OPERATIONS_MOST);
  const numbers = [...new Set(rows.flatMap(({ payer, payee }) => [payer, payee]))];
  const known = await knownSides(trx, store, institutionId, numbers, { currency, language });
  const made = await madeOf(deps, trx, institutionId, rows);
  const operations = rows.flatMap((row): ThresholdOperation[] => {
    const finding = findThresholds(law, {
      at: row.at,
      amountMinor: row.amountMinor,
      currency,
      channel: CHANNELS[row.channel],
      purpose: PURPOSES[row.purpose],
      isExecuted: isExecuted(row),
      payer: sideOf(known, row.payer),
      payee: sideOf(known, row.payee),
    });
    if (finding === undefined) return [];
    return [{ row, finding, outcome: outcomeOf(finding), filing: made.get(row.seq) ?? null }];
  });
  return {
    day,
    institution: known.institution.code,
    looked: rows.length,
    operations,
    cut: found.length > OPERATIONS_MOST,
    due: dueOfKind(law, 'threshold', to - 1),
    known,
  };
}

/** One certain threshold is enough: then the questions of others change nothing. */
function outcomeOf({ exemption, reasons }: ThresholdFinding): ThresholdOperation['outcome'] {
  if (exemption !== null) return 'exempt';
  return reasons[0].ask.length > 0 ? 'ask' : 'due';
}

/** Notices that are there already, by seq of the transfer; the latest where one follows another. */
async function madeOf(
  deps: FilingBase,
  trx: Transaction,
  institutionId: number,
  rows: readonly OperationRow[],
) {
  const made = new Map<number, ThresholdOperation['filing']>();
  if (rows.length === 0) return made;
  const checking = await checkingOf(deps, trx, institutionId);
  const filings = await filingRows(trx)
    .where('filings.institution_id', '=', institutionId)
    .where('filings.kind', '=', 'threshold')
    .where(
      'filings.transfer_seq',
      'in',
      rows.map(({ seq }) => seq),
    )
    .orderBy('filings.filing_id')
    .execute();
  for (const filing of filings)
    if (filing.transfer_seq !== null)
      made.set(filing.transfer_seq, {
        filingId: filing.filing_id,
        state: filing.state,
        number: numberOf(filing),
        decide: filing.decide,
        stops:
          filing.state === 'draft'
            ? problemsOf(deps, filing, checking)
                .filter(({ stops }) => stops)
                .map(({ place, field }) => `${place} ${field}`)
            : [],
      });
  return made;
}
