import type { Updateable } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import type { WatchTables } from '../../../store/tables/watch.ts';
import type {
  TakedownActKind,
  TakedownSight,
  TakedownState,
} from '../../../watch/takedown/takedown-state.ts';
import { type AuditActor, type AuditEntry, SYSTEM } from '../../audit/entry.ts';
import type { TakedownDeps } from './deps.ts';
import type { TakedownRow } from './takedown-row.ts';

/** What is written down of one step of a request. */
export interface Step {
  readonly state: TakedownState;
  readonly event: 'draft' | TakedownActKind | TakedownSight;
  readonly at: number;
  readonly actor: AuditActor;
  /** A person's words, or what was seen. */
  readonly note: string;
  /** Other columns that change. */
  readonly set?: Updateable<WatchTables['takedowns']>;
}

/** Writes one step: the request with its next version, and the event. The caller holds the row's lock, and audits last. */
export async function writeStep(
  { store }: Pick<TakedownDeps, 'store'>,
  trx: Transaction,
  row: Pick<TakedownRow, 'takedown_id' | 'version'>,
  step: Step,
): Promise<void> {
  await trx
    .updateTable('takedowns')
    .set({ ...step.set, state: step.state, version: row.version + 1 })
    .where('takedown_id', '=', row.takedown_id)
    .execute();
  await writeEvent({ store }, trx, row.takedown_id, step);
}

export async function writeEvent(
  { store }: Pick<TakedownDeps, 'store'>,
  trx: Transaction,
  takedownId: number,
  { state, event, at, actor, note }: Step,
): Promise<void> {
  await trx
    .insertInto('takedown_events')
    .values({
      takedown_id: takedownId,
      at,
      event,
      state,
      actor_id: actor.id,
      actor: actor.name,
      note_sealed: store.vault.seal(note),
    })
    .execute();
}

/** The same for the record of acts. What a person wrote is their reason; what Qorgan saw is no one's. */
export function auditOf(
  row: Pick<TakedownRow, 'takedown_id' | 'institution_id'>,
  { state, event, actor, note }: Step,
  detail: AuditEntry['detail'] = {},
): AuditEntry {
  return {
    actor,
    institutionId: row.institution_id ?? undefined,
    action: `takedown.${event.replaceAll('_', '-')}`,
    object: `takedown:${row.takedown_id}`,
    reason: actor === SYSTEM ? undefined : note,
    detail: { state, ...detail },
  };
}
