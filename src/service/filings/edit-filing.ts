import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Fm1Document, rowsOf } from '../../exchange/fm1/document.ts';
import type { Principal } from '../access/principal.ts';
import type { FilingDeps } from './deps.ts';
import { lockFiling, mayNow, openDocument, sealDocument } from './filing-row.ts';
import { filled, withFixed } from './fixed-fields.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

export interface EditWish {
  readonly document?: Fm1Document | undefined;
  /** Answers to questions of a threshold. */
  readonly decided: readonly { readonly code: string; readonly yes: boolean }[];
  readonly reason?: string | undefined;
}

/**
 * Writes a draft anew. A `no` to a question of a threshold says that nothing is to be reported: the notice is withdrawn, and the
 * operation is not found again. Audited, without the values. Throws QRG_FILING_PERSON, QRG_FILING_UNKNOWN, QRG_FILING_VERSION,
 * QRG_FILING_ROLE, QRG_FILING_STATE, QRG_FILING_FIELD.
 */
export async function editFiling(
  deps: FilingDeps,
  principal: Principal,
  filingId: number,
  version: number,
  wish: EditWish,
): Promise<void> {
  const { store, audit, now } = deps.cases;
  const at = now();
  await store.write(async (trx) => {
    const row = await lockFiling(trx, principal, filingId, version);
    mayNow(row, 'edit', principal);
    const stray = wish.decided.find(({ code }) => !row.decide.includes(code));
    if (stray !== undefined)
      throw new QorganError('QRG_FILING_FIELD', { place: 'decide', field: stray.code });
    const isNothing = wish.decided.some(({ yes }) => !yes);
    const document =
      wish.document === undefined ? openDocument(store, row) : ownDocument(wish.document);
    const step: Step = {
      act: isNothing ? 'withdraw' : 'edit',
      state: isNothing ? 'withdrawn' : row.state,
      at,
      actor: principal,
      note: wish.reason,
      detail: {
        changed: changed(openDocument(store, row), withFixed(row, document)),
        decided: wish.decided.map(({ code, yes }) => `${code}: ${yes ? 'yes' : 'no'}`),
      },
      set: {
        sealed: sealDocument(store, withFixed(row, document)),
        decide: row.decide.filter((code) => !wish.decided.some((one) => one.code === code)),
        writers: [...new Set([...row.writers, principal.id])],
      },
    };
    await writeStep(deps, trx, row, step);
    await audit.appendIn(trx, auditOf(row, step));
  });
}

/** Only requisites that the form has, without blanks. Throws QRG_FILING_FIELD. */
function ownDocument(told: Fm1Document): Fm1Document {
  for (const { place, fields, values } of rowsOf(told)) {
    const known = new Set(fields.map(({ id }) => id));
    const stray = Object.keys(values).find((id) => !known.has(id) && values[id].trim() !== '');
    if (stray !== undefined) throw new QorganError('QRG_FILING_FIELD', { place, field: stray });
  }
  return {
    reporter: filled(told.reporter),
    message: filled(told.message),
    references: told.references.map(filled),
    participants: told.participants.map(({ fields, founders }) => ({
      fields: filled(fields),
      founders: founders.map(filled),
    })),
  };
}

const CHANGED_MOST = 100;

/** Numbers of requisites that differ; how many people or notices there are counts as one. */
function changed(before: Fm1Document, after: Fm1Document): string[] {
  const was = new Map(rowsOf(before).map(({ place, values }) => [place, values]));
  const names = rowsOf(after).flatMap(({ place, fields, values }) =>
    fields
      .filter(({ id }) => (was.get(place)?.[id] ?? '') !== (values[id] ?? ''))
      .map(({ id }) => `${place} ${id}`),
  );
  return names.slice(0, CHANGED_MOST);
}
