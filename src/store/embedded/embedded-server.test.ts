import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store.ts';
import { storeError } from '../store-error.ts';
import { keptFolder } from '../test-stores/kept.ts';
import { postmasterOf } from './postmaster.ts';

const run = promisify(execFile);

/** These tests start servers of their own, as the service does: with every write on disk. */
let dataDir: string;
const children: ChildProcess[] = [];
const stores: Store[] = [];

/** A store that was made and closed, to begin with: making one takes longer than copying it. */
let made: string;
/** What is in it. */
const MADE = 'made';
beforeAll(async () => {
  made = await keptFolder();
  const store = await openStore({ dataDir: made });
  await add(store, MADE);
  await store.close();
});
afterAll(() => rm(made, { recursive: true, force: true }));

beforeEach(async () => {
  dataDir = await keptFolder();
  await run('cp', ['-a', `${made}/.`, dataDir]);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const store of stores.splice(0)) await store.close();
  const left = await server();
  if (left !== undefined) process.kill(left.pid, 'SIGQUIT');
  await until(async () => (await server()) === undefined);
  await rm(dataDir, { recursive: true, force: true });
});

const data = () => join(dataDir, 'postgres', 'data');
const server = () => postmasterOf(data());

const open = async (): Promise<Store> => {
  const store = await openStore({ dataDir });
  stores.push(store);
  return store;
};

/** Another process with the store open, and what it says. */
async function another(): Promise<{
  child: ChildProcess;
  lines: string[];
  tell(line: string): void;
}> {
  const script = join(import.meta.dirname, 'store-process.fixture.ts');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => lines.push(line));
  await until(() => lines.length > 0);
  return { child, lines, tell: (line) => child.stdin!.write(`${line}\n`) };
}

async function until(holds: () => boolean | Promise<boolean>, mostMs = 30_000): Promise<void> {
  for (const end = Date.now() + mostMs; !(await holds()); await pause(20))
    if (Date.now() > end) throw new Error(`not within ${mostMs} ms: ${holds}`);
}

const add = (store: Store, code: string) =>
  store.write((trx) =>
    trx
      .insertInto('institutions')
      .values({ code, name: code, kind: 'bank', created_at: 1 })
      .execute(),
  );
const codes = async (store: Store): Promise<string[]> => {
  const rows = await store.db.selectFrom('institutions').select('code').execute();
  return rows.map(({ code }) => code).filter((code) => code !== MADE);
};
const codeOf = (error: unknown): string =>
  (error as { problem?: { code: string } }).problem?.code ?? '';

