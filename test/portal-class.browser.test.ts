import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClassTown } from '../src/service/academy/classes/class-town.fixture.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  LOOKS,
  type Look,
  openConsole,
  overflow,
  stickingOut,
} from './fixtures/console-browser.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const PHONE: Look = { width: 360, language: 'kk', theme: 'dark' };
const DESK: Look = { width: 1440, language: 'ru', theme: 'light' };

let server: ConsoleServer;
let browser: Browser;

beforeAll(async () => {
  if (!present) return;
  [server, browser] = await Promise.all([
    startConsole(),
    chromium.launch({ executablePath: CHROMIUM, args: ARGS }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path: string, look: Look) => openConsole(browser, server.url, path, look);

async function fits(page: Page): Promise<void> {
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await stickingOut(page)).toEqual([]);
}

/** Nothing sticks out and nobody is kept out. */
async function isSound(page: Page): Promise<void> {
  await fits(page);
  // What is half beneath the head or the tabs just now would count as too small to press.
  await page.evaluate(
    `for (const bar of document.querySelectorAll('.head, .tabs')) bar.style.position = 'static'`,
  );
  expect(await barriers(page, 'main')).toEqual([]);
}

/** Presses the teacher's button, and the class is where it leads. */
async function step(page: Page, to: string): Promise<void> {
  await page.locator('.class-next .button').first().click();
  await page.waitForSelector(`.class-steps [aria-current]:has-text("${to}")`);
}

/** Looks at the class again: nobody waits for the next time that it asks by itself. */
const look = (page: Page) => page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);

/** A pupil comes in by the keyboard alone. */
async function join(code: string) {
  const opened = await open('/portal/class/join', PHONE);
  const { page } = opened;
  await page.locator('.class-code-input').focus();
  await page.keyboard.type(code.toLowerCase());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await isSound(page);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.class-own-code');
  await page.locator('.button-main').press('Enter');
  await page.waitForSelector('.class-now');
  return opened;
}

/** Answers ten messages: the first answer to some, the second to others. */
async function answer(page: Page): Promise<void> {
  await look(page);
  for (let i = 0; i < 10; i++) {
    await page.waitForSelector(`progress[value="${i}"]`);
    if (i === 1)
      expect(await page.evaluate('document.activeElement.className')).toBe('class-message');
    await page
      .locator('.class-answer')
      .nth(i % 2)
      .press('Enter');
  }
  await page.waitForSelector('.class-now');
}

describe.skipIf(!present)('a class', () => {
  test('is opened at a desk, answered on phones by keyboard, and shows what it learned', async () => {
    const { page, wrong } = await open('/portal/class', DESK);
    await isSound(page);
    await page.locator('.card .button-main').click();
    await page.waitForSelector('.class-save');
    const key = new URL(page.url()).hash.slice(1);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(await page.locator('.class-save input').inputValue()).toContain(`#${key}`);
    await page.locator('.class-save .button-quiet').click();
    const code = (await page.locator('.class-code').textContent())!.replace(/\s/g, '');

    const pupils = [await join(code), await join(code)];
    await look(page);
    await page.waitForSelector('[data-count=joined]:text-is("2")');
    await step(page, 'Первая анкета');
    for (const pupil of pupils) await answer(pupil.page);
    await look(page);
    await page.waitForSelector('[data-count=done]:text-is("2")');
    await isSound(page);
    await step(page, 'Урок');
    await step(page, 'Вторая анкета');
    const [first, second] = pupils;
    await answer(first.page);
    await look(second.page);
    await second.page.waitForSelector('.class-answer');
    // The network fails: the answers wait on the phone, and go when it is back.
    await second.context.setOffline(true);
    await answer(second.page);
    expect(await second.page.locator('.notice-warn').count()).toBe(1);
    await second.context.setOffline(false);
    await look(second.page);
    await second.page.waitForSelector('.notice-warn', { state: 'detached' });
    await look(page);
    await page.waitForSelector('[data-count=done]:text-is("2")');
    await step(page, 'Три недели');
    await page.locator('.class-next .button').nth(1).click();
    await page.locator('.class-sure .button').first().click();
    // Two pupils: nothing is told.
    await page.waitForSelector('.notice');
    expect(await page.locator('.class-rows').count()).toBe(0);

    await look(pupils[0].page);
    await pupils[0].page.waitForSelector('.class-judged');
    await isSound(pupils[0].page);
    for (const opened of [...pupils, { wrong, context: page.context() }]) {
      expect(opened.wrong.filter((text) => !text.includes('INTERNET_DISCONNECTED'))).toEqual([]);
      await opened.context.close();
    }
  });

  test('shows results of pupils enough, as a picture and as a file, in every look', async () => {
    const { store } = server.served.services;
    const town = new ClassTown(store);
    town.at = Date.now();
    const opened = await town.open();
    const pupils = await town.pupils(opened, 6);
    await town.steps(opened, 'lobby', 'pre');
    for (const pupil of pupils)
      await town.answer(opened, pupil, 'pre', { hits: 2, falseAlarms: 2 });
    await town.steps(opened, 'pre', 'training', 'post');
    for (const pupil of pupils)
      await town.answer(opened, pupil, 'post', { hits: 5, falseAlarms: 1 });
    await town.steps(opened, 'post', 'waiting', 'over');
    const onScreen = await town.open(true);
    for (const one of LOOKS) {
      const { page, context, wrong } = await open(`/portal/class/teach#${opened.key}`, one);
      await page.waitForSelector('.class-words');
      await (one === LOOKS[0] ? isSound(page) : fits(page));
      expect(await page.locator('.class-rows').first().textContent()).toMatch(/0.*80/);
      await page.goto(`${server.url}/portal/class/screen#${onScreen.key}`);
      await page.waitForSelector('.class-qr');
      await fits(page);
      for (const path of ['/portal/class', '/portal/class/join']) {
        await page.goto(server.url + path);
        await page.waitForSelector('h1');
        await fits(page);
      }
      expect(wrong).toEqual([]);
      await context.close();
    }
    const { page, context } = await open(`/portal/class/screen#${onScreen.key}`, DESK);
    // A class that looks at a projector sees the address, too.
    await page.locator('.class-screen-code').waitFor();
    expect(page.url()).not.toContain(onScreen.key);
    await page.reload();
    await page.locator('.class-screen-code').waitFor();
    expect(page.url()).not.toContain(onScreen.key);
    await page.waitForSelector('.class-qr');
    await isSound(page);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.class-next');
    expect(new URL(page.url()).hash).toBe(`#${onScreen.key}`);
    await page.goto(`${server.url}/portal/class/teach#${opened.key}`);
    await page.waitForSelector('.class-words');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.buttons .button-main').click(),
    ]);
    expect(file.suggestedFilename()).toBe('qorgan-class.csv');
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines.filter((line) => /^\d+;14_15;/.test(line))).toHaveLength(6 * 20);
    await context.close();
  });
});
