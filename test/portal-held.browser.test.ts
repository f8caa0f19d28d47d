import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, transfer } from '../src/http/seeded.fixture.ts';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  fetched,
  LOOKS,
  type Look,
  openConsole,
  overflow,
  settle,
  stickingOut,
} from './fixtures/console-browser.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const PHONE: Look = { width: 360, language: 'ru', theme: 'light' };
const BANK = 'qala-bank';
/** To look at what the tests see: a folder for pictures. */
const PICTURES = process.env.QORGAN_PICTURES;

let browser: Browser;
let server: ConsoleServer;
let analyst: SignedInPerson;
let supervisor: SignedInPerson;
let holdId: number;
/** As the worker read it on the page of the hold. */
let code: string;

const open = (path: string, look: Look = PHONE, person?: SignedInPerson) =>
  openConsole(browser, server.url, path, look, person);
const holdPath = () => `/v1/holds/${holdId}`;

/** An act of a person on the version that stands now. */
async function act(by: SignedInPerson, body: unknown): Promise<void> {
  const seen = await server.served.ask('GET', holdPath(), by.headers);
  const etag = { 'if-match': seen.headers.get('etag') ?? '' };
  await json(server.served.ask('POST', `${holdPath()}/acts`, { ...by.headers, ...etag }, body));
}

async function enter(page: Page, typed: string): Promise<void> {
  await page.locator('input[name=code]').fill(typed);
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  if (!present) return;
  server = await startConsole();
  const { served } = server;
  await served.institution(BANK);
  const key = await served.key(BANK);
  [analyst, supervisor] = await Promise.all([
    served.person(BANK, ['analyst']),
    served.person(BANK, ['supervisor']),
  ]);
  await json(served.ask('POST', '/v1/decisions', key, [transfer('t-1', { payer: 'client' })]));
  const row = await served.services.store.db
    .selectFrom('transfers')
    .select('seq')
    .executeTakeFirstOrThrow();
  ({ holdId } = await json<{ holdId: number }>(
    served.ask('POST', '/v1/holds', analyst.headers, {
      transfer: row.seq,
      incoming: false,
      grounds: [{ kind: 'internal_rules', subject: null }],
      reason: 'Похоже на перевод мошенникам',
    }),
  ));
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.skipIf(!present)('a client whose payment is held', () => {
  test('is given a code by the worker on the page of the hold', async () => {
    const { page, context, wrong } = await open(
      `/holds/${holdId}`,
      { ...PHONE, width: 1440 },
      analyst,
    );
    await page.locator('[data-client-code]').click();
    code = (await page.locator('.client-code code').textContent()) ?? '';
    expect(code).toMatch(/^(?:\w{4}-){3}\w{4}$/);
    await fetched(page);
    expect(await barriers(page, '.client-code')).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('sees it, explains, appeals, and reads the answer of another person', async () => {
    const { page, context, wrong } = await open('/portal/held');
    await enter(page, 'AAAA-AAAA-AAAA-AAAA');
    await page.waitForSelector('.field-error');
    expect(await page.locator('.field-error').textContent()).toContain('ничего не найдено');

    await act(analyst, { kind: 'ask', reason: 'За что вы платите?' });
    await enter(page, code.toLowerCase());
    await page.waitForSelector('.held-facts');
    expect(page.url()).toBe(`${server.url}/portal/held`);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('Банк задал вам вопрос');
    expect(text).toContain('За что вы платите?');
    expect(text).toContain('внутренними документами банка');
    expect(text).toContain('Заработная плата поступает');
    expect(text).not.toMatch(/подозр|отмыв|191-IV/iu);

    if (PICTURES) await page.screenshot({ path: `${PICTURES}/held-client.png`, fullPage: true });
    await page.getByLabel('Ваши пояснения').fill('Плачу за <img src=x> ремонт');
    await page.getByRole('button', { name: 'Отправить пояснения' }).click();
    await page.getByText('Ваши пояснения получены').waitFor();
    await page.getByLabel('Почему остановка неверна').fill('Это мои деньги, есть договор');
    await page.getByRole('button', { name: 'Подать жалобу' }).click();
    await page.waitForSelector('[data-appeal=waits]');
    expect(await page.evaluate('JSON.stringify({ ...localStorage })')).not.toContain(
      code.slice(0, 4),
    );

    const granted = { kind: 'decide_appeal', granted: true, reason: 'Договор есть' };
    await expect(act(analyst, granted)).rejects.toThrow('403');
    await act(supervisor, granted);
    await page.getByRole('button', { name: 'Обновить' }).click();
    await page.waitForSelector('[data-appeal=decided]');
    expect(await page.locator('main').textContent()).toMatch(
      /Остановка снята.*жалобу удовлетворили/s,
    );
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('stands with all that he wrote before the worker, as text', async () => {
    const { page, context, wrong } = await open(
      `/holds/${holdId}`,
      { ...PHONE, width: 1440 },
      analyst,
    );
    const words = page.locator('[data-client-words]');
    await words.waitFor();
    expect(await words.locator('blockquote').allTextContents()).toEqual([
      'Плачу за <img src=x> ремонт',
      'Это мои деньги, есть договор',
    ]);
    expect(await page.locator('.events').textContent()).toContain('клиент, по коду');
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/held-console.png`, fullPage: true });
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe.skipIf(!present).each(LOOKS)('$width px, $language, $theme', (look) => {
  test('no barriers, nothing sticks out', async () => {
    const { page, context, wrong } = await open('/portal/held', look);
    for (const entered of [false, true]) {
      if (entered) await enter(page, code);
      if (entered) await page.waitForSelector('.held-facts');
      await settle(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await stickingOut(page)).toEqual([]);
      const height: number = await page.evaluate('document.documentElement.scrollHeight');
      await page.setViewportSize({ width: look.width, height });
      expect(await barriers(page, 'main')).toEqual([]);
      const name = `held-${look.width}-${look.language}-${entered ? 'found' : 'asked'}`;
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
});