describe('the embedded server', () => {
  it('is made, stopped at the end, and found again with its data', async () => {
    const store = await open();
    await add(store, 'A');
    const { rows } = await store.pool.query(
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes',
        'listen_addresses', 'server_encoding') ORDER BY name`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
    });
    const me = await store.pool.query('SELECT usesuper FROM pg_user WHERE usename = current_user');
    expect(me.rows).toEqual([{ usesuper: false }]);
    const { mode } = await stat(join(dataDir, 'postgres', 'password'));
    expect(mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
    await store.close();
    expect(await server()).toBeUndefined();
    expect(await codes(await open())).toEqual(['A']);
  });

  it('outlives a killed service; the next one goes on with it and misses nothing acknowledged', async () => {
    const { child, lines, tell } = await another();
    const first = await server();
    tell('write');
    await until(() => lines.length > 50);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const acknowledged = lines
      .filter((line) => line.startsWith('wrote '))
      .map((line) => line.slice(6));
    expect(await server()).toEqual(first);

    const store = await open();
    expect((await server())?.pid).toBe(first?.pid);
    expect(await codes(store)).toEqual(expect.arrayContaining(acknowledged));
    await store.close();
    expect(await server()).toBeUndefined();
  });

  it('serves two processes of one folder, and ends with the last of them', async () => {
    const one = await another();
    const two = await another();
    const { pid } = (await server())!;
    one.tell('write 3');
    two.tell('write 3');
    await until(() => one.lines.length === 4 && two.lines.length === 4);
    one.tell('close');
    await once(one.child, 'exit');
    expect(one.lines.at(-1)).toBe('closed');
    expect((await server())?.pid).toBe(pid);
    two.tell('write 1');
    await until(() => two.lines.length === 5);
    two.tell('close');
    await once(two.child, 'exit');
    expect(await server()).toBeUndefined();
    expect(await codes(await open())).toHaveLength(7);
  });

  it('ends also when its last two processes end at the same moment', async () => {
    const both = [await another(), await another()];
    for (const { tell } of both) tell('close');
    await Promise.all(both.map(({ child }) => once(child, 'exit')));
    expect(both.map(({ lines }) => lines.at(-1))).toEqual(['closed', 'closed']);
    expect(await server()).toBeUndefined();
  });

  it('is made once by processes that start at the same moment', async () => {
    await rm(join(dataDir, 'postgres'), { recursive: true });
    await rm(join(dataDir, 'master.key'));
    const opened = await Promise.all([open(), open(), open()]);
    for (const [i, store] of opened.entries()) await add(store, `S${i}`);
    for (const store of opened) expect(await codes(store)).toHaveLength(3);
  });

  it.each(['SIGKILL', 'SIGINT', 'SIGQUIT'] as const)(
    'that dies of %s is started again, and its pool recovers by itself',
    async (signal) => {
      const store = await open();
      await add(store, 'before');
      const { pid } = (await server())!;
      process.kill(pid, signal);
      await until(async () => (await server())?.pid !== pid);
      const seen = new Set<string>();
      // Processes of a killed server may answer a moment longer: a write of theirs is as good as any.
      const works = (work: () => Promise<unknown>) =>
        work().then(
          () => true,
          (error) => {
            seen.add(codeOf(storeError(error)));
            return false;
          },
        );
      await until(() => works(() => add(store, 'after')));
      await until(() => works(() => codes(store)));
      expect([...seen].filter((code) => code !== 'QRG_STORE_UNREACHABLE')).toEqual([]);
      expect(await codes(store)).toEqual(['before', 'after']);
      expect((await server())?.pid).not.toBe(pid);
    },
  );

  describe('starts over a postmaster.pid', () => {
    const pidFile = () => join(data(), 'postmaster.pid');
    const isThere = async (): Promise<boolean> => {
      const store = await open();
      const rows = await store.db.selectFrom('institutions').select('code').execute();
      return rows.some(({ code }) => code === MADE);
    };

    it.each([
      ['empty', () => ''],
      ['torn', () => '12'],
      ['of no sense', () => 'qorgan\0\0\0'],
      [
        'of a process that is gone',
        () => `4194200\n${data()}\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`,
      ],
      [
        'of a living stranger',
        () => `${process.pid}\n${data()}\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`,
      ],
    ])('%s', async (_, text) => {
      await writeFile(pidFile(), text());
      expect(await isThere()).toBe(true);
    });

    it('of a living stranger who is the user that runs the server', async () => {
      const { uid, gid } = await stat(data());
      const stranger = spawn('sleep', ['60'], { uid, gid });
      children.push(stranger);
      await once(stranger, 'spawn');
      await writeFile(
        pidFile(),
        `${stranger.pid}\n${data()}\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`,
      );
      expect(await isThere()).toBe(true);
    });
  });

  it('says so when the folder was made by another major version', async () => {
    await writeFile(join(data(), 'PG_VERSION'), '17\n');
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_OTHER_MAJOR', args: { found: '17', needed: 18 } },
    });
  });

  it('says in words of its own log why it does not start', async () => {
    await writeFile(join(data(), 'postgresql.conf'), 'no_such_setting = 1\n');
    const failure = await openStore({ dataDir }).catch((error) => error);
    expect(codeOf(failure)).toBe('QRG_STORE_START');
    expect(failure.problem.args.reason).toContain('postgresql.conf');
  });

  it('cannot be in a place that is no folder', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    const failure = await openStore({ dataDir: join(file, 'x') }).catch((error) => error);
    expect(codeOf(failure)).toBe('QRG_STORE_FOLDER');
  });

  it.runIf(process.geteuid?.() === 0)(
    'runs for root as another user, also in a folder that is closed to others',
    async () => {
      await chmod(dataDir, 0o700);
      const inner = join(dataDir, 'inner');
      const store = await openStore({ dataDir: inner });
      stores.push(store);
      await add(store, 'A');
      const { pid } = (await postmasterOf(join(inner, 'postgres', 'data')))!;
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      expect(status).not.toMatch(/^Uid:\s+0/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1/m);
      // CAP_DAC_OVERRIDE and nothing else.
      expect(status).toMatch(/^CapEff:\s+0000000000000002$/m);
      await store.close();
    },
  );

  it.runIf(process.geteuid?.() === 0)('tells root which folder is in the way', async () => {
    await chmod(dataDir, 0o700);
    const { PATH } = process.env;
    // Without setpriv nobody is given leave to pass.
    process.env.PATH = '/nowhere';
    try {
      await expect(openStore({ dataDir: join(dataDir, 'inner') })).rejects.toMatchObject({
        problem: { code: 'QRG_STORE_ROOT', args: { path: dataDir } },
      });
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('writes no value of a statement into its log', async () => {
    const store = await open();
    await add(store, '860101300123');
    await expect(add(store, '860101300123')).rejects.toThrow('duplicate key');
    await expect(store.pool.query('SELECT $1::int', ['KZ86125KZT5004100100'])).rejects.toThrow(
      'invalid input syntax',
    );
    const log = await readFile(join(dataDir, 'postgres', 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('Unix socket');
    expect(log).not.toContain('860101300123');
    expect(log).not.toContain('KZ86125KZT5004100100');
  });
});
