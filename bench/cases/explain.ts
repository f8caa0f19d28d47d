import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** What stands above the plans: written by hand, the rest by the run. */
const HEAD = `# The hot queries of cases, and how PostgreSQL answers them

Written by \`npm run bench:cases -- --explain\`: the statements as the service sends them, in the order of a page, with what
\`EXPLAIN (ANALYZE, BUFFERS)\` says of each on the store that the run has filled. Sealed values, hashes and sessions are left
out. How the case page reads is told in [A case in full](../explanation/case-file.md). The times are of one run, beside other
work on the machine; rows and buffers are what to compare.
`;

/** Of a plan so many lines: a partition a line is enough. */
const LINES_MOST = 32;

interface Asked {
  readonly text: string;
  readonly values: unknown[];
  /** The transaction had told the planner to take the order of an index. */
  readonly byIndex: boolean;
}

/** Statements that a pool runs while \`work\` goes on, reads of data only. */
export async function spied(pool: pg.Pool, work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  let byIndex = false;
  const watched = new Map<pg.PoolClient, pg.PoolClient['query']>();
  const watch = (client: pg.PoolClient): void => {
    if (watched.has(client)) return;
    const { query } = client;
    watched.set(client, query);
    client.query = ((first: unknown, values: unknown, ...rest: unknown[]) => {
      const text = typeof first === 'string' ? first : (first as { text?: string }).text;
      const given = Array.isArray(values) ? values : [];
      if (text?.includes("'enable_sort'")) byIndex = given.includes('off');
      else if (
        text !== undefined &&
        /^\s*(?:select|with)\b/i.test(text) &&
        !text.includes('set_config')
      )
        asked.push({ text, values: given, byIndex });
      return (query as (...args: unknown[]) => unknown).call(client, first, values, ...rest);
    }) as typeof client.query;
  };
  pool.on('acquire', watch);
  try {
    await work();
  } finally {
    pool.off('acquire', watch);
    for (const [client, query] of watched) client.query = query;
  }
  return asked;
}

/** Tables whose reading is what a page is made of. */
const HOT = /\b(?:transfers|cases|case_\w+|alerts|holds|identifiers|customers|accounts)\b/;

export async function writePlans(
  pool: pg.Pool,
  scope: { readonly institutionId: number },
  pages: readonly { readonly title: string; readonly asked: readonly Asked[] }[],
  about: string,
): Promise<void> {
  const parts = [HEAD, about];
  for (const { title, asked } of pages) {
    parts.push(`## ${title}`);
    for (const one of asked.filter(({ text }) => HOT.test(text)))
      parts.push(await planOf(pool, scope, one));
  }
  const file = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'case-queries.md');
  await writeFile(file, `${parts.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`);
}

async function planOf(
  pool: pg.Pool,
  { institutionId }: { readonly institutionId: number },
  { text, values, byIndex }: Asked,
): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN TRANSACTION READ ONLY');
    await client.query(
      `SELECT set_config('role', 'qorgan_reader', true), set_config('qorgan.institution', $1, true),
       set_config('qorgan.sees_all', 'off', true)`,
      [String(institutionId)],
    );
    if (byIndex) await client.query('SET LOCAL enable_sort = off');
    const { rows } = await client.query({
      text: `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`,
      values,
    });
    const lines: string[] = rows.map((row) => String(row['QUERY PLAN']));
    const shown = lines.slice(0, LINES_MOST).map(plain);
    const end = lines.filter((line) => line.startsWith('Execution Time')).map(plain);
    const more =
      lines.length > LINES_MOST ? [`… ${lines.length - LINES_MOST} lines more`, ...end] : [];
    return ['```sql', tidy(text), '```', '```', ...shown, ...more, '```'].join('\n');
  } catch (error) {
    // A table that readers may not see is read by the owner: it is no page of a reader.
    return ['```sql', tidy(text), '```', `(read by the owner: ${(error as Error).message})`].join(
      '\n',
    );
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 1_500);

/** Long lists of numbers and everything that was sealed or hashed tell a reader nothing. */
const plain = (line: string): string =>
  line
    .replace(/'\{[^']{60,}\}'/g, "'{…}'")
    .replace(/\\x[0-9a-f]{16,}/g, '\\x…')
    .slice(0, 300);
