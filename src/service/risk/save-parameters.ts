import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { Json } from '../audit/canonical-json.ts';
import type { ParameterChanges } from './parameter-changes.ts';
import { walkAll } from './rating-walks.ts';
import type { Risk } from './risk.ts';

export interface SaveWish {
  readonly changes: ParameterChanges;
  /** Number of the version that the person saw. */
  readonly basedOn: number;
  readonly reason: string;
}

/**
 * Makes changed parameters the next version of the person's institution, in force at once; its customers are rated anew in the
 * background. Audited in the same transaction. Throws QRG_RISK_STALE, QRG_RISK_PARAMETERS.
 */
export async function saveParameters(
  { store, audit, book, now }: Risk,
  by: Principal,
  { changes, basedOn, reason }: SaveWish,
): Promise<{ readonly number: number; readonly version: string }> {
  const { institutionId } = by;
  const version = await store.write(async (trx) => {
    if ((await lockNewest(trx, institutionId)) !== basedOn) throw new QorganError('QRG_RISK_STALE');
    const next = book.next(institutionId, changes);
    await trx
      .insertInto('risk_parameters')
      .values({
        institution_id: institutionId,
        number: next.number,
        at: now(),
        actor_id: by.id,
        actor: by.name,
        reason,
        changes: JSON.stringify(next.changes),
      })
      .execute();
    await walkAll(trx, institutionId, 'parameters');
    await audit.appendIn(trx, {
      actor: by,
      action: 'risk.parameters',
      object: `risk-parameters:${next.number}`,
      reason,
      detail: { changes: JSON.parse(JSON.stringify(changes)) as Json },
    });
    return next;
  });
  book.put(institutionId, version);
  return { number: version.number, version: version.parameters.version };
}

/** Number of the newest version; of two who save at once the second finds that of the first. */
async function lockNewest(trx: Transaction, institutionId: number): Promise<number> {
  await trx
    .selectFrom('institutions')
    .select('institution_id')
    .where('institution_id', '=', institutionId)
    .forNoKeyUpdate()
    .execute();
  const newest = await trx
    .selectFrom('risk_parameters')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  return newest?.number ?? 0;
}
