import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Scope, Transaction } from '../../store/store.ts';
import type { CaseItemKind } from '../../store/tables/cases.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseDeps } from './deps.ts';
import { keepNetworks } from './kept-networks.ts';

/** A thing that belongs to a case: kind and its own number or id. */
export interface CaseThing {
  readonly kind: CaseItemKind;
  readonly ref: string;
}

/** Things of one case. */
export const ITEMS_MOST = 1_000;

export const nameOfThing = ({ kind, ref }: CaseThing): string => `${kind}:${ref}`;

/** Where a thing is looked up by its number; an account may be known by its transfers only, see below. */
const NUMBERED: Readonly<Partial<Record<CaseItemKind, { table: string; column: string }>>> = {
  alert: { table: 'alerts', column: 'alert_id' },
  customer: { table: 'customers', column: 'customer_id' },
  transfer: { table: 'transfers', column: 'seq' },
  post: { table: 'posts', column: 'post_id' },
  campaign: { table: 'campaigns', column: 'campaign_id' },
  report: { table: 'reports', column: 'report_id' },
  hold: { table: 'holds', column: 'hold_id' },
  takedown: { table: 'takedowns', column: 'takedown_id' },
  package: { table: 'packages', column: 'package_id' },
  statement: { table: 'case_statements', column: 'statement_id' },
};

const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const ACCOUNT_MOST = 2_147_483_647;

/** Throws QRG_CASE_ITEM_UNKNOWN for the first thing that is not there, or that the reader may not see. */
export async function mustBeThere(
  { store }: Pick<CaseDeps, 'store'>,
  scope: Scope,
  things: readonly CaseThing[],
): Promise<void> {
  if (things.length === 0) return;
  await store.read(scope, async (trx) => {
    for (const kind of new Set(things.map((thing) => thing.kind))) {
      const refs = [...new Set(things.filter((one) => one.kind === kind).map(({ ref }) => ref))];
      const seen = await seenOf(trx, kind, refs);
      const missing = refs.find((ref) => !seen.has(ref));
      if (missing !== undefined)
        throw new QorganError('QRG_CASE_ITEM_UNKNOWN', {
          item: nameOfThing({ kind, ref: missing }),
        });
    }
  });
}

async function seenOf(
  trx: Transaction,
  kind: CaseItemKind,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  if (kind === 'network') {
    const { rows } = await sql<{ ref: string }>`
      SELECT network_id AS ref FROM networks WHERE network_id = ANY (${refs}::text[])`.execute(trx);
    return new Set(rows.map(({ ref }) => ref));
  }
  const numbers = refs.filter((ref) => NUMBER.test(ref));
  const place = NUMBERED[kind];
  const { rows } =
    place === undefined
      ? await accountsSeen(
          trx,
          numbers.filter((ref) => Number(ref) <= ACCOUNT_MOST),
        )
      : await sql<{ ref: string }>`
          SELECT ${sql.ref(place.column)}::text AS ref FROM ${sql.table(place.table)}
          WHERE ${sql.ref(place.column)} = ANY (${numbers}::bigint[])`.execute(trx);
  return new Set(rows.map(({ ref }) => ref));
}

/** Of the reader's institution, or with a transfer that it reported. */
const accountsSeen = (trx: Transaction, numbers: readonly string[]) =>
  sql<{ ref: string }>`
    SELECT n::text AS ref FROM unnest(${numbers}::int[]) n
    WHERE EXISTS (SELECT FROM accounts WHERE account_no = n)
      OR EXISTS (SELECT FROM transfers WHERE payer = n)
      OR EXISTS (SELECT FROM transfers WHERE payee = n)`.execute(trx);

export interface Adding {
  readonly at: number;
  /** User id; null: Qorgan. */
  readonly by: number | null;
  readonly reason?: string | undefined;
}

/**
 * Adds things to a case whose lock the caller holds; those it has already are left as they are. Whether they are there, and to
 * be seen, is the caller's to ask. Returns the new ones. Throws QRG_CASE_LIMIT.
 */
export async function addThings(
  { store }: Pick<CaseDeps, 'store'>,
  trx: Transaction,
  { case_id, institution_id }: Pick<CaseRow, 'case_id' | 'institution_id'>,
  things: readonly CaseThing[],
  { at, by, reason }: Adding,
): Promise<CaseThing[]> {
  const had = await trx
    .selectFrom('case_items')
    .select(['kind', 'ref'])
    .where('case_id', '=', case_id)
    .where('removed_at', 'is', null)
    .execute();
  const names = new Set(had.map(nameOfThing));
  const fresh = things.filter((thing) => {
    const name = nameOfThing(thing);
    return !names.has(name) && names.add(name);
  });
  if (names.size > ITEMS_MOST)
    throw new QorganError('QRG_CASE_LIMIT', { what: 'items', most: ITEMS_MOST });
  if (fresh.length > 0)
    await trx
      .insertInto('case_items')
      .values(
        fresh.map(({ kind, ref }) => ({
          case_id,
          institution_id,
          kind,
          ref,
          added_at: at,
          added_by: by,
          reason_sealed: reason === undefined ? null : store.vault.seal(reason),
        })),
      )
      .execute();
  const networks = fresh.filter(({ kind }) => kind === 'network').map(({ ref }) => ref);
  await keepNetworks(trx, institution_id, networks, at);
  return fresh;
}
