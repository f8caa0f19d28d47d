import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LoadPlan, LoadReport } from './load-generator.ts';

const root = join(import.meta.dirname, '..', '..');

/** A server of ours in a process of its own, and where it listens. */
export interface Served {
  readonly child: ChildProcess;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a script that prints `…http://…:PORT…` when it listens. Throws when it ends before. */
export async function startServer(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Served> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = Promise.withResolvers<number>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = /https?:\/\/[^\s/]*:(\d+)/.exec(line);
    if (said) port.resolve(Number(said[1]));
  });
  child.once('exit', (code) => port.reject(new Error(`${script} ended with ${code}`)));
  return {
    child,
    port: await port.promise,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Runs the load generator, a process of its own, to its end. */
export async function load(plan: LoadPlan): Promise<LoadReport> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'load-generator.ts'), JSON.stringify(plan)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  await once(child, 'close');
  return JSON.parse(said);
}
