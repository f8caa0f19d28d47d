import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { ReportAssets } from '../src/report/html.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** The oldest browsers met in offices (Chrome 109 is the last one for Windows 7). */
const TARGETS = ['chrome109', 'firefox115', 'safari16.4'];

/** Code and looks of report.html, minified, as text. */
export async function bundleReport(): Promise<ReportAssets> {
  const bundle = async (entry: string): Promise<string> => {
    const result = await build({
      absWorkingDir: ROOT,
      entryPoints: [join('web', 'report', entry)],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: TARGETS,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    });
    return result.outputFiles[0].text;
  };
  const [js, css] = await Promise.all([bundle('main.ts'), bundle('report.css')]);
  return { js, css };
}

/** Writes build/report/report.js and report.css; a reader never sees a half-written one. */
export async function buildReport(): Promise<ReportAssets> {
  const assets = await bundleReport();
  const folder = join(ROOT, 'build', 'report');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of [
    ['report.js', assets.js],
    ['report.css', assets.css],
  ]) {
    const scratch = join(folder, `.${name}.${process.pid}.tmp`);
    await writeFile(scratch, text);
    await rename(scratch, join(folder, name));
  }
  return assets;
}

/** The built console: where `qorgan serve` looks for it. */
const CONSOLE = join(ROOT, 'build', 'web', 'console');
/** The built portal, likewise. */
const PORTAL = join(ROOT, 'build', 'web', 'portal');

export const buildConsole = (folder: string = CONSOLE): Promise<void> =>
  buildPages('console', folder);

/** The portal with what phones need: it works without a network, and goes over the wire compressed. */
export const buildPortal = (folder: string = PORTAL): Promise<void> =>
  buildPages('portal', folder, async (fresh) => {
    await addOfflineWorker(fresh);
    await compressFiles(fresh);
  });

/**
 * Writes pages into a folder: index.html and assets with a hash in their names. A server that runs meanwhile goes on with
 * the old files until the new ones are whole.
 */
async function buildPages(
  name: 'console' | 'portal',
  folder: string,
  finish: (fresh: string) => Promise<void> = async () => {},
): Promise<void> {
  const { build: bundle } = await import('vite');
  const fresh = `${folder}.${process.pid}`;
  await bundle({
    configFile: join(ROOT, 'web', name, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: fresh },
  });
  await finish(fresh);
  const old = `${fresh}.old`;
  await rename(folder, old).catch(() => {});
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

/** Files of a folder by their addresses below it, in one order everywhere. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** worker.js of the portal: knows all its files by name, and their hash, so that another build is another version. */
async function addOfflineWorker(folder: string): Promise<void> {
  const files = await filesIn(folder);
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(join(folder, file)));
  const kept = files.filter((file) => file !== 'index.html');
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join('web', 'portal', 'offline', 'worker.ts')],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGETS,
    define: {
      FILES: JSON.stringify(kept),
      BUILD: JSON.stringify(hash.digest('hex').slice(0, 12)),
    },
    legalComments: 'none',
    logLevel: 'silent',
  });
}

const COMPRESSED = /\.(?:html|js|css|svg|webmanifest)$/;
/** A smaller file goes in one packet either way. */
const COMPRESSED_LEAST = 1_000;

/** Beside every text its forms for whoever takes them: '.br' at the highest quality, and '.gz'. */
async function compressFiles(folder: string): Promise<void> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  for (const file of await filesIn(folder)) {
    const path = join(folder, file);
    // The server puts its own line before the worker.
    if (!COMPRESSED.test(file) || file === 'worker.js') continue;
    const bytes = await readFile(path);
    if (bytes.length < COMPRESSED_LEAST) continue;
    await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

/** What a browser fetches for the first page: bytes over the wire of everything that index.html names. */
async function firstLoad(folder: string): Promise<string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="(?:\/portal)?\/(assets\/[^"]+\.(js|css))"/g)];
  const sizes = { js: 0, css: 0 };
  for (const [, file, kind] of named)
    sizes[kind as 'js' | 'css'] += gzipSync(await readFile(join(folder, file))).length;
  const files = (await readdir(join(folder, 'assets'))).filter(
    (file) => !/\.(?:br|gz)$/.test(file),
  );
  return `first page ${sizes.js} bytes of JS and ${sizes.css} of CSS gzipped, ${files.length} files in all`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { js, css } = await buildReport();
  console.log(`build/report: report.js ${js.length} bytes, report.css ${css.length} bytes`);
  await buildConsole();
  console.log(`build/web/console: ${await firstLoad(CONSOLE)}`);
  await buildPortal();
  console.log(`build/web/portal: ${await firstLoad(PORTAL)}`);
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json')]);
  console.log('build/src: compiled for publication');
}
