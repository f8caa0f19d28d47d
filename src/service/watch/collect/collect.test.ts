import { afterEach, describe, expect, it } from 'vitest';
import { type ShownPost, shownChannel } from '../../../watch/sources/channel-page.fixture.ts';
import { openFetcher } from '../fetch/fetcher.ts';
import { type Answering, type LocalSite, page, serveSite } from '../fetch/hostile-site.fixture.ts';
import { collect } from './collect.ts';
import { previewUrl } from './collect-channel.ts';
import type { CollectDeps, SourceToCollect } from './collected.ts';
import { recheckPost } from './recheck-post.ts';

const NOW = Date.UTC(2026, 0, 10);
const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(pages: Readonly<Record<string, Answering>>) {
  const site = await serveSite(pages);
  closing.push(site.close);
  const fetcher = openFetcher({ contact: 'x', allowedPrivate: [site.address], gapMs: 0 });
  closing.push(() => fetcher.close());
  const deps: CollectDeps = { fetcher, now: () => NOW };
  return { site, deps };
}

const source = (kind: SourceToCollect['kind'], url: string, cursor: unknown = {}) => ({
  kind,
  url,
  cursor,
});

/** A channel of posts 1..last that pages as the preview does. */
function channel(posts: Map<number, ShownPost>): Answering {
  return (request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    const before = Number(url.searchParams.get('before') ?? Number.POSITIVE_INFINITY);
    const shown = [...posts.values()].filter(({ id }) => id < before).slice(-20);
    const oldest = shown[0]?.id ?? 0;
    const hasOlder = [...posts.keys()].some((id) => id < oldest);
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(shownChannel('works', shown, hasOlder ? oldest : undefined));
  };
}

const numbered = (from: number, to: number): [number, ShownPost][] =>
  Array.from({ length: to - from + 1 }, (_, i) => [
    from + i,
    { id: from + i, at: '2026-01-01T08:00:00+00:00', html: `Текст ${from + i}` },
  ]);

const asked = (site: LocalSite) =>
  site.asked.map(({ url }) => url).filter((url) => url !== '/robots.txt');

describe('a channel', () => {
  it('is read back some pages at first, then from what was seen before', async () => {
    const posts = new Map(numbered(1, 130));
    const { site, deps } = await open({ '/s/works': channel(posts) });
    const url = `${site.origin}/works`;
    const first = await collect(source('telegram_channel', url), deps);
    expect(first.posts).toHaveLength(100);
    expect(first).toMatchObject({ cursor: { last: 130 }, hasMore: false, problem: undefined });
    expect(first.fetched).toHaveLength(5);
    expect(
      first.posts.every(({ fetched }) => fetched !== undefined && first.fetched[fetched]),
    ).toBe(true);

    for (const [id, post] of numbered(131, 175)) posts.set(id, post);
    const next = await collect(source('telegram_channel', url, first.cursor), deps);
    const ids = new Set(next.posts.map(({ externalId }) => externalId));
    for (let id = 131; id <= 175; id++) expect(ids).toContain(`works/${id}`);
    expect(next.cursor).toEqual({ last: 175 });

    const edited = await collect(source('telegram_channel', url, next.cursor), deps);
    expect(edited.posts).toHaveLength(20); // the newest page, so that edits are seen
  });

  it('that wrote more than one look reads is read on by the next', async () => {
    const posts = new Map(numbered(1, 20));
    const { site, deps } = await open({ '/s/works': channel(posts) });
    const url = `${site.origin}/s/works`;
    let { cursor } = await collect(source('telegram_channel', url), deps);
    for (const [id, post] of numbered(21, 500)) posts.set(id, post);
    const seen = new Set<string>();
    for (let looks = 0, more = true; more; looks++) {
      expect(looks).toBeLessThan(6);
      // The channel goes on while its past is read.
      if (looks === 1) for (const [id, post] of numbered(501, 800)) posts.set(id, post);
      const look = await collect(source('telegram_channel', url, cursor), deps);
      for (const { externalId } of look.posts) seen.add(externalId);
      cursor = look.cursor;
      more = look.hasMore;
    }
    for (let id = 21; id <= 800; id++) expect(seen).toContain(`works/${id}`);
  });

  it('that names the same page without an end is left', async () => {
    const { site, deps } = await open({
      '/s/works': page(
        shownChannel(
          'works',
          numbered(50, 60).map(([, post]) => post),
          50,
        ),
      ),
    });
    const look = await collect(
      source('telegram_channel', `${site.origin}/works`, { last: 3 }),
      deps,
    );
    expect(look.fetched.length).toBeLessThan(4);
  });

  it('that is closed, or is named by an invitation, is told', async () => {
    const { site, deps } = await open({ '/s/works': page('<div class="tgme_page">Join</div>') });
    const look = collect(source('telegram_channel', `${site.origin}/works`), deps);
    await expect(look).rejects.toMatchObject({ problem: { code: 'QRG_WATCH_CHANNEL' } });
    for (const invitation of ['https://t.me/+AbCdEfGhIjKlMnOp', 't.me/joinchat/AbCdEfGhIjKlMnOp'])
      expect(() => previewUrl(invitation)).toThrow();
    for (const told of ['@Works_kz', 't.me/works_kz', 'https://t.me/s/works_kz/15'])
      expect(previewUrl(told)).toBe('https://t.me/s/works_kz');
  });
});

