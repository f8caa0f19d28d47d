import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import { openArchive } from '../../../watch/evidence/archive.ts';
import { textOf } from '../../../watch/evidence/bytes.ts';
import { orThrow } from '../../or-throw.ts';
import { verifyPackage } from '../evidence/verify-package.ts';
import { offer, sourcePost, WatchTown } from '../watch.fixture.ts';

describeOnStores('sealed copies', (open) => {
  let town: WatchTown;

  beforeAll(async () => {
    town = new WatchTown(await open());
    await town.open();
  }, 120_000);
  afterAll(() => town.close());

  it('are of the row of a file, and not of the page that the row names', async () => {
    const source = await town.source();
    const url = 'https://nobody-asked.example/7';
    await town.take(source, sourcePost('7', offer('@row_hr'), { url }));
    const { package_sealed, ...row } = await town.store.db
      .selectFrom('captures')
      .select(['url', 'status', 'package_sealed'])
      .where('post_id', '=', await town.idOf(source, '7'))
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ url: 'urn:post:7', status: null });
    const bytes = town.store.vault.open(package_sealed);
    const { files } = orThrow(openArchive(bytes));
    expect(JSON.parse(textOf(files.get('capture.json')!)!)).toMatchObject({
      cameBy: 'file',
      finalUrl: 'urn:post:7',
      status: 0,
    });
    const warc = textOf(files.get('record.warc')!);
    expect(warc).toContain('WARC-Type: resource');
    expect(warc).not.toContain('HTTP/1.1');
    const checks = await verifyPackage(bytes);
    expect(checks.filter(({ result }) => result === 'altered')).toEqual([]);
    expect(checks.find(({ check }) => check === 'warc')?.result).toBe('valid');
  });
});
