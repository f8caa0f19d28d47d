import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../src/domain/language.ts';
import { renderReport } from '../src/report/html.ts';
import type { ReportModel } from '../src/report/model.ts';
import { reportAssets } from '../src/service/report-assets.ts';
import { isTried } from './fixtures/console-browser.ts';
import { emptyModel, generateModel, hostileModel, LARGE, SMALL } from './fixtures/report-model.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Elements a page may hold however great the report is: a window of rows, a picture, the first rows of a table. */
const MOST_ELEMENTS = 2500;

const present = existsSync(CHROMIUM);
if (!present) console.warn(`skipped: no Chromium at ${CHROMIUM} (set CHROMIUM to another)`);

const small = generateModel(SMALL);
const models: Record<string, ReportModel> = {
  small,
  days: generateModel({ ...SMALL, seed: 23, networks: 2, clock: 'day' }),
  empty: emptyModel(),
  hostile: hostileModel(),
};

let browser: Browser;
let folder: string;
let axe: string;

const write = async (name: string, model: ReportModel): Promise<void> =>
  writeFile(join(folder, `${name}.html`), renderReport(model, await reportAssets()));

interface Opened {
  page: Page;
  /** What went wrong: errors of the console and of scripts, requests other than for the file itself. */
  wrong: string[];
}

interface Look {
  width: number;
  language: Language;
  theme: 'light' | 'dark';
}

let context: BrowserContext | undefined;

async function open(name: string, hash: string, look: Look): Promise<Opened> {
  await context?.close();
  context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.theme,
    locale: 'de-DE',
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address && !request.url().startsWith('data:'))
      wrong.push(`request: ${request.url()}`);
  });
  await page.goto(`${address}#/${hash}?lang=${look.language}`);
  await page.waitForSelector('h1');
  return { page, wrong };
}

const go = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, `/${hash}`);
  await settle(page);
};

