import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnaltered } from '../../../watch/evidence/check.ts';
import { orThrow } from '../../or-throw.ts';
import { capture, fetchedPage, freshKey } from './capture.fixture.ts';
import { openScreenshots } from './screenshot.ts';
import { sealCapture } from './seal-capture.ts';
import { verifyPackage } from './verify-package.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const HAS_CHROMIUM = existsSync(CHROMIUM);
if (!HAS_CHROMIUM) console.warn(`screenshots are not tried: no ${CHROMIUM}`);

/** Width and height of a PNG, from its first chunk. */
const sizeOf = (png: Uint8Array): number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(view.getUint32(0)).toBe(0x89504e47);
  return [view.getUint32(16), view.getUint32(20)];
};

/** Processes that have this profile folder on their command line. */
const browsersLeft = (): string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('qorgan-screenshot-');
    } catch {
      return false;
    }
  });

describe.skipIf(!HAS_CHROMIUM)('a screenshot', () => {
  const take = openScreenshots(CHROMIUM);
  let server: Server;
  let reached = 0;
  let outside = '';

  beforeAll(async () => {
    server = createServer((_, response) => {
      reached++;
      response.end('reached');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('shows the captured bytes and is sealed with them', async () => {
    const told = capture();
    const screenshot = await take(told.fetched);
    expect(sizeOf(orThrow(screenshot).png)).toEqual([1280, 1600]);
    const sealed = await sealCapture({ ...told, screenshot }, freshKey());
    expect(sealed.hasScreenshot).toBe(true);
    expect(isUnaltered(await verifyPackage(sealed.bytes))).toBe(true);
  });

  it('is the same where a page has scripts as where it has none: they do not run', async () => {
    const plain = orThrow(await take(fetchedPage('<p>One</p>')));
    const script = `<script>document.body.textContent='Two';for(;;)alert(1)</script>`;
    const hostile = orThrow(await take(fetchedPage(`<p>One</p>${script}<body onload="for(;;);">`)));
    expect(Buffer.compare(plain.png, hostile.png)).toBe(0);
  });

  it('lets nothing out: not by picture, style, frame, form, hint or sending elsewhere', async () => {
    const page = `<!doctype html>
      <meta http-equiv="refresh" content="0;url=${outside}/refresh">
      <link rel="stylesheet" href="${outside}/style"><link rel="preload" as="image" href="${outside}/preload">
      <link rel="preconnect" href="${outside}"><link rel="dns-prefetch" href="//leak.example">
      <link rel="prefetch" href="${outside}/prefetch"><link rel="icon" href="${outside}/icon">
      <style>@import "${outside}/import"; @font-face{font-family:f;src:url(${outside}/font)} p{background:url(${outside}/css);font-family:f}</style>
      <p>text<img src="${outside}/img"><iframe src="${outside}/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
      <object data="${outside}/object"></object><embed src="${outside}/embed"><video src="${outside}/video" autoplay></video>
      <svg><image href="${outside}/svg"/></svg><form id=f action="${outside}/form"></form>
      <script>fetch('${outside}/fetch');f.submit();location='${outside}/location'</script>`;
    expect(sizeOf(orThrow(await take(fetchedPage(page))).png)).toEqual([1280, 1600]);
    expect(reached).toBe(0);
  });

  it('is no larger for a page without end, and takes no picture that is a bomb', async () => {
    const page = `<canvas width=60000 height=60000></canvas><div style="width:1e7px;height:1e7px;filter:blur(9px)">x</div>`;
    expect(sizeOf(orThrow(await take(fetchedPage(page))).png)).toEqual([1280, 1600]);
  });

  it('is not made of what is no page', async () => {
    const pdf = fetchedPage('%PDF-1.7', { contentType: 'application/pdf' });
    expect(await take(pdf)).toMatchObject({ problem: { code: 'QRG_EVIDENCE_SCREENSHOT' } });
  });

  it('ends when time is up, with all it started', async () => {
    const hurried = openScreenshots(CHROMIUM, 150);
    expect(await hurried(fetchedPage())).toMatchObject({
      problem: { code: 'QRG_EVIDENCE_SCREENSHOT', args: { reason: '> 150 ms' } },
    });
    await expect.poll(browsersLeft).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('qorgan-screenshot-'))).toEqual(
      [],
    );
  });

  it('goes to as many as can wait', async () => {
    const hurried = openScreenshots(CHROMIUM, 50);
    const all = await Promise.all(Array.from({ length: 12 }, () => hurried(fetchedPage())));
    const reasons = all.map((told) => (told.ok ? '' : told.problem.args.reason));
    expect(reasons.filter((reason) => reason === '8 > 7')).toHaveLength(4);
  });
});

it('is not made where there is no browser, and the capture is sealed without', async () => {
  const screenshot = await openScreenshots('/nowhere/chromium')(fetchedPage());
  expect(screenshot).toMatchObject({ problem: { args: { reason: 'ENOENT' } } });
  const sealed = await sealCapture({ ...capture(), screenshot }, freshKey());
  expect(sealed.hasScreenshot).toBe(false);
  expect(isUnaltered(await verifyPackage(sealed.bytes))).toBe(true);
});
