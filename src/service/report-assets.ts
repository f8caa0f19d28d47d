import { existsSync, globSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { ReportAssets } from '../report/html.ts';

/** What the page is built from: a change in any of these makes a build stale. */
const SOURCES = [
  'web/{report,shared}/**/*.{ts,css}',
  'src/{domain,engine,network,report}/*.ts',
  'scripts/build.ts',
];

/**
 * Code and looks of report.html. A published package brings them built; in a checkout they are built when they
 * are missing or older than their sources.
 *
 * Throws QRG_REPORT_NOT_BUILT when they are missing and there is nothing to build them from.
 */
export async function reportAssets(root: string = packageRoot()): Promise<ReportAssets> {
  const files = ['report.js', 'report.css'].map((name) => join(root, 'build', 'report', name));
  const script = join(root, 'scripts', 'build.ts');
  if (existsSync(script) && isStale(root, files)) {
    const builder: { buildReport: () => Promise<ReportAssets> } = await import(
      pathToFileURL(script).href
    );
    return builder.buildReport();
  }
  if (!files.every((file) => existsSync(file)))
    throw new QorganError('QRG_REPORT_NOT_BUILT', { file: files[0] });
  const [js, css] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return { js, css };
}

function isStale(root: string, built: readonly string[]): boolean {
  if (!built.every((file) => existsSync(file))) return true;
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).some(
    (file) => statSync(join(root, file)).mtimeMs > oldest,
  );
}

/** The folder of package.json, from src/service as well as from the compiled build/src/service. */
function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}
