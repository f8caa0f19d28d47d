// Plain JavaScript for any Node >= 18: finds a Node >= 24 and, where there is none, brings one from the
// npm registry into .node/ (git-ignored). Qorgan runs its TypeScript as it is, which older Node cannot.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === 'win32';
const platform = windows ? 'win' : process.platform;
const binary = windows ? 'node.exe' : 'node';

/** The npm that came with the Node that runs us; falls back to the one on PATH. */
function npm(args, env = process.env) {
  const bundled = process.env.npm_execpath;
  const [command, first] = bundled?.endsWith('.js')
    ? [process.execPath, [bundled]]
    : [windows ? 'npm.cmd' : 'npm', []];
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows && first.length === 0,
  }).status;
}

/** Path of a Node >= 24. Exits with clear words when none can be had. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  const packageName = `node-${platform}-${process.arch}`;
  const home = join(root, '.node');
  const node = join(home, 'node_modules', packageName, 'bin', binary);
  if (existsSync(node)) return node;
  process.stderr.write(
    `Qorgan needs Node ${NEEDED_MAJOR}, this is ${process.versions.node}: fetching it once from the npm registry …\n`,
  );
  // Into a folder of its own first, so that a broken download never looks finished.
  const fresh = `${home}.${process.pid}.tmp`;
  mkdirSync(fresh, { recursive: true });
  const status = npm([
    'install',
    '--prefix',
    fresh,
    '--no-save',
    '--no-package-lock',
    '--loglevel=error',
    `${packageName}@${NEEDED_MAJOR}`,
  ]);
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    process.stderr.write(
      `Could not fetch ${packageName}. Install Node ${NEEDED_MAJOR} or newer and run the command again.\n`,
    );
    process.exit(2);
  }
  rmSync(home, { recursive: true, force: true });
  renameSync(fresh, home);
  return node;
}

/** Installs the dependencies of the lockfile when they are missing or older than it. */
export function dependencies(node) {
  const folder = join(root, 'node_modules');
  // Another checkout's, lent by a link: installing would empty it for its owner.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const stamp = join(folder, '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(stamp) && statSync(lock).mtimeMs <= statSync(stamp).mtimeMs) return;
  process.stderr.write('Installing dependencies …\n');
  const env = withNode(node);
  const status = npm(['ci', '--loglevel=error'], env);
  if (status !== 0) {
    process.stderr.write('npm ci failed: see above. Is the npm registry reachable?\n');
    process.exit(2);
  }
}

/** The environment in which `node` is the one that scripts find. */
const withNode = (node) => ({
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
});

/** Runs `node ARGS…` in our place: its streams, its signals, its exit code. */
export function become(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', env: withNode(node) });
  // A terminal sends Ctrl-C to the whole group, child included; anything else sends a signal to us alone.
  const fromTerminal = process.stdin.isTTY === true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !fromTerminal) child.kill(signal);
    });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}