describe('other pages', () => {
  it('of a feed come again only when it changed', async () => {
    const rss = '<rss><channel><item><guid>1</guid><title>one</title></item></channel></rss>';
    const { site, deps } = await open({
      '/rss': (request, response) => {
        if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
        response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' }).end(rss);
      },
    });
    const first = await collect(source('feed', `${site.origin}/rss`), deps);
    expect(first.posts).toMatchObject([{ externalId: '1', text: 'one', fetched: 0 }]);
    const again = await collect(source('feed', `${site.origin}/rss`, first.cursor), deps);
    expect(again).toMatchObject({ posts: [], fetched: [], cursor: { etag: '"1"' } });
  });

  it('as a single one is its title and main text, never its scripts', async () => {
    const { site, deps } = await open({
      '/ad': page(
        '<title>Карта керек</title><main><p>Күніне 50 мың теңге төлейміз, жазыңыз бізге қазір</p><script>fetch("http://evil.example")</script></main>',
      ),
    });
    const { posts } = await collect(source('page', `${site.origin}/ad`), deps);
    expect(posts.map(({ text }) => text)).toEqual([
      'Карта керек\nКүніне 50 мың теңге төлейміз, жазыңыз бізге қазір',
    ]);
    expect(asked(site)).toEqual(['/ad']);
  });

  it('of a sitemap are read twenty with a look, the oldest change first, each once', async () => {
    const pages: Record<string, Answering> = {};
    const entries: string[] = [];
    for (let i = 0; i < 45; i++) {
      pages[`/p${i}`] = page(`<main>Page number ${i} ${'with many words '.repeat(5)}</main>`);
      // Many of one day, as sites write them.
      entries.push(`<url><loc>/p${i}</loc><lastmod>2026-01-0${1 + (i % 2)}</lastmod></url>`);
    }
    pages['/p7'] = (_, response) => void response.writeHead(500).end();
    pages['/sitemap.xml'] = page(`<urlset>${entries.join('')}</urlset>`, 'application/xml');
    const { site, deps } = await open(pages);
    const url = `${site.origin}/sitemap.xml`;
    let cursor: unknown = {};
    const seen: string[] = [];
    const looks: boolean[] = [];
    do {
      const look = await collect(source('sitemap', url, cursor), deps);
      seen.push(...look.posts.map(({ externalId }) => externalId));
      for (const { code } of look.rejects) expect(code).toBe('QRG_WATCH_STATUS');
      cursor = look.cursor;
      looks.push(look.hasMore);
    } while (looks.at(-1) && looks.length < 9);
    expect(looks).toEqual([true, true, false]);
    expect(new Set(seen).size).toBe(44);
    expect(seen).toHaveLength(44);
    expect((await collect(source('sitemap', url, cursor), deps)).posts).toEqual([]);
  });

  it('of an index of sitemaps come in turn', async () => {
    const map = (name: string) =>
      page(`<urlset><url><loc>/${name}</loc></url></urlset>`, 'text/xml');
    const index = ['a', 'b'].map((name) => `<sitemap><loc>/${name}.xml</loc></sitemap>`).join('');
    const { site, deps } = await open({
      '/sitemap.xml': page(`<sitemapindex>${index}</sitemapindex>`, 'text/xml'),
      '/a.xml': map('a'),
      '/b.xml': map('b'),
      '/a': page('<p>words of a'),
      '/b': page('<p>words of b'),
    });
    const url = `${site.origin}/sitemap.xml`;
    const first = await collect(source('sitemap', url), deps);
    const second = await collect(source('sitemap', url, first.cursor), deps);
    expect([first, second].map(({ posts, hasMore }) => [posts[0].text, hasMore])).toEqual([
      ['words of a', true],
      ['words of b', false],
    ]);
  });

  it('of a site that asks to come later are left for later', async () => {
    const { site, deps } = await open({
      '/sitemap.xml': page(
        '<urlset><url><loc>/a</loc></url><url><loc>/b</loc></url></urlset>',
        'text/xml',
      ),
      '/a': page('<p>words'),
      '/b': (_, response) => void response.writeHead(503, { 'retry-after': '60' }).end(),
    });
    const look = await collect(source('sitemap', `${site.origin}/sitemap.xml`, { kept: 1 }), deps);
    expect(look).toMatchObject({
      posts: [{ text: 'words' }],
      problem: { code: 'QRG_WATCH_LATER' },
    });
    expect(look.cursor).toEqual({ kept: 1 });
  });
});

