import { sql } from 'kysely';
import type { Store, Transaction } from '../../../store/store.ts';
import { cut } from '../../../watch/sources/source-post.ts';
import { labelOf } from '../../watch/posts/counted.ts';
import { maskedTextOf } from '../../watch/posts/kept-post.ts';
import { type OpenedPost, postsOfCase } from '../load-case-file/case-posts.ts';
import type { CaseReach } from '../load-case-file/case-reach.ts';
import type { PlacedEntry, TimelineKind } from './timeline-entry.ts';
import { plainEntry } from './timeline-entry.ts';

/** Rows of one kind that a timeline takes in. */
const ROWS_MOST = 2_000;
/** Of a long text a line shows so much. */
const TEXT_MOST = 400;

/** What is sealed, opened; null stays null. */
const opened = ({ vault }: Pick<Store, 'vault'>, sealed: Buffer | null): string | null =>
  sealed === null ? null : cut(vault.open(sealed).toString(), TEXT_MOST);

export async function postEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  reach: CaseReach,
): Promise<PlacedEntry[]> {
  const customers = reach.refs.customer.map(Number);
  const posts = await postsOfCase(trx, store, reach, customers);
  return posts.map(({ row, kept }: OpenedPost) => ({
    at: row.at,
    kind: 'post',
    number: row.post_id,
    make: () =>
      plainEntry({
        entryId: `p${row.post_id}`,
        element: `p${row.post_id}`,
        kind: 'post',
        at: row.at,
        what: labelOf(row),
        text: cut(maskedTextOf(kept), TEXT_MOST),
        suspicious: true,
        opens: { kind: 'post', ref: String(row.post_id) },
      }),
  }));
}

export async function alertEntries(trx: Transaction, { refs }: CaseReach): Promise<PlacedEntry[]> {
  if (refs.alert.length === 0) return [];
  const { rows } = await sql<{
    alert_id: number;
    opened_at: number;
    status: string;
    score: number;
    amount_minor: number;
  }>`
    SELECT alert_id, opened_at, status, score::float8 AS score, amount_minor FROM alerts
    WHERE alert_id = ANY (${refs.alert.map(Number)}::bigint[]) LIMIT ${ROWS_MOST}`.execute(trx);
  return rows.map((row) => ({
    at: row.opened_at,
    kind: 'alert',
    number: row.alert_id,
    make: () =>
      plainEntry({
        entryId: `l${row.alert_id}`,
        kind: 'alert',
        at: row.opened_at,
        what: row.status,
        amountMinor: row.amount_minor,
        score: row.score,
        suspicious: true,
        opens: { kind: 'alert', ref: String(row.alert_id) },
      }),
  }));
}

/** Acts by which somebody says or decides what is so; every other one is the work itself. */
const DECISIONS = new Set([
  'propose_hold',
  'propose_close',
  'decide_proposal',
  'close',
  'reopen',
  'fact_say',
  'fact_withdraw',
  'feedback',
]);

const kindOfAct = (act: string): TimelineKind => {
  if (act === 'note' || act === 'call') return act;
  return DECISIONS.has(act) ? 'decision' : 'act';
};

export async function eventEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  caseId: number,
): Promise<PlacedEntry[]> {
  const rows = await trx
    .selectFrom('case_events')
    .select(['version', 'at', 'actor', 'act', 'note_sealed'])
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(ROWS_MOST)
    .execute();
  return rows.map((row) => {
    const kind = kindOfAct(row.act);
    return {
      at: row.at,
      kind,
      number: row.version,
      make: () =>
        plainEntry({
          entryId: `e${row.version}`,
          element: kind === 'note' || kind === 'call' ? `e${row.version}` : null,
          kind,
          at: row.at,
          what: row.act,
          text: opened(store, row.note_sealed),
          by: row.actor === '' ? null : row.actor,
          opens: { kind: 'event', ref: String(row.version) },
        }),
    };
  });
}

export async function taskEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  caseId: number,
): Promise<PlacedEntry[]> {
  const rows = await trx
    .selectFrom('case_tasks')
    .select(['task_id', 'due_at', 'done_at', 'stopped_at', 'term', 'title_sealed'])
    .where('case_id', '=', caseId)
    .where('due_at', 'is not', null)
    .orderBy('task_id', 'desc')
    .limit(ROWS_MOST)
    .execute();
  return rows.map((row) => ({
    at: row.due_at ?? 0,
    kind: 'task',
    number: row.task_id,
    make: () =>
      plainEntry({
        entryId: `d${row.task_id}`,
        kind: 'task',
        at: row.due_at ?? 0,
        what: row.done_at !== null ? 'done' : row.stopped_at !== null ? 'dropped' : 'due',
        text: opened(store, row.title_sealed),
        opens: { kind: 'task', ref: String(row.task_id) },
      }),
  }));
}

