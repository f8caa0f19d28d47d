import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import {
  actOn,
  openCaseOf,
  type Statement,
  statementFiles,
  type ToldCases,
  tellCases,
  tellCrowd,
} from './fixtures/console-cases.ts';
import { tellCustomers } from './fixtures/console-customers.ts';
import { PostSite, type ToldPosts, tellPosts } from './fixtures/console-posts.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

const present = existsSync(CHROMIUM);
const YESTERDAY = Date.now() - 86_400_000;
/** To look at what the tests see: a folder for pictures of every page in every look. */
const PICTURES = process.env.QORGAN_PICTURES;
const MOST_ELEMENTS = 2_600;
/** Cases in one list; CI, which counts minutes, asks for fewer. */
const MANY = Number(process.env.QORGAN_MANY_ALERTS ?? 100_000);
/** Payers of a network that is expanded to all that a picture takes. */
const CROWD = 1_950;
/** A step of zoom or of the way is painted within so many frames. */
const FRAMES_OF_STEP = 6;
/** An expansion is in the picture so many frames after its answer has come. */
const FRAMES_OF_EXPANSION = 20;

const TABS = ['timeline', 'money', 'people', 'tasks', 'files', 'law', 'exchange', 'history'];

let browser: Browser;
let server: ConsoleServer;
let site: PostSite;
let ring: Ring;
let posts: ToldPosts;
let cases: ToldCases;
let crowd: number;
let statements: Statement[];
let analyst: SignedInPerson;
let supervisor: SignedInPerson;

const open = (path: string, person: SignedInPerson, look: Look = DESK) =>
  openConsole(browser, server.url, path, look, person);

async function load(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  await fetched(page);
}

const openAll = (page: Page): Promise<unknown> =>
  page.evaluate(`document.querySelectorAll('main details').forEach((e) => { e.open = true })`);

async function send(page: Page, words?: string): Promise<void> {
  if (words !== undefined) await page.locator('[role=dialog] textarea').last().fill(words);
  await page.locator('[role=dialog] [type=submit]').click();
}

