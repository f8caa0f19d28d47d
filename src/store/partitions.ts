import type pg from 'pg';

/** Months this far back get a partition each; whatever is older shares the default one. A hostile date makes no table. */
const YEARS_BACK = 10;
/** Key of the advisory lock under which a partition is made: 'qrgpar' in ASCII, as a number. */
const PARTITION_LOCK = 0x717267706172;

/**
 * Makes sure that transfers of these months have their partition; call it outside of a transaction, before the first rows
 * of a month. `months` are the first moments of months, epoch ms UTC; the last ten years and the month to come are taken.
 * Rows of the month that already lie in the default partition (the clock was wrong for a while) move along.
 */
export async function ensurePartitions(
  client: Pick<pg.ClientBase, 'query'>,
  months: readonly number[],
  now = Date.now(),
): Promise<void> {
  const today = new Date(now);
  const oldest = Date.UTC(today.getUTCFullYear() - YEARS_BACK, today.getUTCMonth());
  const newest = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1);
  for (const month of months) {
    if (month >= oldest && month <= newest) await ensurePartition(client, new Date(month));
  }
}

async function ensurePartition(client: Pick<pg.ClientBase, 'query'>, month: Date): Promise<void> {
  const [year, index] = [month.getUTCFullYear(), month.getUTCMonth()];
  const name = `transfers_${year}_${String(index + 1).padStart(2, '0')}`;
  const [from, to] = [Date.UTC(year, index), Date.UTC(year, index + 1)];
  const { rows } = await client.query(`SELECT to_regclass('${name}') IS NOT NULL AS yes`);
  if (rows[0].yes) return;
  // Several statements in one message are one transaction. Attaching, unlike CREATE … PARTITION OF, lets readers go on.
  await client.query(`
    SELECT pg_advisory_xact_lock(${PARTITION_LOCK});
    DO $$ BEGIN
      IF to_regclass('${name}') IS NOT NULL THEN RETURN; END IF;
      CREATE TABLE ${name} (LIKE transfers INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
      LOCK TABLE transfers_other IN ACCESS EXCLUSIVE MODE;
      WITH early AS (DELETE FROM transfers_other WHERE at >= ${from} AND at < ${to} RETURNING *)
        INSERT INTO ${name} SELECT * FROM early;
      ALTER TABLE transfers ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to});
    END $$`);
}
