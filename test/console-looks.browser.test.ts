import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import {
  BANK,
  decide,
  listAsEvent,
  type Ring,
  ringTransfers,
  storeRing,
} from './fixtures/console-bank.ts';
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
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const YESTERDAY = Date.now() - 86_400_000;
/** Elements a page may hold however long its list is: a window of rows, a picture, the first rows of a table. */
/** Alerts in one list; CI, which counts minutes, asks for fewer. */
const MANY = Number(process.env.QORGAN_MANY_ALERTS ?? 100_000);
const MOST_ELEMENTS = 2_500;
/** To look at what the tests see: a folder for pictures of every page in every look. */
const PICTURES = process.env.QORGAN_PICTURES;

const DIALOG = '[role=dialog]';
const MENU = '[role=menu]';

let browser: Browser;
let server: ConsoleServer;
let ring: Ring;
/** Together they may see every page. */
let supervisor: SignedInPerson;
let admin: SignedInPerson;
let auditor: SignedInPerson;

/** Opens an address anew, as a bookmark does. */
async function load(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  await fetched(page);
}

/** Goes to another address of the console without loading it again, as its links do. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const isOther = new URL(to, location.href).pathname !== location.pathname;
    if (isOther) document.querySelector('h1')?.setAttribute('data-left', '');
    history.pushState(null, '', to);
  }, path);
  await page.waitForSelector('h1:not([data-left])');
  await fetched(page);
}

/** What is looked at, and by whom. */
const pages = (): [SignedInPerson | undefined, string[]][] => [
  [undefined, ['/', '/set-password#token']],
  [
    supervisor,
    [
      '/alerts',
      '/alerts?verdict=hold&order=newest&mine=true',
      '/alerts/1',
      `/accounts/${ring.collector}`,
      '/holds',
      '/holds/1',
      '/networks',
      `/networks/${ring.networkId}`,
      `/trace?account=${ring.collector}&direction=down`,
      '/lists',
      '/lists/1',
      '/me',
      '/nowhere',
    ],
  ],
  [admin, ['/people']],
  [auditor, ['/audit']],
];

