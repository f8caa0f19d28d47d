import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision, Lessons, Scene } from '../src/academy/lesson.ts';
import { choose, type Play, startPlay, viewOf } from '../src/academy/play.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  DESK,
  LOOKS,
  type Look,
  openConsole,
  overflow,
  stickingOut,
} from './fixtures/console-browser.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const PHONE: Look = { width: 360, language: 'ru', theme: 'light' };
const SEED = 5;
const DAY_MS = 86_400_000;
/** A bubble's words, without the name that stands before them. */
const BUBBLES = '.train-log .train-bubble:not(.train-typing *)';
const ANSWERS = '.train-answers:not([inert]) .train-answer';

/** A browser that has a voice for Russian. */
const VOICE = `
  window.spoken = [];
  speechSynthesis.getVoices = () => [{ lang: 'ru-RU', localService: true }];
  speechSynthesis.speak = ({ text }) => spoken.push(text);
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };`;

let browser: Browser;
let server: ConsoleServer;
let lessons: Lessons;
let trap: Scene;
let genuine: Scene;

const open = (path: string, look: Look = DESK) => openConsole(browser, server.url, path, look);

/** A shortest play that ends so. */
function shortestPlay(scene: Scene, decision: Decision): Play {
  let plays = [startPlay(scene, { seed: SEED })];
  while (plays.length > 0) {
    const ended = plays.find((play) => viewOf(play).decision === decision);
    if (ended !== undefined) return ended;
    plays = plays.flatMap((play) => viewOf(play).choices.map((_, place) => choose(play, place)));
  }
  throw new Error(`${scene.id} never ends in ${decision}`);
}

/** The page takes up this play again, with all messages there. */
async function takeUp(page: Page, play: Play, debrief = false): Promise<void> {
  const { scene, seed, chosen, simple } = play;
  const left = JSON.stringify({ scene: scene.id, seed, chosen, simple, shown: 999, debrief });
  await page.evaluate(`localStorage.setItem('qorgan.train.play', '${left}')`);
  await page.goto(`${server.url}/portal/train/${scene.id}`);
  await page.waitForSelector(debrief ? '.train-tells' : '.train-composer');
}

/** The text of what has the focus. */
const inFocus = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.textContent.trim()');

/** Nothing lies upon what has the focus (WCAG 2.2, 2.4.11). */
const isCovered = (page: Page): Promise<boolean> =>
  page.evaluate(`(() => {
    const e = document.activeElement;
    const box = e.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && top !== e && !e.contains(top);
  })()`);

/** By keyboard alone: Tab until these words have the focus, then Enter. */
async function press(page: Page, words: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    await page.keyboard.press('Tab');
    if ((await inFocus(page)) !== words) continue;
    expect(await isCovered(page), words).toBe(false);
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`no way to «${words}» by Tab`);
}

async function playByKeyboard(page: Page, { scene, seed, chosen }: Play): Promise<void> {
  await press(page, 'Начать');
  let play = startPlay(scene, { seed: Number(await seedOf(page)) });
  // The device draws an order of its own: choices are found by their words.
  let wanted = startPlay(scene, { seed });
  for (const place of chosen) {
    await press(page, 'Показать сразу');
    await page.waitForSelector(ANSWERS);
    const words = viewOf(wanted).choices[place].text.ru;
    const places = viewOf(play).choices.map(({ text }) => text.ru);
    expect(await page.locator(ANSWERS).allInnerTexts()).toEqual(places);
    await press(page, words);
    wanted = choose(wanted, place);
    play = choose(play, places.indexOf(words));
  }
  const { bubbles, ending } = viewOf(play);
  if (ending!.later.length > 0) await press(page, 'Показать сразу');
  await page.waitForSelector('.train-composer .button-main');
  const said = [...bubbles, ...ending!.later].filter(({ from }) => from !== 'system');
  expect(await page.locator(BUBBLES).count()).toBe(said.length);
  expect(await page.locator('.train-after').allInnerTexts()).toEqual(
    ending!.later.map(({ after }) => after.ru),
  );
  await press(page, 'Разобрать разговор');
  await page.waitForSelector('.train-tells');
}

/** The scene whose first turn has the fewest words of a person: messages come as fast as they are typed. */
function quickest(): Scene {
  const letters = ({ turns, start }: Scene): number =>
    turns
      .find(({ id }) => id === start)!
      .says.reduce((sum, { from, text }) => sum + (from === 'them' ? text.ru.length : 1_000), 0);
  return lessons.scenes.toSorted((a, b) => letters(a) - letters(b))[0];
}

