import type pg from 'pg';

/** Months this far back get a partition each; whatever is older shares the default one. A hostile date makes no table. */
const YEARS_BACK = 10;

/**
 * Makes sure that transfers of these months have their partition. `months` are the first moments of months, epoch ms UTC.
 * Call it before the first row of a month comes: rows that lie in the default partition would be in the way.
 */
export async function ensurePartitions(
  client: Pick<pg.ClientBase, 'query'>,
  months: readonly number[],
  now = Date.now(),
): Promise<void> {
  for (const month of months) {
    const from = new Date(month);
    const year = from.getUTCFullYear();
    if (year < new Date(now).getUTCFullYear() - YEARS_BACK || month > now) continue;
    const to = Date.UTC(year, from.getUTCMonth() + 1);
    const name = `transfers_${year}_${String(from.getUTCMonth() + 1).padStart(2, '0')}`;
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF transfers FOR VALUES FROM (${month}) TO (${to})`,
    );
  }
}
