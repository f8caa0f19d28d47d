import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FilingDetail } from '../src/client/filings.ts';
import { textOfMessage, utf16 } from '../src/exchange/fm1/envelope.ts';
import { json } from '../src/http/seeded.fixture.ts';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import { BANK, decide, type Ring, ringTransfers, storeRing } from './fixtures/console-bank.ts';
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
import { openCaseOf } from './fixtures/console-cases.ts';
import { tellCustomers } from './fixtures/console-customers.ts';
import { asking } from './fixtures/console-posts.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const DAY_MS = 86_400_000;
const ALMATY_MS = 5 * 3_600_000;
const YESTERDAY = Date.now() - DAY_MS;
/** Noon of Almaty two days ago: a day that is over, whatever the clock of the test says. */
const NOON = Math.floor((Date.now() + ALMATY_MS) / DAY_MS) * DAY_MS - 2 * DAY_MS + 7 * 3_600_000;
const DAY = new Date(NOON).toISOString().slice(0, 10);
/** To look at what the tests see: a folder for pictures of every page in every look. */
const PICTURES = process.env.QORGAN_PICTURES;
const MOST_ELEMENTS = 3_000;

/** Part 2 of the form of a bank that is none. */
const REPORTER = {
  '2.1': '011',
  '2.2(1.2)': 'АО «Қала Банкі»',
  '2.4': '980140000005',
  '2.7(1)': 'Сәрсенова',
  '2.7(2)': 'Айгүл',
  '2.7.1': 'Комплаенс-офицер',
  '2.8': '7172,000000',
  '2.9': 'aml@example.kz',
};
const PERSON = {
  '4.2': '1',
  '4.3': '55',
  '4.5': '2',
  '4.14(1.1)': 'Әлиева',
  '4.14(1.2)': 'Гүлнар',
};
const SIGNS = 'code,text,from,to\n1035,Дробление на счёт посредника,2026-04-01,\n';

let browser: Browser;
let server: ConsoleServer;
let ring: Ring;
let caseId: number;
let analyst: SignedInPerson;
let supervisor: SignedInPerson;
let auditor: SignedInPerson;
let bare: FilingDetail | undefined;
let whole: FilingDetail | undefined;

const open = (path: string, person: SignedInPerson, look: Look = DESK) =>
  openConsole(browser, server.url, path, look, person);

async function load(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  await fetched(page);
}

/** A field of the form by where it stands and its number. */
const field = (page: Page, place: string, id: string) =>
  page.locator(`[id="${`f-${place}-${id}`.replace(/[^\w-]+/g, '_')}"]`);

/** Draws up a notice by the routes; the person's document is filled in. */
async function draft(person: SignedInPerson, isWhole: boolean): Promise<FilingDetail> {
  const ask = asking(server.served, person);
  const made = await json<FilingDetail>(
    ask('POST', '/v1/filings', {
      case: caseId,
      kind: 'suspicion_after',
      reason: 'Деньги ушли дальше через девять минут',
    }),
  );
  if (!isWhole) return made;
  const { document } = made;
  const participants = document.participants.map((one) => ({
    ...one,
    fields: { ...one.fields, ...PERSON },
  }));
  const message = { ...document.message, '3.10': '1035' };
  return json<FilingDetail>(
    ask(
      'PATCH',
      `/v1/filings/${made.filingId}`,
      { document: { ...document, reporter: REPORTER, message, participants } },
      made.version,
    ),
  );
}

const act = (person: SignedInPerson, { filingId, version }: FilingDetail, told: object) =>
  json<FilingDetail>(
    asking(server.served, person)('POST', `/v1/filings/${filingId}/acts`, told, version),
  );

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const loaded = page.waitForEvent('download');
  await page.locator(button).click();
  const file = await loaded;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const send = (page: Page): Promise<void> => page.locator('[role=dialog] [type=submit]').click();

