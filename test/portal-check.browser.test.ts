import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitSlow } from '../src/domain/known-contact.ts';
import { knownTerms } from '../src/service/portal/known/ask-known.ts';
import { keepKnown, slowHash } from '../src/service/portal/known/keep-known.ts';
import { takePosts } from '../src/service/watch/posts/take-posts.ts';
import { offer, sourcePost } from '../src/service/watch/watch.fixture.ts';
import { T } from '../web/portal/check/texts.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  LOOKS,
  openConsole,
  overflow,
  stickingOut,
} from './fixtures/console-browser.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

let server: ConsoleServer;
let browser: Browser;
const PHONE = { written: '+7 700 000 00 11', value: '+77000000011' };
const TRAP = `${T.exampleOneText.ru} Звони ${PHONE.written}`;
const NARROW = { width: 360, language: 'ru', theme: 'light' } as const;

beforeAll(async () => {
  server = await startConsole();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  await judgePost(offer(PHONE.written));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A post of a public page that a person has called recruiting. */
async function judgePost(text: string): Promise<void> {
  const { store, watch, portal } = server.served.services;
  const { source_id } = await store.db
    .insertInto('watch_sources')
    .values({ kind: 'page', name: 'page', created_at: 0, created_by: 'test' })
    .returning('source_id')
    .executeTakeFirstOrThrow();
  const source = { sourceId: source_id, institutionId: null, kind: 'page', name: 'page' } as const;
  await takePosts(watch, source, { posts: [sourcePost('1', text)], fetched: [], operator: 'test' });
  const said = { said_label: 'dropper', said_stance: 'offer', said_at: Date.now() } as const;
  await store.db.updateTable('posts').set(said).where('source_id', '=', source_id).execute();
  await keepKnown(portal.known);
}

const answered = (page: Page) => page.waitForSelector('.check-answer');

async function check(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.locator('.check-form button[type=submit]').click();
  await answered(page);
}

test.each(LOOKS)('reads well, with nothing in the way: $width $language $theme', async (look) => {
  const { page, context, wrong } = await openConsole(browser, server.url, '/portal/check', look);
  const isWell = async () => {
    expect([await overflow(page), await stickingOut(page)]).toEqual([0, []]);
    expect(await barriers(page)).toEqual([]);
  };
  await page.goto(`${server.url}/portal/`);
  await page.waitForSelector('.door');
  await isWell();
  for (const example of [0, 1]) {
    await page.goto(`${server.url}/portal/check`);
    await page.locator('.check-example').nth(example).click();
    await answered(page);
    await isWell();
  }
  expect(wrong).toEqual([]);
  await context.close();
});

test('checking an offer sends nothing at all', async () => {
  const { page, context, wrong } = await openConsole(browser, server.url, '/portal/check', NARROW);
  // What reading takes comes with the page; the service worker takes the rest of the portal.
  await check(page, 'Сәлем');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  const sent: string[] = [];
  context.on('request', (request) => sent.push(request.url()));
  for (const text of [TRAP, `${PHONE.written} t.me/example_work1`, T.exampleTwoText.ru]) {
    await check(page, text);
    await page.locator('.check-form .button-quiet').click();
  }
  expect(sent).toEqual([]);
  const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
  expect(kept).not.toMatch(/example_work1|карта/);
  expect(wrong).toEqual([]);
  await context.close();
});

test('a contact is asked after by three digits of a slow hash, and only when one says so', async () => {
  const { page, context } = await openConsole(browser, server.url, '/portal/check', NARROW);
  const asked: Request[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/v1/')) asked.push(request);
  });
  await check(page, TRAP);
  expect(asked).toEqual([]);
  await page.locator('.check-known button').click();
  await page.waitForSelector('.check-found');
  expect(await page.locator('.check-found li').allTextContents()).toEqual([
    expect.stringContaining('@example_work1 не встречался'),
    expect.stringContaining(`${PHONE.written} был в объявлениях`),
  ]);
  const terms = await knownTerms(server.served.services.portal.known, 'test');
  const by = { ...terms, salt: Buffer.from(terms.salt, 'base64') };
  const { prefix } = splitSlow(await slowHash(by, 'phone', PHONE.value));
  const paths = asked.map((request) => new URL(request.url()).pathname);
  expect(paths).toHaveLength(3);
  expect(paths[0]).toBe('/v1/known-contacts');
  expect(paths[2]).toBe(`/v1/known-contacts/${prefix}`);
  for (const request of asked) {
    const sent = JSON.stringify([request.url(), await request.allHeaders(), request.postData()]);
    expect(sent).not.toMatch(/example_work1|7000000|700 000|0000011/);
  }
  await context.close();
});

test('is done by keyboard alone, and the answer takes the focus', async () => {
  const { page, context } = await openConsole(browser, server.url, '/portal/check', NARROW);
  await page.evaluate(`document.querySelector('h1').focus()`);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Нужна твоя карта на 3 дня, плачу 50 000 тг, никому не говори');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await answered(page);
  expect(await page.evaluate('document.activeElement.closest(".check-verdict") !== null')).toBe(
    true,
  );
  await context.close();
});

test('markup in an offer stays text, and goes along to the report in memory only', async () => {
  const { page, context, wrong } = await openConsole(browser, server.url, '/portal/check', NARROW);
  const text = `Нужна твоя карта <img src=x onerror="document.title='run'"><script>alert(1)</script> на 3 дня, плачу 50 000 тг`;
  await check(page, text);
  expect(await page.locator('.check-text').textContent()).toBe(text);
  expect(await page.locator('.check-answer img, .check-answer script').count()).toBe(0);
  expect(await page.title()).not.toBe('run');
  await page.locator('.check-answer .button-main').click();
  await page.waitForURL(/\/portal\/report$/);
  const told = page.locator('textarea').first();
  await expect.poll(() => told.inputValue()).toBe(text);
  expect(await page.evaluate('[history.state, sessionStorage.length]')).toEqual([null, 0]);
  expect(wrong).toEqual([]);
  await context.close();
});

test('a picture is told how its words are copied', async () => {
  const { page, context } = await openConsole(browser, server.url, '/portal/check', NARROW);
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'shot.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('textarea').dispatchEvent(paste);
  }`);
  await page.waitForSelector('.notice');
  expect(await page.locator('.notice').textContent()).toContain(T.pictureTitle.ru);
  await context.close();
});
