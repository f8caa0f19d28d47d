import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../src/domain/random.ts';
import { simulate } from '../src/sim/simulate.ts';
import { writeWorld } from '../src/sim/write.ts';
import { contents, OUTPUTS } from './fixtures/read-outputs.ts';
import { type Running, runQorgan, startQorgan } from './fixtures/run-qorgan.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

const scratch = scratchFolder();
const SEED = 41;
const KILLS = 5;

/** A town large enough that a scan of it is at work for a while, over the threads and phases it has. */
beforeAll(async () => {
  await writeWorld(simulate({ seed: SEED, days: 30, people: 500 }), scratch('town'));
});

const scanInto = (out: string): string[] => ['scan', 'town/transfers.csv', '--out', out];
const SCAN = scanInto('out');

describe('a scan that is killed', () => {
  let whole: Map<string, Buffer>;
  beforeAll(async () => {
    expect((await runQorgan(SCAN, { cwd: scratch() })).code).toBe(0);
    whole = contents(scratch('out'));
    expect([...whole.keys()]).toEqual([...OUTPUTS]);
  });

  // Moments spread over the work, told by how much the hidden folder holds: in the end the results and more.
  const random = createRandom(SEED);
  const blows = Array.from({ length: KILLS }, () => random.int(0, 99));

  test.each(blows)(`leaves what was there whole (seed ${SEED}, at %i %)`, async (percent) => {
    const results = [...whole.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    const running = startQorgan(SCAN, { cwd: scratch() });
    await atWork(running, scratch('out'), (results * percent) / 100);
    running.child.kill('SIGKILL');
    await running.ended;
    // Whether the blow fell or the scan was quicker: whole files, and the same.
    expectWhole(whole);
  });

  test('in an empty folder leaves nothing under the name of a result', async () => {
    const running = startQorgan(scanInto('fresh'), { cwd: scratch() });
    await atWork(running, scratch('fresh'), 1);
    running.child.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    expect(readdirSync(scratch('fresh')).filter((name) => !name.startsWith('.scan-'))).toEqual([]);
    expect(leftovers(scratch('fresh'))).toHaveLength(1);
  });

  test('is cleaned up after by the next one, which works', async () => {
    for (const dir of ['out', 'fresh']) {
      expect((await runQorgan(scanInto(dir), { cwd: scratch() })).code).toBe(0);
      expect(readdirSync(scratch(dir)).sort()).toEqual([...OUTPUTS]);
      for (const [name, bytes] of contents(scratch(dir)))
        expect(bytes.equals(whole.get(name) ?? Buffer.alloc(0)), name).toBe(true);
    }
  });

  test('is told apart from one that still runs: its hidden folder is let be', async () => {
    const other = join(scratch('out'), `.scan-${process.pid}-running`);
    mkdirSync(other);
    expect((await runQorgan(SCAN, { cwd: scratch() })).code).toBe(0);
    expect(existsSync(other)).toBe(true);
  });
});

describe.each(['SIGINT', 'SIGTERM'] as const)('a scan that is told %s', (signal) => {
  const [exit, dir] = signal === 'SIGINT' ? [130, 'int'] : [143, 'term'];
  test('says so, leaves nothing behind and ends with the code that shells give', async () => {
    mkdirSync(scratch(dir));
    writeFileSync(scratch(dir, 'report.html'), 'an earlier report');
    const running = startQorgan(scanInto(dir), { cwd: scratch() });
    await atWork(running, scratch(dir), 1);
    running.child.kill(signal);
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: exit, signal: null, stdout: '' });
    expect(ended.stderr.trim()).toBe('Interrupted. Earlier report files were not touched.');
    expect(readdirSync(scratch(dir))).toEqual(['report.html']);
    expect(readFileSync(scratch(dir, 'report.html'), 'utf8')).toBe('an earlier report');
  });
});

function expectWhole(whole: ReadonlyMap<string, Buffer>): void {
  for (const [name, bytes] of whole)
    expect(readFileSync(scratch('out', name)).equals(bytes), name).toBe(true);
  const named = readdirSync(scratch('out')).filter((name) => !name.startsWith('.scan-'));
  expect(named.sort()).toEqual([...OUTPUTS]);
}

const leftovers = (dir: string): string[] =>
  existsSync(dir) ? readdirSync(dir).filter((name) => name.startsWith('.scan-')) : [];

/**
 * Resolves once the scan's hidden folder holds more than `bytes`, or the scan has ended. Looks again whenever
 * something in the folders changes.
 */
async function atWork({ child, ended }: Running, out: string, bytes: number): Promise<void> {
  mkdirSync(out, { recursive: true });
  const own = `.scan-${child.pid}-`;
  const held = (): number => {
    const work = readdirSync(out).find((name) => name.startsWith(own));
    if (work === undefined) return 0;
    return readdirSync(join(out, work)).reduce(
      (sum, name) => sum + (statSync(join(out, work, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  };
  const looks = new AbortController();
  const enough = new Promise<void>((resolve) => {
    const look = (): void => {
      if (heldOrGone(held) > bytes) resolve();
    };
    // `recursive`: files grow inside of the hidden folder, which itself is new.
    watch(out, { recursive: true, signal: looks.signal }, look);
    look();
  });
  await Promise.race([enough, ended]);
  looks.abort();
}

/** The hidden folder may vanish while it is looked at: the scan is over then. */
function heldOrGone(held: () => number): number {
  try {
    return held();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
