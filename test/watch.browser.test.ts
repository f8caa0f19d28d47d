import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import { BANK, decide, type Ring, ringTransfers, storeRing } from './fixtures/console-bank.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  DESK,
  fetched,
  isOneOfThree,
  LOOKS,
  type Look,
  openConsole,
  overflow,
  settle,
  stickingOut,
} from './fixtures/console-browser.ts';
import { tellCustomers } from './fixtures/console-customers.ts';
import {
  asking,
  PostSite,
  type ToldPosts,
  type ToldTakedowns,
  tellPosts,
  tellTakedowns,
} from './fixtures/console-posts.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const YESTERDAY = Date.now() - 86_400_000;
/** To look at what the tests see: a folder for pictures of every page in every look. */
const PICTURES = process.env.QORGAN_PICTURES;
const MOST_ELEMENTS = 2_500;
/** Posts in one list; CI, which counts minutes, asks for fewer. */
const MANY = Number(process.env.QORGAN_MANY_ALERTS ?? 100_000);

let browser: Browser;
let server: ConsoleServer;
let site: PostSite;
let told: ToldPosts;
let takedowns: ToldTakedowns;
let ring: Ring;
let customers: Awaited<ReturnType<typeof tellCustomers>>;
let analyst: SignedInPerson;
let supervisor: SignedInPerson;

const open = (path: string, person: SignedInPerson, look: Look = DESK) =>
  openConsole(browser, server.url, path, look, person);

async function load(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  await fetched(page);
}

