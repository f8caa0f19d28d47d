import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Scope, Transaction } from '../../store/store.ts';
import { readSaid } from '../live/decided.ts';
import type { Acted, Acting } from './acting.ts';
import { mustBeThere } from './case-items.ts';
import type { CaseWish } from './case-wish.ts';
import type { CaseDeps } from './deps.ts';

type Wish = Extract<CaseWish, { readonly kind: 'feedback' }>;

/** Throws QRG_CASE_ITEM_UNKNOWN for what is not there, or not to be seen; a rule is asked of the service. */
export async function mustBeTold(deps: CaseDeps, scope: Scope, { target, ref }: Wish) {
  if (target !== 'rule') return mustBeThere(deps, scope, [{ kind: target, ref }]);
  if (!deps.isRule(ref)) throw new QorganError('QRG_CASE_ITEM_UNKNOWN', { item: `rule:${ref}` });
}

/**
 * What a person found out of a thing: the latest word of an institution on it counts, the ones before stay with it. The rules
 * that had signalled are kept along, so that their figures do not change when a transfer is decided anew.
 */
export async function feedback(
  { deps, trx, principal, row, at }: Acting,
  { target, ref, said, why }: Wish,
): Promise<Acted> {
  await trx
    .updateTable('case_feedback')
    .set({ replaced_at: at })
    .where('institution_id', '=', row.institution_id)
    .where('target', '=', target)
    .where('ref', '=', ref)
    .where('replaced_at', 'is', null)
    .execute();
  const rules = await rulesOf(trx, target, ref);
  await trx
    .insertInto('case_feedback')
    .values({
      case_id: row.case_id,
      institution_id: row.institution_id,
      target,
      ref,
      said,
      rules,
      why_sealed: deps.store.vault.seal(why),
      at,
      by_id: principal.id,
      by_name: principal.name,
    })
    .execute();
  return { note: why, detail: { target, ref, said } };
}

async function rulesOf(trx: Transaction, target: Wish['target'], ref: string): Promise<string[]> {
  if (target === 'rule') return [ref];
  const seq =
    target === 'transfer'
      ? Number(ref)
      : target === 'alert'
        ? (await alertOf(trx, Number(ref))).last_seq
        : undefined;
  if (seq === undefined) return [];
  const transfer = await trx
    .selectFrom('transfers')
    .select('said')
    .where('seq', '=', seq)
    .executeTakeFirst();
  return [...new Set(readSaid(transfer?.said ?? '').signals.map(({ rule }) => rule))];
}

const alertOf = (trx: Transaction, alertId: number) =>
  trx
    .selectFrom('alerts')
    .select('last_seq')
    .where('alert_id', '=', alertId)
    .executeTakeFirstOrThrow();