describe.skipIf(!present)('cases in the console', () => {
  beforeAll(async () => {
    site = await PostSite.open();
    server = await startConsole([site.host], CHROMIUM);
    const { served } = server;
    await served.institution(BANK);
    const key = await served.key(BANK);
    const customers = await tellCustomers(served, key);
    await decide(served, key, ringTransfers('case', YESTERDAY));
    ring = await storeRing(served, 'case', YESTERDAY);
    posts = await tellPosts(served, site);
    [analyst, supervisor] = await Promise.all([
      served.person(BANK, ['analyst']),
      served.person(BANK, ['supervisor']),
    ]);
    statements = await statementFiles();
    const things = {
      statements,
      customers: [customers.dropper, customers.official],
      posts: [posts.posts['rent-1'], posts.posts['rent-2']],
    };
    cases = await tellCases(served, ring, things, { analyst, supervisor });
    crowd = await tellCrowd(served, key, analyst, CROWD);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.close();
  });

  test.each(LOOKS)(
    'every page holds at $width px in $language, $theme, and keeps nobody out',
    { timeout: 240_000 },
    async (look) => {
      const { page, context, wrong } = await open('/cases', supervisor, look);
      const paths = [
        '/cases',
        '/cases?q=zzzzzz',
        `/cases/${cases.full}`,
        ...TABS.map((tab) => `/cases/${cases.full}?tab=${tab}`),
        `/cases/${cases.full}/print`,
        `/cases/${cases.plain}`,
        `/cases/${cases.statements}?tab=files`,
        '/cases/999999',
      ];
      for (const path of paths) {
        await load(page, path);
        if (PICTURES !== undefined)
          await page.screenshot({ path: pictureOf(look, path), fullPage: true });
        await openAll(page);
        await holds(page, look, `${path} opened`);
        if (isOneOfThree(look)) expect.soft(await barriers(page), path).toEqual([]);
      }
      expect(wrong).toEqual([]);
      await context.close();
    },
  );

  test('the queue is walked and a case taken by keys alone, and found by its number', async () => {
    const { page, context, wrong } = await open('/cases', analyst);
    await page.waitForSelector('[data-case]');
    await page.keyboard.press('j');
    expect(await focused(page, 'data-case')).not.toBeNull();
    await page.keyboard.press('/');
    await page.keyboard.type(cases.number);
    await expect.poll(() => page.url()).toContain('q=');
    await expect.poll(() => page.locator('[data-case]').count()).toBe(1);
    await load(page, '/cases?who=nobody');
    await page.keyboard.press('j');
    const caseId = await focused(page, 'data-case');
    await page.keyboard.press('t');
    await expect.poll(() => page.locator('.announcement').innerText()).toContain('Взято');
    await expect.poll(() => page.locator(`[data-case="${caseId}"]`).count()).toBe(0);
    await load(page, '/cases');
    await page.locator(`[data-case="${cases.full}"]`).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`/cases/${cases.full}`);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a case is opened by hand, and from the page of a network, a post and a campaign', async () => {
    const { page, context, wrong } = await open('/cases', analyst);
    await page.locator('[data-act=new]').click();
    await page.locator('[role=dialog] [name=title]').fill('Звонок из отделения');
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    await send(page, 'Кассир заметил троих с одним телефоном');
    await page.waitForURL(/cases\/\d+$/);
    await expect.poll(() => page.locator('h1').innerText()).toBe('Звонок из отделения');
    for (const [path, kind] of [
      [`/networks/${ring.networkId}`, 'network'],
      [`/watch/posts/${posts.posts['rent-4']}?state=all`, 'post'],
      [`/watch/campaigns/${posts.campaignId}`, 'campaign'],
    ]) {
      await load(page, path);
      const button = page.locator(`[data-cases-of=${kind}] [data-act=open-case]`);
      await button.waitFor();
      if (kind !== 'post') continue;
      await button.click();
      await send(page, 'Просят карты любых банков');
      await page.waitForURL(/cases\/\d+$/);
      await page.waitForSelector('[data-items] tbody tr');
    }
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('statements become a case: how far each is, what was refused, and the letter for what is missing', async () => {
    const { page, context, wrong } = await open('/cases', analyst);
    await page.locator('[data-act=statements]').click();
    await page.locator('[role=dialog] [data-files]').setInputFiles([
      ...statements.map(({ name, bytes }) => ({
        name,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        // The bank has these in a case already: another byte makes another file.
        buffer: Buffer.concat([bytes, Buffer.from('\n')]),
      })),
      { name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from('это не выписка') },
    ]);
    await page.waitForSelector('[role=dialog] [data-act=to-case]');
    for (const [state, count] of [
      ['done', 2],
      ['unread', 1],
    ] as const)
      await expect
        .poll(() => page.locator(`[data-sent=${state}]`).count(), { message: state })
        .toBe(count);
    await expect.poll(() => page.locator('[role=dialog]').innerText()).toContain('Чего не хватает');
    const gap = page.locator('[role=dialog] [data-gap]').first();
    await gap.locator('summary').click();
    expect((await gap.locator('.letter-body').innerText()).length).toBeGreaterThan(80);
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    if (PICTURES !== undefined) await page.screenshot({ path: pictureOf(DESK, 'dropped') });
    await page.locator('[data-act=to-case]').click();
    await page.waitForURL(/cases\/\d+$/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('whoever is late sees what the other did and their own act, and applies it all the same', async () => {
    const { served } = server;
    const { caseId } = await openCaseOf(served, analyst, 'Двое сразу', 'hand', []);
    const { page, context, wrong } = await open(`/cases/${caseId}`, analyst);
    await page.waitForSelector('[data-act=note]');
    await page.locator('.case-acts [data-act=note]').click();
    await actOn(served, supervisor, caseId, { kind: 'note', note: 'Звонил следователь' });
    await page.locator('[role=dialog] [name=note]').fill('Жду выписку до пятницы');
    await send(page);
    const conflict = page.locator('[data-conflict]');
    await conflict.waitFor();
    await fetched(page);
    expect(await conflict.innerText()).toContain('Звонил следователь');
    expect(await conflict.innerText()).toContain('Жду выписку до пятницы');
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    if (PICTURES !== undefined) await page.screenshot({ path: pictureOf(DESK, 'conflict') });
    // Once more somebody is quicker: that, too, is seen before it is applied.
    await actOn(served, supervisor, caseId, { kind: 'note', note: 'И ещё раз' });
    await page.locator('[data-act=apply-again]').click();
    await expect.poll(() => conflict.innerText()).toContain('И ещё раз');
    await page.locator('[data-act=apply-again]').click();
    await page.waitForSelector('[data-conflict]', { state: 'detached' });
    await expect.poll(() => page.locator('main').innerText()).toContain('Жду выписку до пятницы');
    // A new name meets another new name.
    await page.locator('[data-act=title]').click();
    await page.locator('[role=dialog] [name=title]').fill('Двое сразу, вокзал');
    await actOn(served, supervisor, caseId, { kind: 'note', note: 'Меняю название' });
    await send(page);
    await conflict.waitFor();
    expect(await conflict.innerText()).toContain('Двое сразу, вокзал');
    await page.locator('[data-act=apply-again]').click();
    await expect.poll(() => page.locator('h1').innerText()).toBe('Двое сразу, вокзал');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('an outcome that one proposed is decided by another, who is told so first', async () => {
    const first = await open(`/cases/${cases.full}`, analyst);
    const proposal = first.page.locator('[data-proposal=close]').first();
    await proposal.waitFor();
    expect(await proposal.locator('[data-act=decide]').count()).toBe(0);
    expect(await proposal.innerText()).toContain('не тот, кто предложил');
    await first.context.close();
    const second = await open(`/cases/${cases.full}`, supervisor);
    expect(await second.page.locator('[data-next]').getAttribute('data-next')).toMatch(
      /overdue|decide/,
    );
    await second.page.locator('[data-proposal=close] [data-act=decide]').click();
    await second.page.locator('[role=dialog] [type=radio]').nth(1).check();
    await send(second.page, 'Сначала выписка второго банка');
    await expect
      .poll(() => second.page.locator('[data-proposals]').innerText())
      .toContain('Отказано');
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    await second.context.close();
  });

  test('the picture is walked by keys, says the same as its table, and is narrowed by time and sum', async () => {
    const { page, context, wrong } = await open(`/cases/${cases.full}?tab=money`, analyst);
    const stage = page.locator('.money-stage');
    await stage.locator('canvas').waitFor();
    await fetched(page);
    const nodes = Number(await stage.getAttribute('data-nodes'));
    expect(nodes).toBeGreaterThan(10);
    const rows = page.locator('[data-node-row]');
    expect(await rows.count()).toBe(Math.min(40, nodes));
    await page.locator('[data-cursor]').focus();
    const walked = new Set<string | null>();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'End']) {
      await page.keyboard.press(key);
      await settle(page);
      walked.add(await focused(page, 'data-cursor'));
    }
    expect(walked.has(null)).toBe(false);
    expect(walked.size).toBeGreaterThan(2);
    const here = await focused(page, 'data-cursor');
    expect(await page.locator('.money-facts').getAttribute('data-facts')).toBe(here);
    expect(await page.locator(`tr.is-selected [data-node-row="${here}"]`).count()).toBe(1);
    // From the table into the picture.
    const other = await rows.first().getAttribute('data-node-row');
    await rows.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page, 'data-cursor')).toBe(other);
    const frame = Number(await stage.getAttribute('data-frame'));
    await page.keyboard.press('+');
    await expect
      .poll(async () => Number(await stage.getAttribute('data-frame')))
      .toBeGreaterThan(frame);
    // Time and sum narrow it; where things stand does not change.
    await page.locator('[name=least]').fill('100000');
    await expect
      .poll(async () => Number(await stage.getAttribute('data-nodes')))
      .toBeLessThan(nodes);
    await page.locator('.money-filters .quiet').click();
    await expect.poll(async () => Number(await stage.getAttribute('data-nodes'))).toBe(nodes);
    expect(await barriers(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('the picture is saved as SVG and as PNG, each with its title, date and legend', async () => {
    const { page, context, wrong } = await open(`/cases/${cases.full}?tab=money`, analyst);
    await page.locator('.money-stage canvas').waitFor();
    await fetched(page);
    const saved = async (kind: 'svg' | 'png') => {
      const loaded = page.waitForEvent('download');
      await page.locator(`[data-act=${kind}]`).click();
      const file = await loaded;
      expect(file.suggestedFilename()).toBe(`${cases.number}-money.${kind}`);
      if (PICTURES !== undefined) await file.saveAs(`${PICTURES}/saved.${kind}`);
      return readFile(await file.path());
    };
    const said: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('text', (text) => said.push(text.trim()));
    parser.write((await saved('svg')).toString()).close();
    const words = said.join('|');
    for (const word of [cases.number, 'Составлено', 'Сборщик', 'деньги дела', 'не обвинение'])
      expect(words).toContain(word);
    const png = await saved('png');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBeGreaterThan(1_400);
    expect(height).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('two thousand accounts: a step is painted and an expansion drawn within a few frames, and nothing moves', {
    timeout: 120_000,
  }, async () => {
    const { page, context, wrong } = await open(`/cases/${crowd}?tab=money`, analyst);
    const stage = page.locator('.money-stage');
    await stage.locator('canvas').waitFor();
    await fetched(page);
    expect(Number(await stage.getAttribute('data-nodes'))).toBeLessThan(100);
    const ids = await page
      .locator('[data-node-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-node-row')));
    const last = ids.at(-1);
    const all = ids.slice(0, -1).join(',');
    await load(page, `/cases/${crowd}?tab=money&expand=${all}`);
    const nodes = async (): Promise<number> => Number(await stage.getAttribute('data-nodes'));
    await expect.poll(nodes).toBeGreaterThan(1_800);
    await fetched(page);
    const before = await nodes();
    await page.evaluate(WATCH_ANSWERS);
    await page.locator(`[data-node-row="${last}"]`).click();
    const cursor = page.locator('[data-cursor]');
    await expect.poll(() => focused(page, 'data-cursor')).toBe(last);
    await settle(page);
    const where = await cursor.getAttribute('style');
    await page.keyboard.press('Enter');
    const expansionFrames = await told(page, 'drawnAfter');
    expect(await nodes()).toBeGreaterThan(before);
    // Whom one looks at has not moved by a pixel, and keeps the focus.
    await settle(page);
    expect(await focused(page, 'data-cursor')).toBe(last);
    expect(await cursor.getAttribute('style')).toBe(where);
    expect(await page.locator('.announcement').innerText()).toMatch(/добавлено счетов [1-9]/);
    await fetched(page);
    const stepFrames: number[] = [];
    await page.locator('[data-cursor]').focus();
    for (const key of ['+', '+', '-', 'Shift+ArrowLeft', 'Shift+ArrowDown', '0', 'ArrowRight'])
      stepFrames.push(await framesOf(page, key));
    const fps = Number(await page.evaluate(PAN_FPS));
    console.log(
      `money picture of ${await stage.getAttribute('data-nodes')} accounts: ${fps.toFixed(0)} frames a second while panning; ` +
        `steps painted after ${stepFrames.join(', ')} frames; an expansion drawn ${expansionFrames} frames after its answer`,
    );
    expect(Math.max(...stepFrames)).toBeLessThanOrEqual(FRAMES_OF_STEP);
    expect(expansionFrames).toBeLessThanOrEqual(FRAMES_OF_EXPANSION);
    if (PICTURES !== undefined) await page.screenshot({ path: pictureOf(DESK, 'crowd') });
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('parties stand side by side with what they share', async () => {
    const { page, context, wrong } = await open(`/cases/${cases.full}?tab=people`, analyst);
    const checks = page.locator('.compare-check');
    await checks.first().waitFor();
    await checks.nth(0).check();
    await checks.nth(1).check();
    await fetched(page);
    expect(await page.locator('[data-compare] thead th').count()).toBe(2);
    expect(await barriers(page)).toEqual([]);
    if (PICTURES !== undefined)
      await page.screenshot({ path: pictureOf(DESK, 'compare'), fullPage: true });
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('the law shows where each provision comes from, asks for what is missing, and accuses nobody', async () => {
    const { page, context, wrong } = await open(`/cases/${cases.full}?tab=law`, analyst);
    await page.waitForSelector('[data-finding]');
    const findings = await page.locator('[data-finding]').count();
    expect(findings).toBeGreaterThan(0);
    expect(await page.locator('[data-finding] [data-source]').count()).toBeGreaterThanOrEqual(
      findings,
    );
    const text = await page.locator('[data-qualification]').innerText();
    expect(text).toContain('только суд');
    expect(text).not.toMatch(/винов[еа]н|преступник/i);
    await page.locator('[data-ask]').first().click();
    expect(await page.locator('[role=dialog] [name=fact]').inputValue()).not.toBe('');
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    const loaded = page.waitForEvent('download');
    await page.locator('[data-act=draft]').click();
    expect((await loaded).suggestedFilename()).toMatch(/\.md$/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('on paper the case is light, whole and without the bar of the page', async () => {
    const dark = { ...DESK, theme: 'dark' } as const;
    const { page, context, wrong } = await open(`/cases/${cases.full}/print`, analyst, dark);
    await page.waitForSelector('[data-paper-picture] svg');
    await fetched(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.frame').isVisible()).toBe(false);
    const paper = page.locator('[data-paper]');
    expect(await paper.evaluate((e) => getComputedStyle(e).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.locator('[data-paper-timeline] tr').count()).toBeGreaterThan(10);
    expect((await page.locator('[data-paper-draft]').innerText()).length).toBeGreaterThan(200);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a file that changed on the disk is shown as such and is not handed out', async () => {
    const { page, context, wrong } = await open(`/cases/${cases.full}?tab=files`, analyst);
    const file = page.locator('[data-file]').first();
    await file.waitFor();
    expect(await file.locator('code').innerText()).toMatch(/^[0-9a-f]{64}$/);
    const loaded = page.waitForEvent('download');
    await file.locator('[data-act=download]').click();
    await loaded;
    await expect.poll(() => file.innerText()).toContain('SHA-256 скачанного совпал');
    const { pool } = server.served.services.store;
    await pool.query(`UPDATE case_files SET state = 'changed' WHERE case_id = $1`, [cases.full]);
    await load(page, `/cases/${cases.full}?tab=files`);
    await page.waitForSelector('[data-broken]');
    expect(await page.locator('[data-next]').getAttribute('data-next')).toBe('file');
    expect(await page.locator('[data-act=download]').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await pool.query(`UPDATE case_files SET state = 'whole' WHERE case_id = $1`, [cases.full]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('every role sees what it may do', async () => {
    const auditor = await open(
      `/cases/${cases.full}`,
      await server.served.person(BANK, ['auditor']),
    );
    await auditor.page.waitForSelector('.figures');
    expect(await auditor.page.locator('.case-acts .act-buttons button').count()).toBe(0);
    expect(await auditor.page.locator('[data-quick-note]').count()).toBe(0);
    await auditor.context.close();
    const admin = await open('/people', await server.served.person(BANK, ['admin']));
    expect(await admin.page.locator('.tabs a[href="/cases"]').count()).toBe(0);
    expect([...auditor.wrong, ...admin.wrong]).toEqual([]);
    await admin.context.close();
  });

  test(`${MANY} cases scroll to their end, with a window of rows in the document`, {
    timeout: 300_000,
  }, async () => {
    const { pool } = server.served.services.store;
    const { rows: columns } = await pool.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'cases' AND is_generated = 'NEVER'
         AND column_name NOT IN ('case_id', 'number', 'from_network', 'opened_at')`,
    );
    const names = columns.map(({ column_name }) => column_name).join(', ');
    await pool.query(
      `INSERT INTO cases (number, opened_at, ${names})
       SELECT 'KZ-2099-' || lpad(n::text, 6, '0'), opened_at - n, ${names}
       FROM cases, generate_series(1, $2::int) n WHERE case_id = $1`,
      [cases.plain, MANY],
    );
    const { page, context, wrong } = await open('/cases?order=newest', analyst);
    const table = page.locator('.windowed-table');
    await table.waitFor();
    const known = async (): Promise<number> => Number(await table.getAttribute('aria-rowcount'));
    for (let turn = 0; turn < 2_000 && (await known()) === -1; turn++) {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await settle(page);
      if (turn % 50 === 0) expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
    }
    expect(await known()).toBeGreaterThan(MANY);
    expect(wrong).toEqual([]);
    await context.close();
  });

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

/** Counts frames from when an answer with a graph begins to come until the picture has its nodes. */
const WATCH_ANSWERS = `(() => {
  const stage = () => document.querySelector('.money-stage');
  const plain = window.fetch;
  window.drawnAfter = null;
  window.fetch = async (...asked) => {
    const answer = await plain(...asked);
    if (!String(asked[0]).includes('/graph')) return answer;
    const before = stage().dataset.nodes;
    let frames = 0;
    const look = () => {
      frames += 1;
      if (stage().dataset.nodes !== before) window.drawnAfter = frames;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return answer;
  };
})()`;

/** What the page counted, when it has. */
async function told(page: Page, name: string): Promise<number> {
  await expect.poll(() => page.evaluate(`window.${name}`)).not.toBeNull();
  return Number(await page.evaluate(`window.${name}`));
}

/** Frames from a key until the picture is painted anew. */
async function framesOf(page: Page, key: string): Promise<number> {
  await page.evaluate(`(() => {
    const stage = document.querySelector('.money-stage');
    const before = stage.dataset.frame;
    window.paintedAfter = null;
    const press = () => {
      let frames = 0;
      const look = () => {
        frames += 1;
        if (stage.dataset.frame !== before) window.paintedAfter = frames;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener('keydown', press, { once: true, capture: true });
  })()`);
  await page.keyboard.press(key);
  return told(page, 'paintedAfter');
}

/** Moves the picture once a frame, sixty times. @returns frames a second */
const PAN_FPS = `new Promise((done) => {
  const cursor = document.querySelector('[data-cursor]');
  const began = performance.now();
  let turn = 0;
  const step = () => {
    if (turn === 60) return done(60_000 / (performance.now() - began));
    const key = turn % 20 < 10 ? 'ArrowRight' : 'ArrowLeft';
    cursor.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: true, bubbles: true }));
    turn += 1;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

const pictureOf = ({ width, language, theme }: Look, name: string): string =>
  `${PICTURES}/${width}-${language}-${theme}-${name.replace(/\W+/g, '-')}.png`;
