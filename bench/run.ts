// Runs every figure in a process of its own, one after the other. usage: npm run bench [-- --short]
// Exits with 1 when a stated requirement is missed (short mode: missed by more than a factor of two).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { machine, SHORT } from './measure.ts';

const FIGURES = SHORT
  ? ['engine.ts', 'live-model.ts', 'scan.ts', 'screen.ts']
  : ['engine.ts', 'live-model.ts', 'flat.ts', 'memory.ts', 'scan.ts', 'screen.ts'];

console.log(machine());
let missed = 0;
for (const figure of FIGURES) {
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
  const child = spawn(
    process.execPath,
    [...args, join(import.meta.dirname, figure), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) missed++;
}
process.exitCode = missed > 0 ? 1 : 0;
