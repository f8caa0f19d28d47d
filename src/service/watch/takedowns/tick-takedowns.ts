import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import { WAYS } from '../../../watch/takedown/takedown-state.ts';
import { type AuditEntry, SYSTEM } from '../../audit/entry.ts';
import type { PageCopy, TakedownDeps } from './deps.ts';
import { noteReappearance, reappearances } from './reappearance.ts';
import { noteSight, seenBySources } from './seen-by-sources.ts';
import { findTakedown, holdRow, type TakedownRow } from './takedown-row.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

export interface TakedownsTicked {
  /** Pages that were looked at again. */
  readonly checked: number;
  readonly gone: number;
  /** Removals whose page or campaign is back. */
  readonly back: number;
}

/** Pages of one tick: sites are asked slowly. */
const LOOK_MOST = 20;
/** A look that did not come to its end is made again. */
const LEASE_MS = 600_000;

/**
 * What the clock brings to requests: the page is looked at again an hour, a day, a week and a month after the request. A page
 * that is gone closes the request, one that is back opens it again, and so does a post of its campaign; each is written down in
 * Qorgan's own name. What the sources saw meanwhile counts the same. Call it often; two processes at once share the work.
 */
export async function tickTakedowns(
  deps: TakedownDeps,
  signal?: AbortSignal,
): Promise<TakedownsTicked> {
  let checked = 0;
  let gone = 0;
  let back = 0;
  while (checked < LOOK_MOST && signal?.aborted !== true) {
    const due = await claim(deps);
    if (due === undefined) break;
    const sight = await look(deps, due);
    checked++;
    if (sight === 'found_gone') gone++;
    if (sight === 'found_again') back++;
  }
  const told = await noteAll(deps);
  return { checked, gone: gone + told.gone, back: back + told.back };
}

interface Due {
  readonly takedownId: number;
  readonly postId: number;
  /** The last look that is due; those before it are made with it. */
  readonly hours: number;
}

/** Takes the look that waits longest, so that nobody else makes it meanwhile. */
function claim({ store, now }: TakedownDeps): Promise<Due | undefined> {
  const at = now();
  return store.write(async (trx) => {
    const first = await trx
      .selectFrom('takedown_checks')
      .select('takedown_id')
      .where('done_at', 'is', null)
      .where('due_at', '<=', at)
      .orderBy('due_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (first === undefined) return undefined;
    const taken = await trx
      .updateTable('takedown_checks')
      .set({ due_at: at + LEASE_MS })
      .where('takedown_id', '=', first.takedown_id)
      .where('done_at', 'is', null)
      .where('due_at', '<=', at)
      .returning('hours')
      .execute();
    const { post_id } = await trx
      .selectFrom('takedowns')
      .select('post_id')
      .where('takedown_id', '=', first.takedown_id)
      .executeTakeFirstOrThrow();
    const hours = Math.max(...taken.map((check) => check.hours));
    return { takedownId: first.takedown_id, postId: post_id, hours };
  });
}

type Sight = 'found_gone' | 'found_again' | undefined;

async function look(deps: TakedownDeps, due: Due): Promise<Sight> {
  const copy = await copyOf(deps, due.postId);
  const at = deps.now();
  return deps.store.write(async (trx) => {
    await holdRow(trx, due.takedownId);
    const row = await findTakedown(trx, due.takedownId);
    await trx
      .updateTable('takedown_checks')
      .set({ done_at: at, result: copy.result, capture_id: copy.captureId })
      .where('takedown_id', '=', due.takedownId)
      .where('hours', '<=', due.hours)
      .where('done_at', 'is', null)
      .execute();
    const sight = sightOf(row, copy);
    const entries = await writeSight(deps, trx, row, sight, { at, copy, hours: due.hours });
    await deps.audit.appendIn(trx, ...entries);
    return sight;
  });
}

/** A page that cannot be reached now says nothing of whether it is gone. */
async function copyOf(deps: TakedownDeps, postId: number): Promise<PageCopy> {
  try {
    return await deps.captureNow(postId, 'recheck', SYSTEM.name);
  } catch (error) {
    if (error instanceof QorganError) return { captureId: null, result: 'unreachable' };
    throw error;
  }
}

function sightOf({ state }: TakedownRow, { result }: PageCopy): Sight {
  // A page that says something else may well be the one that says the post was removed.
  const sight = result === 'gone' ? 'found_gone' : result === 'up' ? 'found_again' : undefined;
  return sight !== undefined && WAYS[sight][state] !== undefined ? sight : undefined;
}

interface Looked {
  readonly at: number;
  readonly copy: PageCopy;
  readonly hours: number;
}

async function writeSight(
  deps: TakedownDeps,
  trx: Transaction,
  row: TakedownRow,
  sight: Sight,
  { at, copy, hours }: Looked,
): Promise<AuditEntry[]> {
  const detail = { hours, result: copy.result, capture: copy.captureId };
  if (sight === undefined) {
    const { institution_id, takedown_id } = row;
    return [
      {
        actor: SYSTEM,
        institutionId: institution_id ?? undefined,
        action: 'takedown.recheck',
        object: `takedown:${takedown_id}`,
        detail,
      },
    ];
  }
  const state = WAYS[sight][row.state]!;
  const set = sight === 'found_gone' ? { removed_at: at } : {};
  const step: Step = { state, event: sight, at, actor: SYSTEM, note: `${hours} h`, set };
  await writeStep(deps, trx, row, step);
  return [auditOf(row, step, detail)];
}

/** What others saw: a source that shows the page no more, or again, and posts of campaigns whose page was removed. */
function noteAll(deps: TakedownDeps): Promise<{ readonly gone: number; readonly back: number }> {
  const at = deps.now();
  return deps.store.write(async (trx) => {
    const gone: AuditEntry[] = [];
    const back: AuditEntry[] = [];
    for (const { takedownId, sight } of await seenBySources(trx)) {
      const entry = await noteSight(deps, trx, takedownId, sight, at);
      if (entry !== undefined) (sight === 'found_gone' ? gone : back).push(entry);
    }
    for (const { takedown_id, post_id } of await reappearances(deps, trx, at)) {
      const entry = await noteReappearance(deps, trx, takedown_id, post_id, at);
      if (entry !== undefined) back.push(entry);
    }
    if (gone.length + back.length > 0) await deps.audit.appendIn(trx, ...gone, ...back);
    return { gone: gone.length, back: back.length };
  });
}