/** Two frames: what a page puts off until it is in the document has happened. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

const widest = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const elements = (page: Page): Promise<number> => page.locator('*').count();

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Found {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    }
    const { axe } = globalThis as unknown as { axe: { run: (how: object) => Promise<Found> } };
    const found = await axe.run({ resultTypes: ['violations'] });
    return found.violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
  });
}

const account = (model: ReportModel, role: string): string =>
  model.accounts.find((a) => a.role === role)?.account ?? '';

function pagesOf(model: ReportModel): string[] {
  const pages = ['networks', 'accounts', 'gaps', 'rejects', 'rules', 'glossary'];
  const [network] = model.networks;
  if (network === undefined) return pages;
  const one = (role: string): string => `account/${encodeURIComponent(account(model, role))}`;
  return [...pages, `network/${network.id}`, one('collector'), one('organiser'), one('victim')];
}

describe.skipIf(!present)('report.html', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qorgan-report-'));
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
    for (const [name, model] of Object.entries(models)) await write(name, model);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(Object.keys(models))('the %s report', (name) => {
    const looks: Look[] = [360, 1440]
      .flatMap((width) =>
        LANGUAGES.map(
          (language, i) => ({ width, language, theme: i % 2 === 0 ? 'light' : 'dark' }) as const,
        ),
      )
      .filter(isTried);
    test.each(looks)('holds every page at $width px in $language, $theme', async (look) => {
      const pages = pagesOf(models[name]);
      const { page, wrong } = await open(name, 'networks', look);
      for (const hash of pages) {
        await go(page, `${hash}?lang=${look.language}`);
        expect(await widest(page), hash).toBeLessThanOrEqual(0);
        expect(await elements(page), hash).toBeLessThan(MOST_ELEMENTS);
        const text = await page.locator('body').innerText();
        expect(text, hash).not.toMatch(/undefined|\bNaN\b|\[object|\{\w+\}|Invalid/);
      }
      expect(wrong).toEqual([]);
    });
  });

  test.each([
    { width: 360, language: 'kk', theme: 'dark' },
    { width: 1440, language: 'ru', theme: 'light' },
    { width: 1440, language: 'en', theme: 'dark' },
  ] as const)(
    'has no serious barrier for people who use other means ($width, $theme)',
    async (look) => {
      const { page } = await open('small', 'networks', look);
      for (const hash of pagesOf(small)) {
        await go(page, `${hash}?lang=${look.language}`);
        expect(await violations(page), hash).toEqual([]);
      }
      await open('empty', 'networks', look).then(async (opened) =>
        expect(await violations(opened.page)).toEqual([]),
      );
    },
  );

  test('names that are markup, script or formulas stay text', async () => {
    const { page, wrong } = await open('hostile', 'networks', {
      width: 1440,
      language: 'ru',
      theme: 'light',
    });
    for (const hash of pagesOf(models.hostile)) {
      await go(page, hash);
      await page.locator('[data-tool=eye]').click();
      const foreign = await page.evaluate(() => [
        'broken' in globalThis,
        document.querySelectorAll('img, main script, [onload], [onerror], iframe').length,
      ]);
      expect(foreign, hash).toEqual([false, 0]);
    }
    expect(await page.locator('body').innerText()).toContain('<img src=x onerror=');
    expect(wrong).toEqual([]);
  });

  test('the keyboard leads from the list to a network, to an account, and back to the same row', async () => {
    const { page, wrong } = await open('small', 'networks', {
      width: 1440,
      language: 'ru',
      theme: 'light',
    });
    const focused = (attribute: string): Promise<string | null | undefined> =>
      page.evaluate((name) => document.activeElement?.getAttribute(name), attribute);
    for (let i = 0; i < 60 && (await focused('data-key')) !== 'N1'; i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await focused('data-key')).toBe('N2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.flow');
    await settle(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    for (let i = 0; i < 30 && (await focused('role')) !== 'button'; i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const label = await page.evaluate(
      () => document.activeElement?.querySelector('title')?.textContent ?? '',
    );
    expect(label).toMatch(/^Сборщик/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.reasons');
    await settle(page);
    const title = await page.locator('h1').innerText();
    expect(label).toContain(title);

    await page.goBack();
    await page.waitForSelector('.flow');
    await page.goBack();
    await page.waitForSelector('.windowed');
    await settle(page);
    expect(await focused('data-key')).toBe('N2');
    expect(wrong).toEqual([]);
  });

  test('a change of language changes every text, and the address says it', async () => {
    const { page } = await open('small', 'networks', {
      width: 1440,
      language: 'ru',
      theme: 'light',
    });
    const skeleton = async (): Promise<string[]> =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'h1, h2, h4, dt, thead th, label > span, .tabs a, .help, .button',
          ),
        ].map((e) => e.textContent ?? ''),
      );
    // Words that two of the languages really share.
    const shared = new Set(['Банк', 'Балл', 'Файл', 'Схема', 'Сумма', 'Транзит', 'AMLTRIX']);
    for (const hash of pagesOf(small)) {
      await go(page, `${hash}?lang=ru`);
      const ru = await skeleton();
      for (const language of ['kk', 'en'] as const) {
        await page.locator(`[data-language=${language}]`).click();
        const other = await skeleton();
        expect(other).toHaveLength(ru.length);
        const owners = new Set(small.accounts.map((a) => a.ownerName));
        const same = ru.filter(
          (text, i) =>
            text === other[i] && !shared.has(text) && !owners.has(text) && /\p{L}{3}/u.test(text),
        );
        expect(same, `${hash} ${language}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(page.url()).toContain(`lang=${language}`);
      }
      await page.locator('[data-language=ru]').click();
      expect(await skeleton()).toEqual(ru);
    }
  });

  test('numbers are masked until they are asked for', async () => {
    const collector = account(small, 'collector');
    const { page } = await open('small', `account/${collector}`, {
      width: 1440,
      language: 'en',
      theme: 'light',
    });
    for (const hash of pagesOf(small)) {
      await go(page, hash);
      expect(await page.locator('body').innerText(), hash).not.toMatch(/KZ\d{10}/);
    }
    await go(page, `account/${collector}`);
    await page.locator('[data-tool=eye]').click();
    expect(await page.locator('body').innerText()).toContain(collector);
  });

  test('a timeline that shows only some of the lots says how many of how many', async () => {
    const model = generateModel(SMALL);
    const [one, other] = model.accounts.filter((a) => a.lots.length > 2);
    if (one === undefined || other === undefined) throw new Error('nobody has lots');
    one.lotsTotal = 641;
    await write('chosen', model);
    const { page } = await open('chosen', `account/${one.account}`, {
      width: 1440,
      language: 'ru',
      theme: 'light',
    });
    expect(await page.locator('.lots-cut').innerText()).toContain(`${one.lots.length} из 641`);
    await go(page, `account/${other.account}`);
    expect(await page.locator('.lots-cut').count()).toBe(0);
  });

  test.each([
    [1440, false],
    [1440, true],
    [360, false],
    [360, true],
  ])(
    'the picture opens whole or at those the money passed: %i px, each drawn: %s',
    async (width, each) => {
      const { page } = await open('small', 'network/N1', { width, language: 'ru', theme: 'light' });
      if (each) await page.locator('.flow-section .tools button').last().click();
      await settle(page);
      const seen = await page.locator('.flow-pane .stage').evaluate((stage) => {
        const frame = stage.getBoundingClientRect();
        const isIn = (card: Element): boolean => {
          const { left, right, top, bottom } = card.getBoundingClientRect();
          return (
            left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom
          );
        };
        const cards = [...stage.querySelectorAll('.card')];
        return {
          whole: cards.every(isIn),
          worker: cards.some((card) => !card.classList.contains('role-victim') && isIn(card)),
        };
      });
      expect(seen.worker).toBe(true);
      if (width === 1440 && !each) expect(seen.whole).toBe(true);
    },
  );

  test('filters narrow the list, stand in the address, and outlive a visit to a network', async () => {
    const { page } = await open('small', 'networks', {
      width: 1440,
      language: 'en',
      theme: 'light',
    });
    const rows = page.locator('.windowed li');
    const victim = small.networks[3].members[0].account;
    await page.locator('[name=q]').fill(victim.toLowerCase());
    await expect.poll(() => rows.count()).toBe(1);
    expect(page.url()).toContain(victim.toLowerCase());
    await rows.first().locator('a').click();
    await page.waitForSelector('.flow');
    await page.locator('.back').click();
    await page.waitForSelector('.windowed');
    await expect.poll(() => rows.count()).toBe(1);
    await page.locator('button[type=reset]').click();
    await expect.poll(() => rows.count()).toBe(small.networks.length);
    await page.locator('[name=min]').fill('999999999');
    await expect.poll(() => rows.count()).toBe(0);
  });

  test('a file that was cut off says so instead of showing half of it', async () => {
    const html = await readFile(join(folder, 'small.html'), 'utf8');
    const cut = html.replace(/("rules":\[)[\s\S]*?(<\/script>)/, '$1$2');
    await writeFile(join(folder, 'cut.html'), cut);
    const { page } = await open('cut', 'networks', { width: 360, language: 'kk', theme: 'light' });
    expect(await page.locator('[role=alert]').innerText()).toContain('Есеп оқылмайды');
  });

  test('paper shows the summary and each network of the filter with its picture and members', async () => {
    const { page } = await open('small', 'networks', {
      width: 1440,
      language: 'ru',
      theme: 'dark',
    });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper article').count()).toBe(small.networks.length);
    expect(await page.locator('.paper article .flow').count()).toBe(small.networks.length);
    expect(await page.locator('.paper article tbody tr').count()).toBe(
      small.networks.reduce((n, one) => n + one.members.length, 0),
    );
    expect(await page.locator('.paper > section:not(.summary) tbody tr').count()).toBe(
      small.networks.length,
    );
    expect(await page.locator('#app').isVisible()).toBe(false);
    const background = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    expect(background).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.paper').count()).toBe(0);
  });

  test('on paper a reason, a row and a request are each whole on one page', async () => {
    const { page } = await open('small', `account/${account(small, 'collector')}`, {
      width: 1440,
      language: 'ru',
      theme: 'light',
    });
    await page.emulateMedia({ media: 'print' });
    const styles = (selector: string) =>
      page.locator(selector).evaluateAll((elements) =>
        elements.map((element) => {
          const { breakInside, display, overflow } = getComputedStyle(element);
          return { breakInside, display, overflow };
        }),
      );
    const items = await styles('.reasons li');
    expect(items.length).toBeGreaterThan(1);
    for (const { breakInside } of items) expect(breakInside).toBe('avoid');
    // Only in a block that is not clipped is that heeded.
    expect(await styles('.reasons')).toMatchObject([{ display: 'block', overflow: 'visible' }]);
    await go(page, 'gaps');
    for (const { breakInside } of await styles('.gap')) expect(breakInside).toBe('avoid');
  });

  test('2,000 networks of 20,000 accounts: only what is in sight is in the document', async () => {
    const large = generateModel(LARGE);
    expect(large.networks).toHaveLength(2000);
    expect(large.accounts.length).toBeGreaterThan(15_000);
    await write('large', large);
    const { page, wrong } = await open('large', 'networks', {
      width: 1440,
      language: 'ru',
      theme: 'light',
    });
    const rows = page.locator('.windowed li');
    for (const hash of ['networks', 'accounts']) {
      await go(page, hash);
      expect(await elements(page), hash).toBeLessThan(MOST_ELEMENTS);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      await settle(page);
      await settle(page);
      expect(await elements(page), hash).toBeLessThan(MOST_ELEMENTS);
      expect(await rows.count()).toBeGreaterThan(5);
      // the rows drawn are those in sight
      const seen = await page.evaluate(
        () => document.elementFromPoint(700, 500)?.closest('li') !== null,
      );
      expect(seen, hash).toBe(true);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await settle(page);
      await settle(page);
      const last = await rows.last().getAttribute('aria-posinset');
      expect(Number(last), hash).toBe(hash === 'networks' ? 2000 : large.accounts.length);
    }
    expect(wrong).toEqual([]);
  });
});
