import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { fakeKzIban } from '../domain/fake/iban-kz.ts';
import { createRandom } from '../domain/random.ts';
import { joinPosts } from '../service/watch/join/join-posts.ts';
import { labelledRow } from '../service/watch/lexicon/labelled-rows.ts';
import { countFigures } from '../service/watch/watch-figures.ts';
import { describeOnStores } from '../store/test-stores.ts';
import type * as campaign from './contract/campaign.ts';
import type * as post from './contract/post.ts';
import type * as source from './contract/watch-source.ts';
import { json, transfer } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

type Page<T extends z.ZodType> = {
  readonly items: readonly z.output<T>[];
  readonly next: string | null;
};
type Posts = Page<typeof post.Post>;
type Hits = Page<typeof post.PostHit>;
type Source = z.output<typeof source.WatchSource>;

const LOCAL = '127.0.0.1';

describeOnStores('posts over HTTP', (open, place) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let site: Server;
  let siteUrl: string;
  let page = { status: 200, text: '' };
  let analyst: SignedInPerson['headers'];
  let supervisor: SignedInPerson['headers'];
  let stranger: SignedInPerson['headers'];
  let fiu: SignedInPerson['headers'];
  let key: { readonly authorization: string };
  let sourceId: number;
  const iban = fakeKzIban(createRandom(place.kind.length), '125');

  const OFFER =
    'Возьму в аренду вашу карту Kaspi, плачу 20 000 тг в день. Нужны дропы. Пишите: @http_hr';

  beforeAll(async () => {
    site = createServer((request, response) => {
      const isPage = request.url === '/offer';
      response.writeHead(isPage ? page.status : 404, {
        'content-type': 'text/html; charset=utf-8',
      });
      response.end(isPage ? `<html><body><p>${page.text}</p></body></html>` : '');
    });
    await new Promise<void>((resolve) => site.listen(0, LOCAL, resolve));
    const { port } = site.address() as { port: number };
    siteUrl = `http://${LOCAL}:${port}`;
    services = await servicesOn(await open(), Date.now, [`${LOCAL}:${port}`]);
    served = await Served.on(services);
    await served.institution('qala');
    await served.institution('dala');
    await served.institution('fiu', 'fiu');
    analyst = (await served.person('qala', ['analyst'])).headers;
    supervisor = (await served.person('qala', ['supervisor'])).headers;
    stranger = (await served.person('dala', ['analyst', 'supervisor'])).headers;
    fiu = (await served.person('fiu', ['investigator'])).headers;
    key = await served.key('qala');
    await json(served.ask('POST', '/v1/decisions', key, transfer('first', { payee: iban })));
  }, 120_000);
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
    site.close();
  });

  const ask = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: unknown,
    version?: number,
  ) =>
    served.ask(
      method,
      path,
      { ...headers, ...(version !== undefined && { 'if-match': `"${version}"` }) },
      body,
    );
  const get = <T>(path: string, headers = analyst) => json<T>(ask('GET', path, headers));
  const code = async (response: Promise<Response>): Promise<string> =>
    `${(await response).status} ${((await (await response).json()) as { code?: string }).code}`;

  test('an institution watches for itself; for everybody only who sees all', async () => {
    const told = { kind: 'page', name: 'a page', url: `${siteUrl}/offer` };
    expect(await code(ask('POST', '/v1/watch-sources', supervisor, { ...told, own: false }))).toBe(
      '403 QRG_WATCH_SOURCE_NOT_YOURS',
    );
    expect(await code(ask('POST', '/v1/watch-sources', fiu, { ...told, kind: 'rows' }))).toBe(
      '422 QRG_WATCH_SOURCE_URL',
    );
    const made = await json<Source>(ask('POST', '/v1/watch-sources', fiu, told));
    expect(made).toMatchObject({ institutionId: null, health: 'by_hand', version: 1 });
    expect(await code(ask('POST', '/v1/watch-sources', fiu, told))).toBe(
      '409 QRG_WATCH_SOURCE_NAME_TAKEN',
    );
    expect(
      await code(ask('PATCH', `/v1/watch-sources/${made.sourceId}`, supervisor, { name: 'x' }, 1)),
    ).toBe('403 QRG_WATCH_SOURCE_NOT_YOURS');
    expect(
      await code(ask('PATCH', `/v1/watch-sources/${made.sourceId}`, fiu, { name: 'x' }, 2)),
    ).toBe('412 QRG_WATCH_SOURCE_CHANGED');
    sourceId = made.sourceId;
  });

  test('a page is looked at, read, and shown with its contacts hidden', async () => {
    page = { status: 200, text: `${OFFER} Счёт ${iban}` };
    const run = await json(ask('POST', `/v1/watch-sources/${sourceId}/run`, fiu));
    expect(run).toMatchObject({ new: 1, edited: 0, unlawful: 1, rejected: 0 });
    expect(await json(ask('POST', `/v1/watch-sources/${sourceId}/run`, fiu))).toMatchObject({
      new: 0,
      again: 1,
    });
    const { items } = await get<Posts>('/v1/posts?state=unreviewed&order=score');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ label: 'dropper', said: null, source: { sourceId } });
    const one = await ask('GET', `/v1/posts/${items[0].postId}`, analyst);
    expect(one.headers.get('etag')).toBe('"1"');
    const text = await one.text();
    expect(text).not.toContain('http_hr');
    expect(text).not.toContain(iban);
    const words = (query: string) => get<Posts>(`/v1/posts?text=${encodeURIComponent(query)}`);
    expect((await words('АРЕНДУ вашу')).items).toHaveLength(1);
    expect((await words('http_hr')).items).toHaveLength(0);
    await countFigures(services.watch);
    const metrics = await served.key('qala', ['metrics:read']);
    const figures = await (await ask('GET', '/metrics', metrics)).text();
    for (const line of [
      'posts_read 2',
      'posts_waiting 1',
      'captures_sealed 1',
      'captures_failed 0',
    ])
      expect(figures).toContain(`\nqorgan_${line}\n`);
  });

  test('contacts are shown to who says why, and that is written down', async () => {
    const { items } = await get<Posts>('/v1/posts');
    const path = `/v1/posts/${items[0].postId}/reveal`;
    expect(await code(ask('POST', path, analyst, { reason: '' }))).toBe('422 QRG_HTTP_INVALID');
    const told = { reason: 'Готовлю запрос на удаление' };
    const revealed = await json<z.output<typeof post.PostRevealed>>(
      ask('POST', path, analyst, told),
    );
    expect(revealed.text).toContain('@http_hr');
    expect(revealed.people.map(({ value }) => value)).toContain(iban);
    const auditor = (await served.person('qala', ['auditor'])).headers;
    const record = await get<Page<z.ZodType<{ action: string; object: string; reason: string }>>>(
      '/v1/audit',
      auditor,
    );
    const looked = record.items.find(({ action }) => action === 'post.reveal');
    expect(looked).toMatchObject({
      action: 'post.reveal',
      object: `post:${items[0].postId}`,
      reason: told.reason,
    });
  });

  test('an account that a post names is marked; a person decides whether it is meant', async () => {
    await joinPosts(services.watch);
    const { items } = await get<Hits>('/v1/post-hits?state=open');
    expect(items).toMatchObject([{ via: 'iban', counts: true }]);
    const { account, hitId } = items[0];
    expect((await get<Hits>('/v1/post-hits', stranger)).items).toEqual([]);
    expect((await ask('GET', `/v1/accounts/${account?.ref}/posts`, stranger)).status).toBe(404);
    expect((await get<Hits>(`/v1/accounts/${account?.ref}/posts`)).items).toHaveLength(1);
    expect((await get<Hits>('/v1/post-hits', fiu)).items).toHaveLength(1);
    const decision = { state: 'dismissed', reason: 'Счёт магазина' };
    const path = `/v1/post-hits/${hitId}/decision`;
    expect(await code(ask('POST', path, stranger, decision, 1))).toBe('404 QRG_WATCH_HIT_UNKNOWN');
    expect(await code(ask('POST', path, analyst, decision))).toBe('428 QRG_HTTP_VERSION_NEEDED');
    expect(await json(ask('POST', path, analyst, decision, 1))).toMatchObject({
      state: 'dismissed',
      counts: false,
      version: 2,
    });
    expect(await code(ask('POST', path, analyst, decision, 1))).toBe('412 QRG_WATCH_HIT_CHANGED');
  });

  test('people label posts, one after the other, and their labels are rows to learn from', async () => {
    const [{ postId }] = (await get<Posts>('/v1/posts')).items;
    const path = `/v1/posts/${postId}/review`;
    const said = { label: 'dropper', stance: 'warning', asks: [], note: 'Предупреждение банка' };
    const reviewed = await ask('POST', path, analyst, said, 1);
    expect(reviewed.headers.get('etag')).toBe('"2"');
    expect(await code(ask('POST', path, supervisor, said, 1))).toBe('412 QRG_WATCH_POST_CHANGED');
    await json(ask('POST', path, supervisor, { ...said, stance: 'offer', asks: ['card'] }, 2));
    expect((await get<Posts>('/v1/posts?state=unreviewed')).items).toEqual([]);
    const reviews = await get<Page<typeof post.PostReview>>(`/v1/posts/${postId}/reviews`);
    expect(reviews.items.map(({ stance, note, sameText }) => [stance, note, sameText])).toEqual([
      ['offer', said.note, true],
      ['warning', said.note, true],
    ]);
    const rows = await (await ask('GET', '/v1/post-reviews', fiu)).text();
    expect(rows).not.toContain('http_hr');
    // The reader of posts learns from them as they are.
    expect(labelledRow(rows.trim(), 'export.jsonl', 1)).toMatchObject({ kind: 'reviewed' });
    expect(
      rows
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row)),
    ).toMatchObject([
      {
        id: `post-${postId}`,
        lang: 'ru',
        label: 'dropper',
        stance: 'offer',
        asks: ['card'],
        kind: 'reviewed',
        history: [{ stance: 'warning' }, { stance: 'offer' }],
      },
    ]);
  });

  test('a file of posts is taken, what of it cannot be read is told', async () => {
    const told = { kind: 'rows', name: 'rows' };
    const own = await json<Source>(ask('POST', '/v1/watch-sources', supervisor, told));
    expect(own.institutionId).not.toBeNull();
    const lines = `${JSON.stringify({ id: '1', text: OFFER })}\n{"id":"2"}\n`;
    const file = { ...supervisor, 'content-type': 'application/x-ndjson', 'accept-language': 'kk' };
    const taken = await json<z.output<typeof source.PostsTaken>>(
      served.ask('POST', `/v1/watch-sources/${own.sourceId}/files?name=a.jsonl`, file, lines),
    );
    expect(taken).toMatchObject({ new: 1, rejected: 1, unlawful: 1 });
    expect(taken.rejects[0]).toEqual({
      line: 2,
      code: 'QRG_WATCH_ROW_TEXT',
      message: 'Жолда мәтін жоқ',
    });
    // The same words by the same people as the page: a campaign of the bank's own, that tells of the page by their contact.
    const campaigns = async (headers: typeof analyst) =>
      (await get<Page<typeof campaign.Campaign>>('/v1/campaigns', headers)).items;
    expect((await campaigns(analyst)).map(({ posts }) => posts)).toEqual([1, 1]);
    const [seen, ...others] = await campaigns(stranger);
    expect([seen.posts, others]).toEqual([1, []]);
    const mine = (await campaigns(analyst)).find(
      ({ campaignId }) => campaignId !== seen.campaignId,
    );
    const shown = await get<z.output<typeof campaign.CampaignDetail>>(
      `/v1/campaigns/${mine?.campaignId}`,
    );
    expect(shown.contacts.map(({ elsewhere }) => elsewhere)).toContain(1);
    expect(JSON.stringify(shown)).not.toContain('http_hr');
    const { sourceId: theirs } = own;
    expect((await ask('PATCH', `/v1/watch-sources/${theirs}`, stranger, {}, 1)).status).toBe(404);
    expect(await code(ask('POST', `/v1/watch-sources/${theirs}/run`, supervisor))).toBe(
      '422 QRG_WATCH_SOURCE_KIND',
    );
  });

  test('a source that fails says so in the language of the reader, and its post is noticed as gone', async () => {
    page = { status: 410, text: '' };
    const ru = { ...fiu, 'accept-language': 'ru' };
    expect(await code(ask('POST', `/v1/watch-sources/${sourceId}/run`, ru))).toBe(
      '502 QRG_WATCH_STATUS',
    );
    const { items } = await get<{ items: Source[] }>('/v1/watch-sources', ru);
    expect(items.find((one) => one.sourceId === sourceId)).toMatchObject({
      health: 'failing',
      failures: 1,
      posts: 1,
      unlawful: 1,
      lastError: { code: 'QRG_WATCH_STATUS', message: 'Сайт ответил 410' },
    });
    const { items: gone } = await get<Posts>('/v1/posts?gone=true');
    expect(gone.map(({ source: of }) => of.sourceId)).toEqual([sourceId]);
    const captures = await get<Page<z.ZodType<{ cause: string }>>>(
      `/v1/posts/${gone[0].postId}/captures`,
    );
    expect(captures.items.map(({ cause }) => cause)).toEqual(['gone', 'found']);
  });

  test('anybody may tell of a recruiter, not too often, and hear how it goes on', async () => {
    const told = { story: 'offer', text: OFFER, handle: 'http_hr' };
    const first = await json<{ receipt: string }>(ask('POST', '/v1/reports', {}, told));
    expect(first.receipt).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    const typed = first.receipt.toLowerCase().replaceAll('-', '');
    const status = () => json(ask('GET', `/v1/reports/${typed}`, { 'accept-language': 'kk' }));
    expect(await status()).toMatchObject({ state: 'received' });
    expect((await ask('GET', '/v1/reports/AAAA-AAAA-AAAA-AAAA', {})).status).toBe(404);
    expect(await code(ask('POST', '/v1/reports', {}, { story: 'offer' }))).toBe(
      '422 QRG_WATCH_REPORT_EMPTY',
    );
    expect(
      (await ask('POST', '/v1/reports', {}, { story: 'offer', text: 'x'.repeat(70_000) })).status,
    ).toBe(413);
    const { items } = await get<Posts>('/v1/posts?state=unreviewed');
    const report = items.find(({ source: of }) => of.kind === 'reports');
    expect(report).toMatchObject({ campaignId: null });
    await json(
      ask(
        'POST',
        `/v1/posts/${report?.postId}/review`,
        analyst,
        { label: 'dropper', stance: 'offer' },
        1,
      ),
    );
    expect(await status()).toMatchObject({ state: 'looked_at' });
    const answers: number[] = [];
    let last: Response | undefined;
    for (let i = 0; i < 5; i++) {
      last = await ask('POST', '/v1/reports', {}, told);
      answers.push(last.status);
    }
    expect(answers).toEqual([201, 201, 201, 201, 429]);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
