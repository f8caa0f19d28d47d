import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStix } from '../src/exchange/stix/read-stix.ts';
import { json } from '../src/http/seeded.fixture.ts';
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
  stickingOut,
} from './fixtures/console-browser.ts';
import { openCaseOf } from './fixtures/console-cases.ts';
import { asking } from './fixtures/console-posts.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const YESTERDAY = Date.now() - 86_400_000;
/** To look at what the tests see: a folder for pictures of every page in every look. */
const PICTURES = process.env.QORGAN_PICTURES;

let browser: Browser;
let server: ConsoleServer;
let ring: Ring;
let caseId: number;
let draftId: number;
let analyst: SignedInPerson;
let supervisor: SignedInPerson;
let liaison: SignedInPerson;

const open = (path: string, person: SignedInPerson, look: Look = DESK) =>
  openConsole(browser, server.url, path, look, person);

async function load(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  await fetched(page);
}

describe.skipIf(!present)('the law and the exchange in the console', () => {
  beforeAll(async () => {
    server = await startConsole([], CHROMIUM);
    const { served } = server;
    await served.institution(BANK);
    const key = await served.key(BANK);
    await decide(served, key, ringTransfers('exchange', YESTERDAY));
    ring = await storeRing(served, 'exchange', YESTERDAY);
    [analyst, supervisor, liaison] = await Promise.all([
      served.person(BANK, ['analyst']),
      served.person(BANK, ['supervisor']),
      served.person(BANK, ['liaison']),
    ]);
    const items = [{ kind: 'network', ref: ring.networkId }];
    ({ caseId } = await openCaseOf(served, analyst, 'Деньги ушли за рубеж', 'network', items));
    const ask = asking(served, liaison);
    for (const partner of PARTNERS) await json(ask('POST', '/v1/partners', partner));
    const { packageId } = await json<{ packageId: number }>(
      asking(served, analyst)('POST', '/v1/packages', {
        case: caseId,
        format: 'stix',
        partners: ['volga'],
        tlp: 'amber',
        ground: await groundOf('stix'),
        purpose: 'Просим проверить счета получателей и сообщить, что о них известно',
        language: 'ru',
      }),
    );
    draftId = packageId;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(LOOKS)(
    'every page holds at $width px in $language, $theme, and keeps nobody out',
    { timeout: 240_000 },
    async (look) => {
      const { page, context, wrong } = await open('/law', liaison, look);
      const paths = [
        '/law',
        '/law?on=2025-09-15&to=2026-11-01',
        '/law?country=RU',
        '/law?on=2001-01-01',
        '/packages',
        '/packages?direction=in',
        `/packages/${draftId}`,
        `/packages/new?case=${caseId}&format=stix`,
        `/packages/new?case=${caseId}&format=pdf`,
        '/packages/999999',
        '/partners',
      ];
      for (const path of paths) {
        await load(page, path);
        await page.evaluate(
          `[...document.querySelectorAll('main details')].slice(0, 12).forEach((e) => { e.open = true })`,
        );
        if (PICTURES !== undefined)
          await page.screenshot({ path: pictureOf(look, path), fullPage: true });
        expect.soft(await overflow(page), path).toBe(0);
        expect.soft(await stickingOut(page), path).toEqual([]);
        if (isOneOfThree(look)) expect.soft(await barriers(page), path).toEqual([]);
      }
      expect(wrong).toEqual([]);
      await context.close();
    },
  );

  test('a package is seen before it is made, approved by another, taken, and read back', async () => {
    const maker = await open(`/packages/new?case=${caseId}&format=stix`, analyst);
    const { page } = maker;
    await page.selectOption('[name=partner]', 'volga');
    await page.waitForSelector('[data-leaving]');
    await page.selectOption('[name=ground]', await groundOf('stix'));
    await page.fill('[name=purpose]', 'Просим проверить счета получателей');
    await page.check('[name="account.number"]');
    await page.click('[data-act=draft]');
    await page.waitForURL(/\/packages\/\d+$/);
    await page.waitForSelector('[data-leaving]');
    expect(await page.locator('[data-act=approve]').count()).toBe(0);
    const { pathname } = new URL(page.url());
    await maker.context.close();

    const other = await open(pathname, supervisor);
    await other.page.click('[data-act=approve]');
    await other.page.locator('[role=dialog] textarea').fill('Проверил поля, лишнего нет');
    await other.page.locator('[role=dialog] [type=submit]').click();
    const saving = other.page.waitForEvent('download');
    await other.page.click('[data-act=download]');
    const file = await (await saving).path();
    const read = readStix(new Uint8Array(await readFile(file)));
    expect(read.ok && read.value.accounts.length).toBeGreaterThan(3);
    await other.context.close();
  });

  test('a partner is added, and a key is shown once', async () => {
    const { page, context } = await open('/partners', liaison);
    await page.click('[data-act=add-partner]');
    await page.fill('[role=dialog] [name=name]', 'Финразведка Севера');
    await page.fill('[role=dialog] [name=code]', 'north');
    await page.fill('[role=dialog] [name=country]', 'by');
    await page.selectOption('[role=dialog] [name=kind]', 'fiu');
    await page.locator('[role=dialog]').getByLabel('Что читает').first().click();
    await page.keyboard.type('goaml');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog] [type=submit]').click();
    const row = page.locator('tr', { hasText: 'Финразведка Севера' });
    await row.locator('[data-act=make-key]').click();
    await page.locator('[role=dialog] textarea').fill('Условились сверять счета');
    await page.locator('[role=dialog] [type=submit]').click();
    const key = page.locator('[role=dialog] .copy-line code');
    await expect.poll(() => key.textContent()).toMatch(/^[0-9a-f]{64}$/);
    await context.close();
  });
});

const PARTNERS = [
  {
    code: 'volga',
    name: 'Bank Volga',
    country: 'RU',
    kind: 'bank',
    reads: ['stix', 'misp', 'camt056'],
  },
  {
    code: 'tashkent-fiu',
    name: 'Финансовая разведка Ташкента',
    country: 'UZ',
    kind: 'fiu',
    reads: ['goaml', 'stix', 'evidence'],
  },
];

/** A ground that a package of a format to a bank may stand on. */
async function groundOf(format: string): Promise<string> {
  const { grounds } = await json<{
    grounds: { id: string; formats: string[]; partners: string[] }[];
  }>(asking(server.served, analyst)('GET', '/v1/package-options'));
  const fits = grounds.find(
    ({ formats, partners }) => formats.includes(format) && partners.includes('bank'),
  );
  return fits?.id ?? '';
}

const pictureOf = ({ width, language, theme }: Look, path: string): string =>
  `${PICTURES}/${width}-${language}-${theme}${path.replace(/[^a-z0-9]+/gi, '-')}.png`;
