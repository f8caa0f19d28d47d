import type pg from 'pg';
import { fakeIin } from '../../src/domain/fake/iin.ts';
import { createRandom } from '../../src/domain/random.ts';
import { wordHash } from '../../src/service/cases/case-words.ts';
import { ensurePartitions } from '../../src/store/partitions.ts';
import type { Store } from '../../src/store/store.ts';

/** How much of everything is put into the store. */
export interface Filling {
  readonly cases: number;
  readonly transfers: number;
  /** Institution of every second case and transfer; the rest is of the other. */
  readonly own: number;
  readonly other: number;
  /** Works on the first hundred cases of the own institution. */
  readonly userId: number;
}

/** What a load asks for: it must be there. */
export interface Filled {
  readonly iins: readonly string[];
  readonly words: readonly string[];
  readonly largeCases: readonly number[];
}

/** Accounts of one case; its ring. */
const RING = 8;
/** One case in so many is of a large ring: a fifth of all transfers is of these. */
const LARGE_EACH = 1_000;
const PEOPLE_KNOWN = 500;
const WORDS = 2_000;
const DAY_MS = 86_400_000;
const DAYS = 180;

/**
 * Fills the store by INSERT … SELECT: rings that pay each other, large rings, strangers; cases with accounts, alerts, tasks,
 * events and words of titles. Sealed columns hold one sealed text: the database does not care what it says.
 */
export async function fill(store: Store, filling: Filling, now: number): Promise<Filled> {
  const client = await store.pool.connect();
  try {
    // Millions of rows in one statement take longer than any that a person waits for.
    await client.query('SET statement_timeout = 0');
    await client.query('SET synchronous_commit = off');
    return await fillBy(client, store, filling, now);
  } finally {
    // Its settings are nobody else's.
    client.release(true);
  }
}

