import type pg from 'pg';
import { storeError } from './store-error.ts';

/** Runs statements on one connection of the pool, in one transaction. Throws QRG_STORE_… when the database fails. */
export async function inTransaction<T>(
  pool: Pick<pg.Pool, 'connect'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  let client: pg.PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // Closing the connection rolls back.
    client?.release(true);
    throw storeError(error);
  }
}
