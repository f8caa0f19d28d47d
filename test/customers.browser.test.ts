import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import { BANK, decide, ringTransfers } from './fixtures/console-bank.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  DESK,
  fetched,
  focused,
  isOneOfThree,
  LOOKS,
  type Look,
  openConsole,
  overflow,
  settle,
  stickingOut,
} from './fixtures/console-browser.ts';
import {
  settleCustomers,
  type ToldCustomers,
  tellCustomers,
  tellMany,
} from './fixtures/console-customers.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const YESTERDAY = Date.now() - 86_400_000;
/** More than one page of the list. */
const MANY = 300;
const MOST_ELEMENTS = 2_500;
/** To look at what the tests see: a folder for pictures of every page in every look. */
const PICTURES = process.env.QORGAN_PICTURES;

let browser: Browser;
let server: ConsoleServer;
let told: ToldCustomers;
let analyst: SignedInPerson;
let supervisor: SignedInPerson;
let otherSupervisor: SignedInPerson;

const open = (path: string, person: SignedInPerson, look: Look = DESK) =>
  openConsole(browser, server.url, path, look, person);

async function load(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  await fetched(page);
}

/** Everything that opens on the page, opened: what is said there has to fit, too. */
const openAll = (page: Page): Promise<unknown> =>
  page.evaluate(`document.querySelectorAll('main details').forEach((e) => { e.open = true })`);

/** Names that do not fit into their picture. */
const cutNames = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.links-picture svg text')]
    .filter((text) => {
      const [box, whole] = [text, text.ownerSVGElement].map((e) => e.getBoundingClientRect());
      return box.left < whole.left || box.right > whole.right || box.bottom > whole.bottom;
    })
    .map((text) => text.textContent)`);

/** Presses Tab until the focus is where it should be, as a person does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await page.evaluate((to) => document.activeElement?.matches(to) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${selector}`);
}

