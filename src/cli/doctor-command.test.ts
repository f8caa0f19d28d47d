import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeOnStores } from '../store/test-stores.ts';
import { runDoctor } from './doctor-command.ts';

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describeOnStores('qorgan doctor', (open, place) => {
  const use = ({ dataDir, databaseUrl }: ReturnType<typeof place.options>): void => {
    vi.stubEnv('QORGAN_DATA', dataDir);
    vi.stubEnv('QORGAN_DATABASE_URL', databaseUrl);
  };

  test('makes nothing in a database that is empty', async () => {
    const fresh = await place.freshOptions();
    use(fresh);
    const before = await readdir(fresh.dataDir);
    expect(await runDoctor([], 'en')).toBe(0);
    expect(printed).toMatch(/✓ Database +there is none yet/);
    expect(await readdir(fresh.dataDir)).toEqual(before);
    printed = '';
    expect(await runDoctor([], 'en')).toBe(0);
    expect(printed).toMatch(/✓ Database +there is none yet/);
  });

  test('makes no embedded database either, and no folder for it', async () => {
    const { dataDir } = await place.freshOptions();
    vi.stubEnv('QORGAN_DATA', join(dataDir, 'not', 'yet'));
    expect(await runDoctor([], 'en')).toBe(0);
    expect(printed).toMatch(/✓ Database +there is none yet/);
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('looks through a database that is there, and writes nothing into it', async () => {
    const store = await open();
    use(place.options());
    expect(await runDoctor([], 'en')).toBe(0);
    expect(printed).toMatch(/✓ Database +ok/);
    expect(printed).toMatch(/✓ Audit +seq 0/);
    expect(await store.db.selectFrom('audit_head').selectAll().execute()).toEqual([]);
  });

  test('tells what is wrong with the settings, all of it, and goes on with the rest', async () => {
    use(await place.freshOptions());
    vi.stubEnv('QORGAN_PROT', '1');
    vi.stubEnv('PORT', 'many');
    expect(await runDoctor([], 'en')).toBe(1);
    expect(printed).toMatch(/✗ Settings +QRG_CONFIG_UNKNOWN: .*QORGAN_PROT/);
    expect(printed).toMatch(/✗ Settings +QRG_CONFIG_VALUE: .*PORT/);
    expect(printed).toMatch(/✓ Rules/);
  });

  test('does not bring an old schema up to date, it says so', async () => {
    const store = await open();
    use(place.options());
    const last = await store.pool.query(
      'DELETE FROM schema_migrations WHERE id = (SELECT max(id) FROM schema_migrations) RETURNING *',
    );
    expect(await runDoctor([], 'en')).toBe(1);
    expect(printed).toMatch(/✗ Database +QRG_STORE_OLD/);
    const { id, checksum, applied_at } = last.rows[0];
    await store.pool.query('INSERT INTO schema_migrations VALUES ($1, $2, $3)', [
      id,
      checksum,
      applied_at,
    ]);
  });
});
