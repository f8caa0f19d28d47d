import type { Updateable } from 'kysely';
import type { PackageState } from '../../exchange/package/package-state.ts';
import type { Transaction } from '../../store/store.ts';
import type { PackageTables } from '../../store/tables/packages.ts';
import { type AuditActor, type AuditEntry, SYSTEM } from '../audit/entry.ts';
import type { CaseDeps } from '../cases/deps.ts';
import type { PackageRow } from './package-row.ts';

/** What is written down of one step of a package. */
export interface Step {
  readonly act: PackageTables['package_events']['act'];
  readonly state: PackageState;
  readonly at: number;
  readonly actor: AuditActor;
  /** A person's words, sealed. */
  readonly note: string;
  /** Other columns that change. */
  readonly set?: Updateable<PackageTables['packages']>;
}

type Store = Pick<CaseDeps, 'store'>;

/** Writes one step: the package with its next version, and the event. The caller holds the row's lock, and audits last. */
export async function writeStep(
  { store }: Store,
  trx: Transaction,
  row: Pick<PackageRow, 'package_id' | 'institution_id' | 'version'>,
  step: Step,
): Promise<void> {
  const version = row.version + 1;
  await trx
    .updateTable('packages')
    .set({ ...step.set, state: step.state, version })
    .where('package_id', '=', row.package_id)
    .execute();
  await writeEvent({ store }, trx, { ...row, version }, step);
}

export async function writeEvent(
  { store }: Store,
  trx: Transaction,
  row: Pick<PackageRow, 'package_id' | 'institution_id' | 'version'>,
  { act, state, at, actor, note }: Step,
): Promise<void> {
  await trx
    .insertInto('package_events')
    .values({
      package_id: row.package_id,
      version: row.version,
      institution_id: row.institution_id,
      at,
      actor_id: actor === SYSTEM ? null : actor.id,
      actor: actor.name,
      act,
      state,
      note_sealed: store.vault.seal(note),
    })
    .execute();
}

/** The same for the record of acts: whose words they are stays sealed, what was done stands in the open. */
export const auditOf = (
  row: Pick<PackageRow, 'package_id' | 'institution_id'>,
  { act, state, actor }: Pick<Step, 'act' | 'state' | 'actor'>,
  detail: AuditEntry['detail'] = {},
): AuditEntry => ({
  actor,
  institutionId: row.institution_id,
  action: `package.${act}`,
  object: `package:${row.package_id}`,
  detail: { state, ...detail },
});
