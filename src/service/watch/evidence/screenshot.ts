import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { type OfflinePage, PAGE_URL, serveOffline } from './offline-page.ts';

export interface Screenshot {
  /** PNG of the first 1,280 x 1,600 points of the page. */
  readonly png: Uint8Array;
  /** Requests that page and browser tried to make; none was answered. */
  readonly refused: number;
}

/** Makes screenshots one at a time. Errors: QRG_EVIDENCE_SCREENSHOT. */
export type TakeScreenshot = (
  fetched: Pick<Fetched, 'body' | 'headers' | 'contentType'>,
) => Promise<Result<Screenshot>>;

/** A browser starts in one to three seconds; what takes longer is a page that is made to. */
const TIMEOUT_MS = 20_000;
/** 1,280 x 1,600 points of noise would be 8 MB; a page of text has some 100 kB. */
const MOST_PNG_BYTES = 4 * 1024 * 1024;
/** A browser takes a core and some 300 MB: one at a time, and whoever comes when so many wait goes without. */
const MOST_WAITING = 8;
/** What a browser lays out without running anything. */
const SHOWN = new Set(['text/html', 'application/xhtml+xml', 'text/plain', '']);

/**
 * Screenshots of captured bytes, laid out offline by a browser at `browserPath` (Chromium or one that takes its options). The
 * browser gets the bytes from a proxy that knows nothing else, runs no scripts, has a new empty profile and none of this
 * process's variables, and is killed with its children at the end or when time is up.
 */
export function openScreenshots(browserPath: string, timeoutMs = TIMEOUT_MS): TakeScreenshot {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (fetched) => {
    if (!SHOWN.has(fetched.contentType)) return failed(fetched.contentType);
    if (waiting >= MOST_WAITING) return failed(`${waiting} > ${MOST_WAITING - 1}`);
    waiting++;
    const mine = last.then(() => takeOne(browserPath, fetched, timeoutMs));
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting--;
    }
  };
}

const failed = (reason: string): Result<never> => fail('QRG_EVIDENCE_SCREENSHOT', { reason });

async function takeOne(
  browserPath: string,
  fetched: Pick<Fetched, 'body' | 'headers'>,
  timeoutMs: number,
): Promise<Result<Screenshot>> {
  const dir = await mkdtemp(join(tmpdir(), 'qorgan-screenshot-'));
  const page = await serveOffline(fetched);
  try {
    await makeProfile(dir);
    const problem = await runBrowser(browserPath, dir, page, timeoutMs);
    return problem === undefined ? await read(join(dir, 'page.png'), page) : failed(problem);
  } finally {
    await page.close();
    // The killed browser's files may still be on their way to disk.
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Scripts and pictures are off in the profile, too: a second wall behind the policy that the page is served with. */
async function makeProfile(dir: string): Promise<void> {
  const profile = join(dir, 'profile', 'Default');
  await mkdir(profile, { recursive: true });
  const blocked = 2;
  const settings = { javascript: blocked, images: blocked, popups: blocked };
  const preferences = { profile: { default_content_setting_values: settings } };
  await writeFile(join(profile, 'Preferences'), JSON.stringify(preferences));
}

async function read(file: string, page: OfflinePage): Promise<Result<Screenshot>> {
  const size = await stat(file).then(
    (told) => told.size,
    () => 0,
  );
  if (size === 0 || size > MOST_PNG_BYTES) return failed(`${size} B`);
  return ok({ png: await readFile(file), refused: page.refused() });
}

/** What went wrong, undefined when the browser ended by itself and well. */
function runBrowser(
  browserPath: string,
  dir: string,
  { port }: OfflinePage,
  timeoutMs: number,
): Promise<string | undefined> {
  const browser = spawn(browserPath, optionsOf(dir, port), {
    cwd: dir,
    // Keys and passwords of the service are no business of a browser that shows hostile pages.
    env: { PATH: process.env.PATH, HOME: dir, TMPDIR: dir, LANG: 'C.UTF-8' },
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
  return new Promise((done) => {
    const timer = setTimeout(() => end(`> ${timeoutMs} ms`), timeoutMs);
    const end = (problem: string | undefined): void => {
      clearTimeout(timer);
      killWhole(browser);
      done(problem);
    };
    browser.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    browser.once('exit', (code, signal) => end(code === 0 ? undefined : String(signal ?? code)));
  });
}

/** The browser and every process it started: they are one group. */
function killWhole(browser: ChildProcess): void {
  if (browser.pid === undefined) return;
  try {
    if (process.platform === 'win32') browser.kill('SIGKILL');
    else process.kill(-browser.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function optionsOf(dir: string, port: number): string[] {
  // Chromium's own sandbox does not start for root, as in a container; the walls here do not count on it.
  const isRoot = process.getuid?.() === 0;
  return [
    '--headless',
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(dir, 'profile')}`,
    `--screenshot=${join(dir, 'page.png')}`,
    '--window-size=1280,1600',
    '--force-device-scale-factor=1',
    '--hide-scrollbars',
    `--proxy-server=http://127.0.0.1:${port}`,
    // Addresses of this machine go to the proxy as well, and no name is ever looked up.
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--disable-quic',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-breakpad',
    '--disable-sync',
    '--no-first-run',
    '--no-pings',
    '--mute-audio',
    PAGE_URL,
  ];
}