describe.skipIf(!present)('the looks of the console', () => {
  beforeAll(async () => {
    server = await startConsole();
    const { served } = server;
    await served.institution(BANK);
    const key = await served.key(BANK);
    await listAsEvent(served, 'look-sink');
    await decide(served, key, ringTransfers('look', YESTERDAY));
    ring = await storeRing(served, 'look', YESTERDAY);
    [supervisor, admin, auditor] = await Promise.all([
      served.person(BANK, ['supervisor']),
      served.person(BANK, ['admin']),
      served.person(BANK, ['auditor']),
    ]);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(LOOKS)(
    'every page holds at $width px in $language, $theme, and keeps nobody out',
    { timeout: 180_000 },
    async (look) => {
      const isFirst = look === LOOKS[0];
      // Three of the looks have both widths, both themes and all languages; colours and names depend on nothing else.
      const isTriedOtherwise = isOneOfThree(look);
      for (const [person, paths] of pages()) {
        const { page, context, wrong } = await openConsole(browser, server.url, '/', look, person);
        for (const path of paths) {
          await (isFirst || person === undefined ? load : go)(page, path);
          expect(await overflow(page), path).toBeLessThanOrEqual(0);
          expect(await stickingOut(page), path).toEqual([]);
          expect(await page.locator('*').count(), path).toBeLessThan(MOST_ELEMENTS);
          const text = await page.locator('body').innerText();
          expect(text, path).not.toMatch(/undefined|\bNaN\b|\[object|\{\w+\}|Invalid/);
          if (isTriedOtherwise) expect(await barriers(page), path).toEqual([]);
          if (PICTURES !== undefined)
            await page.screenshot({ path: pictureOf(look, path), fullPage: true });
        }
        expect(wrong).toEqual([]);
        await context.close();
      }
    },
  );

  test('questions and menus, too, keep nobody out and fit a telephone', async () => {
    const look: Look = { width: 360, language: 'kk', theme: 'dark' };
    const { page, context, wrong } = await openConsole(
      browser,
      server.url,
      '/alerts/1',
      look,
      supervisor,
    );
    const opens = async (popup: string, name: string, ...clicks: string[]): Promise<void> => {
      for (const selector of clicks) await page.locator(selector).first().click();
      await page.waitForSelector(popup);
      await settle(page);
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
      expect(await barriers(page, popup), name).toEqual([]);
      if (PICTURES !== undefined) await page.screenshot({ path: pictureOf(look, name) });
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator(`${DIALOG}, ${MENU}`).count()).toBe(0);
    };
    await opens(MENU, 'menu', '.me-button');
    await opens(DIALOG, 'find', '.finder');
    await opens(MENU, 'move menu', '.moves .icon-button');
    await opens(DIALOG, 'open hold', '.moves .icon-button', '[role=menuitem]:last-child');
    await page.locator('[data-act=take]').click();
    await opens(DIALOG, 'close', '[data-act=close]');
    await load(page, '/holds/1');
    await opens(DIALOG, 'place', '[data-act=place]');
    await opens(DIALOG, 'release', '[data-act=release], [data-act=ask_release]');
    await load(page, '/lists/1');
    await opens(DIALOG, 'preview', 'tbody .button');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a change of language changes every text of a page, and is remembered', async () => {
    const { page, context } = await openConsole(
      browser,
      server.url,
      '/alerts/1',
      { ...DESK, language: 'ru' },
      supervisor,
    );
    await page.waitForSelector('.reasons');
    const texts = (): Promise<string[]> =>
      page
        .locator('h1, h2, h3, dt, thead th, .tabs a, .help, .button, .reasons b, .reasons p')
        .allInnerTexts();
    const ru = await texts();
    for (const language of ['kk', 'en']) {
      await page.locator(`[data-language=${language}]`).click();
      await fetched(page);
      const other = await texts();
      expect(other).toHaveLength(ru.length);
      const same = ru.filter((text, i) => text === other[i] && /\p{L}{3}/u.test(text));
      // Words that two of the languages really share.
      expect(same.filter((text) => !/^(Балл|Сумма|Аудитор)$/.test(text))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    }
    expect(await page.evaluate(() => localStorage.getItem('qorgan.language'))).toBe('en');
    await context.close();
  });

  test(`${MANY} alerts scroll to their end, with a window of rows in the document`, {
    timeout: 300_000,
  }, async () => {
    await server.served.services.store.pool.query(
      `INSERT INTO alerts (institution_id, account_no, opened_at, last_at, score, verdict, transfers, amount_minor, last_seq, status, version)
       SELECT i.institution_id, a.account_no, $1::bigint, $1::bigint + n, 20 + (n % 800) / 10.0, 1, 1 + n % 9, 1000 * n, n, 'closed', 1
       FROM generate_series(1, $3::int) n, (SELECT institution_id FROM institutions WHERE code = $2) i,
         (SELECT min(account_no) AS account_no FROM accounts) a`,
      [YESTERDAY, BANK, MANY],
    );
    const { page, context, wrong } = await openConsole(
      browser,
      server.url,
      '/alerts?status=closed',
      DESK,
      supervisor,
    );
    const table = page.locator('.windowed-table');
    await table.waitFor();
    const known = async (): Promise<number> => Number(await table.getAttribute('aria-rowcount'));
    expect(await known()).toBe(-1);
    for (let turn = 0; turn < 2_000 && (await known()) === -1; turn++) {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await settle(page);
      if (turn % 50 === 0) expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
    }
    expect(await known()).toBe(MANY + 1);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await settle(page);
    await settle(page);
    const last = page.locator('.windowed-row').last();
    expect(await last.getAttribute('aria-rowindex')).toBe(String(MANY + 1));
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await settle(page);
    await settle(page);
    const middle = await page.evaluate(
      () => document.elementFromPoint(700, 500)?.closest('.windowed-row')?.ariaRowIndex,
    );
    expect(Number(middle)).toBeGreaterThan(0.4 * MANY);
    expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

const pictureOf = ({ width, language, theme }: Look, path: string): string =>
  `${PICTURES}/${width}-${language}-${theme}-${path.replace(/\W+/g, '-')}.png`;
