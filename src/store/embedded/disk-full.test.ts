import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store.ts';
import { keptFolder } from '../test-stores/kept.ts';

/** A new server takes 40 MB and two segments of its log; the rest is soon written full. */
const DISK_MB = 128;
const BALLAST_MB = 40;
const ROW_BYTES = 100_000;

/** Only root may mount a small disk, and not in every container. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return false;
  const dir = mkdtempSync(join(tmpdir(), 'qorgan-mount-'));
  try {
    mount(dir);
    execFileSync('umount', [dir]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(dir);
  }
}

function mount(dir: string): void {
  const options = `size=${DISK_MB}m,mode=711`;
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir], { stdio: 'ignore' });
}

const isPossible = canMount();
if (!isPossible) console.warn('skipped: no small disk can be mounted here (a full disk)');

describe.skipIf(!isPossible)('a full disk', () => {
  let disk: string;
  let ballast: string;
  let store: Store;
  const acknowledged: number[] = [];

  beforeAll(async () => {
    disk = await keptFolder();
    mount(disk);
    ballast = join(disk, 'ballast');
    await writeFile(ballast, randomBytes(BALLAST_MB * 2 ** 20));
    store = await openStore({ dataDir: disk });
  });
  afterAll(async () => {
    await rm(ballast, { force: true });
    await store?.close();
    execFileSync('umount', [disk]);
  });

  /** Undefined when the row was acknowledged, else the code of the refusal. */
  const add = async (seq: number): Promise<string | undefined> => {
    const bytes = randomBytes(32);
    try {
      await store.write((trx) =>
        trx
          .insertInto('journal')
          .values({
            seq,
            count: 1,
            at: seq,
            prev: bytes,
            hash: bytes,
            sealed: randomBytes(ROW_BYTES),
          })
          .execute(),
      );
      acknowledged.push(seq);
      return undefined;
    } catch (error) {
      return (error as { problem?: { code: string } }).problem?.code ?? String(error);
    }
  };

  it('is said to be full, loses nothing acknowledged, and is gone on with once there is room', async () => {
    let refusal: string | undefined;
    let seq = 0;
    while (refusal === undefined) refusal = await add(++seq);
    expect(acknowledged.length).toBeGreaterThan(50);

    // The server itself may go down when its log finds no room; it comes up again as far as it can.
    const seen = new Set([refusal]);
    for (let i = 0; i < 40 && seen.size < 3; i++) {
      const code = await add(++seq);
      if (code !== undefined) seen.add(code);
      await pause(50);
    }
    for (const code of seen) expect(code).toMatch(/^QRG_STORE_(DISK_FULL|UNREACHABLE)$/);
    expect([...seen]).toContain('QRG_STORE_DISK_FULL');

    await rm(ballast);
    const end = Date.now() + 30_000;
    while ((await add(++seq)) !== undefined && Date.now() < end) await pause(50);
    expect(acknowledged.at(-1)).toBe(seq);
    const rows = await store.db
      .selectFrom('journal')
      .select(['seq', (e) => e.fn<number>('octet_length', ['sealed']).as('bytes')])
      .execute();
    expect(rows.map((row) => row.seq)).toEqual(expect.arrayContaining(acknowledged));
    for (const { bytes } of rows) expect(bytes).toBe(ROW_BYTES);
  });
});
