import { setTimeout as pause } from 'node:timers/promises';
import type { ListFacts } from '../../screening/lists/list-hit.ts';
import { goesByName } from '../../screening/lists/list-kind.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { openCustomer } from '../customers/kept-customer.ts';
import { allowLongWork } from '../lists/paged-rows.ts';
import { loadNames } from './load-names.ts';
import type { NameLists } from './name-lists.ts';
import type { NameTable } from './names-thread.ts';
import { recordNameHits } from './record-name-hits.ts';
import { screen } from './screen-customers.ts';

/** What the screening of customers by names shares. */
export interface Screening {
  readonly store: Store;
  readonly names: NameLists;
  readonly now: () => number;
}

/** A list whose names are looked for, and how far its version in force has been compared with all customers. */
interface FollowedList {
  readonly facts: ListFacts;
  readonly inForce: number | null;
  /** The version that everybody was compared with; null: none. */
  readonly done: number | null;
  readonly walking: number | null;
  readonly after: number;
}

/** Customers compared at once, and the pause after them. */
const PAGE = 200;
const BETWEEN_MS = 10;

/** Brings the names in memory to what is in force: a version that was put in force counts for whoever is told from now on. */
export async function readNames({ store, names }: Screening): Promise<void> {
  for (const { facts, inForce } of await followedLists(store)) {
    if (inForce === null) await names.withdraw(facts.listId);
    else if (names.versionOf(facts.listId) !== inForce) {
      const table = await readVersion({ store, names }, facts, inForce, null);
      await names.swap({ facts, number: inForce, table });
    }
  }
}

/**
 * Compares all customers with what changed of the lists, a page at a time: a version whose names they were not compared with
 * yet, but for entries that were there before. Goes on where it stopped, and from the first customer on when another version
 * came into force meanwhile. Call it every few seconds. Returns how many customers were compared.
 */
export async function followLists(screening: Screening, signal?: AbortSignal): Promise<number> {
  await readNames(screening);
  let compared = 0;
  for (const list of await followedLists(screening.store)) {
    if (list.inForce === list.done && list.walking === null) continue;
    compared += await walk(screening, list, signal);
  }
  return compared;
}

async function walk(
  screening: Screening,
  list: FollowedList,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { store, names } = screening;
  const { facts, inForce, done } = list;
  if (inForce === null || inForce === done) {
    await note(store, facts, { done: inForce, walking: null, after: 0 });
    return 0;
  }
  const fresh = await readVersion(screening, facts, inForce, done);
  try {
    const from = list.walking === inForce ? list.after : 0;
    return await compareAll(screening, { facts, done, inForce, fresh }, from, signal);
  } finally {
    await names.drop(fresh);
  }
}

/** What is compared with everybody: entries of the version in force that the one compared before did not have. */
interface Comparison {
  readonly facts: ListFacts;
  readonly done: number | null;
  readonly inForce: number;
  readonly fresh: NameTable;
}

async function compareAll(
  screening: Screening,
  { facts, done, inForce, fresh }: Comparison,
  from: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { store } = screening;
  let after = from;
  let compared = 0;
  while (fresh.size > 0 && !signal?.aborted) {
    const page = await comparePage(screening, facts, fresh, after);
    if (page.length === 0) break;
    compared += page.length;
    after = page[page.length - 1];
    await note(store, facts, { done, walking: inForce, after });
    await pause(BETWEEN_MS);
  }
  if (!signal?.aborted) await note(store, facts, { done: inForce, walking: null, after: 0 });
  return compared;
}

/** Compares the customers after one; returns their numbers. */
function comparePage(
  { store, names, now }: Screening,
  facts: ListFacts,
  table: NameTable,
  after: number,
): Promise<number[]> {
  return store.write(async (trx) => {
    let customers = trx
      .selectFrom('customers')
      .select(['customer_id', 'institution_id', 'sealed'])
      .where('customer_id', '>', after)
      .orderBy('customer_id')
      .limit(PAGE);
    if (facts.institutionId !== null)
      customers = customers.where('institution_id', '=', facts.institutionId);
    const rows = await customers.execute();
    const screened = await Promise.all(
      rows.map((row) =>
        screen(
          store,
          {
            customerId: row.customer_id,
            institutionId: row.institution_id,
            kept: openCustomer(store, row.sealed),
          },
          (asked) => names.searchIn([{ facts, table }], asked),
        ),
      ),
    );
    await recordNameHits(trx, store, screened, now());
    return rows.map(({ customer_id }) => customer_id);
  });
}

/** No transaction stays open while the names are made ready: that takes a quarter of a minute for a million of them. */
async function readVersion(
  { store, names }: Pick<Screening, 'store' | 'names'>,
  facts: ListFacts,
  number: number,
  besides: number | null,
): Promise<NameTable> {
  const table = await store.write(async (trx) => {
    await allowLongWork(trx);
    return names.take(loadNames(trx, store, facts, number, besides));
  });
  await names.build(table);
  return table;
}

async function followedLists(store: Store): Promise<FollowedList[]> {
  const rows = await store.db
    .selectFrom('lists as l')
    .leftJoin('list_screenings as s', 's.list_id', 'l.list_id')
    .select(['l.list_id', 'l.institution_id', 'l.kind', 'l.in_force'])
    .select(['s.done', 's.walking', 's.after_customer'])
    .orderBy('l.list_id')
    .execute();
  return rows
    .filter(({ kind }) => goesByName(kind))
    .map((row) => ({
      facts: { listId: row.list_id, institutionId: row.institution_id, kind: row.kind },
      inForce: row.in_force,
      done: row.done,
      walking: row.walking,
      after: row.after_customer ?? 0,
    }));
}

interface Progress {
  readonly done: number | null;
  readonly walking: number | null;
  readonly after: number;
}

const note = (store: Store, { listId }: ListFacts, { done, walking, after }: Progress) =>
  store.write((trx: Transaction) =>
    trx
      .insertInto('list_screenings')
      .values({ list_id: listId, done, walking, after_customer: after })
      .onConflict((conflict) =>
        conflict.column('list_id').doUpdateSet({ done, walking, after_customer: after }),
      )
      .execute(),
  );