describe.skipIf(!present)('notices FM-1 in the console', () => {
  beforeAll(async () => {
    server = await startConsole();
    const { served } = server;
    await served.institution(BANK);
    const key = await served.key(BANK);
    await tellCustomers(served, key);
    await decide(served, key, ringTransfers('case', YESTERDAY));
    ring = await storeRing(served, 'case', YESTERDAY);
    for (const [id, tenge, more] of [
      ['cash', 10_000_000, { channel: 'cash_out', payee: 'till' }],
      ['gift', 8_000_000, { purpose: 'gift' }],
    ] as const)
      await json(
        served.ask('POST', '/v1/decisions', key, {
          ...{ id, at: NOON, payer: 'case-sink', payee: 'acc-9', currency: 'KZT' },
          ...{ amountMinor: tenge * 100, ...more },
        }),
      );
    [analyst, supervisor, auditor] = await Promise.all([
      served.person(BANK, ['analyst']),
      served.person(BANK, ['supervisor']),
      served.person(BANK, ['auditor']),
    ]);
    ({ caseId } = await openCaseOf(served, analyst, 'Дропперы у вокзала', 'network', [
      { kind: 'network', ref: ring.networkId },
    ]));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('the reporter’s own data are written once, and the codes of signs brought by their officer', async () => {
    const { page, context, wrong } = await open('/filings/settings', supervisor);
    await page.locator('[name=sender]').fill('qalabank');
    for (const [id, value] of Object.entries(REPORTER))
      if (id !== '2.1') await field(page, 'reporter', id).fill(value);
    // A code is found by its words, by keys alone.
    const entity = field(page, 'reporter', '2.1');
    await entity.focus();
    await page.keyboard.type('011');
    await page.keyboard.press('Enter');
    expect(await entity.inputValue()).toMatch(/^011 · /);
    await page.locator('[data-act=save-settings]').click();
    await expect.poll(() => page.locator('.announcement').innerText()).toBe('Сохранено');
    expect(await page.locator('[data-signs]').innerText()).toContain('открытом виде не найден');
    await page.locator('[data-act=load-signs]').click();
    await page.locator('[role=dialog] [name=csv]').fill(SIGNS);
    await page.locator('[role=dialog] [name=source]').fill('Письмо Агентства, для теста');
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    await send(page);
    await expect.poll(() => page.locator('[data-signs] tbody').innerText()).toContain('1035');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a notice of a case: made, filled in from what is missing, submitted, approved by another, taken along', {
    timeout: 180_000,
  }, async () => {
    const first = await open(`/cases/${caseId}?tab=exchange`, analyst);
    const { page } = first;
    await page.locator('[data-make=fm1]').click();
    await page.waitForURL(/filings\/new\?case=/);
    await page.locator('[name=transfer]').waitFor();
    expect(await page.locator('[name=transfer] option').count()).toBeGreaterThan(2);
    expect(await barriers(page)).toEqual([]);
    await page.locator('textarea').fill('Деньги ушли дальше через девять минут');
    await page.locator('[data-act=make]').click();
    await page.waitForURL(/filings\/\d+$/);
    await page.waitForSelector('[data-form] form');
    const path = new URL(page.url()).pathname;
    expect(await page.locator('.time-left').first().innerText()).toContain('осталось');
    expect(
      Number(await page.locator('[data-missing]').getAttribute('data-missing')),
    ).toBeGreaterThan(0);
    expect(await page.locator('[data-acts] [data-act=submit]').isDisabled()).toBe(true);
    // From what is missing to its field, and into it.
    await page.locator('[data-jump="message 3.10"]').focus();
    await page.keyboard.press('Enter');
    expect(await focused(page, 'id')).toBe('f-message-3_10');
    await page.keyboard.type('посредника');
    await page.keyboard.press('Enter');
    expect(await field(page, 'message', '3.10').inputValue()).toMatch(/^1035 · Дробление/);
    for (const n of [1, 2]) {
      const place = `participants/${n}`;
      await field(page, place, '4.5').selectOption('2');
      await field(page, place, '4.2').selectOption('1');
      await field(page, place, '4.14(1.1)').fill('Әлиева');
      await field(page, place, '4.14(1.2)').fill('Гүлнар');
    }
    expect(await page.locator('[data-acts]').innerText()).toContain('Сначала сохраните');
    expect(await barriers(page)).toEqual([]);
    await page.locator('[data-act=save]').click();
    await expect.poll(() => page.locator('[data-missing]').getAttribute('data-missing')).toBe('0');
    expect(await page.locator('[data-unsaved]').getAttribute('data-unsaved')).toBe('0');
    await page.locator('[data-acts] [data-act=submit]').click();
    await send(page);
    await expect.poll(() => page.locator('.exchange-submitted').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-acts] [data-act=approve]').count()).toBe(0);

    const second = await open(path, supervisor);
    await second.page.locator('[data-acts] [data-act=approve]').click();
    await send(second.page);
    await expect.poll(() => second.page.locator('h1').innerText()).toMatch(/^ФМ-1 № \d{4}-1$/);
    const xml = await saved(second.page, '[data-get=xml]');
    expect(xml.name).toMatch(/^fm1-\d{4}-1\.xml$/);
    expect(textOfMessage(xml.bytes)).toContain('<SuspicionFirst>1035</SuspicionFirst>');
    const pdf = await saved(second.page, '[data-get=pdf]');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    // Signed elsewhere, brought back, sent by hand.
    const signed = textOfMessage(xml.bytes).replace(
      '</SignedData>',
      '<Signature>MIIB</Signature></SignedData>',
    );
    await second.page.locator('[data-acts] [data-act=sign]').click();
    await second.page.locator('[role=dialog] [name=file]').setInputFiles({
      name: 'signed.xml',
      mimeType: 'application/xml',
      buffer: Buffer.from(utf16(signed)),
    });
    await send(second.page);
    await second.page.locator('[data-get=signed]').waitFor();
    await second.page.locator('[data-acts] [data-act=send]').click();
    await second.page.locator('[role=dialog] [name=how]').fill('Личный кабинет АФМ');
    expect(await barriers(second.page, '[role=dialog]')).toEqual([]);
    await send(second.page);
    await second.page.locator('[data-acts] [data-act=acknowledge]').waitFor();
    expect(await second.page.locator('[data-history] li').count()).toBeGreaterThanOrEqual(6);
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    await first.context.close();
    await second.context.close();
  });

  test('whoever is late sees what stands now beside their own, and saves it on top', async () => {
    const made = await draft(analyst, false);
    const { page, context, wrong } = await open(`/filings/${made.filingId}`, analyst);
    await field(page, 'message', '3.14').fill('Звонил следователь, ждём выписку');
    const { document } = made;
    await json(
      asking(server.served, supervisor)(
        'PATCH',
        `/v1/filings/${made.filingId}`,
        { document: { ...document, message: { ...document.message, '3.10': '1035' } } },
        made.version,
      ),
    );
    await page.locator('[data-act=save]').click();
    const conflict = page.locator('[data-conflict]');
    await conflict.waitFor();
    await expect.poll(() => conflict.innerText()).toContain('Звонил следователь');
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    if (PICTURES !== undefined) await page.screenshot({ path: pictureOf(DESK, 'conflict') });
    await page.locator('[data-act=save-over]').click();
    await conflict.waitFor({ state: 'detached' });
    expect(await field(page, 'message', '3.10').inputValue()).toContain('1035');
    expect(await field(page, 'message', '3.14').inputValue()).toContain('Звонил следователь');
    // What is not saved is not lost without a question.
    await page.locator('[data-add=participants]').click();
    await page.locator('.trail .back').click();
    await page.locator('[role=dialog]').waitFor();
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).pathname).toBe(`/filings/${made.filingId}`);
    await page.locator('[data-remove="participants/3"]').click();
    expect(await page.locator('[data-unsaved]').getAttribute('data-unsaved')).toBe('0');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('operations of a day: which are told, which are exempt, why; the day is filed with one button', async () => {
    const { page, context, wrong } = await open(`/filings/thresholds?day=${DAY}`, supervisor);
    await page.waitForSelector('[data-outcome]');
    expect(await page.locator('[data-outcome=due]').innerText()).toContain('0511');
    expect(await page.locator('[data-outcome=ask]').innerText()).toContain('безвозмездный');
    await page.locator('[data-act=file-day]').click();
    await expect.poll(() => page.locator('[data-act=file-day]').count()).toBe(0);
    await page.locator('[data-outcome=ask] a').first().click();
    await page.waitForURL(/filings\/\d+$/);
    // Not a gift after all: nothing is told, and the reason stays.
    await page.locator('[data-decide] [data-answer=no]').click();
    await page.locator('[role=dialog] textarea').fill('Перевод за товар, есть договор');
    await send(page);
    await expect.poll(() => page.locator('.exchange-withdrawn').count()).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('an auditor reads that people are named, and not who', async () => {
    const { filingId } = await draft(analyst, true);
    const { page, context, wrong } = await open(`/filings/${filingId}`, auditor);
    await page.waitForSelector('[data-form] form');
    const text = await page.locator('main').innerText();
    expect(text).not.toContain('Әлиева');
    expect(text).toContain('••••');
    expect(await page.locator('[data-get]').count()).toBe(0);
    expect(await page.locator('[data-act=save]').count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test.each(LOOKS)(
    'every page holds at $width px in $language, $theme, and keeps nobody out',
    { timeout: 240_000 },
    async (look) => {
      bare ??= await draft(analyst, false);
      whole ??= await act(analyst, await draft(analyst, true), { act: 'submit' });
      const { page, context, wrong } = await open('/filings', supervisor, look);
      const paths = [
        '/filings',
        `/filings/new?case=${caseId}`,
        `/filings/${bare.filingId}`,
        `/filings/${whole.filingId}`,
        `/filings/thresholds?day=${DAY}`,
        '/filings/settings',
      ];
      for (const path of paths) {
        await load(page, path);
        if (PICTURES !== undefined)
          await page.screenshot({ path: pictureOf(look, path), fullPage: true });
        await page.evaluate(
          `document.querySelectorAll('main details').forEach((e) => { e.open = true })`,
        );
        await holds(page, look, `${path} opened`);
        if (isOneOfThree(look)) expect.soft(await barriers(page), path).toEqual([]);
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
    expect.soft(await page.locator('*').count(), name).toBeLessThan(MOST_ELEMENTS);
    const text = await page.locator('body').innerText();
    expect.soft(text, name).not.toMatch(/undefined|\bNaN\b|\[object|\{\w+\}|Invalid/);
  }
});

const pictureOf = ({ width, language, theme }: Look, name: string): string =>
  `${PICTURES}/${width}-${language}-${theme}-${name.replace(/\W+/g, '-')}.png`;
