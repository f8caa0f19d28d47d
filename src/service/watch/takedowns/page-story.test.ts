import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import { loadTakedownBook } from '../../law/load-takedown-book.ts';
import { verifyPackage } from '../evidence/verify-package.ts';
import { captureNow } from '../posts/capture-now.ts';
import { reviewPost } from '../review/review-post.ts';
import { runSource } from '../sources/run-source.ts';
import { offer, person, WatchTown } from '../watch.fixture.ts';
import { actOnTakedown } from './act-on-takedown.ts';
import { capturePackage } from './captures.ts';
import type { TakedownDeps } from './deps.ts';
import { draftTakedown } from './draft-takedown.ts';
import { showTakedown } from './show-takedown.ts';
import { tickTakedowns } from './tick-takedowns.ts';

const HOUR = 3_600_000;
const reason = 'a reason in words';

const page = (text: string) =>
  `<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Работа</title></head>
  <body><main><article><h1>Работа рядом</h1><p>${text}</p></article></main></body></html>`;

describeOnStores('a page, from its finding to its return under another name', (open) => {
  const pages = new Map<string, string>();
  let site: Server;
  let url: string;
  let town: WatchTown;
  let deps: TakedownDeps;

  beforeAll(async () => {
    site = createServer(({ url: path = '/' }, reply) => {
      const html = pages.get(path);
      reply.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' });
      reply.end(html ?? page('Такой страницы нет'));
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    const { port } = site.address() as AddressInfo;
    url = `http://127.0.0.1:${port}`;
    town = new WatchTown(await open());
    await town.open([`127.0.0.1:${port}`]);
    const { store, watch } = town;
    deps = {
      store,
      audit: watch.audit,
      book: await loadTakedownBook(),
      now: () => town.at,
      captureNow: (postId, cause, operator) => captureNow(watch, postId, cause, operator),
    };
  });
  afterAll(async () => {
    await town.close();
    site.close();
  });

  /** Watches a page, and finds its post. */
  async function found(path: string): Promise<number> {
    const { sourceId } = await town.source('page');
    const row = await town.store.db
      .updateTable('watch_sources')
      .set({ url: url + path })
      .where('source_id', '=', sourceId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await runSource(town.watch, { ...row, unlawful: 0 }, 'test', AbortSignal.timeout(20_000));
    const post = await town.store.db
      .selectFrom('posts')
      .select(['post_id', 'version'])
      .where('source_id', '=', sourceId)
      .executeTakeFirstOrThrow();
    return post.post_id;
  }

  it('is asked to be removed, is gone, and is met again', async () => {
    const { institutionId } = await town.bank('story');
    const analyst = person(institutionId);
    const supervisor = person(institutionId, { id: 2, roles: ['supervisor'], name: 'second' });
    const label = async (postId: number) => {
      const { version } = await town.store.db
        .selectFrom('posts')
        .select('version')
        .where('post_id', '=', postId)
        .executeTakeFirstOrThrow();
      const said = { label: 'dropper', stance: 'offer', asks: ['card'] } as const;
      await reviewPost(town.watch, analyst, postId, version, said);
    };
    const act = async (takedownId: number, by: typeof analyst, wish: object) => {
      const { version } = await showTakedown(deps, by, takedownId);
      return actOnTakedown(deps, by, takedownId, version, { reason, ...wish } as never);
    };

    pages.set('/vakansiya', page(offer('@kurator_story')));
    const post = await found('/vakansiya');
    await label(post);
    const { takedownId } = await draftTakedown(deps, analyst, {
      post,
      channel: 'host_abuse',
      language: 'kk',
      reason,
    });
    town.at += HOUR;
    const sealed = await act(takedownId, analyst, { kind: 'seal' });
    const { bytes } = await capturePackage(deps, supervisor, sealed.captureId!);
    const checks = await verifyPackage(bytes);
    expect(checks.filter(({ result }) => result === 'altered')).toEqual([]);
    expect(checks.filter(({ result }) => result === 'valid').length).toBeGreaterThan(2);
    await act(takedownId, supervisor, { kind: 'send', number: '1/1', sentAt: town.at });

    town.at += HOUR;
    expect(await tickTakedowns(deps)).toMatchObject({ checked: 1, gone: 0 });
    expect((await showTakedown(deps, analyst, takedownId)).state).toBe('requested');
    pages.delete('/vakansiya');
    town.at += 23 * HOUR;
    expect(await tickTakedowns(deps)).toMatchObject({ checked: 1, gone: 1 });
    const gone = await showTakedown(deps, analyst, takedownId);
    expect(gone).toMatchObject({ state: 'removed', removedAt: town.at, post: { goneAt: town.at } });

    town.at += HOUR;
    pages.set('/podrabotka', page(`${offer('@kurator_story')} Срочно!`));
    const again = await found('/podrabotka');
    expect(await tickTakedowns(deps)).toMatchObject({ back: 1 });
    const back = await showTakedown(deps, analyst, takedownId);
    expect(back).toMatchObject({ state: 'reappeared', reposts: [again] });
    await label(again);
    const next = await draftTakedown(deps, analyst, {
      post: again,
      channel: 'host_abuse',
      language: 'ru',
      reason,
    });
    expect(next).toMatchObject({ follows: takedownId, campaignId: back.campaignId });
  });
});
