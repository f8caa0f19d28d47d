import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { passingAs, type RunAs } from './run-as.ts';

/** Starts a program of PostgreSQL as the user that runs it, with nothing of our environment: our keys may be in it. */
export function launch(
  program: string,
  args: readonly string[],
  runAs: RunAs | undefined,
  options: Pick<SpawnOptions, 'cwd' | 'stdio' | 'detached'>,
): ChildProcess {
  const { PATH = '', SystemRoot } = process.env;
  const env = { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot !== undefined && { SystemRoot }) };
  if (runAs === undefined) return spawn(program, args, { ...options, env });
  if (!runAs.passes) {
    const { uid, gid } = runAs;
    return spawn(program, args, { ...options, env, uid, gid });
  }
  const [command, ...before] = passingAs(runAs);
  return spawn(command, [...before, program, ...args], { ...options, env });
}

/** Runs a program to its end with `input` on its standard input. Throws with what it wrote when it fails. */
export async function run(
  program: string,
  args: readonly string[],
  runAs: RunAs | undefined,
  cwd: string,
  input = '',
): Promise<void> {
  const child = launch(program, args, runAs, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // A program that ends without reading closes the pipe: its words say why, not ours.
  child.stdin?.on('error', () => {}).end(input);
  const [code, out, err] = await Promise.all([ended, text(child.stdout!), text(child.stderr!)]);
  const failed = code !== 0 || /\b(FATAL|ERROR|PANIC):/.test(err);
  if (failed) throw new Error(lastWords(err) || lastWords(out) || `${program}: exit ${code}`);
}

/** The last line of a log that says what went wrong, without time and process. */
export function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const told = lines.filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line));
  return (told.at(-1) ?? lines.at(-1) ?? '').replace(/^.*?(?=\b(?:FATAL|PANIC|ERROR|error):)/, '');
}
