import { availableParallelism, cpus } from 'node:os';

/** What one run of something took. */
export interface Run {
  readonly wallMs: number;
  /** User and system time of the whole process: also what helper threads of the runtime used. */
  readonly cpuMs: number;
}

export interface Contender {
  readonly name: string;
  /** One run; returns how long the measured part took. */
  run(): Promise<Run> | Run;
}

/** `--short` is for CI: less work, and only a gross miss fails, because such machines are noisy. */
export const SHORT = process.argv.includes('--short');
const GROSS = 2;

export async function timed(work: () => unknown): Promise<Run> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const wallMs = performance.now() - from;
  const used = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (used.user + used.system) / 1000 };
}

/** Seconds of CPU this process has used so far, helper threads of the runtime included. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs all contenders `rounds` times, taking turns, so that a slow moment of the machine hits all alike. */
export async function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, run } of contenders) runs.get(name)?.push(await run());
  return runs;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const medianCpu = (runs: readonly Run[]): number => median(runs.map((r) => r.cpuMs));
export const medianWall = (runs: readonly Run[]): number => median(runs.map((r) => r.wallMs));

/** A line of thousands a second: median [least - most] by CPU time, and by the clock. */
export function rateLine(name: string, rows: number, runs: readonly Run[]): string {
  const perCpu = runs.map((r) => rows / r.cpuMs);
  const range = `${fixed(Math.min(...perCpu))}-${fixed(Math.max(...perCpu))}`;
  return [
    name.padEnd(44),
    `${fixed(median(perCpu))} k/s of CPU`.padStart(18),
    `[${range}]`.padStart(18),
    `${fixed(rows / medianWall(runs))} k/s by the clock`.padStart(24),
  ].join(' ');
}

export const fixed = (n: number): string => (n >= 100 ? n.toFixed(0) : n.toFixed(1));

/** States a requirement and whether it holds; a miss makes the process exit with 1. */
export function demand(
  what: string,
  got: number,
  kind: 'at least' | 'at most',
  limit: number,
): void {
  const holds = kind === 'at least' ? got >= limit : got <= limit;
  const gross = kind === 'at least' ? got < limit / GROSS : got > limit * GROSS;
  console.log(`  ${holds ? 'holds ' : 'MISSED'} ${what}: ${got.toFixed(2)}, ${kind} ${limit}`);
  if (SHORT ? gross : !holds) process.exitCode = 1;
}

/** A goal that is known not to be met yet: said each time, and failed only when it gets worse than `worst`. */
export function aim(what: string, got: number, goal: number, worst: number): void {
  const state = got <= goal ? 'holds ' : 'MISSED';
  console.log(
    `  ${state} ${what}: ${got.toFixed(2)}, goal at most ${goal} (open; fails past ${worst})`,
  );
  if (got > worst * (SHORT ? GROSS : 1)) process.exitCode = 1;
}

export function title(text: string): void {
  console.log(`\n${text}`);
}

export const machine = (): string =>
  `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, Node ${process.version}${SHORT ? ', short mode' : ''}`;