/** Names that do not fit into their picture. */
const cutNames = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.links-picture svg text')]
    .filter((text) => {
      const [box, whole] = [text, text.ownerSVGElement].map((e) => e.getBoundingClientRect());
      return box.left < whole.left || box.right > whole.right || box.bottom > whole.bottom;
    })
    .map((text) => text.textContent)`);

const openAll = (page: Page): Promise<unknown> =>
  page.evaluate(`document.querySelectorAll('main details').forEach((e) => { e.open = true })`);

describe.skipIf(!present)('watch in the console', () => {
  beforeAll(async () => {
    site = await PostSite.open();
    server = await startConsole([site.host], CHROMIUM);
    const { served } = server;
    await served.institution(BANK);
    const key = await served.key(BANK);
    customers = await tellCustomers(served, key);
    await decide(served, key, ringTransfers('kyc', YESTERDAY));
    ring = await storeRing(served, 'kyc', YESTERDAY);
    told = await tellPosts(served, site);
    takedowns = await tellTakedowns(served, told);
    [analyst, supervisor] = await Promise.all([
      served.person(BANK, ['analyst']),
      served.person(BANK, ['supervisor']),
    ]);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.close();
  });

  test.each(LOOKS)(
    'every page holds at $width px in $language, $theme, and keeps nobody out',
    { timeout: 240_000 },
    async (look) => {
      const isTriedOtherwise = isOneOfThree(look);
      const { page, context, wrong } = await open('/watch', supervisor, look);
      const paths = [
        '/watch',
        '/watch?state=all&order=found&hits=true',
        '/watch?text=zzzzzz',
        `/watch/posts/${told.posts['rent-1']}?state=all`,
        `/watch/posts/${told.posts.warning}`,
        `/watch/posts/${told.posts.long}?state=all`,
        '/watch/posts/999999',
        '/watch/campaigns',
        `/watch/campaigns/${told.campaignId}`,
        '/watch/sources',
        '/watch/takedowns?withdrawn=true',
        `/watch/takedowns/${takedowns.draft}`,
        `/watch/takedowns/${takedowns.sent}`,
        `/networks/${ring.networkId}`,
        `/accounts/${ring.collector}`,
        `/customers/${customers.dropper}`,
      ];
      for (const path of paths) {
        await load(page, path);
        await holds(page, look, path);
        if (await page.locator('main details:not([open])').count()) {
          await openAll(page);
          await holds(page, look, `${path} opened`);
        }
        if (isTriedOtherwise) expect(await barriers(page), path).toEqual([]);
      }
      expect(wrong).toEqual([]);
      await context.close();
    },
  );

  /** Opens the queue with nothing chosen and waits until the first post can be read. */
  async function openQueue(person: SignedInPerson, path = '/watch') {
    const opened = await open(path, person);
    await opened.page.waitForSelector('[data-post-text]');
    await fetched(opened.page);
    return opened;
  }

  const shownPost = (page: Page): Promise<string | null> =>
    page.locator('.post-pane').getAttribute('data-open');

  test('ten posts are opened, labelled and left by single keys, each in under three seconds', async () => {
    const { page, context, wrong } = await openQueue(analyst);
    const tookMs: number[] = [];
    const seen: string[] = [];
    for (let i = 0; i < 10; i++) {
      const began = performance.now();
      const postId = String(await shownPost(page));
      seen.push(postId);
      await page.waitForSelector('[data-post-text]');
      await page.keyboard.press(String(1 + (i % 5)));
      await page.keyboard.press(['o', 'w', 'n', 'q'][i % 4]);
      await page.keyboard.press('a');
      await page.keyboard.press('2');
      await page.keyboard.press('Enter');
      await expect.poll(() => shownPost(page)).not.toBe(postId);
      await page.waitForSelector('[data-post-text]');
      tookMs.push(performance.now() - began);
    }
    expect(new Set(seen).size).toBe(10);
    expect(Math.max(...tookMs)).toBeLessThan(3_000);
    console.log(`triage: ${tookMs.map((ms) => Math.round(ms)).join(', ')} ms a post`);
    await expect.poll(() => page.locator('.post-row.is-done').count()).toBe(10);
    const asked = asking(server.served, analyst);
    const last = async () => (await asked('GET', `/v1/posts/${seen[9]}`)).json();
    await expect.poll(last).toMatchObject({ said: { label: 'legit', stance: 'warning' } });
    expect((await last()).asks).toContain('account');
    expect(await page.locator('.failed-reviews').count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('nothing is saved without a word of the person; u goes back, and the history keeps both', async () => {
    const { page, context, wrong } = await openQueue(analyst);
    const postId = String(await shownPost(page));
    await page.waitForSelector('[data-label]');
    await page.keyboard.press('Enter');
    expect(await page.locator('.announcement').innerText()).toContain('1–5');
    expect(await shownPost(page)).toBe(postId);
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownPost(page)).not.toBe(postId);
    await page.keyboard.press('u');
    await expect.poll(() => shownPost(page)).toBe(postId);
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownPost(page)).not.toBe(postId);
    await page.locator(`[data-post="${postId}"]`).click();
    await expect.poll(() => page.locator('.post-pane .events li').count()).toBe(2);
    expect(await page.locator('[data-said]').getAttribute('data-said')).toBe('legit');
    await page.keyboard.press('?');
    expect(await page.locator('[role=dialog]').innerText()).toContain('сохранить и дальше');
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('who is too late hears so, sees what there is now, and what they chose is kept', async () => {
    const { page, context, wrong } = await openQueue(analyst, '/watch?state=all&order=found');
    const postId = String(await shownPost(page));
    const asked = asking(server.served, supervisor);
    const { version } = await (await asked('GET', `/v1/posts/${postId}`)).json();
    const said = { label: 'other_spam', stance: 'offer' };
    await asked('POST', `/v1/posts/${postId}/review`, said, version);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    const failed = page.locator(`[data-failed="${postId}"]`);
    await failed.waitFor();
    expect(await failed.innerText()).toContain('QRG_WATCH_POST_CHANGED');
    expect(await shownPost(page)).not.toBe(postId);
    await failed.locator('.primary').click();
    await expect
      .poll(() => page.locator('[data-said]').getAttribute('data-said'))
      .toBe('other_spam');
    expect(await page.locator('[data-label=dropper]').getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.failed-reviews').count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('contacts open for a reason; a hit is decided; the picture comes blurred and without colour', async () => {
    const path = `/watch/posts/${told.posts['rent-1']}?state=all`;
    const { page, context, wrong } = await open(path, analyst);
    await page.locator('[data-act=reveal]').click();
    await page.locator('[role=dialog] textarea').fill('Готовлю запрос на удаление');
    await page.locator('[role=dialog] [type=submit]').click();
    await expect
      .poll(() => page.locator('[data-post-text]').innerText())
      .toContain('@kurator_rabota');
    await page.locator('[data-contact]').first().click();
    expect(await page.locator('mark.is-lit').count()).toBeGreaterThan(0);

    const hit = page.locator('[data-post-hit]').first();
    await hit.locator('[data-act=decide-hit]').click();
    await page.locator('[role=dialog] [type=radio]').nth(1).check();
    await page.locator('[role=dialog] textarea').fill('Номер давно у другого человека');
    await page.locator('[role=dialog] [type=submit]').click();
    await expect.poll(() => hit.innerText()).toContain('Отклонено');

    await page.locator('[data-act=seal]').click();
    await page.waitForSelector('[data-act=picture]', { timeout: 60_000 });
    await page.locator('[data-act=picture]').click();
    const picture = page.locator('.picture-box canvas');
    await picture.waitFor();
    expect(await picture.getAttribute('class')).toBe('is-soft is-grey');
    await page.locator('[name=sharp]').check();
    expect(await picture.getAttribute('class')).toBe('is-grey');
    await page.locator('[name=always]').uncheck();
    expect(await page.evaluate(() => localStorage.getItem('qorgan.softPictures'))).toBe('off');

    const loaded = page.waitForEvent('download');
    await page.locator('[data-act=package]').first().click();
    expect((await loaded).suggestedFilename()).toMatch(/^capture-\d+\.zip$/);
    await expect
      .poll(() => page.locator('.captures').innerText())
      .toContain('SHA-256 скачанного совпал');
    if (PICTURES !== undefined)
      await page.screenshot({ path: pictureOf(DESK, 'picture'), fullPage: true });
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a request is drafted by one person and sent by another, who sees why not before', async () => {
    const postId = told.posts['rent-4'];
    const asked = asking(server.served, analyst);
    const { version } = await (await asked('GET', `/v1/posts/${postId}`)).json();
    const said = { label: 'dropper', stance: 'offer', asks: ['card'] };
    await asked('POST', `/v1/posts/${postId}/review`, said, version);
    const first = await open(`/watch/posts/${postId}?state=all`, analyst);
    await first.page.locator('[data-act=draft]').click();
    await first.page.waitForSelector('[role=dialog] textarea');
    expect(await barriers(first.page, '[role=dialog]')).toEqual([]);
    if (PICTURES !== undefined)
      await first.page.screenshot({ path: pictureOf(DESK, 'draft'), fullPage: true });
    await first.page.locator('[role=dialog] textarea').fill('Вербовка дропперов');
    await first.page.locator('[role=dialog] [type=submit]').click();
    await first.page.waitForURL(/takedowns\/\d+$/);
    const path = new URL(first.page.url()).pathname;
    await first.page.locator('[data-act=letter]').click();
    await first.page.waitForSelector('.letter-body');
    await first.page.locator('[data-act=edit]').click();
    const body = first.page.locator('[role=dialog] [name=body]');
    await body.fill(`${await body.inputValue()}\n\nПросим ответить до конца недели.`);
    await first.page.locator('[role=dialog] [type=submit]').click();
    await expect
      .poll(() => first.page.locator('.letter-body').innerText())
      .toContain('до конца недели');
    await first.page.waitForSelector('[role=dialog]', { state: 'detached' });
    await act(first.page, 'seal');
    await first.page.waitForSelector('[data-evidence] [data-capture]', { timeout: 60_000 });
    await first.page.locator('summary', { hasText: 'Чего нельзя' }).click();
    expect(await first.page.locator('[data-shut=send]').innerText()).toContain('QRG_TAKEDOWN_ROLE');
    await first.context.close();

    const second = await open(path, supervisor);
    await second.page.locator('[data-act=send]').click();
    await second.page.locator('[role=dialog] [name=number]').fill('12-3/457');
    await second.page.locator('[role=dialog] textarea').fill('Текст и копия проверены');
    await second.page.locator('[role=dialog] [type=submit]').click();
    await second.page.waitForSelector('.takedown-requested');
    await expect.poll(() => second.page.locator('.deadlines li').count()).toBe(4);
    await load(second.page, '/watch/takedowns');
    const column = second.page.locator('[data-column=asked]');
    expect(await column.locator('[data-takedown]').count()).toBe(2);
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    await second.context.close();
  });

  async function act(page: Page, kind: string): Promise<void> {
    await page.locator(`.hold-acts [data-act=${kind}]`).click();
    await page.locator('[role=dialog] textarea').fill('Страница на месте');
    await page.locator('[role=dialog] [type=submit]').click();
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
  }

  test('an appeal is decided by somebody else, who still sees what it is about', async () => {
    const investigator = await server.served.person(BANK, ['investigator']);
    site.takeAway('/offer');
    const { page, context, wrong } = await open(`/watch/takedowns/${takedowns.sent}`, investigator);
    await page.locator('[data-act=appeals]').click();
    await expect
      .poll(() => page.locator('[data-appeal-content]').innerText())
      .toContain('Возьму в аренду');
    await page.locator('[data-act=decide-appeal]').click();
    await page.locator('[role=dialog] [type=radio]').first().check();
    await page.locator('[role=dialog] textarea').fill('Объявление предлагает аренду карты');
    await page.locator('[role=dialog] [type=submit]').click();
    await expect
      .poll(() => page.locator('[data-appeal]').innerText())
      .toContain('запрос остался в силе');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a source is added, read and paused, a file is handed over, and what failed is told', async () => {
    site.show('/new', 'Куплю карту любого банка, плачу сразу, пишите @kurator_rabota');
    const { page, context, wrong } = await open('/watch/sources', supervisor);
    await page.waitForSelector('[data-source]');
    expect(await page.locator('[data-source]').first().innerText()).toContain('больше нет');
    expect(await page.locator('.health').first().innerText()).toContain('404');
    await page.locator('[data-act=add]').click();
    await page.locator('[role=dialog] [name=kind]').selectOption('page');
    await page.locator('[role=dialog] [name=name]').fill('Новая страница');
    await page.locator('[role=dialog] [name=url]').fill(site.url('/new'));
    await page.locator('[role=dialog] [type=submit]').click();
    const row = page.locator('tr', { hasText: 'Новая страница' });
    await row.locator('[data-act=run]').click();
    await expect.poll(() => page.locator('.announcement').innerText()).toContain('Новых 1');
    await row.locator('[data-act=paused]').click();
    await expect.poll(() => row.innerText()).toContain('На паузе');
    await page.locator('tr', { hasText: 'Выгрузка чатов' }).locator('[data-act=import]').click();
    await page.locator('[role=dialog] [type=file]').setInputFiles({
      name: 'more.jsonl',
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from('{"id":"more-1","text":"Продам гараж"}\n{"id":"more-2"}\n'),
    });
    await page.locator('[role=dialog] [type=submit]').click();
    await page.waitForSelector('[data-taken]');
    expect(await page.locator('[role=dialog]').innerText()).toContain('QRG_WATCH_ROW_TEXT');
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('the map of a campaign is walked by keys and says the same as its table; a hub joins no more', async () => {
    const { page, context, wrong } = await open(`/watch/campaigns/${told.campaignId}`, supervisor);
    await page.waitForSelector('.map-person');
    const edges = await page.locator('.edges tbody tr').count();
    expect(edges).toBeGreaterThan(0);
    await page.locator('.map-person').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.map-person').first().getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.map-line.is-lit').count()).toBeGreaterThan(1);
    await page.locator('.campaign-map a').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('/watch/posts/');
    await load(page, `/watch/campaigns/${told.campaignId}`);
    await page.locator('tr', { hasText: 'имя в Telegram' }).locator('[data-act=stop]').click();
    await page.locator('[role=dialog] textarea').fill('Общий бот, его ставят все');
    await page.locator('[role=dialog] [type=submit]').click();
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    await load(page, '/watch/campaigns');
    await page.locator('summary').click();
    expect(await page.locator('details').innerText()).toContain('Общий бот');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test(`${MANY} posts scroll to their end, with a window of rows in the document`, {
    timeout: 300_000,
  }, async () => {
    const { pool } = server.served.services.store;
    await pool.query(
      `INSERT INTO posts (institution_id, source_id, external_id, at, found_at, sealed, content, lang, label, score, stance,
         asks, techniques, reasons, reader)
       SELECT p.institution_id, p.source_id, 'many-' || n, p.at, p.found_at - n, p.sealed, p.content, p.lang, p.label, p.score,
         p.stance, p.asks, p.techniques, p.reasons, p.reader
       FROM posts p, generate_series(1, $2::int) n WHERE p.post_id = $1`,
      [told.posts.legit, MANY],
    );
    const { page, context, wrong } = await openQueue(analyst, '/watch?order=found&label=legit');
    const table = page.locator('.windowed-table');
    const known = async (): Promise<number> => Number(await table.getAttribute('aria-rowcount'));
    expect(await known()).toBe(-1);
    for (let turn = 0; turn < 2_000 && (await known()) === -1; turn++) {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await settle(page);
      if (turn % 50 === 0) expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
    }
    expect(await known()).toBeGreaterThan(MANY);
    // With all of them listed a label is still one key and one look.
    await page.evaluate(() => scrollTo(0, 0));
    const began = performance.now();
    const postId = await shownPost(page);
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownPost(page)).not.toBe(postId);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('every role sees what it may do', async () => {
    const liaison = await open('/watch', await server.served.person(BANK, ['liaison']));
    await liaison.page.waitForSelector('[data-post-text]');
    expect(await liaison.page.locator('[data-label]').count()).toBe(0);
    await liaison.context.close();
    const admin = await open('/watch', await server.served.person(BANK, ['admin']));
    await admin.page.waitForURL(/watch\/sources$/);
    expect(await admin.page.locator('.subtabs').count()).toBe(0);
    await admin.context.close();
    const auditor = await open('/alerts', await server.served.person(BANK, ['auditor']));
    expect(await auditor.page.locator('.tabs a[href="/watch"]').count()).toBe(0);
    expect([...liaison.wrong, ...admin.wrong, ...auditor.wrong]).toEqual([]);
    await auditor.context.close();
  });

  async function holds(page: Page, look: Look, name: string): Promise<void> {
    await settle(page);
    if (PICTURES !== undefined)
      await page.screenshot({ path: pictureOf(look, name), fullPage: true });
    expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
    expect.soft(await stickingOut(page), name).toEqual([]);
    expect.soft(await cutNames(page), name).toEqual([]);
    expect.soft(await page.locator('*').count(), name).toBeLessThan(MOST_ELEMENTS);
    const text = await page.locator('body').innerText();
    expect.soft(text, name).not.toMatch(/undefined|\bNaN\b|\[object|\{\w+\}|Invalid/);
  }
});

const pictureOf = ({ width, language, theme }: Look, name: string): string =>
  `${PICTURES}/${width}-${language}-${theme}-${name.replace(/\W+/g, '-')}.png`;
