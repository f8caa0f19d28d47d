// What `npm start`, `npm test` and the other scripts go through: set up what is missing, then run the
// command given under Node 24.  usage: node scripts/run.mjs SCRIPT [ARGS…]   (SCRIPT: a file or a bin of node_modules)
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { become, dependencies, node24, root } from './node24.mjs';

/** Commands whose package has another name. */
const PACKAGE_OF = { biome: '@biomejs/biome', tsc: 'typescript' };

const [command, ...args] = process.argv.slice(2);
const node = node24();
dependencies(node);

become(node, [entry(command), ...args]);

/** The file behind a path of this checkout or a command of node_modules. */
function entry(name) {
  const file = join(root, name);
  if (existsSync(file)) return file;
  const folder = join(root, 'node_modules', PACKAGE_OF[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