async function fillBy(
  client: pg.PoolClient,
  store: Store,
  filling: Filling,
  now: number,
): Promise<Filled> {
  const { cases, transfers, own, other, userId } = filling;
  const { vault } = store;
  const random = createRandom(1);
  const since = now - DAYS * DAY_MS;
  const months: number[] = [];
  for (let at = since; at < now + 31 * DAY_MS; at += 28 * DAY_MS) {
    const date = new Date(at);
    months.push(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()));
  }
  await ensurePartitions(client, [...new Set(months)]);
  const accounts = cases * RING;
  const name = vault.seal('KZ00TEST000000000001');
  const text = vault.seal('Дропперы и сборщик');
  const person = vault.seal(
    JSON.stringify({ name: 'Тестов Тест', kind: 'person', identifiers: [], openedAt: since }),
  );
  // Row i is of the own institution when i is even.
  const whose = (i: string) => `CASE WHEN ${i} % 2 = 0 THEN ${own} ELSE ${other} END`;
  const run = (sql: string, values: unknown[] = []) => client.query(sql, values);

  await run(
    `INSERT INTO customers (institution_id, external_id, sealed, updated_at)
     SELECT ${whose(`(i / ${RING})`)}, 'c' || i, $1, $2 FROM generate_series(0, $3::int - 1) i`,
    [person, now, accounts],
  );
  await run(
    `INSERT INTO accounts (account_no, institution_id, name_hash, name_sealed, customer_id, created_at)
     SELECT i, ${whose(`(i / ${RING})`)}, sha256(('a' || i)::bytea), $1,
       (SELECT min(customer_id) FROM customers) + i, $2 FROM generate_series(0, $3::int - 1) i`,
    [name, since, accounts],
  );
  const iins = Array.from({ length: PEOPLE_KNOWN }, () =>
    fakeIin(random, { bornAt: Date.UTC(1985, 3, 1 + random.int(0, 5_000)), sex: 'male' }),
  );
  await run(
    `INSERT INTO identifiers (kind, value_hash, institution_id, customer_id, account_no)
     SELECT 'iin', sha256(('p' || customer_id)::bytea), institution_id, customer_id, NULL FROM customers`,
  );
  await run(
    `INSERT INTO identifiers (kind, value_hash, institution_id, customer_id, account_no)
     SELECT 'iin', h, ${own}, (SELECT min(customer_id) FROM customers) + (place - 1) * ${2 * RING} % $2::int, NULL
     FROM unnest($1::bytea[]) WITH ORDINALITY k (h, place)`,
    [iins.map((iin) => vault.hash('iin', iin)), accounts],
  );
  const large = Math.max(1, Math.floor(cases / LARGE_EACH));
  const ofLarge = Math.floor(transfers / 5);
  const ofRings = Math.floor((transfers * 3) / 5);
  const said = JSON.stringify({
    signals: [
      {
        rule: 'fast-pass-through',
        typology: 'transit',
        subject: 'payer',
        points: 40,
        strength: 1,
        facts: {},
      },
    ],
    reconsidered: [],
    grounds: [],
    listHits: [],
    refundRisk: false,
  });
  // Ring of row i, and both ends inside of it; of strangers any two accounts.
  const insert = (first: number, count: number, ring: string | undefined) =>
    run(
      `INSERT INTO transfers (seq, institution_id, transfer_id, at, received_at, payer, payee, amount_minor, channel,
         purpose, score, verdict, said)
       SELECT seq, ${whose('ring')}, 't' || seq, at, at, payer,
         CASE WHEN payee = payer THEN (payee + 1) % ${accounts} ELSE payee END,
         1000 + (seq * 7919) % 90000000, 1, 0, CASE WHEN seq % 3 = 0 THEN 71 ELSE 12 END,
         CASE WHEN seq % 3 = 0 THEN 1 ELSE 0 END, CASE WHEN seq % 3 = 0 THEN $1 END
       FROM (SELECT i + ${first} AS seq, ring, ${since} + (i::bigint * 7919 % ${(DAYS * DAY_MS) / 1000}) * 1000 AS at,
         ${ring === undefined ? `(i::bigint * 48271 % ${accounts})::int` : `(ring * ${RING} + i / 3 % ${RING})::int`} AS payer,
         ${ring === undefined ? `(i::bigint * 69621 % ${accounts})::int` : `(ring * ${RING} + (i / 5 + 1) % ${RING})::int`} AS payee
         FROM (SELECT i, ${ring ?? '(i / 2)'} AS ring FROM generate_series(1, $2::bigint) i) rows) moved`,
      [said, count],
    );
  await insert(0, ofRings, `(i % ${cases})`);
  await insert(ofRings, ofLarge, `(i % ${large}) * ${LARGE_EACH} % ${cases}`);
  await insert(ofRings + ofLarge, transfers - ofRings - ofLarge, undefined);

  await run(
    `INSERT INTO alerts (institution_id, account_no, opened_at, last_at, score, verdict, transfers, amount_minor, last_seq)
     SELECT ${whose('i')}, i * ${RING}, ${now} - i % 1000 * 3600000::bigint, ${now}, 71, 1, 3, 1000000, 1
     FROM generate_series(0, $1::int - 1) i`,
    [cases],
  );
  await run(
    `INSERT INTO cases (institution_id, number, title_sealed, state, outcome, opened_at, opened_from, assignee, figured_at,
       reach_minor, harm_minor, priority, next_due_at, tlp, closed_at, updated_at)
     SELECT ${whose('i')}, 'KZ-2026-' || lpad((i + 1)::text, 6, '0'), $1,
       CASE WHEN i % 5 = 0 THEN 'open' WHEN i % 5 = 1 THEN 'in_work' ELSE 'closed' END,
       CASE WHEN i % 5 > 1 THEN 'confirmed' END, ${now} - i % 1000 * 3600000::bigint, 'alert',
       CASE WHEN i < 200 THEN $2::bigint END, ${now}, i::bigint * 104729 % 1000000000, 0, i::bigint * 104729 % 1000000000,
       CASE WHEN i % 5 < 2 THEN ${now} + (i % 480 - 240) * 3600000::bigint END, 'amber',
       CASE WHEN i % 5 > 1 THEN ${now} END, ${now}
     FROM generate_series(0, $3::int - 1) i`,
    [text, userId, cases],
  );
  // Number of the first case: the rest follows it.
  const { rows } = await run('SELECT min(case_id)::int AS first FROM cases');
  const first: number = rows[0].first;
  await run(
    `INSERT INTO case_items (case_id, institution_id, kind, ref, added_at)
     SELECT ${first} + i / ${RING}, ${whose(`(i / ${RING})`)}, 'account', i::text, ${now}
     FROM generate_series(0, $1::int - 1) i`,
    [accounts],
  );
  await run(
    `INSERT INTO case_items (case_id, institution_id, kind, ref, added_at)
     SELECT ${first} + account_no / ${RING}, institution_id, 'alert', alert_id::text, ${now} FROM alerts`,
  );
  await run(
    `INSERT INTO case_events (case_id, version, institution_id, at, actor, act, state, detail, note_sealed)
     SELECT case_id, v, institution_id, opened_at + v * 60000, 'person', CASE WHEN v = 1 THEN 'open' ELSE 'note' END,
       state, '{}', $1 FROM cases CROSS JOIN generate_series(1, 5) v`,
    [text],
  );
  await run(
    `INSERT INTO case_tasks (case_id, institution_id, title_sealed, due_at, created_at)
     SELECT case_id, institution_id, $1, next_due_at, opened_at FROM cases CROSS JOIN generate_series(1, 2)
     WHERE next_due_at IS NOT NULL`,
    [text],
  );
  const words = Array.from({ length: WORDS }, (_, i) => `слово${i}`);
  await run(
    `INSERT INTO case_words (case_id, institution_id, hash)
     SELECT DISTINCT case_id, institution_id, ($1::bytea[])[1 + (case_id * 31 * n) % ${WORDS}]
     FROM cases CROSS JOIN generate_series(1, 4) n`,
    [words.map((word) => wordHash(vault, word))],
  );
  await run('INSERT INTO case_numbers (year, last) VALUES (2026, $1)', [cases]);
  await run('ANALYZE');
  return {
    iins,
    words,
    largeCases: Array.from({ length: large }, (_, i) => first + ((i * LARGE_EACH) % cases)).filter(
      (id) => (id - first) % 2 === 0,
    ),
  };
}
