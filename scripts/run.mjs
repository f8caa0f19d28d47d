// What `npm start`, `npm test` and the other scripts go through: set up what is missing, then run the
// command given under Node 24.  usage: node scripts/run.mjs SCRIPT [ARGS…]   (SCRIPT: a file or a bin of node_modules)
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { dependencies, node24, root } from './node24.mjs';

/** Commands whose package has another name. */
const PACKAGE_OF = { biome: '@biomejs/biome', tsc: 'typescript' };

const [command, ...args] = process.argv.slice(2);
const node = node24();
dependencies(node);

const child = spawn(node, [entry(command), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
});
// The terminal sends Ctrl-C to the whole group: the child decides how to end, we wait for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal);
  });
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));

/** The file behind a path of this checkout or a command of node_modules. */
function entry(name) {
  const file = join(root, name);
  if (existsSync(file)) return file;
  const folder = join(root, 'node_modules', PACKAGE_OF[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
