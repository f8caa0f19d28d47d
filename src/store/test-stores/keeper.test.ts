import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { connectAlone } from '../connection.ts';
import type { Servers } from './servers.ts';

const ENDS_WITHIN_MS = 20_000;

it('no server and no file is left of a test run that was killed', async () => {
  const script = join(import.meta.dirname, 'run-of-tests.fixture.ts');
  const main = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: main.stdout }), 'line');
  const { servers, folder } = JSON.parse(line) as { servers: Servers; folder: string };
  const isUp = async (): Promise<boolean> => {
    try {
      await (await connectAlone(servers.embedded!)).end();
      return true;
    } catch {
      return false;
    }
  };
  expect(await isUp()).toBe(true);
  expect(existsSync(folder)).toBe(true);
  main.kill('SIGKILL');
  await once(main, 'exit');
  const end = Date.now() + ENDS_WITHIN_MS;
  while ((existsSync(folder) || (await isUp())) && Date.now() < end) await pause(50);
  expect(existsSync(folder)).toBe(false);
  expect(await isUp()).toBe(false);
});
