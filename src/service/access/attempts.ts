import { sql } from 'kysely';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Access } from './access.ts';
import { addressGroup } from './address-group.ts';
import { fade, LOCKOUTS, type LockoutKind, lockoutMs } from './lockout.ts';

/** One thing that an attempt is counted against. */
export interface Counted {
  readonly kind: LockoutKind;
  readonly key: string;
}

/** A row that nothing was added to for so long is thrown away, however many failures it had. */
const FORGOTTEN_MS = 86_400_000;
const PURGE_MOST = 100;

/** An attempt to sign in: counts for the name that was typed, whether there is such a person or not, and for the address. */
export const attemptOn = (kind: 'login' | 'code', key: string, address: string): Counted[] => [
  // Always in this order, so that two attempts never hold what the other one waits for.
  { kind: 'address', key: addressGroup(address) },
  { kind, key },
];

/**
 * Counts an attempt as failed before anything is checked, so that a thousand at once are a thousand. Kept in the store: a
 * restart forgives nobody. Fails with QRG_SIGN_IN_WAIT, and then nothing was counted.
 */
export function beginAttempt(access: Access, counted: readonly Counted[]): Promise<Result<void>> {
  const { store } = access;
  const now = access.now();
  return store.write(async (trx) => {
    const rows = [];
    for (const one of counted) rows.push(await lockedRow(trx, store, one, now));
    const waitMs = Math.max(...rows.map((row) => waitOf(row, now)));
    if (waitMs > 0) return fail('QRG_SIGN_IN_WAIT', { seconds: Math.ceil(waitMs / 1000) });
    for (const row of rows) await countFailure(trx, row, now);
    await forgetOld(trx, now);
    return ok(undefined);
  });
}

/** Takes an attempt back that was good: the account starts anew, the address keeps what others did. */
export async function forgive(
  store: Store,
  trx: Transaction,
  counted: readonly Counted[],
): Promise<void> {
  for (const one of counted) {
    const { kind, key_hash } = keyOf(store, one);
    if (kind === 'address')
      await trx
        .updateTable('sign_in_failures')
        .set({ failures: sql`greatest(failures - 1, 0)`, locked_until: 0 })
        .where('kind', '=', kind)
        .where('key_hash', '=', key_hash)
        .execute();
    else
      await trx
        .deleteFrom('sign_in_failures')
        .where('kind', '=', kind)
        .where('key_hash', '=', key_hash)
        .execute();
  }
}

interface Row {
  readonly kind: LockoutKind;
  readonly key_hash: Buffer;
  readonly failures: number;
  readonly faded_at: number;
  readonly locked_until: number;
}

const keyOf = (store: Store, { kind, key }: Counted) => ({
  kind,
  key_hash: store.vault.hash('attempt', `${kind}\0${key}`),
});

async function lockedRow(
  trx: Transaction,
  store: Store,
  counted: Counted,
  now: number,
): Promise<Row> {
  const key = keyOf(store, counted);
  const row = await trx
    .insertInto('sign_in_failures')
    .values({ ...key, failures: 0, faded_at: now, locked_until: 0 })
    // An update of nothing: takes the row's lock and reads it in one go.
    .onConflict((conflict) => conflict.columns(['kind', 'key_hash']).doUpdateSet(key))
    .returning(['failures', 'faded_at', 'locked_until'])
    .executeTakeFirstOrThrow();
  return { ...key, ...row };
}

/** Never longer than the longest wait, even when the clock was set back. */
const waitOf = ({ kind, locked_until }: Row, now: number): number =>
  Math.min(locked_until - now, LOCKOUTS[kind].mostMs);

async function countFailure(trx: Transaction, row: Row, now: number): Promise<void> {
  const left = fade(row.kind, { failures: row.failures, at: row.faded_at }, now);
  const failures = left.failures + 1;
  const waitMs = lockoutMs(row.kind, failures);
  await trx
    .updateTable('sign_in_failures')
    .set({ failures, faded_at: left.at, locked_until: waitMs === 0 ? 0 : now + waitMs })
    .where('kind', '=', row.kind)
    .where('key_hash', '=', row.key_hash)
    .execute();
}

async function forgetOld(trx: Transaction, now: number): Promise<void> {
  await sql`
    DELETE FROM sign_in_failures WHERE (kind, key_hash) IN (
      SELECT kind, key_hash FROM sign_in_failures WHERE faded_at <= ${now - FORGOTTEN_MS}
      LIMIT ${PURGE_MOST} FOR UPDATE SKIP LOCKED)`.execute(trx);
}
