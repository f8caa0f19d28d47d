import { SYSTEM } from '../audit/entry.ts';
import type { PackageDeps } from './deps.ts';
import { findPackage } from './package-row.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** Packages of one round: what is left waits for the next. */
const EXPIRED_MOST = 200;

/** Requests whose time to answer went by are expired; an answer that comes later is still taken. Returns how many. */
export async function tickPackages({ cases: { store, audit, now } }: PackageDeps): Promise<number> {
  const at = now();
  const late = await store.db
    .selectFrom('packages')
    .select('package_id')
    .where('state', '=', 'sent')
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .limit(EXPIRED_MOST)
    .execute();
  for (const { package_id } of late)
    await store.write(async (trx) => {
      const held = await trx
        .selectFrom('packages')
        .select('state')
        .where('package_id', '=', package_id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      // A person was quicker.
      if (held.state !== 'sent') return;
      const row = await findPackage(trx, package_id);
      const step: Step = { act: 'expire', state: 'expired', at, actor: SYSTEM, note: '' };
      await writeStep({ store }, trx, row, step);
      await audit.appendIn(trx, auditOf(row, step, { due: row.due_at }));
    });
  return late.length;
}