const seedOf = (page: Page): Promise<number> =>
  page.evaluate(`JSON.parse(localStorage.getItem('qorgan.train.play')).seed`);

describe.skipIf(!present)('training in the portal', () => {
  beforeAll(async () => {
    server = await startConsole();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
    lessons = (await (await fetch(`${server.url}/portal/data/lessons.json`)).json()) as Lessons;
    trap = lessons.scenes.find(({ kind }) => kind === 'trap')!;
    genuine = lessons.scenes.find(({ kind }) => kind === 'genuine')!;
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('a trap and a genuine offer are played by keyboard, and the debrief says what they were', async () => {
    const { page, context, wrong } = await open(`/portal/train/${trap.id}`, PHONE);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.waitForSelector('.train-facts');
    await playByKeyboard(page, shortestPlay(trap, 'declined'));
    expect(await inFocus(page)).toBe('Это ловушка. Отказаться получилось');
    const tells = page.locator('.train-tells > li');
    expect(await tells.locator('blockquote').allInnerTexts()).toEqual(
      trap.debrief.tells.map(({ quote }) => quote.ru),
    );
    const named = trap.debrief.tells.flatMap(({ technique }) => technique ?? []);
    expect(await tells.locator('.train-tag').allInnerTexts()).toEqual(
      named.map((technique) => lessons.techniques[technique].name.ru),
    );

    await page.goto(`${server.url}/portal/train/${genuine.id}`);
    await page.waitForSelector('.train-facts');
    await playByKeyboard(page, shortestPlay(genuine, 'declined'));
    expect(await inFocus(page)).toBe('Здесь всё было честно. Это не ловушка');
    const score = await page.locator('.train-score').innerText();
    expect(score).toContain('Ловушки узнаны: 1 из 1');
    expect(score).toContain('Честное принято за ловушку: 1 из 1');
    expect(score).toContain('Пока рано судить');

    await page.goto(`${server.url}/portal/train`);
    await page.waitForSelector('.train-scenes');
    expect(await page.locator('.train-done').allInnerTexts()).toEqual(['Сыграно', 'Сыграно']);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('messages come by themselves, move nothing, and are there again after a reload', async () => {
    const { page, context, wrong } = await open(`/portal/train/${quickest().id}`, PHONE);
    await page.locator('article > .button-main').click();
    await page.waitForSelector('.train-typing[aria-hidden=true]');
    await page.evaluate(`new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved = (window.moved ?? 0) + shift.value;
    }).observe({ type: 'layout-shift' })`);
    const room = await page.locator('.train-log').boundingBox();
    await page.waitForSelector(ANSWERS);
    expect(await page.evaluate('window.moved ?? 0')).toBeLessThan(0.001);
    expect(await page.locator('.train-log').boundingBox()).toEqual(room);
    await page.locator(ANSWERS).first().click();
    await page.waitForSelector('.train-row-mine');
    await page.locator('.train-instead button').click();
    await page.waitForSelector(ANSWERS);
    const before = [
      await page.locator(BUBBLES).allInnerTexts(),
      await page.locator(ANSWERS).allInnerTexts(),
    ];
    await page.reload();
    await page.waitForSelector(ANSWERS);
    expect([
      await page.locator(BUBBLES).allInnerTexts(),
      await page.locator(ANSWERS).allInnerTexts(),
    ]).toEqual(before);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('the simple variant waits for its reader and offers fewer answers, and a voice reads', async () => {
    const { page, context } = await open('/portal/train', PHONE);
    await context.addInitScript(VOICE);
    await page.locator('.train-switch input').check();
    await page.goto(`${server.url}/portal/train/${trap.id}`);
    await page.locator('article > .button-main').click();
    await page.getByRole('button', { name: 'Читать вслух' }).click();
    const first = trap.turns.find(({ id }) => id === trap.start)!;
    for (let i = 0; i < first.says.length; i++) {
      // the setting stands before them
      const said = page.locator('.train-log :is(.train-row, .train-note)');
      await expect.poll(() => said.count()).toBe(i + 1);
      await page.locator('.train-instead button').click();
    }
    await page.waitForSelector(ANSWERS);
    const simple = first.choices.filter((choice) => choice.simple === true);
    expect(await page.locator(ANSWERS).count()).toBe(simple.length);
    expect(await page.evaluate('spoken')).toEqual(first.says.map(({ text }) => text.ru));
    await context.close();
  });

  test('a round of techniques is named by keyboard, with the reason for each', async () => {
    const { page, context, wrong } = await open('/portal/train/name-it');
    for (let line = 0; line < 6; line++) {
      await page.waitForSelector('.train-options');
      expect(await page.locator('.train-options button').count()).toBe(3);
      await press(page, await page.locator('.train-options button').first().innerText());
      await page.waitForSelector('.train-outcome');
      const text = await page.locator('.train-question blockquote').innerText();
      const { why } = lessons.pressure.find((one) => one.text.ru === text.trim())!;
      expect(await inFocus(page)).toContain(why.ru);
      await press(page, line === 5 ? 'К итогу' : 'Дальше');
    }
    await page.waitForSelector('h1:has-text("из 6")');
    expect(await inFocus(page)).toMatch(/^Верно: \d из 6$/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a refresher is offered when it is due, the calendar gets the days, and all can be forgotten', async () => {
    const { page, context, wrong } = await open('/portal/train/refresh');
    expect(await page.locator('.lead').innerText()).toContain('Сначала сыграй');
    const trainedAt = Date.now() - 2 * DAY_MS;
    const boosters = { trainedAt, rounds: [], boxes: {} };
    const progress = { version: 1, scenes: {}, boosters, answers: [], eye: {} };
    await page.evaluate(
      `localStorage.setItem('qorgan.train.progress', '${JSON.stringify(progress)}')`,
    );
    await page.goto(`${server.url}/portal/train`);
    await page.getByRole('link', { name: 'Повторить', exact: true }).click();
    for (let item = 0; item < 3; item++) {
      await page.locator('.train-options button').first().click();
      await page.locator('.train-outcome .button').click();
    }
    await page.waitForSelector('h1:has-text("из 3")');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Добавить в календарь' }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);

    await page.locator('.train-back').click();
    await page.waitForSelector('.train-score');
    await page.getByRole('button', { name: 'Забыть всё' }).click();
    await page.getByRole('button', { name: 'Да, стереть' }).click();
    await page.waitForSelector('.train-score', { state: 'detached' });
    expect(await page.evaluate(`localStorage.getItem('qorgan.train.progress')`)).toBeNull();
    expect(await inFocus(page)).toContain('ничего не осталось');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('whatever a scene holds is text', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const hostile = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>`;
    const spoilt = JSON.stringify({ ...lessons, scenes: lessons.scenes.map(spoil(hostile)) });
    await page.route('**/portal/data/lessons.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: spoilt }),
    );
    await page.goto(`${server.url}/portal/train?lang=ru`);
    await page.waitForSelector('.train-scenes');
    const play = shortestPlay(trap, 'declined');
    for (const [at, debrief] of [
      [{ ...play, chosen: [] }, false],
      [play, false],
      [play, true],
    ] as const) {
      await takeUp(page, at, debrief);
      expect(await page.locator('main').innerText()).toContain(hostile);
      expect(await page.locator('main img, main script').count()).toBe(0);
    }
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    await context.close();
  });

  for (const look of LOOKS)
    test(`fits and has no barriers at ${look.width} px, ${look.language}, ${look.theme}`, async () => {
      const { page, context, wrong } = await open('/portal/train', look);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: look.theme });
      const isFine = async (what: string): Promise<void> => {
        expect(await overflow(page), what).toBeLessThanOrEqual(0);
        expect(await stickingOut(page), what).toEqual([]);
        expect(await barriers(page, 'main'), what).toEqual([]);
      };
      await page.waitForSelector('.train-scenes');
      // The tabs cut a row of a long list in two, which is no small target: one scrolls.
      await page.setViewportSize({ width: look.width, height: 3_000 });
      await isFine('list');
      await page.setViewportSize({ width: look.width, height: 800 });
      const play = shortestPlay(trap, 'took');
      await takeUp(page, { ...play, chosen: play.chosen.slice(0, -1) });
      await isFine('chat with answers');
      await takeUp(page, play, true);
      await isFine('debrief');
      await page.goto(`${server.url}/portal/train/name-it`);
      await page.locator('.train-options button').first().click();
      await isFine('technique');
      expect(wrong).toEqual([]);
      await context.close();
    });
});

/** Every text of a scene is somebody's attempt to be more than text. */
const spoil =
  (hostile: string) =>
  (scene: Scene): Scene =>
    JSON.parse(JSON.stringify(scene), (key, value) =>
      ['ru', 'kk', 'en'].includes(key) ? hostile : value,
    ) as Scene;
