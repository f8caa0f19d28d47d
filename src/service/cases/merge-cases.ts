import { stricter } from '../../domain/case/marking.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import { openProposals } from './act-on-proposals.ts';
import { type Acted, type Acting, because } from './acting.ts';
import { ITEMS_MOST } from './case-items.ts';
import { type CaseRow, findCase, isTheirs, standingOf } from './case-row.ts';
import { nextDueOf } from './case-tasks.ts';
import type { CaseWish } from './case-wish.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

type Wish = Extract<CaseWish, { readonly kind: 'merge' }>;

/** Tables whose rows go along with a case; history stays where it was made. */
const MOVING = [
  'case_items',
  'case_facts',
  'case_tasks',
  'case_files',
  'case_proposals',
  'case_feedback',
] as const;

/**
 * Everything of a case moves to another, whose lock the caller holds too: each row says where it came from, so that people can
 * split it off again. Both histories stay; the old case says where it went. Throws QRG_CASE_UNKNOWN, QRG_CASE_VERSION (of the
 * other case), QRG_CASE_MERGE, QRG_CASE_LIMIT.
 */
export async function mergeInto(acting: Acting, wish: Wish): Promise<Acted> {
  const { deps, trx, principal, row, at } = acting;
  const into = await targetOf(acting, wish);
  await dropDoubles(trx, row.case_id, into.case_id, { at, by: principal.id });
  for (const table of MOVING)
    await trx
      .updateTable(table)
      .set({ case_id: into.case_id, came_from: row.case_id })
      .where('case_id', '=', row.case_id)
      .execute();
  await mustFit(trx, into.case_id);
  const step: Step = {
    act: 'merge_in',
    at,
    actor: principal,
    ...because(wish.reason),
    detail: { from: row.case_id },
    set: {
      next_due_at: await nextDueOf(trx, into.case_id),
      tlp: stricter(into.tlp, row.tlp),
    },
  };
  const after = await writeStep(deps, trx, into, step);
  return {
    ...because(wish.reason),
    state: 'merged',
    set: { merged_into: into.case_id, next_due_at: null },
    detail: { into: into.case_id },
    entries: [auditOf(after, step)],
    other: into.case_id,
    isOther: true,
  };
}

async function targetOf(
  { trx, principal, row }: Acting,
  { into, intoVersion }: Wish,
): Promise<CaseRow> {
  const other = await findCase(trx, into);
  if (!isTheirs(other, principal)) throw new QorganError('QRG_CASE_UNKNOWN');
  if (other.version !== intoVersion)
    throw new QorganError('QRG_CASE_VERSION', { version: other.version });
  const { state } = standingOf(other);
  const isOpen = state === 'open' || state === 'in_work' || state === 'waiting';
  const waiting = await openProposals(trx, row.case_id);
  if (other.case_id === row.case_id || !isOpen || waiting.length > 0)
    throw new QorganError('QRG_CASE_MERGE');
  return other;
}

/** What both have, the other one keeps. */
const dropDoubles = (
  trx: Transaction,
  from: number,
  into: number,
  { at, by }: { readonly at: number; readonly by: number },
) =>
  trx
    .updateTable('case_items')
    .set({ removed_at: at, removed_by: by })
    .where('case_id', '=', from)
    .where('removed_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('case_items as other')
          .select('other.item_id')
          .where('other.case_id', '=', into)
          .where('other.removed_at', 'is', null)
          .whereRef('other.kind', '=', 'case_items.kind')
          .whereRef('other.ref', '=', 'case_items.ref'),
      ),
    )
    .execute();

async function mustFit(trx: Transaction, caseId: number): Promise<void> {
  const { count } = await trx
    .selectFrom('case_items')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) > ITEMS_MOST)
    throw new QorganError('QRG_CASE_LIMIT', { what: 'items', most: ITEMS_MOST });
}
