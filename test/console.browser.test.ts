import { existsSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  CHROMIUM,
  fetched,
  focused,
  openConsole,
  settle,
} from './fixtures/console-browser.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
if (!present) console.warn(`skipped: no Chromium at ${CHROMIUM} (set CHROMIUM to another)`);

const YESTERDAY = Date.now() - 86_400_000;
const PASSWORD = 'жеті қабат көк аспан';

let browser: Browser;
let server: ConsoleServer;
let ring: Ring;
let key: Readonly<Record<string, string>>;

/** Finishes a sign-in that owes a code app: reads the key off the page as a person does, and keeps the recovery codes. */
async function enrol(page: Page): Promise<void> {
  await page.waitForSelector('.qr');
  const secret = (await page.locator('.copy-line code').innerText()).trim();
  await page.fill('[name=code]', new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.click('button[type=submit]');
  await page.waitForSelector('.recovery-codes');
  expect(await page.locator('.recovery-codes li').count()).toBeGreaterThan(4);
  await page.locator('.form > button').click();
}

/** Whether something of a dialog can be scrolled sideways. */
const sticksOut = (dialog: Element): boolean =>
  [dialog, ...dialog.querySelectorAll('*')].some(
    (part) =>
      part.scrollWidth > part.clientWidth && /auto|scroll/.test(getComputedStyle(part).overflowX),
  );

/** Whether nothing keeps the day and the time from being sent. */
const isSendable = (form: Element): boolean =>
  [...form.querySelectorAll('.moment-field input')].every((input) =>
    (input as HTMLInputElement).checkValidity(),
  );

describe.skipIf(!present)('the console', () => {
  beforeAll(async () => {
    server = await startConsole();
    await server.served.institution(BANK);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('first run: the token makes the first administrator, who adds a person, who sets a password', async () => {
    const { page, context, wrong } = await openConsole(
      browser,
      server.url,
      `/first-run#${await server.token()}`,
    );
    expect(page.url()).not.toContain('#');
    await page.fill('[name=name]', 'Айгерім Сәрсенова');
    await page.fill('[name=login]', 'aigerim');
    await page.fill('[name=new-password]', PASSWORD);
    await page.fill('[name=new-password-again]', PASSWORD);
    await page.click('button[type=submit]');
    await enrol(page);
    await page.waitForSelector('.alerts-page');
    expect(await page.locator('.empty').innerText()).toContain('Тревог нет');

    await page.locator('.tabs a', { hasText: 'Люди' }).click();
    await page.locator('.button.primary').first().click();
    await page.fill('[role=dialog] [name=name]', 'Дана Оспанова');
    await page.fill('[role=dialog] [name=login]', 'dana');
    await page.selectOption('[role=dialog] [name=institution]', BANK);
    await page.locator('[role=dialog] button[type=submit]').click();
    const link = (await page.locator('[role=dialog] .copy-line code').innerText()).trim();
    expect(link).toContain('/set-password#');
    await context.close();

    const other = await openConsole(browser, server.url, link.slice(server.url.length));
    await other.page.fill('[name=new-password]', PASSWORD);
    await other.page.fill('[name=new-password-again]', PASSWORD);
    await other.page.click('button[type=submit]');
    await other.page.fill('[name=login]', 'dana');
    await other.page.fill('[name=password]', 'не тот пароль совсем');
    await other.page.click('button[type=submit]');
    expect(await other.page.locator('.problem code').innerText()).toBe('QRG_SIGN_IN_REFUSED');
    await other.page.fill('[name=password]', PASSWORD);
    await other.page.click('button[type=submit]');
    await enrol(other.page);
    await other.page.waitForSelector('.alerts-page');
    await other.page.locator('.me-button').click();
    await other.page.locator('[role=menuitem]', { hasText: 'Выйти' }).click();
    await other.page.waitForSelector('[name=password]');
    expect([...wrong, ...other.wrong]).toEqual([]);
    await other.context.close();
  });

  test('alerts come by themselves and move nothing; the keyboard alone takes one and closes it', async () => {
    key = await server.served.key(BANK);
    const analyst = await server.served.person(BANK, ['analyst']);
    await decide(server.served, key, ringTransfers('first', YESTERDAY));
    const { page, context, wrong } = await openConsole(
      browser,
      server.url,
      '/alerts',
      undefined,
      analyst,
    );
    const rows = page.locator('.windowed-row');
    await expect.poll(() => rows.count()).toBeGreaterThan(0);
    // The titles of the rules come after the rows.
    await fetched(page);
    const before = await rows.count();
    const top = await rows.first().innerText();

    await decide(server.served, key, ringTransfers('live', YESTERDAY + 7_200_000));
    await page.waitForSelector('.fresh-bar', { timeout: 20_000 });
    expect(await rows.first().innerText()).toBe(top);
    expect(await rows.count()).toBe(before);
    await page.keyboard.press('r');
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
    expect(await page.locator('.fresh-bar').count()).toBe(0);

    await page.keyboard.press('j');
    const first = await focused(page, 'data-alert');
    await page.keyboard.press('j');
    expect(await focused(page, 'data-alert')).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused(page, 'data-alert')).toBe(first);
    await page.keyboard.press('t');
    const row = page.locator('.windowed-row', { has: page.locator(`[data-alert="${first}"]`) });
    await expect.poll(() => row.innerText()).toContain('В работе');
    expect(await focused(page, 'data-alert')).toBe(first);

    await page.keyboard.press('Enter');
    await page.waitForSelector('.money-picture');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.keyboard.press('c');
    await page.waitForSelector('[role=dialog] textarea');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')))
      .toBe('radio');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Карта дроппера: собрано и роздано за час');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.figures').first().innerText())
      .toContain('Подтвердилось');
    await expect.poll(() => page.locator('[role=dialog]').count()).toBe(0);

    await page.goBack();
    await expect.poll(() => focused(page, 'data-alert')).toBe(first);
    await expect.poll(() => row.innerText()).toContain('Закрыта');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a reason opens to the transfers its number counts, and the picture to one of them', async () => {
    const analyst = await server.served.person(BANK, ['analyst']);
    ring = await storeRing(server.served, 'first', YESTERDAY);
    const { page, context, wrong } = await openConsole(
      browser,
      server.url,
      `/accounts/${ring.collector}`,
      undefined,
      analyst,
    );
    await page.waitForSelector('.reasons');
    const moves = page.locator('.moves tbody tr');
    await expect.poll(() => moves.count()).toBe(16);
    await page.locator('.number-link', { hasText: 'плательщиков за' }).first().click();
    await page.waitForSelector('.moves .notice');
    await expect
      .poll(() => moves.allInnerTexts())
      .not.toContainEqual(expect.stringContaining('Ушло'));
    expect(await moves.count()).toBeGreaterThan(3);

    await page.locator('.money-mark').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.moves tr.is-selected');
    await expect.poll(() => focused(page, 'aria-current')).toBe('true');
    expect(await page.locator('main').innerText()).toMatch(/first-collector|qala-bank/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a network: its story, its picture by keyboard, its time, and on to an account and its trail', async () => {
    const analyst = await server.served.person(BANK, ['analyst']);
    const { page, context, wrong } = await openConsole(
      browser,
      server.url,
      '/networks',
      undefined,
      analyst,
    );
    await page.locator(`[data-key="${ring.networkId}"]`).click();
    await page.waitForSelector('.flow');
    await settle(page);
    expect(await page.locator('.lead').innerText()).toContain('14 человек');
    const cards = await page.locator('.flow .card').count();
    expect(cards).toBeGreaterThan(4);

    for (let i = 0; i < 40 && (await focused(page, 'class'))?.startsWith('card') !== true; i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const title = await page.evaluate(
      () => document.activeElement?.querySelector('title')?.textContent ?? '',
    );
    expect(title).toMatch(/^Сборщик/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.money-picture');
    expect(page.url()).toContain(`/accounts/${ring.collector}`);

    await page.locator('.moves .icon-button').first().click();
    await page.locator('[role=menuitem]', { hasText: 'Откуда пришло' }).click();
    await page.waitForSelector('.flow');
    expect(page.url()).toContain('direction=up');
    await expect.poll(() => page.locator('.flow .card').count()).toBeGreaterThan(2);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a hold: one person places it and asks to release, another one releases and takes on the refund', async () => {
    await listAsEvent(server.served, 'listed-payee');
    await decide(server.served, key, [
      {
        id: 'to-listed',
        at: YESTERDAY,
        payer: 'honest-payer',
        payee: 'listed-payee',
        amountMinor: 30_000_000,
      },
    ]);
    const analyst = await server.served.person(BANK, ['analyst']);
    const supervisor = await server.served.person(BANK, ['supervisor']);
    const first = await openConsole(browser, server.url, '/holds', undefined, analyst);
    const { page } = first;
    await page.locator('tbody tr', { hasText: 'базе событий' }).locator('a').first().click();
    await page.waitForSelector('.hold-acts');
    const address = page.url().slice(server.url.length);
    expect(await page.locator('.warning').innerText()).toContain('ст. 25-1, п. 7');
    expect(await page.locator('.two-people').innerText()).toContain('Отпускают двое');
    expect(await page.locator('.tell').innerText()).toContain('Клиенту надо сообщить');

    const act = async (on: Page, kind: string, reason: string): Promise<void> => {
      await on.locator(`[data-act=${kind}]`).click();
      await on.fill('[role=dialog] textarea[required]', reason);
      await on.locator('[role=dialog] button[type=submit]').click();
      await expect.poll(() => on.locator('[role=dialog]').count()).toBe(0);
    };
    await act(page, 'place', 'Получатель в базе событий');
    await expect
      .poll(() => page.locator('.hold-acts').innerText())
      .toContain('Попросить отпустить');
    await act(page, 'ask_release', 'Клиент принёс расписку и настаивает');
    await expect
      .poll(() => page.locator('.two-people').innerText())
      .toContain('Попросил отпустить');
    expect(await page.locator('[data-act=release]').count()).toBe(0);
    await page.locator('.hold-acts summary').click();
    expect(await page.locator('[data-shut=release]').innerText()).toContain('QRG_HOLD_');

    const second = await openConsole(browser, server.url, address, undefined, supervisor);
    await second.page.locator('[data-act=release]').click();
    await second.page.locator('[role=dialog] input[type=radio]').first().check();
    await second.page.fill('[role=dialog] textarea', 'Проверили: долг настоящий');
    await second.page.locator('[role=dialog] button[type=submit]').click();
    // The duty to refund is not taken on by oversight.
    expect(await second.page.locator('[role=dialog]').count()).toBe(1);
    await second.page.check('[name=refund]');
    await second.page.locator('[role=dialog] button[type=submit]').click();
    await expect
      .poll(() => second.page.locator('.figures').first().innerText())
      .toContain('Отпущена');
    await expect.poll(() => second.page.locator('.events').innerText()).toContain('долг настоящий');
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    await first.context.close();
    await second.context.close();
  });

  test('a moment is written and refused in the language of the console, whatever the browser speaks', async () => {
    await decide(server.served, key, [
      {
        id: 'to-listed-again',
        at: YESTERDAY + 1,
        payer: 'another-payer',
        payee: 'listed-payee',
        amountMinor: 20_000_000,
      },
    ]);
    const { headers } = await server.served.person(BANK, ['analyst', 'liaison']);
    const listed = await server.served.ask('GET', '/v1/holds?state=proposed', headers);
    const { items } = (await listed.json()) as { items: { holdId: number; version: number }[] };
    const [{ holdId, version }] = items;
    for (const [i, kind] of ['place', 'notify_centre'].entries()) {
      const done = await server.served.ask(
        'POST',
        `/v1/holds/${holdId}/acts`,
        { ...headers, 'if-match': `"${version + i}"` },
        { kind, reason: 'the payee is in the base' },
      );
      expect(done.status).toBe(200);
    }
    const liaison = { userId: 0, headers };
    for (const [language, width, theme, like] of [
      ['ru', 360, 'dark', /дату так: \d\d\.\d\d\.\d{4}/],
      ['kk', 1440, 'light', /былай жазыңыз: \d\d\.\d\d\.\d{4}/],
      ['en', 360, 'light', /day like this: \d{1,2} \w{3} \d{4}/],
    ] as const) {
      const look = { width, language, theme };
      const opened = await openConsole(browser, server.url, `/holds/${holdId}`, look, liaison);
      const { page } = opened;
      await page.locator('[data-act=le_decision]').click();
      const error = page.locator('.moment-field [id$="-error"]');
      const day = await page.inputValue('[name=day]');
      expect(day).toMatch(language === 'en' ? /^\d{1,2} \w{3} \d{4}$/ : /^\d\d\.\d\d\.\d{4}$/);
      await page.fill('[name=day]', '31.02.2026');
      await page.locator('[name=time]').focus();
      await expect.poll(() => error.allInnerTexts()).toEqual([expect.stringMatching(like)]);
      expect(await page.locator('[role=dialog] form').evaluate(isSendable)).toBe(false);
      expect(await page.locator('[role=dialog]').evaluate(sticksOut)).toBe(false);
      const pictures = process.env.QORGAN_PICTURES;
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/${width}-${language}-${theme}-moment.png` });
      await page.fill('[name=day]', '1/2/2026');
      await page.locator('[name=time]').focus();
      expect(await page.inputValue('[name=day]')).toBe(
        language === 'en' ? '1 Feb 2026' : '01.02.2026',
      );
      await expect.poll(() => error.count()).toBe(0);
      expect(opened.wrong).toEqual([]);
      await opened.context.close();
    }
  });

  test('the head of the page takes no more room after a narrow moment than before it', async () => {
    const analyst = await server.served.person(BANK, ['analyst']);
    const opened = await openConsole(browser, server.url, '/networks', undefined, analyst);
    const { page, context } = opened;
    const height = (): Promise<number | undefined> =>
      page
        .locator('.frame')
        .boundingBox()
        .then((box) => box?.height);
    const before = await height();
    await page.setViewportSize({ width: 250, height: 800 });
    await expect.poll(height).toBeGreaterThan(before ?? 0);
    await page.setViewportSize({ width: 1440, height: 800 });
    await expect.poll(height).toBe(before);
    await context.close();
  });

  test('a session that ends closes the page and keeps it for the same person', async () => {
    const analyst = await server.served.person(BANK, ['analyst']);
    const { page, context } = await openConsole(
      browser,
      server.url,
      '/networks',
      undefined,
      analyst,
    );
    await page.waitForSelector('.network-row');
    await context.clearCookies();
    await page.locator('.tabs a', { hasText: 'Тревоги' }).click();
    await page.waitForSelector('[name=password]');
    expect(await page.locator('.notice').innerText()).toContain('Сеанс закончился');
    expect(await page.locator('.frame').isVisible()).toBe(false);
    expect(page.url()).toContain('/alerts');
    await context.close();
  });
});
