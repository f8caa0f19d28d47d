import { QorganError } from '../../domain/errors/catalogue.ts';
import type { FollowsAs } from '../../domain/filing/filing-acts.ts';
import type { Fm1Document } from '../../exchange/fm1/document.ts';
import type { Principal } from '../access/principal.ts';
import type { FilingDeps } from './deps.ts';
import { lockFiling, mayNow, openDocument } from './filing-row.ts';
import { dueOfFollowing } from './filing-term.ts';
import { insertFiling } from './insert-filing.ts';

/**
 * Another notice in the place of a rejected one (correction) or an accepted one (replacement): its own number and identifier, the
 * same requisites, and a link to the one before. Throws what the rules of notices refuse.
 */
export async function followFiling(
  deps: FilingDeps,
  principal: Principal,
  filingId: number,
  version: number,
  { as, reason }: { readonly as: FollowsAs; readonly reason: string },
): Promise<number> {
  const { store, law, now } = deps.cases;
  const at = now();
  return store.write(async (trx) => {
    const row = await lockFiling(trx, principal, filingId, version);
    mayNow(row, as === 'correction' ? 'correct' : 'replace', principal);
    const before = openDocument(store, row);
    const from = as === 'correction' ? (row.answered_at ?? at) : at;
    const made = await insertFiling(deps, trx, {
      institutionId: row.institution_id,
      kind: row.kind,
      case_id: row.case_id,
      follows: filingId,
      follows_as: as,
      transfer_seq: row.transfer_seq,
      transfer_id: row.transfer_id,
      operation_at: row.operation_at,
      amount_minor: row.amount_minor,
      threshold: row.threshold,
      day: row.day,
      document: linked(before),
      wroteBefore: row.writers,
      due: dueOfFollowing(law, from),
      actor: principal,
      reason,
      at,
    });
    return made.filing_id;
  });
}

/** 1.1(2): number and date of the notice before. */
function linked(before: Fm1Document): Fm1Document {
  const { '1.1(1)': number, '1.2': date } = before.message;
  if (number === undefined || date === undefined) throw new QorganError('QRG_FILING_UNMADE');
  return {
    ...before,
    references: [{ '1.1(2.0)': '1', '1.1(2.1)': number, '1.1(2.2)': date }],
  };
}
