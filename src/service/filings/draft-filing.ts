import type { CaseFile, CaseTransfer } from '../../domain/case/case-file.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { type FilingKind, MAY_FILE } from '../../domain/filing/filing-acts.ts';
import type { Language } from '../../domain/language.ts';
import { releasable } from '../../exchange/fields/releasable.ts';
import { prefillFm1 } from '../../exchange/fm1/prefill.ts';
import { localMoment } from '../../law/local-moment.ts';
import type { Principal } from '../access/principal.ts';
import { holdCase } from '../cases/case-row.ts';
import { loadCaseFile } from '../cases/load-case-file.ts';
import type { FilingDeps } from './deps.ts';
import { dueOfKind } from './filing-term.ts';
import { insertFiling } from './insert-filing.ts';
import { mustHaveRole } from './person.ts';
import { settingsOf } from './settings.ts';

export interface DraftWish {
  readonly case: number;
  readonly kind: Exclude<FilingKind, 'threshold'>;
  /** The gravest suspicious one of the case's own when not said. */
  readonly transfer?: string | undefined;
  /** Now when not said. */
  readonly recognisedAt?: number | undefined;
  readonly language: Language;
  readonly reason: string;
}

/**
 * Draws up a notice of one operation of a case of the person's institution; the look at the case is written down with it. Throws
 * QRG_FILING_PERSON, QRG_FILING_ROLE, QRG_CASE_UNKNOWN, QRG_FILING_TRANSFER, QRG_FILING_TIME, QRG_LAW_TERM_PERIOD,
 * QRG_LAW_CALENDAR_YEAR.
 */
export async function draftFiling(
  deps: FilingDeps,
  principal: Principal,
  wish: DraftWish,
): Promise<number> {
  mustHaveRole(principal, MAY_FILE, 'draft');
  const { cases } = deps;
  const at = cases.now();
  const whole = await loadCaseFile(cases, principal, wish.case, wish.language);
  // The Agency is no partner whom another house could name: what that house keeps to itself or to named readers stays.
  const { file } = releasable(whole, [], 'clear');
  const transfer = transferOf(file, wish.transfer);
  const event = wish.recognisedAt ?? at;
  if (event > at || event < transfer.at) throw new QorganError('QRG_FILING_TIME');
  const due = dueOfKind(cases.law, wish.kind, event);
  return cases.store.write(async (trx) => {
    await holdCase(trx, wish.case);
    const { institution_id } = await trx
      .selectFrom('cases')
      .select('institution_id')
      .where('case_id', '=', wish.case)
      .executeTakeFirstOrThrow();
    if (institution_id !== principal.institutionId) throw new QorganError('QRG_CASE_UNKNOWN');
    const { reporter } = await settingsOf(cases.store, trx, institution_id);
    const document = prefillFm1(file, {
      kind: wish.kind,
      transfer: transfer.id,
      reporter,
      language: wish.language,
      clock: (moment) => localMoment(cases.law.calendar, moment),
    });
    const row = await insertFiling(deps, trx, {
      institutionId: institution_id,
      kind: wish.kind,
      case_id: wish.case,
      transfer_id: transfer.id,
      operation_at: transfer.at,
      amount_minor: transfer.amountMinor,
      document,
      due,
      actor: principal,
      reason: wish.reason,
      at,
    });
    return row.filing_id;
  });
}

/** Throws QRG_FILING_TRANSFER. */
function transferOf({ transfers }: CaseFile, id: string | undefined): CaseTransfer {
  const found =
    id === undefined
      ? gravest(transfers.filter(({ origin }) => origin === null))
      : transfers.find((one) => one.id === id);
  if (found === undefined) throw new QorganError('QRG_FILING_TRANSFER', { transfer: id ?? '—' });
  return found;
}

const gravest = (transfers: readonly CaseTransfer[]): CaseTransfer | undefined =>
  transfers.toSorted(
    (a, b) =>
      Number(b.isSuspicious) - Number(a.isSuspicious) ||
      b.score - a.score ||
      b.amountMinor - a.amountMinor,
  )[0];