/** Versions of one hold come nowhere near: the number of an entry holds both. */
const VERSIONS_MOST = 10_000;

/** What was done to holds of the case's accounts in its time, and to those put into it. */
export async function holdEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  { accounts, refs, since }: CaseReach,
): Promise<PlacedEntry[]> {
  const { rows } = await sql<{
    hold_id: number;
    version: number;
    at: number;
    act: string;
    state: string;
    note_sealed: Buffer | null;
    held_minor: number;
    currency: string;
    actor: string | null;
  }>`
    SELECT e.hold_id, e.version, e.at, e.act, e.state, e.note_sealed, h.held_minor, h.currency
    FROM holds h JOIN hold_events e ON e.hold_id = h.hold_id
    WHERE h.hold_id = ANY (${refs.hold.map(Number)}::bigint[])
      OR (h.account_no = ANY (${[...accounts.keys()]}::int[]) AND h.suspended_at >= ${since})
    ORDER BY e.at DESC LIMIT ${ROWS_MOST}`.execute(trx);
  return rows.map((row) => ({
    at: row.at,
    kind: 'hold',
    number: row.hold_id * VERSIONS_MOST + row.version,
    make: () =>
      plainEntry({
        entryId: `h${row.hold_id}v${row.version}`,
        element: null,
        kind: 'hold',
        at: row.at,
        what: row.act,
        text: opened(store, row.note_sealed),
        amountMinor: row.held_minor,
        currency: row.currency,
        opens: { kind: 'hold', ref: String(row.hold_id) },
      }),
  }));
}

export async function fileEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  caseId: number,
): Promise<PlacedEntry[]> {
  const rows = await trx
    .selectFrom('case_files')
    .select(['file_id', 'added_at', 'added_by', 'name_sealed', 'state'])
    .where('case_id', '=', caseId)
    .orderBy('file_id', 'desc')
    .limit(ROWS_MOST)
    .execute();
  return rows.map((row) => ({
    at: row.added_at,
    kind: 'file',
    number: row.file_id,
    make: () =>
      plainEntry({
        entryId: `f${row.file_id}`,
        element: `f${row.file_id}`,
        kind: 'file',
        at: row.added_at,
        what: row.state,
        text: opened(store, row.name_sealed),
        by: row.added_by,
        opens: { kind: 'file', ref: String(row.file_id) },
      }),
  }));
}

/** What was done to notices of the case to the financial monitoring body. */
export async function filingEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  caseId: number,
): Promise<PlacedEntry[]> {
  const { rows } = await sql<{
    filing_id: number;
    version: number;
    at: number;
    actor: string;
    act: string;
    note_sealed: Buffer | null;
    amount_minor: number;
  }>`
    SELECT e.filing_id, e.version, e.at, e.actor, e.act, e.note_sealed, f.amount_minor
    FROM filings f JOIN filing_events e ON e.filing_id = f.filing_id
    WHERE f.case_id = ${caseId} ORDER BY e.at DESC LIMIT ${ROWS_MOST}`.execute(trx);
  return rows.map((row) => ({
    at: row.at,
    kind: 'filing',
    number: row.filing_id * VERSIONS_MOST + row.version,
    make: () =>
      plainEntry({
        entryId: `g${row.filing_id}v${row.version}`,
        kind: 'filing',
        at: row.at,
        what: row.act,
        text: opened(store, row.note_sealed),
        by: row.actor,
        amountMinor: row.amount_minor,
        currency: 'KZT',
        opens: { kind: 'filing', ref: String(row.filing_id) },
      }),
  }));
}

/** What was done to packages that leave the case, and to those that came in and were given to it. */
export async function packageEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  { row: { case_id }, refs }: CaseReach,
): Promise<PlacedEntry[]> {
  const { rows } = await sql<{
    package_id: number;
    version: number;
    at: number;
    actor: string;
    act: string;
    note_sealed: Buffer;
  }>`
    SELECT e.package_id, e.version, e.at, e.actor, e.act, e.note_sealed
    FROM packages p JOIN package_events e ON e.package_id = p.package_id
    WHERE p.case_id = ${case_id} OR p.package_id = ANY (${refs.package.map(Number)}::bigint[])
    ORDER BY e.at DESC LIMIT ${ROWS_MOST}`.execute(trx);
  return rows.map((row) => ({
    at: row.at,
    kind: 'package',
    number: row.package_id * VERSIONS_MOST + row.version,
    make: () =>
      plainEntry({
        entryId: `x${row.package_id}v${row.version}`,
        kind: 'package',
        at: row.at,
        what: row.act,
        text: opened(store, row.note_sealed),
        by: row.actor,
        opens: { kind: 'package', ref: String(row.package_id) },
      }),
  }));
}
