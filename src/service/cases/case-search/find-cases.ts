import { type RawBuilder, sql } from 'kysely';
import type { ExactKey } from '../../../screening/lists/exact-key.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import { contactHash } from '../../watch/posts/contact-hash.ts';
import { wordHash } from '../case-words.ts';
import type { ReadSearch } from './read-search.ts';

/** Cases that one search gives to a list, latest first: of more nobody reads, and the words should be more. */
const FOUND_MOST = 1_000;
/** Things that one identifier leads to: accounts, customers, posts. */
const THINGS_MOST = 500;

/**
 * Ids of cases that a search means, latest first, as far as the reader of the transaction may see them: by number, by
 * an identifier of somebody or something that belongs to the case, by words of the title. Titles are sealed: they are found
 * by keyed hashes of whole words, not by parts of them.
 */
export async function findCases(
  trx: Transaction,
  { vault }: Pick<Store, 'vault'>,
  search: ReadSearch,
  /** As numbers begin here: 'KZ'. */
  country: string,
): Promise<number[]> {
  const ways = [
    ...byNumber(search, country),
    ...byWords(search, vault),
    ...(await byIdentifiers(trx, search.keys, vault)),
  ];
  if (ways.length === 0) return [];
  const { rows } = await sql<{ case_id: number }>`
    SELECT DISTINCT case_id FROM (${sql.join(ways, sql` UNION ALL `)}) found
    ORDER BY case_id DESC LIMIT ${FOUND_MOST}`.execute(trx);
  return rows.map(({ case_id }) => case_id);
}

/** Years in which a number of a few digits may have been given. */
const YEARS = Array.from({ length: 31 }, (_, i) => 2020 + i);

/** The number of a case, or the same digits in any of the years. */
function byNumber({ number }: ReadSearch, country: string): RawBuilder<unknown>[] {
  if (number === undefined) return [];
  const all = number.includes('-') ? [number] : YEARS.map((year) => `${country}-${year}-${number}`);
  return [sql`SELECT case_id FROM cases WHERE number = ANY (${all}::text[])`];
}

/** Cases whose title has all of the words: the hashes of the rarest decide how many are looked at. */
function byWords({ words }: ReadSearch, vault: Store['vault']): RawBuilder<unknown>[] {
  if (words.length === 0) return [];
  const hashes = words.map((word) => wordHash(vault, word));
  const [first, ...rest] = hashes;
  const others = rest.map(
    (hash) =>
      sql`AND EXISTS (SELECT FROM case_words o WHERE o.hash = ${hash} AND o.case_id = w.case_id)`,
  );
  return [
    sql`(SELECT w.case_id FROM case_words w WHERE w.hash = ${first} ${sql.join(others, sql` `)}
      ORDER BY w.case_id DESC LIMIT ${FOUND_MOST})`,
  ];
}

/** Cases that something belongs to which an identifier leads to. */
async function byIdentifiers(
  trx: Transaction,
  keys: readonly ExactKey[],
  vault: Store['vault'],
): Promise<RawBuilder<unknown>[]> {
  if (keys.length === 0) return [];
  const hashes = keys.map(({ kind, value }) => vault.hash(kind, value));
  const { accounts, customers } = await partiesOf(trx, keys, hashes);
  const posts = await postsWith(trx, keys, vault);
  const ways = [
    sql`SELECT case_id FROM case_items WHERE removed_at IS NULL AND kind = 'account' AND ref = ANY (${texts(accounts)}::text[])`,
    sql`SELECT case_id FROM case_items WHERE removed_at IS NULL AND kind = 'customer' AND ref = ANY (${texts(customers)}::text[])`,
    sql`SELECT case_id FROM case_items WHERE removed_at IS NULL AND kind = 'post' AND ref = ANY (${texts(posts)}::text[])`,
    sql`SELECT case_id FROM case_items WHERE removed_at IS NULL AND kind = 'alert' AND ref = ANY (
      ARRAY(SELECT alert_id::text FROM alerts WHERE account_no = ANY (${accounts}::int[])))`,
    sql`SELECT case_id FROM case_statement_keys WHERE hash = ANY (${hashes}::bytea[])`,
  ];
  if (accounts.length > 0) {
    const members = accounts.map((account) => JSON.stringify({ members: [{ account }] }));
    ways.push(sql`SELECT i.case_id FROM unnest(${members}::text[]) member
      JOIN case_networks n ON n.body @> member::jsonb
      JOIN case_items i ON i.kind = 'network' AND i.ref = n.network_id
        AND i.institution_id = n.institution_id AND i.removed_at IS NULL`);
  }
  return ways;
}

const texts = (numbers: readonly number[]): string[] => numbers.map(String);

/** Customers that are known by an identifier, and accounts that are, or that are theirs. */
async function partiesOf(
  trx: Transaction,
  keys: readonly ExactKey[],
  hashes: readonly Buffer[],
): Promise<{ accounts: number[]; customers: number[] }> {
  const { rows } = await sql<{ account_no: number | null; customer_id: number | null }>`
    SELECT coalesce(d.account_no, a.account_no) AS account_no, d.customer_id
    FROM identifiers d LEFT JOIN accounts a ON a.customer_id = d.customer_id
    WHERE d.value_hash = ANY (${[...hashes]}::bytea[]) AND d.kind = ANY (${keys.map(({ kind }) => kind)}::text[])
    UNION SELECT account_no, customer_id FROM accounts WHERE name_hash = ANY (${[...hashes]}::bytea[])
    LIMIT ${THINGS_MOST}`.execute(trx);
  const some = (column: 'account_no' | 'customer_id'): number[] => [
    ...new Set(rows.flatMap((row) => row[column] ?? [])),
  ];
  return { accounts: some('account_no'), customers: some('customer_id') };
}

/** Kinds of identifier that posts carry, by the name that contacts have there. */
const IN_POSTS = {
  phone: 'phone',
  handle: 'handle',
  card: 'card',
  account: 'iban',
  wallet: 'wallet',
} as const;

async function postsWith(
  trx: Transaction,
  keys: readonly ExactKey[],
  vault: Store['vault'],
): Promise<number[]> {
  const hashes = keys.flatMap(({ kind, value }) => {
    const as = IN_POSTS[kind as keyof typeof IN_POSTS];
    return as === undefined ? [] : [contactHash(vault, { kind: as, value })];
  });
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ post_id: number }>`
    SELECT DISTINCT post_id FROM post_contacts WHERE hash = ANY (${hashes}::bytea[])
    ORDER BY post_id DESC LIMIT ${THINGS_MOST}`.execute(trx);
  return rows.map(({ post_id }) => post_id);
}