describe.skipIf(!present)('customers in the console', () => {
  beforeAll(async () => {
    server = await startConsole();
    const { served } = server;
    await served.institution(BANK);
    const key = await served.key(BANK);
    told = await tellCustomers(served, key);
    await decide(served, key, ringTransfers('kyc', YESTERDAY));
    [analyst, supervisor, otherSupervisor] = await Promise.all([
      served.person(BANK, ['analyst']),
      served.person(BANK, ['supervisor']),
      served.person(BANK, ['supervisor']),
    ]);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(LOOKS)(
    'every page holds at $width px in $language, $theme, and keeps nobody out',
    {
      timeout: 180_000,
    },
    async (look) => {
      const isTriedOtherwise = isOneOfThree(look);
      const { page, context, wrong } = await open('/customers', supervisor, look);
      const paths = [
        '/customers',
        '/customers?level=high&approval=waiting&due=true&hits=true&order=added',
        `/customers/${told.dropper}`,
        `/customers/${told.official}`,
        `/customers/${told.company}`,
        `/customers/${told.plain}`,
        '/customers/999999',
        '/risk',
        '/risk#edit',
      ];
      for (const path of paths) {
        await load(page, path);
        if (path.endsWith('#edit')) await page.locator('[data-act=edit]').click();
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

  /** Titles of columns that end in an ellipsis; on a telephone they are for those who listen alone. */
  const cutTitles = (page: Page): Promise<string[]> =>
    page
      .locator('.alert-head span')
      .evaluateAll((titles) =>
        titles
          .filter(({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
          .map((title) => title.textContent ?? ''),
      );

  async function holds(page: Page, look: Look, name: string): Promise<void> {
    await settle(page);
    expect(await overflow(page), name).toBeLessThanOrEqual(0);
    expect(await stickingOut(page), name).toEqual([]);
    expect(await cutNames(page), name).toEqual([]);
    expect(await cutTitles(page), name).toEqual([]);
    expect(await page.locator('*').count(), name).toBeLessThan(MOST_ELEMENTS);
    const text = await page.locator('body').innerText();
    expect(text, name).not.toMatch(/undefined|\bNaN\b|\[object|\{\w+\}|Invalid/);
    if (PICTURES !== undefined)
      await page.screenshot({ path: pictureOf(look, name), fullPage: true });
  }

  test('a rating opens to its figures, its parameter and its source; links are drawn and told', async () => {
    const { page, context, wrong } = await open(`/customers/${told.dropper}`, analyst);
    await fetched(page);
    const reason = page.locator('.reasons li', { hasText: 'Тот же телефон' });
    await reason.locator('summary').click();
    const opened = await reason.innerText();
    expect(opened).toContain('чужих клиентов');
    expect(opened).toMatch(/от 3: \+50/);
    expect(opened).toContain('ARDFM resolution No. 24');
    expect(opened).toContain('С официальным текстом ещё никто не сверил');
    expect(await page.locator('.document-expired').innerText()).toContain('Истёк');

    const lines = await page.locator('.links-picture .link-line:not(.links-legend *)').count();
    expect(await page.locator('.edges tbody tr').count()).toBe(lines);
    expect(await page.locator('.links-picture .is-explained').count()).toBeGreaterThan(0);
    for (const name of await page.locator('.links-picture .link-name').allTextContents())
      expect(name).toMatch(/^\p{L}•••/u);

    await reason.locator('a[href^="/risk"]').click();
    await expect.poll(() => focused(page, 'id')).toBe('factor-shared-phone');
    await page.goBack();
    await page.locator('.links-picture a').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toContain(`/customers/${told.dropper}`);
    await load(page, `/customers/${told.dropper}`);
    await page.locator('.account-list a').first().click();
    // The customer's own page has a link to all «Клиенты» in the same place until the account's is there.
    await page.waitForURL('**/accounts/**');
    await page.locator('.trail a', { hasText: 'Клиент' }).click();
    await expect.poll(() => page.url()).toContain(`/customers/${told.dropper}`);
    await load(page, '/alerts/1');
    await page.locator('.trail a', { hasText: 'Клиент' }).click();
    await expect.poll(() => page.url()).toContain(`/customers/${told.dropper}`);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('the keyboard alone finds a customer and decides on a hit', async () => {
    const { page, context, wrong } = await open('/customers?hits=true', analyst);
    await page.waitForSelector('[data-customer]');
    await page.keyboard.press('j');
    expect(await focused(page, 'data-customer')).toBe(String(told.official));
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-hit]');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('[data-hit]').innerText()).toContain('другая письменность');
    await tabTo(page, '[data-act=decide]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] [type=radio]');
    await tabTo(page, '[role=dialog] [type=radio]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Другой год рождения по паспорту');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-hit]').innerText()).toContain('Отклонено: другой');
    expect(await page.locator('[data-hit]').innerText()).toContain('Другой год рождения');
    expect(await page.locator('.announcement').innerText()).toBe('Решение записано');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('who looked does not approve; another supervisor does', async () => {
    const say = async (page: Page, act: string): Promise<void> => {
      await page.locator(`[data-act=${act}]`).click();
      await page.locator('[role=dialog] textarea').fill('Документы сверены с оригиналом');
      await page.locator('[role=dialog] [type=submit]').click();
    };
    const first = await open(`/customers/${told.official}`, supervisor);
    await first.page.waitForSelector('[data-approval=waiting]');
    await say(first.page, 'review');
    await first.page.waitForSelector('[role=dialog]', { state: 'detached' });
    await say(first.page, 'approved');
    expect(await first.page.locator('[role=dialog] .problem code').innerText()).toBe(
      'QRG_CUSTOMER_SAME_PERSON',
    );
    await first.context.close();

    const second = await open(`/customers/${told.official}`, otherSupervisor);
    await say(second.page, 'approved');
    await second.page.waitForSelector('[data-approval=approved]');
    expect(await second.page.locator('.approval-box').innerText()).toContain('Документы сверены');
    await second.context.close();

    const third = await open(`/customers/${told.dropper}`, analyst);
    await third.page.waitForSelector('[data-act=review]');
    expect(await third.page.locator('[data-act=approved]').count()).toBe(0);
    expect([...first.wrong, ...second.wrong, ...third.wrong]).toEqual([]);
    await third.context.close();
  });

  test('a change of parameters shows whom it moves before it is saved, and then moves them', async () => {
    const { page, context, wrong } = await open('/risk', supervisor);
    await page.locator('[data-act=edit]').click();
    expect(await page.locator('[data-act=preview]').isDisabled()).toBe(true);
    await page.fill('[name="levels.medium"]', '30');
    await page.fill('[name="business-fresh.steps.0.points"]', '31');
    expect(await page.locator('.edit-bar [role=status]').innerText()).toContain('2');
    await page.locator('[data-act=preview]').click();
    await page.waitForSelector('.risk-moves');
    expect(await page.locator('.risk-moves').innerText()).toMatch(/Просмотрено клиентов: \d/);
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    if (PICTURES !== undefined)
      await page.screenshot({ path: pictureOf(DESK, 'preview'), fullPage: true });
    await page.locator('[role=dialog] [type=submit]').click();
    expect(await page.locator('[role=dialog]').count()).toBe(1);
    await page.locator('[role=dialog] textarea').fill('По данным банка за полугодие');
    await page.locator('[role=dialog] [type=submit]').click();
    await expect.poll(() => page.locator('.figures').innerText()).toContain('версия 1');
    expect(await page.locator('#factor-business-fresh').innerText()).toContain('изменено');
    expect(await page.locator('main').innerText()).toContain('По данным банка за полугодие');
    await settleCustomers(server.served);
    await load(page, `/customers/${told.company}`);
    expect(await page.locator('main').innerText()).toContain('новые параметры');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a long list is a window of rows; roles that see no customers have no way there', async () => {
    await tellMany(server.served, await server.served.key(BANK), MANY);
    await settleCustomers(server.served);
    const { page, context, wrong } = await open('/customers', analyst);
    const table = page.locator('.windowed-table');
    await table.waitFor();
    await fetched(page);
    expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
    for (let turn = 0; turn < 20 && (await table.getAttribute('aria-rowcount')) === '-1'; turn++) {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await fetched(page);
    }
    expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(MANY);
    expect(wrong).toEqual([]);
    await context.close();

    const auditor = await server.served.person(BANK, ['auditor']);
    const other = await open('/risk', auditor);
    await other.page.waitForSelector('.factors');
    expect(await other.page.locator('.tabs a[href="/customers"]').count()).toBe(0);
    expect(await other.page.locator('[data-act=edit]').count()).toBe(0);
    await other.context.close();
  });
});

const pictureOf = ({ width, language, theme }: Look, name: string): string =>
  `${PICTURES}/${width}-${language}-${theme}-${name.replace(/\W+/g, '-')}.png`;
