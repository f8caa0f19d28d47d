import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { servePages } from '../src/http/web-pages.ts';
import { ARGS, CHROMIUM } from './fixtures/console-browser.ts';

/** Pages that are to work without a network. */
const PAGES = ['', 'check', 'train', 'exit', 'law'];

let browser: Browser;
let folder: string;
let portalRoot: string;
let app: FastifyInstance | undefined;
let context: BrowserContext;
let page: Page;
let port = 0;

/** The portal alone, without a store: its files, its data, and one answer of a service. */
async function serve(): Promise<void> {
  app = fastify({ forceCloseConnections: true });
  let asked = 0;
  app.get('/v1/count', () => ({ asked: ++asked }));
  await servePages(app, { portalRoot });
  port = Number(new URL(await app.listen({ port })).port);
}

async function away(): Promise<void> {
  await app?.close();
  app = undefined;
}

const address = (path = ''): string => `http://localhost:${port}/portal/${path}`;

/** The page is served by a worker that has everything. */
const kept = (): Promise<unknown> =>
  page.evaluate(`navigator.serviceWorker.ready.then(() => new Promise((done) => {
    if (navigator.serviceWorker.controller) done();
    else navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true });
  }))`);

/** Addresses that lie in caches, and the names of these. */
const cached = (): Promise<{ names: string[]; paths: string[] }> =>
  page.evaluate(`caches.keys().then(async (names) => {
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: all.flat().map(({ url }) => new URL(url).pathname) };
  })`);

/** What came to browsers after the oldest that the portal is built for (Chrome 109, Firefox 115, Safari 16.4). */
const TOO_NEW =
  /\.(toSorted|toReversed|toSpliced|groupBy|withResolvers|fromAsync|canParse|isWellFormed)\(|AbortSignal\.any\(/;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
});
afterAll(() => browser.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qorgan-offline-'));
  portalRoot = join(folder, 'portal');
  await cp(inject('portalRoot'), portalRoot, { recursive: true });
  port = 0;
  await serve();
  context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await away();
  await rm(folder, { recursive: true, force: true });
});

test('the build calls nothing that the oldest browsers it is for do not have', async () => {
  const scripts = (await readdir(portalRoot, { recursive: true })).filter((f) => f.endsWith('.js'));
  const tooNew = await Promise.all(
    scripts.map(async (file) => TOO_NEW.exec(await readFile(join(portalRoot, file), 'utf8'))?.[0]),
  );
  expect(scripts.length).toBeGreaterThan(10);
  expect(tooNew.filter((call) => call !== undefined)).toEqual([]);
});

test('after one visit to its first page all of it works without a network', async () => {
  await page.goto(address());
  await kept();
  await away();
  for (const path of PAGES) {
    await page.goto(address(path));
    await page.waitForSelector('h1');
    expect(await page.locator('.loading').count(), path).toBe(0);
  }
  await page.goto(address('check'));
  await page.locator('.check-example').first().click();
  await page.waitForSelector('.check-bad');
});

test('keeps nothing of what the service answers', async () => {
  await page.goto(address());
  await kept();
  const ask = `fetch('/v1/count').then((reply) => reply.json()).then(({ asked }) => asked)`;
  expect([await page.evaluate(ask), await page.evaluate(ask)]).toEqual([1, 2]);
  const { paths } = await cached();
  expect(paths).toContain('/portal/');
  expect(paths.filter((path) => !path.startsWith('/portal/'))).toEqual([]);
  await away();
  expect(await page.evaluate(`fetch('/v1/count').then(() => 'answered', () => 'away')`)).toBe(
    'away',
  );
});

/** The same portal with another first page, under another name of its build. */
async function renew(): Promise<void> {
  await away();
  const change = async (file: string, from: RegExp, to: string) => {
    const path = join(portalRoot, file);
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(from);
    await writeFile(path, text.replace(from, to));
  };
  await change('index.html', /<body>/, '<body class="renewed">');
  await change('worker.js', /(?<=portal |\})[0-9a-f]{12}(?= )/, 'another-one-');
  for (const form of ['br', 'gz'])
    await rm(join(portalRoot, `index.html.${form}`), { force: true });
  await serve();
}

const isNew = (of: Page = page): Promise<boolean> =>
  of.evaluate(`document.body.className === 'renewed'`);

test('a new version comes whole at the next start, and not before a second window is closed', async () => {
  await page.goto(address());
  await kept();
  const before = (await cached()).names;
  await renew();
  const other = await context.newPage();
  await other.goto(address('check'));
  await page.evaluate(`navigator.serviceWorker.ready.then(async (registration) => {
    await registration.update();
    while (registration.waiting === null) await new Promise(requestAnimationFrame);
  })`);
  await page.reload();
  expect([await isNew(), await isNew(other)]).toEqual([false, false]);
  await other.close();
  await page.goto(address());
  await page.waitForSelector('body.renewed h1');
  await expect.poll(async () => (await cached()).names).toHaveLength(1);
  expect((await cached()).names).not.toEqual(before);
});
