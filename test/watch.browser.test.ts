import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../src/domain/language.ts';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import { BANK, decide, type Ring, ringTransfers, storeRing } from './fixtures/console-bank.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  DESK,
  fetched,
  type Look,
  openConsole,
  overflow,
  settle,
  stickingOut,
} from './fixtures/console-browser.ts';
import { tellCustomers } from './fixtures/console-customers.ts';
import {
  asking,
  importRows,
  manyRows,
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
    server = await startConsole([site.host]);
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

  const looks: Look[] = [360, 1440].flatMap((width) =>
    LANGUAGES.map(
      (language, i) =>
        ({ width, language, theme: (i + width / 360) % 2 === 0 ? 'light' : 'dark' }) as const,
    ),
  );
  test.each(looks)(
    'every page holds at $width px in $language, $theme, and keeps nobody out',
    { timeout: 240_000 },
    async (look) => {
      const isTriedOtherwise = (look.width === 360) === (look.language === 'ru');
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
