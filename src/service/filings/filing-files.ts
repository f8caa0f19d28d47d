import { createHash } from 'node:crypto';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Acknowledgement, readAcknowledgement } from '../../exchange/fm1/answers.ts';
import { checkSigned } from '../../exchange/fm1/signed.ts';
import { signingPart } from '../../exchange/fm1/signing-part.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { orThrow } from '../or-throw.ts';
import type { FilingDeps } from './deps.ts';
import { type FilingRow, findFiling, lockFiling, mayNow } from './filing-row.ts';
import { dueOfFollowing, termColumns } from './filing-term.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** A message, its signature and an answer: far above any real one. */
export const MESSAGE_MOST_BYTES = 5 * 2 ** 20;

/**
 * The message as it was approved, the part of it that is signed, or the file that came back signed; the look is written down.
 * Throws QRG_FILING_UNKNOWN, QRG_FILING_UNMADE, QRG_FILING_UNSIGNED.
 */
export async function filingFile(
  { cases: { store, audit } }: FilingDeps,
  principal: Principal,
  filingId: number,
  which: 'message' | 'signing' | 'signed',
): Promise<{ readonly row: FilingRow; readonly bytes: Uint8Array }> {
  const row = await store.read(scopeOf(principal), (trx) => findFiling(trx, filingId));
  if (row.message_sealed === null) throw new QorganError('QRG_FILING_UNMADE');
  if (which === 'signed' && row.signed_sealed === null)
    throw new QorganError('QRG_FILING_UNSIGNED');
  await audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'filing.file-look',
    object: `filing:${filingId}`,
    detail: { which },
  });
  const kept = which === 'signed' ? (row.signed_sealed ?? row.message_sealed) : row.message_sealed;
  const bytes = store.vault.open(kept);
  return { row, bytes: which === 'signing' ? signingPart(bytes) : bytes };
}

/**
 * Takes the signed file in: it must be what was exported, with a signature. Throws QRG_FILING_… of `checkSigned`, of the rules of
 * notices, QRG_FILE_XML, QRG_FILE_XML_DTD.
 */
export async function takeSigned(
  deps: FilingDeps,
  principal: Principal,
  filingId: number,
  version: number,
  bytes: Uint8Array,
): Promise<void> {
  const { store, audit, now } = deps.cases;
  const at = now();
  await store.write(async (trx) => {
    const row = await lockFiling(trx, principal, filingId, version);
    mayNow(row, 'sign', principal);
    if (row.message_sealed === null) throw new QorganError('QRG_FILING_UNMADE');
    orThrow(checkSigned(store.vault.open(row.message_sealed), bytes));
    const sha256 = createHash('sha256').update(bytes).digest();
    const step: Step = {
      act: 'sign',
      state: row.state,
      at,
      actor: principal,
      detail: { sha256: sha256.toString('hex') },
      set: { signed_sealed: store.vault.seal(bytes), signed_sha256: sha256, signed_at: at },
    };
    await writeStep(deps, trx, row, step);
    await audit.appendIn(trx, auditOf(row, step));
  });
}

/** An answer with when it was taken in. */
export interface KeptAnswer extends Acknowledgement {
  readonly takenAt: number;
}

/**
 * Takes the Agency's answer in: accepted, or rejected, when a correction is due within the term. Throws QRG_FILING_ACK_FORM,
 * QRG_FILING_ACK_OTHER, what the rules of notices refuse, QRG_FILE_XML, QRG_FILE_XML_DTD.
 */
export async function takeAcknowledgement(
  deps: FilingDeps,
  principal: Principal,
  filingId: number,
  version: number,
  bytes: Uint8Array,
): Promise<void> {
  const { store, audit, law, now } = deps.cases;
  const at = now();
  const answer = orThrow(readAcknowledgement(bytes, 'acknowledgement.xml'));
  await store.write(async (trx) => {
    const row = await lockFiling(trx, principal, filingId, version);
    mayNow(row, 'acknowledge', principal);
    if (answer.originalGuid !== row.document_guid)
      throw new QorganError('QRG_FILING_ACK_OTHER', { guid: answer.originalGuid });
    const kept: KeptAnswer = { ...answer, takenAt: at };
    const step: Step = {
      act: 'acknowledge',
      state: answer.accepted ? 'accepted' : 'rejected',
      at,
      actor: principal,
      detail: { errorCode: answer.errorCode },
      set: {
        answered_at: at,
        error_code: answer.errorCode,
        answer_sealed: store.vault.seal(JSON.stringify(kept)),
        ...(answer.accepted ? {} : termColumns(dueOfFollowing(law, at))),
      },
    };
    await writeStep(deps, trx, row, step);
    await audit.appendIn(trx, auditOf(row, step));
  });
}
