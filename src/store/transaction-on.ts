import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Transaction } from './store.ts';
import type { Tables } from './tables/index.ts';

/**
 * Queries of kysely inside a transaction that somebody else has begun on a connection of their own, and will end: the writer
 * of the journal commits rows of other areas together with its block.
 */
export function transactionOn(client: Pick<pg.ClientBase, 'query'>): Transaction {
  const borrowed = {
    query: client.query.bind(client),
    // Not ours to give back.
    release() {},
  } as unknown as pg.PoolClient;
  const dialect = new PostgresDialect({
    pool: { connect: async () => borrowed, end: async () => {}, options: {} },
  });
  return new Kysely<Tables>({ dialect }) as unknown as Transaction;
}
