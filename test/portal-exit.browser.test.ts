import { existsSync } from 'node:fs';
import fastify, { type FastifyInstance } from 'fastify';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { servePages } from '../src/http/web-pages.ts';
import type { Deed } from '../src/law/people/law-words.ts';
import { judge, type TestAct } from '../src/law/qualify/test-acts.fixture.ts';
import { loadOffences } from '../src/service/law/load-offences.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  LOOKS,
  type Look,
  openConsole,
  overflow,
  settle,
  stickingOut,
} from './fixtures/console-browser.ts';

const present = existsSync(CHROMIUM);
const PHONE: Look = { width: 360, language: 'ru', theme: 'light' };

/** The pages alone: nothing that they do needs a store. */
let app: FastifyInstance;
let url: string;
let browser: Browser;

beforeAll(async () => {
  if (!present) return;
  app = fastify();
  await servePages(app, { portalRoot: inject('portalRoot') });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const open = (path: string, look: Look = PHONE) => openConsole(browser, url, path, look);
const kept = (page: Page): Promise<string | null> =>
  page.evaluate(`localStorage.getItem('qorgan.exit')`);

describe.skipIf(!present)('somebody who gave a card away', () => {
  test('goes from what happened to the last step by keyboard alone', async () => {
    const { page, context, wrong } = await open('/portal/exit');
    await page.locator('.exit-situations a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.exit-steps');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    const ticks = page.locator('.exit-step-head input');
    const all = await ticks.count();
    for (let i = 0; i < all; i++) {
      await ticks.nth(i).focus();
      await page.keyboard.press('Space');
    }
    expect(await page.locator('.exit-progress').textContent()).toBe(`Сделано ${all} из ${all}`);
    expect(await page.locator('.notice-good').count()).toBe(1);
    expect(await page.locator('a[href="tel:102"]').count()).toBeGreaterThan(0);
    // Whoever did not ask for it leaves nothing on the device.
    expect(await kept(page)).toBeNull();
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('has ticks remembered when asked, and wiped when not', async () => {
    const { page, context } = await open('/portal/exit/threatened');
    const first = page.locator('.exit-step-head input').first();
    await first.check();
    await page.locator('.exit-keep input').check();
    expect(await kept(page)).toContain('danger-now');
    await page.reload();
    await page.waitForSelector('.exit-steps');
    expect(await first.isChecked()).toBe(true);
    await page.locator('.exit-keep input').uncheck();
    expect(await kept(page)).toBeNull();
    await context.close();
  });

  test('finds ticks and what was written again after a look at another page', async () => {
    const { page, context } = await open('/portal/exit/gave');
    await page.locator('.exit-step-head input').first().check();
    await page.locator('a[href^="/portal/exit/gave/"]').first().click();
    await page.locator('.exit-draft input[type=text]').first().fill('Айша');
    await page.goBack();
    await page.waitForSelector('.exit-steps');
    expect(await page.locator('.exit-step-head input').first().isChecked()).toBe(true);
    expect(await page.locator('.exit-step-done .exit-how').isVisible()).toBe(false);
    await page.goForward();
    await page.waitForSelector('.exit-draft');
    expect(await page.locator('.exit-draft input[type=text]').first().inputValue()).toBe('Айша');
    expect(await kept(page)).toBeNull();
    await context.close();
  });

  test('takes the steps along on paper, dark on white from a dark screen too', async () => {
    const { page, context } = await open('/portal/exit/gave', { ...PHONE, theme: 'dark' });
    await page.waitForSelector('.exit-steps');
    await page.emulateMedia({ media: 'print' });
    const colour: string = await page.evaluate(
      `getComputedStyle(document.querySelector('.exit-step')).color`,
    );
    expect(colour).toBe('rgb(37, 34, 28)');
    expect(await page.locator('.exit-keep').isVisible()).toBe(false);
    await context.close();
  });

  test('reads what the law says with its mark, and no promise', async () => {
    const { page, context } = await open('/portal/exit/under-18');
    const card = page.locator('.card').filter({ hasText: '232-1' });
    expect(await card.locator('li').count()).toBe(4);
    expect(await card.textContent()).toContain('решаем не мы');
    expect(await card.locator('.law-mark').textContent()).toContain('ещё не сверил');
    await context.close();
  });

  test('prints a statement that leaves the device on paper only', async () => {
    const { page, context } = await open('/portal/exit/gave/bank');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.getByLabel('Имя и фамилия').fill('Айжан Пример');
    await page.getByLabel('Последние 4 цифры карты').fill('4400 0000 0000 1234');
    await page.getByLabel('Что произошло').fill('Меня попросили <b>дать</b> карту');
    const sheet = page.locator('.exit-sheet');
    expect(await sheet.textContent()).toContain('Айжан Пример');
    expect(await sheet.textContent()).toContain('последние цифры карты 1234');
    expect(await sheet.textContent()).not.toContain('4400');
    expect(await sheet.textContent()).toContain('<b>дать</b>');
    expect(await barriers(page, 'main')).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.locator('body').innerText();
    // Only the skip link, which stands outside of the paper, comes before it.
    expect(seen).toMatch(/^\s*[^\n]{0,40}\s*В банк:/);
    expect(seen).not.toMatch(/Распечатать|Qorgan|Полиция: 102/);
    expect(sent).toEqual([]);
    expect(
      await page.evaluate(
        'JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})',
      ),
    ).not.toContain('Пример');
    await context.close();
  });
});

describe.skipIf(!present)('the calculator', () => {
  const CASES: readonly { deed: Deed; reward: number; age: number; on: string }[] = [
    { deed: 'access', reward: 30_000, age: 17, on: '2026-10-05' },
    { deed: 'payments', reward: 786_400, age: 20, on: '2025-12-31' },
    { deed: 'access', reward: 2_162_500, age: 30, on: '2026-10-05' },
  ];
  const KIND = {
    access: 'gave_access',
    payments: 'made_payments_for_other',
    acquisition: 'acquired_access',
  } as const;

  test('says of three known cases what the qualification says', async () => {
    const book = await loadOffences();
    const { page, context, wrong } = await open('/portal/law/calculator');
    for (const { deed, reward, age, on } of CASES) {
      await page.locator(`input[value=${deed}]`).check();
      if (deed === 'access') await page.locator('input[value=no]').check();
      await page.locator('input[value=sum]').check();
      await page.locator('input[name=sum]').fill(String(reward));
      await page.locator('input[name=age]').fill(String(age));
      await page.locator('input[name=on]').fill(on);
      const act: TestAct = {
        name: 'asked in the browser',
        on,
        age,
        did: { [KIND[deed]]: true, close_relative: false, reward_paid: reward },
        gives: [],
      };
      const tier = judge(book, act).findings[0].tier?.tier.id;
      expect(await page.locator('.law-could').getAttribute('data-tier')).toBe(tier);
    }
    const answer = ((await page.locator('.law-answer').textContent()) ?? '').replaceAll(
      '\u00a0',
      ' ',
    );
    expect(answer).toContain('500 × 4 325 ₸ = 2 162 500 ₸');
    expect(answer).toContain('ещё не сверил');
    expect(answer).toContain('Редакция от 16.09.2025');
    expect(await page.locator('.law-answer .law-mark p[lang=en]').first().isVisible()).toBe(true);
    expect(answer).not.toMatch(/винов|преступник/);
    expect(await page.locator('main').textContent()).toContain('Это не совет юриста');
    expect(await barriers(page, 'main form')).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe.skipIf(!present).each(LOOKS)('$width px, $language, $theme', (look) => {
  test('no barriers, nothing sticks out', async () => {
    const { page, context, wrong } = await open('/portal/exit/gave', look);
    for (const path of ['/exit/gave', '/law']) {
      if (path !== '/exit/gave') await page.goto(`${url}/portal${path}`);
      await page.waitForSelector('h1');
      await page.waitForSelector('.loading', { state: 'detached' });
      await page.evaluate(
        `for (const one of document.querySelectorAll('details')) one.open = true`,
      );
      await settle(page);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      expect(await stickingOut(page), path).toEqual([]);
      // All of it at once: what the tabs cover for a moment is no barrier. The head is tried with the shell.
      const height: number = await page.evaluate('document.documentElement.scrollHeight');
      await page.setViewportSize({ width: look.width, height });
      expect(await barriers(page, 'main'), path).toEqual([]);
      await page.setViewportSize({ width: look.width, height: 800 });
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
});
