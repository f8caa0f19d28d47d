import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SourceKind } from '../../../store/tables/watch.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import { openFetcher } from '../fetch/fetcher.ts';
import { type Answering, type LocalSite, page, serveSite } from '../fetch/hostile-site.fixture.ts';
import { WatchTown } from '../watch.fixture.ts';
import { runSource } from './run-source.ts';
import { sourceRows } from './source-view.ts';

const MIN = 60_000;

describeOnStores('a look at a source', (open) => {
  const pages: Record<string, Answering> = {};
  let town: WatchTown;
  let site: LocalSite;

  beforeAll(async () => {
    site = await serveSite(pages);
    town = new WatchTown(await open());
    await town.open([site.address]);
    const now = () => town.at;
    // Without the pace: it has tests of its own.
    const fetcher = openFetcher({ contact: 'x', allowedPrivate: [site.address], gapMs: 0, now });
    town.watch = { ...town.watch, fetcher };
  }, 120_000);
  afterAll(async () => {
    await town.close();
    await site.close();
  });

  const row = async (sourceId: number) => {
    const rows = await town.store.write((trx) =>
      sourceRows(trx, sql`s.source_id = ${sourceId}`, 1),
    );
    return rows[0];
  };

  async function source(kind: SourceKind, path: string): Promise<number> {
    const { sourceId } = await town.source(kind);
    await town.store.db
      .updateTable('watch_sources')
      .set({ url: site.origin + path, every_min: 30 })
      .where('source_id', '=', sourceId)
      .execute();
    return sourceId;
  }

  const look = async (sourceId: number) =>
    runSource(town.watch, await row(sourceId), 'test', AbortSignal.timeout(60_000));

  const waitMs = async (sourceId: number) => ((await row(sourceId)).next_at ?? 0) - town.at;

  it('takes its posts and comes again after its time', async () => {
    pages['/rss'] = page(
      '<rss><channel><item><guid>1</guid><title>Жаңалық</title></item></channel></rss>',
      'text/xml',
      { etag: '"7"' },
    );
    const id = await source('feed', '/rss');
    expect(await look(id)).toMatchObject({ new: 1, rejected: 0 });
    const after = await row(id);
    expect(after).toMatchObject({
      failures: 0,
      last_error: null,
      last_ok_at: town.at,
      cursor: { etag: '"7"' },
    });
    expect(await waitMs(id)).toBeGreaterThanOrEqual(30 * MIN);
    expect(await waitMs(id)).toBeLessThanOrEqual(33 * MIN);
  });

  it('that fails keeps its cursor and comes later each time', async () => {
    pages['/sometimes'] = page('<rss><channel></channel></rss>', 'text/xml', { etag: '"1"' });
    const id = await source('feed', '/sometimes');
    await look(id);
    pages['/sometimes'] = (_, response) => void response.writeHead(500).end();
    for (const failures of [1, 2, 3]) {
      await expect(look(id)).rejects.toMatchObject({ problem: { code: 'QRG_WATCH_STATUS' } });
      expect(await row(id)).toMatchObject({
        failures,
        cursor: { etag: '"1"' },
        last_error: { code: 'QRG_WATCH_STATUS', args: { status: 500 } },
      });
      const backOffMs = 30 * MIN * 2 ** failures;
      expect(await waitMs(id)).toBeGreaterThanOrEqual(backOffMs);
      expect(await waitMs(id)).toBeLessThanOrEqual(1.1 * backOffMs);
    }
  });

  it('comes again soon while there is more to read', async () => {
    const urls = Array.from({ length: 25 }, (_, i) => {
      pages[`/m${i}`] = page(`<p>page ${i}`);
      return `<url><loc>/m${i}</loc><lastmod>2026-01-01</lastmod></url>`;
    });
    pages['/map'] = page(`<urlset>${urls.join('')}</urlset>`, 'text/xml');
    const id = await source('sitemap', '/map');
    expect(await look(id)).toMatchObject({ new: 20 });
    expect(await waitMs(id)).toBeLessThan(MIN);
    expect(await look(id)).toMatchObject({ new: 5 });
    expect(await waitMs(id)).toBeGreaterThanOrEqual(30 * MIN);
  });

  // Last: the host rests from here on.
  it('comes when the site allows it', async () => {
    pages['/busy'] = (_, response) =>
      void response.writeHead(503, { 'retry-after': '36000' }).end();
    const id = await source('page', '/busy');
    await expect(look(id)).rejects.toMatchObject({ problem: { code: 'QRG_WATCH_LATER' } });
    expect(await waitMs(id)).toBe(36_000_000);
  });
});
