import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore, type Store } from '../store/store.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { runBackup, runRestore } from './backup-command.ts';

describeOnStores('qorgan backup', (open, place) => {
  beforeEach(() => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const use = ({ dataDir, databaseUrl }: ReturnType<typeof place.options>): void => {
    vi.stubEnv('QORGAN_DATA', dataDir);
    vi.stubEnv('QORGAN_DATABASE_URL', databaseUrl);
  };
  const acts = async (store: Store) =>
    (await store.db.selectFrom('audit').select(['action', 'actor_kind', 'detail']).execute()).map(
      ({ action, actor_kind, detail }) => [action, actor_kind, detail],
    );

  test('who takes a copy is written down, in the copy too', async () => {
    const store = await open();
    const { dataDir } = place.options();
    const file = join(dataDir, 'copy.qorgan');
    use(place.options());
    expect(await runBackup([file], 'en')).toBe(0);
    const written = [['store.backup', 'terminal', { file }]];
    expect(await acts(store)).toEqual(written);
    const fresh = await place.freshOptions();
    use(fresh);
    vi.stubEnv('QORGAN_MASTER_KEY_FILE', join(dataDir, 'master.key'));
    expect(await runRestore([file], 'en')).toBe(0);
    const restored = await openStore({ ...fresh, masterKeyFile: join(dataDir, 'master.key') });
    expect(await acts(restored)).toEqual(written);
    await restored.close();
  });
});
