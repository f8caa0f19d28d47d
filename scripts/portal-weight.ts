import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { type Browser, chromium } from 'playwright-core';
import { servePages } from '../src/http/web-pages.ts';
import { buildPortal } from './build.ts';

/**
 * What the portal costs a phone: bytes of script of the first load and of every page, and how soon a door of the first page can be
 * tapped on a slow phone. Ends with 1 when a bound is passed.
 * usage: node scripts/run.mjs scripts/portal-weight.ts        (npm run weight:portal)
 */

/** Of script, gzipped, before the first page is whole. */
const FIRST_LOAD_MOST = 100_000;
const USABLE_MOST_MS = 2_000;
/** Lighthouse's slow phone with a round trip that rural networks have: 1.6 Mbit/s, 400 ms, a quarter of this machine's speed. */
const SLOW = { cpu: 4, latencyMs: 400, bytesPerSecond: (1.6 * 1_000_000) / 8 };
const RUNS = 3;
const PAGES = ['', 'check', 'train', 'exit', 'report', 'law', 'held', 'class', 'figures'] as const;

interface Timing {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly usableMs: number;
  readonly bytes: number;
}

const bytes = (count: number): string => `${count.toLocaleString('en')} bytes`;

async function scriptBytes(folder: string, paths: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const path of paths)
    sum += gzipSync(await readFile(join(folder, path.slice('/portal/'.length))), {
      level: 9,
    }).length;
  return sum;
}

/** Scripts that a page asks for until it stands. */
async function scriptsOf(browser: Browser, url: string, page: string): Promise<Set<string>> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const tab = await context.newPage();
    const scripts = new Set<string>();
    tab.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/portal/assets/') && pathname.endsWith('.js')) scripts.add(pathname);
    });
    await tab.goto(url + page, { waitUntil: 'networkidle' });
    return scripts;
  } finally {
    await context.close();
  }
}

/** Written in the page before anything else: its paints, and when a door is there to be tapped. */
const WATCH = `
  globalThis.largest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const painted = new Promise((done) => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName('first-contentful-paint')[0];
      if (first) done(first.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const tappable = new Promise((done) => {
    const look = () => {
      if (document.querySelector('.door a') === null) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => done(performance.now())));
    };
    look();
  });
  globalThis.seen = Promise.all([painted, tappable]);`;

async function slowVisit(browser: Browser, url: string): Promise<Timing> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.latencyMs,
      downloadThroughput: SLOW.bytesPerSecond,
      uploadThroughput: SLOW.bytesPerSecond / 2,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: 'commit' });
    return await page.evaluate<Timing>(`globalThis.seen.then(([firstPaintMs, tappableMs]) => {
      const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      return {
        usableMs: Math.max(firstPaintMs, tappableMs),
        firstPaintMs,
        largestPaintMs: Math.max(firstPaintMs, globalThis.largest),
        bytes: loaded.reduce((sum, { transferSize }) => sum + transferSize, 0),
      };
    })`);
  } finally {
    await context.close();
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function serve(portalRoot: string): Promise<{ app: FastifyInstance; url: string }> {
  const app = fastify({ forceCloseConnections: true });
  await servePages(app, { portalRoot });
  const { port } = new URL(await app.listen({ port: 0 }));
  return { app, url: `http://localhost:${port}/portal/` };
}

async function weigh(folder: string, browser: Browser): Promise<string[]> {
  const { app, url } = await serve(folder);
  const wrong: string[] = [];
  try {
    const first = await scriptsOf(browser, url, '');
    const firstBytes = await scriptBytes(folder, first);
    console.log(
      `first load: ${bytes(firstBytes)} of script, gzipped (bound ${bytes(FIRST_LOAD_MOST)})`,
    );
    if (firstBytes > FIRST_LOAD_MOST) wrong.push('the first load has too much script');
    for (const page of PAGES.slice(1)) {
      const more = [...(await scriptsOf(browser, url, page))].filter((path) => !first.has(path));
      console.log(`  ${page.padEnd(8)} + ${bytes(await scriptBytes(folder, more))}`);
    }
    const runs: Timing[] = [];
    while (runs.length < RUNS) runs.push(await slowVisit(browser, url));
    const of = (name: keyof Timing): number => Math.round(median(runs.map((run) => run[name])));
    console.log(
      `slow phone (CPU x${SLOW.cpu}, ${SLOW.latencyMs} ms round trip, 1.6 Mbit/s; median of ${RUNS}):\n` +
        `  first contentful paint   ${of('firstPaintMs')} ms\n` +
        `  largest contentful paint ${of('largestPaintMs')} ms\n` +
        `  a door can be tapped     ${of('usableMs')} ms (bound ${USABLE_MOST_MS} ms)\n` +
        `  over the wire until then ${bytes(of('bytes'))}`,
    );
    const [load] = loadavg();
    if (load > availableParallelism())
      console.log(
        `  other work keeps this machine busy (load ${load.toFixed(1)}): these times are bounds from above`,
      );
    else if (of('usableMs') > USABLE_MOST_MS) wrong.push('a door can be tapped too late');
    return wrong;
  } finally {
    await app.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'qorgan-weight-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  await buildPortal(join(folder, 'portal'));
  const wrong = await weigh(join(folder, 'portal'), browser);
  for (const one of wrong) console.error(one);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
