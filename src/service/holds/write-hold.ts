import { QorganError, type Result } from '../../domain/errors/catalogue.ts';
import type { Hold, HoldActionKind, ReleaseBasis } from '../../law/hold-state.ts';
import type { Transaction } from '../../store/store.ts';
import { type Task, tasksOf } from './consequences.ts';
import type { HoldDeps } from './deps.ts';
import { holdColumns, momentsOf, type StoredHold } from './hold-row.ts';

/** What is written down of one step of a hold. */
export interface Step {
  readonly after: Hold;
  readonly at: number;
  /** Null: the passing of time. */
  readonly act: HoldActionKind | null;
  readonly actorId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  /** Of a release. */
  readonly basis?: ReleaseBasis | undefined;
  /** Changed by the placing only. */
  readonly heldMinor?: number | undefined;
}

/**
 * Writes one step: the hold with its next version, the event, and what follows outside. The caller holds the row's lock.
 * Throws QRG_LAW_CALENDAR_YEAR, QRG_LAW_TERM_PERIOD.
 */
export async function writeStep(
  { store, law }: HoldDeps,
  trx: Transaction,
  stored: StoredHold,
  step: Step,
): Promise<StoredHold> {
  const { after, at } = step;
  const version = stored.version + 1;
  const heldMinor = step.heldMinor ?? stored.heldMinor;
  const next = { ...stored, version, heldMinor, hold: after };
  await trx
    .updateTable('holds')
    .set({
      ...holdColumns(after, orThrow(momentsOf(law, after)), at),
      version,
      held_minor: heldMinor,
    })
    .where('hold_id', '=', stored.holdId)
    .execute();
  await writeEvent({ store }, trx, next, step);
  const tasks = tasksOf(law, next, stored.hold, after, step.act, step.basis);
  await writeTasks({ store }, trx, next, tasks, at);
  return next;
}

/** What the bank's own systems have to do, sealed until they take it. */
export async function writeTasks(
  { store }: Pick<HoldDeps, 'store'>,
  trx: Transaction,
  { institutionId, holdId }: StoredHold,
  tasks: readonly Task[],
  at: number,
): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map(({ kind, body }) => ({
    institution_id: institutionId,
    hold_id: holdId,
    kind,
    created_at: at,
    sealed: store.vault.seal(JSON.stringify(body)),
    taken_at: null,
    taken_by: null,
  }));
  await trx.insertInto('hold_outbox').values(rows).execute();
}

/** The event of a version. */
export async function writeEvent(
  { store }: Pick<HoldDeps, 'store'>,
  trx: Transaction,
  stored: StoredHold,
  { at, act, actorId, detail, note }: Omit<Step, 'after'>,
): Promise<void> {
  await trx
    .insertInto('hold_events')
    .values({
      hold_id: stored.holdId,
      version: stored.version,
      institution_id: stored.institutionId,
      at,
      actor_id: actorId,
      act: act ?? 'time',
      state: stored.hold.state,
      detail: JSON.stringify(detail),
      note_sealed: note === null ? null : store.vault.seal(note),
    })
    .execute();
}

/** The value of a result, or its problem thrown: use cases are an edge. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new QorganError(result.problem.code, result.problem.args);
}
