import { createHash } from 'node:crypto';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Fm1Document } from '../../exchange/fm1/document.ts';
import { AFM } from '../../exchange/fm1/envelope.ts';
import { writeFm1 } from '../../exchange/fm1/write-fm1.ts';
import { localMoment } from '../../law/local-moment.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import { checkingOf, problemsOf } from './check-filing.ts';
import type { FilingBase, FilingDeps } from './deps.ts';
import { giveNumber } from './filing-number.ts';
import { type FilingRow, lockFiling, mayNow, openDocument, sealDocument } from './filing-row.ts';
import { withFixed } from './fixed-fields.ts';
import { settingsOf } from './settings.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** What a person asks to do with a notice. */
export type FilingWish =
  | { readonly act: 'submit' | 'approve'; readonly reason?: string | undefined }
  | { readonly act: 'return' | 'withdraw'; readonly reason: string }
  | { readonly act: 'send'; readonly sentAt: number; readonly how: string };

/**
 * One act of a named person on a notice, audited in the same transaction; `version` is the one the person saw. Qorgan sends nothing:
 * `send` says that this person sent the signed file, how and when.
 *
 * Throws QRG_FILING_PERSON, QRG_FILING_UNKNOWN, QRG_FILING_VERSION, QRG_FILING_ROLE, QRG_FILING_STATE, QRG_FILING_SAME_PERSON,
 * QRG_FILING_UNSIGNED, QRG_FILING_DECIDE, QRG_FILING_INCOMPLETE, QRG_FILING_SETTINGS, QRG_FILING_TIME.
 */
export async function actOnFiling(
  deps: FilingDeps,
  principal: Principal,
  filingId: number,
  version: number,
  wish: FilingWish,
): Promise<void> {
  const { store, audit, now } = deps.cases;
  const at = now();
  await store.write(async (trx) => {
    const row = await lockFiling(trx, principal, filingId, version);
    mayNow(row, wish.act, principal);
    const step: Step = {
      ...(await stepOf(deps, trx, row, { principal, wish, at })),
      act: wish.act,
      at,
      actor: principal,
    };
    await writeStep(deps, trx, row, step);
    await audit.appendIn(trx, auditOf(row, step));
  });
}

interface Acting {
  readonly principal: Principal;
  readonly wish: FilingWish;
  readonly at: number;
}

type Part = Pick<Step, 'state' | 'note' | 'set' | 'detail'>;

async function stepOf(
  deps: FilingDeps,
  trx: Transaction,
  row: FilingRow,
  { principal, wish, at }: Acting,
): Promise<Part> {
  switch (wish.act) {
    case 'submit':
      await mustBeComplete(deps, trx, row);
      return { state: 'submitted', note: wish.reason };
    case 'return':
      return { state: 'draft', note: wish.reason };
    case 'approve': {
      const set = await approved(deps, trx, row, at);
      const by = { approved_by_id: principal.id, approved_by: principal.name };
      const detail = { number: set.number, year: set.year };
      return { state: 'approved', note: wish.reason, set: { ...set, ...by }, detail };
    }
    case 'send':
      if (wish.sentAt > at || wish.sentAt < minuteOf(row.approved_at ?? row.made_at))
        throw new QorganError('QRG_FILING_TIME');
      return {
        state: 'sent',
        note: wish.how,
        set: { sent_at: wish.sentAt },
        detail: { sentAt: wish.sentAt, late: wish.sentAt >= row.due_at },
      };
    case 'withdraw':
      return { state: 'withdrawn', note: wish.reason };
  }
}

const MINUTE_MS = 60_000;

/** People write minutes. */
const minuteOf = (at: number): number => Math.floor(at / MINUTE_MS) * MINUTE_MS;

/** Throws QRG_FILING_DECIDE, QRG_FILING_INCOMPLETE with the first of what is wrong. */
async function mustBeComplete(deps: FilingBase, trx: Transaction, row: FilingRow): Promise<void> {
  if (row.decide.length > 0)
    throw new QorganError('QRG_FILING_DECIDE', { decide: row.decide.join(', ') });
  const checking = await checkingOf(deps, trx, row.institution_id);
  const stops = problemsOf(deps, row, checking).filter(({ stops }) => stops);
  const [first] = stops;
  if (first !== undefined)
    throw new QorganError('QRG_FILING_INCOMPLETE', {
      count: stops.length,
      first: `${first.field} (${first.place}), ${first.code}`,
    });
}

/**
 * Numbers a complete notice and fixes its bytes. Throws QRG_FILING_DECIDE, QRG_FILING_INCOMPLETE, and QRG_FILING_SETTINGS where the
 * institution has not told by which name the Agency knows it.
 */
export async function approved(deps: FilingBase, trx: Transaction, row: FilingRow, at: number) {
  const { store, law } = deps.cases;
  await mustBeComplete(deps, trx, row);
  const { sender } = await settingsOf(store, trx, row.institution_id);
  if (sender === '') throw new QorganError('QRG_FILING_SETTINGS');
  const given = await giveNumber(trx, law, row.institution_id, at);
  const document: Fm1Document = withFixed(row, openDocument(store, row), given);
  const { message } = writeFm1(document, {
    sender,
    receiver: AFM,
    sentAt: localMoment(law.calendar, at),
    documentGuid: row.document_guid,
    versionGuid: row.version_guid,
  });
  return {
    sealed: sealDocument(store, document),
    year: given.year,
    number: given.number,
    message_sealed: store.vault.seal(message),
    message_sha256: createHash('sha256').update(message).digest(),
    approved_at: at,
  };
}
