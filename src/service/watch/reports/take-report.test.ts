import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import { MOST_TEXT } from '../../../watch/sources/source-post.ts';
import { openPost } from '../posts/kept-post.ts';
import { WatchTown } from '../watch.fixture.ts';
import { takeReport } from './take-report.ts';

describeOnStores('a report', (open) => {
  let town: WatchTown;

  beforeAll(async () => {
    town = new WatchTown(await open());
    await town.open();
  }, 120_000);
  afterAll(() => town.close());

  it('is taken though somebody gave another source the name of its own', async () => {
    await town.store.db
      .insertInto('watch_sources')
      .values({ kind: 'page', name: '(reports)', created_at: town.at, created_by: 'test' })
      .execute();
    const told = { story: 'offer', text: 'Предлагают сдать карту', links: [], asks: [] } as const;
    await takeReport(town.watch, told);
    await takeReport(town.watch, told);
    const sources = await town.store.db
      .selectFrom('watch_sources')
      .select(['kind', 'posts'])
      .where('kind', '=', 'reports')
      .execute();
    expect(sources).toEqual([{ kind: 'reports', posts: 2 }]);
  });

  it('is no longer than any post: what is read no more could not be hidden', async () => {
    const links = Array.from(
      { length: 10 },
      (_, i) => `https://t.example/${i}${'x'.repeat(1_900)}`,
    );
    const told = { story: 'offer', text: 'а'.repeat(4_999), links, asks: [] } as const;
    await takeReport(town.watch, told);
    const { sealed } = await town.store.db
      .selectFrom('posts')
      .select('sealed')
      .orderBy('post_id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(openPost(town.store.vault, sealed).text).toHaveLength(MOST_TEXT);
  });
});
