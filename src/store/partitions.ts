import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { withStoreErrors } from './store-error.ts';

/** Months this far back get a partition each; whatever is older shares the default one. A hostile date makes no table. */
const YEARS_BACK = 10;
/** SQLSTATE. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * A partition is attached under a lock that waits for readers and lets none past meanwhile: it waits for so long only, and
 * tries again after a pause in which they go on.
 */
const LOCK_MS = 300;
const ATTEMPTS = 5;

/** The month of a moment and the one after it: those that rows will come for next. Epoch ms. */
export function monthsAhead(now: number): number[] {
  const today = new Date(now);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  return [Date.UTC(year, month), Date.UTC(year, month + 1)];
}

/**
 * Makes sure that transfers of these months have their partition; call it before the first rows of a month. `months` are
 * the first moments of months, epoch ms UTC; the last ten years and the month to come are taken. Rows of the month that
 * already lie in the default partition (the clock was wrong for a while) move along. Throws QRG_STORE_SLOW when readers
 * leave no gap, QRG_STORE_…
 */
export async function ensurePartitions(
  client: Pick<pg.ClientBase, 'query'>,
  months: readonly number[],
  now = Date.now(),
): Promise<void> {
  const [thisMonth, nextMonth] = monthsAhead(now);
  const today = new Date(thisMonth);
  const oldest = Date.UTC(today.getUTCFullYear() - YEARS_BACK, today.getUTCMonth());
  await withStoreErrors(async () => {
    for (const month of months) {
      if (month >= oldest && month <= nextMonth) await ensurePartition(client, new Date(month));
    }
  });
}

async function ensurePartition(client: Pick<pg.ClientBase, 'query'>, month: Date): Promise<void> {
  const name = `transfers_${month.toISOString().slice(0, 7).replace('-', '_')}`;
  for (let attempt = 1; ; attempt++) {
    const { rows } = await client.query(`SELECT to_regclass('${name}') IS NOT NULL AS yes`);
    if (rows[0].yes) return;
    try {
      await client.query(attachSql(name, month));
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS)
        throw error;
      await pause(LOCK_MS);
    }
  }
}

/**
 * Several statements in one message are one transaction. Who makes partitions takes turns by the first lock, which keeps
 * nobody from reading or writing. Attaching a table, unlike CREATE TABLE … PARTITION OF, stops only those who use the
 * default partition.
 */
function attachSql(name: string, month: Date): string {
  const [from, to] = monthsAhead(month.getTime());
  return `
    SELECT set_config('lock_timeout', '${LOCK_MS}ms', true);
    LOCK TABLE transfers IN SHARE UPDATE EXCLUSIVE MODE;
    DO $$ BEGIN
      IF to_regclass('${name}') IS NOT NULL THEN RETURN; END IF;
      CREATE TABLE ${name} (LIKE transfers INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
      LOCK TABLE transfers_other IN ACCESS EXCLUSIVE MODE;
      WITH early AS (DELETE FROM transfers_other WHERE at >= ${from} AND at < ${to} RETURNING *)
        INSERT INTO ${name} SELECT * FROM early;
      ALTER TABLE transfers ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to});
    END $$`;
}
