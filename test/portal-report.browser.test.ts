import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import {
  photoWithTraces,
  svg,
} from '../src/service/watch/reports/pictures/hostile-pictures.fixture.ts';
import {
  ARGS,
  barriers,
  CHROMIUM,
  DESK,
  LOOKS,
  openConsole,
  overflow,
  stickingOut,
} from './fixtures/console-browser.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

/** Would be seen if any of it were more than text. */
const XSS = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';

describe('the portal: reports and figures', () => {
  let browser: Browser;
  let server: ConsoleServer;
  let analyst: SignedInPerson;

  beforeAll(async () => {
    server = await startConsole();
    await server.served.institution('polisia', 'police');
    analyst = await server.served.person('polisia', ['analyst']);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  });
  afterAll(async () => {
    await browser?.close();
    server.served.services.portal.reports.pictures.rest({ atOnce: true });
    await server?.close();
  });

  const isUnbroken = (page: Page) => page.evaluate('window.broken === undefined');
  const fill = async (page: Page, text: string) => {
    await page.locator('.choice').first().click();
    await page.locator('[name=text]').fill(text);
  };

  test('a report goes its whole way, and whatever it holds stays text', async () => {
    const { page, context, wrong } = await openConsole(browser, server.url, '/portal/report');
    await fill(page, `Работа с картой ${XSS}`);
    await page.locator('[name=links]').fill(`javascript:window.broken=1\nhttps://t.me/${XSS}`);
    await page.locator('[name=phone]').fill(`+7 700 000 00 12 <b>`);
    await page.locator('[name=handle]').fill(XSS);
    await page.locator('[name=card]').fill('4405 6400 0000 0006');
    await page.locator('.report-ask').first().click();
    await page.locator('input[type=file]').setInputFiles([
      { name: `${XSS}.jpg`, mimeType: 'image/jpeg', buffer: await photoWithTraces() },
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: svg() },
    ]);
    await page.locator('.report-pictures canvas').waitFor();
    await page.locator('.field-error', { hasText: 'drawing.svg' }).waitFor();
    await page.locator('form [type=submit]').click();
    await page.locator('.report-preview h2:focus').waitFor();
    expect(await page.locator('.report-parts').textContent()).toContain(XSS);
    // The way back leads to the form, and nothing that was typed is lost.
    await page.goBack();
    expect(await page.locator('[name=handle]').inputValue()).toBe(XSS);
    await page.locator('form [type=submit]').click();
    await page.locator('.report-preview h2:focus').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('.report-preview .button-main').click();
    const receipt = await page.locator('.report-sent output').textContent();
    expect(receipt).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(await page.evaluate('localStorage.length')).toBe(1);
    await page.locator('.report-sent input[type=checkbox]').click();
    expect(await page.evaluate(`localStorage.getItem('qorgan.receipts')`)).toContain(receipt);

    const desk = await openConsole(
      browser,
      server.url,
      '/watch?reports=true&state=all',
      DESK,
      analyst,
    );
    const { items } = (await (
      await server.served.ask('GET', '/v1/posts?reports=true', analyst.headers)
    ).json()) as { items: { postId: number }[] };
    await desk.page.goto(`${server.url}/watch/posts/${items[0].postId}`);
    const panel = desk.page.locator('[data-report]');
    await panel.locator('[data-act=picture]').click();
    await panel.locator('canvas').waitFor();
    await panel.locator('[name=question]').fill(`Кто писал? ${XSS}`);
    await panel.locator('[data-act=ask]').click();
    await panel.locator('blockquote', { hasText: XSS }).waitFor();
    expect(await barriers(desk.page, '[data-report]')).toEqual([]);

    await page.locator('.report-sent a').click();
    await page.locator('.report-said-reader', { hasText: XSS }).waitFor();
    await page.locator('[name=answer]').fill(`Он ${XSS}`);
    await page.locator('.report-form [type=submit]').click();
    await page.locator('.report-said-you', { hasText: XSS }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await desk.page.reload();
    await panel.locator('blockquote', { hasText: 'Он <img' }).waitFor();
    await panel.locator('[data-act=mute-receipt]').click();
    await desk.page.locator('[role=dialog] textarea').fill(`Ругань ${XSS}`);
    await desk.page.locator('[role=dialog] [type=submit]').click();
    await panel.locator('[data-mute=receipt]', { hasText: XSS }).waitFor();
    await page.locator('.report-code [type=submit]').click();
    await page.locator('.report-mine .notice-warn').waitFor();
    expect([await isUnbroken(page), await isUnbroken(desk.page)]).toEqual([true, true]);
    expect([wrong, desk.wrong]).toEqual([[], []]);
    await context.close();
    await desk.context.close();
  });

  test('without a network nothing is sent and nothing is lost; the device works where there is a storm', async () => {
    const { page, context, wrong } = await openConsole(browser, server.url, '/portal/check');
    const offer = 'Ищу людей с картой, 50 000 в день, без риска. Пиши в личку @example_job';
    await page.locator('textarea').fill(offer);
    await page.locator('.check-form button[type=submit]').click();
    await page.locator('.check-answer .button-main').click();
    await page.locator('.report-form').waitFor();
    expect(await page.locator('[name=text]').inputValue()).toBe(offer);
    await page.locator('.choice').first().click();
    await page.locator('form [type=submit]').click();
    await context.setOffline(true);
    await page.locator('.report-preview .button-main').click();
    await page.locator('.report-preview .notice-warn').waitFor();
    await context.setOffline(false);
    // The first five of an address are free.
    for (let i = 0; i < 5; i++)
      await server.served.ask('POST', '/v1/reports', {}, { story: 'other', text: 'x' });
    const asked = page.waitForRequest('**/v1/proofs/report');
    await page.locator('.report-preview .button-main').click();
    await asked;
    await page.locator('.report-sent output').waitFor();
    // A second report begins empty, and none without words is sent.
    await page.locator('.report-sent .button-quiet').last().click();
    await page.locator('form [type=submit]').click();
    expect(await page.locator('.report-form .field-error').count()).toBe(2);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a year of hidden months is said in one line', async () => {
    const { page, context } = await openConsole(browser, server.url, '/portal', DESK);
    const told = await (await fetch(`${server.url}/v1/figures`)).json();
    const labels = [{ label: 'drug_ad', count: 13 }];
    await page.route('**/v1/figures', (route) =>
      route.fulfill({ json: { ...told, posts: { all: 13, labels } } }),
    );
    await page.goto(`${server.url}/portal/figures`);
    await page.getByText('Сообщений пока мало').waitFor();
    expect(await page.getByText('скрыто', { exact: true }).count()).toBe(0);
    await context.close();
  });

  test.each(LOOKS)('reports and figures fit: $width $language $theme', async (look) => {
    const { page, context, wrong } = await openConsole(browser, server.url, '/portal/report', look);
    await page.locator('.report-form').waitFor();
    expect([await overflow(page), await stickingOut(page)]).toEqual([0, []]);
    await page.goto(`${server.url}/portal/figures`);
    await page.locator('.notice').waitFor();
    expect([await overflow(page), await stickingOut(page)]).toEqual([0, []]);
    expect(await barriers(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});
