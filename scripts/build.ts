import { execFile } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { js, css } = await buildReport();
  console.log(`build/report: report.js ${js.length} bytes, report.css ${css.length} bytes`);
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json')]);
  console.log('build/src: compiled for publication');
}
