import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { keptFolder, keptServers } from './kept.ts';

/*
 * What a test run looks like to the keeper: a main process and a worker of it.  usage: node run-of-tests.fixture.ts
 * The worker says where its servers are, and its folder; then both wait to be killed.
 */
if (process.argv[2] === 'worker') {
  // As vitest's workers do: without its main process a worker ends.
  process.on('disconnect', () => process.exit());
  const servers = await keptServers();
  process.stdout.write(`${JSON.stringify({ servers, folder: await keptFolder() })}\n`);
} else {
  const worker = join(import.meta.dirname, 'run-of-tests.fixture.ts');
  spawn(process.execPath, [worker, 'worker'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}