describe('a post that is looked at again', () => {
  it('of a channel is up, changed, gone, or cannot be told', async () => {
    const posts = new Map(numbered(1, 40));
    const pages: Record<string, Answering> = { '/s/works': channel(posts) };
    const { site, deps } = await open(pages);
    const post = { url: `${site.origin}/works/12`, channelPost: 'works/12', text: 'Текст 12' };
    const result = async () => (await recheckPost(post, deps)).result;
    expect(await result()).toBe('up');
    posts.set(12, { id: 12, at: '2026-01-01T08:00:00Z', html: 'Другое' });
    expect(await result()).toBe('changed');
    posts.delete(12);
    expect(await result()).toBe('gone');
    pages['/s/works'] = page('<div class="tgme_page_title">Works</div><div>5 subscribers</div>');
    expect(await recheckPost(post, deps)).toMatchObject({
      result: 'unreachable',
      problem: { code: 'QRG_WATCH_CHANNEL' },
    });
    pages['/s/works'] = page('<div class="tgme_page_description">you can contact</div>');
    expect(await result()).toBe('gone');
    expect((await recheckPost(post, deps)).fetched?.status).toBe(200);
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [451, 'gone'],
    [403, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ] as const)('of a page that answers %i is %s', async (status, expected) => {
    const { site, deps } = await open({
      '/ad': (_, response) =>
        void response.writeHead(status, { 'content-type': 'text/html' }).end('x'),
    });
    const { result } = await recheckPost({ url: `${site.origin}/ad`, text: 'x' }, deps);
    expect(result).toBe(expected);
  });

  it('of a page is compared by its words', async () => {
    const { site, deps } = await open({ '/ad': page('<title>T</title><p>some   words') });
    const url = `${site.origin}/ad`;
    expect((await recheckPost({ url, text: 'T\nsome words' }, deps)).result).toBe('up');
    expect((await recheckPost({ url }, deps)).result).toBe('up');
    expect((await recheckPost({ url, text: 'T\nother' }, deps)).result).toBe('changed');
  });
});
