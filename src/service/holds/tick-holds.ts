import { passTime } from '../../law/hold.ts';
import type { Hold } from '../../law/hold-state.ts';
import type { Transaction } from '../../store/store.ts';
import { type AuditEntry, SYSTEM } from '../audit/entry.ts';
import type { HoldDeps } from './deps.ts';
import { momentColumns, momentsOf, readHold, type StoredHold } from './hold-row.ts';
import { writeStep } from './write-hold.ts';

export interface Ticked {
  /** Holds that the passing of time changed: blocked, expired, overdue. */
  readonly changed: number;
  /** Holds whose terms could not be counted (no calendar of the year): they are looked at again in an hour. */
  readonly uncounted: number;
}

/** Holds of one transaction. */
const BATCH_MOST = 100;
const LOOK_AGAIN_MS = 3_600_000;

/**
 * What the law does by itself at the end of a term, written down where everybody sees it: the account is blocked until
 * explanations, the hold must be released, a duty was missed. The money is moved by nobody here: a release is a person's act,
 * and a task in the outbox tells the bank's systems that it is due. Call it every minute; two processes at once share the work.
 */
export async function tickHolds(deps: HoldDeps): Promise<Ticked> {
  const at = deps.now();
  let changed = 0;
  let uncounted = 0;
  for (let looked = BATCH_MOST; looked === BATCH_MOST; ) {
    const batch = await deps.store.write((trx) => tickBatch(deps, trx, at));
    looked = batch.looked;
    changed += batch.changed;
    uncounted += batch.uncounted;
  }
  return { changed, uncounted };
}

async function tickBatch(deps: HoldDeps, trx: Transaction, at: number) {
  const rows = await trx
    .selectFrom('holds')
    .selectAll()
    .where('next_change_at', '<=', at)
    .orderBy('next_change_at')
    .limit(BATCH_MOST)
    .forUpdate()
    .skipLocked()
    .execute();
  const entries: AuditEntry[] = [];
  let uncounted = 0;
  for (const row of rows) {
    const stored = readHold(row);
    const after = passTime(deps.law, stored.hold, at);
    const next = after.ok ? momentsOf(deps.law, after.value) : after;
    if (!after.ok || !next.ok) {
      uncounted++;
      await look(trx, stored.holdId, { next_change_at: at + LOOK_AGAIN_MS });
    } else if (isSame(stored.hold, after.value))
      await look(trx, stored.holdId, momentColumns(next.value));
    else entries.push(await change(deps, trx, stored, after.value, at));
  }
  if (entries.length > 0) await deps.audit.appendIn(trx, ...entries);
  return { looked: rows.length, changed: entries.length, uncounted };
}

const isSame = (before: Hold, after: Hold): boolean =>
  before.state === after.state && before.overdueSince === after.overdueSince;

async function look(
  trx: Transaction,
  holdId: number,
  moments: { readonly next_change_at: number | null; readonly next_term_at?: number | null },
): Promise<void> {
  await trx.updateTable('holds').set(moments).where('hold_id', '=', holdId).execute();
}

async function change(
  deps: HoldDeps,
  trx: Transaction,
  stored: StoredHold,
  after: Hold,
  at: number,
): Promise<AuditEntry> {
  const detail = { from: stored.hold.state, state: after.state, overdueSince: after.overdueSince };
  await writeStep(deps, trx, stored, { after, at, act: null, actorId: null, detail, note: null });
  return {
    actor: SYSTEM,
    institutionId: stored.institutionId,
    action: after.state === stored.hold.state ? 'hold.overdue' : `hold.${wordOf(after.state)}`,
    object: `hold:${stored.holdId}`,
    detail,
  };
}

const wordOf = (state: string): string => state.replaceAll('_', '-');
