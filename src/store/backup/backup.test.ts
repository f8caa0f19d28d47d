import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectAlone } from '../connection.ts';
import { masterKeyFile } from '../master-key.ts';
import { ensurePartitions } from '../partitions.ts';
import { openStore, type Store, type StoreOptions } from '../store.ts';
import { describeOnBothStores } from '../test-stores.ts';
import { backup } from './backup.ts';
import { tablesInOrder } from './database-tables.ts';
import { restore } from './restore.ts';

const MONTH = Date.UTC(2026, 9);
const ROWS = 3_000;

describeOnBothStores('a backup', (open, place) => {
  let store: Store;
  let dir: string;
  let file: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'qorgan-backup-'));
    file = join(dir, 'town.qbak');
    store = await open();
    await fill(store);
    await backup(store, file);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  /** An empty database that has the master key of the first store. */
  const target = async (): Promise<StoreOptions> => {
    const options = await place.freshOptions();
    await copyFile(masterKeyFile(place.options().dataDir), masterKeyFile(options.dataDir));
    return options;
  };
  /** Everything in a database, as text, by table. */
  const contents = async (of: Store): Promise<Record<string, string[]>> => {
    const client = await of.pool.connect();
    try {
      const found: Record<string, string[]> = {};
      for (const { table } of await tablesInOrder(client)) {
        const { rows } = await client.query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`);
        found[table] = rows.map(({ row }) => row);
      }
      return found;
    } finally {
      client.release();
    }
  };

  it('brings back every row of every table, the keys, the sequences and the months', async () => {
    const options = await target();
    const manifest = await restore(options, file);
    const again = await openStore(options);
    const before = await contents(store);
    expect(await contents(again)).toEqual(before);
    expect(before.transfers).toHaveLength(ROWS);
    for (const { table, rows } of manifest.tables) expect(before[table], table).toHaveLength(rows);

    const account = await again.db.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
    expect(again.vault.open(account.name_sealed).toString()).toBe('A:0 «ә», \\N\t\n');
    expect(again.vault.hash('account', 'x')).toEqual(store.vault.hash('account', 'x'));

    const next = (of: Store) =>
      of.db
        .insertInto('institutions')
        .values({ code: `next${Math.random()}`, name: 'N', kind: 'bank', created_at: 1 })
        .returning('institution_id')
        .executeTakeFirstOrThrow();
    expect(await next(again)).toEqual(await next(store));
    const { rows } = await again.pool.query('SELECT count(*) AS rows FROM transfers_2026_10');
    expect(rows[0].rows).toBe(ROWS - 1);
    await expect(again.pool.query('DELETE FROM journal')).rejects.toThrow('append-only');
    await again.close();
  });

  it('is taken while others write, and holds one moment', async () => {
    const during = join(dir, 'during.qbak');
    let stopped = false;
    const writing = (async () => {
      for (let i = 0; !stopped; i++)
        await store.write(async (trx) => {
          // Both rows or none: a backup with one of them would not be of one moment.
          const at = 1;
          for (const kind of ['pair_a', 'pair_b'])
            await trx
              .insertInto('identifiers')
              .values({
                kind,
                value_hash: Buffer.from(`${i}`),
                institution_id: 1,
                account_no: at,
              })
              .execute();
        });
    })();
    await backup(store, during);
    stopped = true;
    await writing;
    const options = await target();
    await restore(options, during);
    const again = await openStore(options);
    const { rows } = await again.pool.query(
      `SELECT count(*) FILTER (WHERE kind = 'pair_a') AS a, count(*) FILTER (WHERE kind = 'pair_b') AS b FROM identifiers`,
    );
    expect(rows[0].a).toBe(rows[0].b);
    await again.close();
    await store.pool.query(`DELETE FROM identifiers WHERE kind LIKE 'pair%'`);
  });

  it('holds no name and no key in the clear, and is its owner’s only', async () => {
    const bytes = await readFile(file);
    const manifest = await restore(await target(), file);
    const plain = manifest.tables
      .map(({ from, bytes: length }) => gunzipSync(bytes.subarray(from, from + length)).toString())
      .join('\n');
    expect(plain).toContain('t17');
    expect(plain).not.toContain('A:0');
    const master = (await readFile(masterKeyFile(place.options().dataDir), 'utf8')).trim();
    expect(plain).not.toContain(master);
    expect(plain).not.toContain(Buffer.from(master, 'base64').toString('hex'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('that was cut anywhere is refused, and nothing is written', async () => {
    const whole = await readFile(file);
    const options = await target();
    const cut = join(dir, 'cut.qbak');
    for (const length of [
      0,
      1,
      15,
      16,
      60,
      whole.length >> 1,
      whole.length - 60,
      whole.length - 1,
    ]) {
      await writeFile(cut, whole.subarray(0, length));
      await expect(restore(options, cut), `${length}`).rejects.toMatchObject({
        problem: { code: 'QRG_BACKUP_DAMAGED' },
      });
    }
    await expectEmpty(options);
  });

  it('of which any byte was changed, or to which one was added, is refused, and nothing is written', async () => {
    const whole = await readFile(file);
    const options = await target();
    const altered = join(dir, 'altered.qbak');
    const places = [
      0,
      15,
      16,
      20,
      ...Array.from({ length: 24 }, (_, i) => Math.floor((whole.length * (i + 0.5)) / 24)),
    ];
    for (const back of [1, 9, 12, 16, 20, 48, 60, 100, 400]) places.push(whole.length - back);
    for (const at of places) {
      const bytes = Buffer.from(whole);
      bytes[at] ^= 1;
      await writeFile(altered, bytes);
      await expect(restore(options, altered), `byte ${at}`).rejects.toMatchObject({
        problem: { code: 'QRG_BACKUP_DAMAGED' },
      });
    }
    await writeFile(altered, Buffer.concat([whole, Buffer.from('\n')]));
    await expect(restore(options, altered)).rejects.toMatchObject({
      problem: { code: 'QRG_BACKUP_DAMAGED' },
    });
    await expectEmpty(options);
  });

  it('asks for the master key it was made under, before anything is written', async () => {
    const options = await place.freshOptions();
    await expect(restore(options, file)).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_KEY_MISSING' },
    });
    await expect(restore({ ...options, masterKey: randomBytes(32) }, file)).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_KEY_WRONG' },
    });
    await expectEmpty(options);
  });

  it('is never put over data that is there', async () => {
    await expect(restore(place.options(), file)).rejects.toMatchObject({
      problem: { code: 'QRG_RESTORE_NOT_EMPTY' },
    });
  });

  it('never replaces a file, and leaves none behind when it fails', async () => {
    const before = await readFile(file);
    await expect(backup(store, file)).rejects.toMatchObject({
      problem: { code: 'QRG_BACKUP_FILE', args: { reason: 'EEXIST' } },
    });
    expect(await readFile(file)).toEqual(before);
    await expect(stat(`${file}.partial`)).rejects.toThrow('ENOENT');
    const nowhere = join(dir, 'no', 'such', 'folder');
    await expect(backup(store, nowhere)).rejects.toMatchObject({
      problem: { code: 'QRG_BACKUP_FILE', args: { reason: 'ENOENT' } },
    });
    await expect(restore(await target(), nowhere)).rejects.toMatchObject({
      problem: { code: 'QRG_BACKUP_FILE', args: { reason: 'ENOENT' } },
    });
  });

  async function expectEmpty({ databaseUrl }: StoreOptions): Promise<void> {
    const client = await connectAlone({ connectionString: databaseUrl! });
    const { rows } = await client.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
    );
    await client.end();
    expect(rows).toEqual([]);
  }
});

async function fill(store: Store): Promise<void> {
  const { vault } = store;
  await ensurePartitions(store.pool, [MONTH], MONTH);
  await store.write(async (trx) => {
    for (const code of ['A', 'B'])
      await trx
        .insertInto('institutions')
        .values({ code, name: `Банк «${code}»`, kind: 'bank', created_at: 1 })
        .execute();
    const name = 'A:0 «ә», \\N\t\n';
    await trx
      .insertInto('accounts')
      .values({
        ...{ account_no: 0, institution_id: 1, created_at: 1, facts: '{"a":[1,null,"x\\ty"]}' },
        ...{ name_hash: vault.hash('account', name), name_sealed: vault.seal(name) },
      })
      .execute();
    const bytes = randomBytes(32);
    await trx
      .insertInto('journal')
      .values({ seq: 1, count: ROWS, at: 1, prev: bytes, hash: bytes, sealed: vault.seal('facts') })
      .execute();
    const transfers = Array.from({ length: ROWS }, (_, i) => ({
      ...{ seq: i + 1, institution_id: 1, transfer_id: `t${i}`, at: i === 0 ? 5 : MONTH + i },
      ...{ received_at: MONTH, payer: 0, payee: i, amount_minor: Number.MAX_SAFE_INTEGER - i },
      ...{
        channel: 1,
        purpose: 2,
        score: i / 7,
        verdict: i % 3,
        said: i % 2 === 0 ? '{"s":"\\\\N"}' : null,
      },
    }));
    for (let i = 0; i < ROWS; i += 1_000)
      await trx
        .insertInto('transfers')
        .values(transfers.slice(i, i + 1_000))
        .execute();
  });
}
