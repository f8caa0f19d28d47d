import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Connection, connectAlone } from './connection.ts';
import { openStore, type Store, type StoreOptions } from './store.ts';
import { keptFolder, keptServers } from './test-stores/kept.ts';
import { debianBinaries, SERVER_KINDS, type ServerKind } from './test-stores/servers.ts';

/** Where a suite runs, for those that open the store in their own way. */
export interface TestPlace {
  readonly kind: ServerKind;
  /** What `open` opens the store with: the database and the data folder of this suite. */
  options(): StoreOptions;
  /** Another empty database on the same server, with a data folder of its own; both gone after the suite. */
  freshOptions(): Promise<StoreOptions>;
}

type Suite = (open: () => Promise<Store>, place: TestPlace) => void;

const DAY_MS = 86_400_000;

/**
 * The same as `describeOnBothStores`; with QORGAN_STORES=turns, where time is short, a suite takes one of the two, and the other
 * one the next day.
 */
export function describeOnStores(name: string, suite: Suite): void {
  if (process.env.QORGAN_STORES !== 'turns' || debianBinaries() === undefined) {
    describeOnBothStores(name, suite);
    return;
  }
  const letters = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const turn = letters + Math.floor(Date.now() / DAY_MS);
  describeOn(SERVER_KINDS[turn % SERVER_KINDS.length], name, suite);
}

/**
 * Runs a suite on the embedded PostgreSQL and on Debian's (skipped where it is not installed). Each suite has one fresh
 * database on each; `open` opens the store on it, as often as asked, so that a test can close it and find its data again.
 * Stores left open are closed after the suite.
 */
export function describeOnBothStores(name: string, suite: Suite): void {
  for (const kind of SERVER_KINDS) describeOn(kind, name, suite);
}

function describeOn(kind: ServerKind, name: string, suite: Suite): void {
  const isHere = kind === 'embedded' || debianBinaries() !== undefined;
  if (!isHere) console.warn(`skipped: PostgreSQL of Debian is not installed (${name})`);
  describe.skipIf(!isHere)(`${name} (${kind} PostgreSQL)`, () => {
    const databases = new TestDatabases(kind);
    const opened: Store[] = [];
    let own: StoreOptions;
    beforeAll(async () => {
      own = await databases.make();
    });
    afterAll(async () => {
      for (const store of opened) await store.close();
      await databases.drop();
    });
    const open = async (): Promise<Store> => {
      const store = await openStore(own);
      opened.push(store);
      return store;
    };
    suite(open, { kind, options: () => own, freshOptions: () => databases.make() });
  });
}

const DROP_ATTEMPTS = 50;
const DROP_AGAIN_MS = 100;

/** Databases of one suite on one server. */
class TestDatabases {
  readonly #kind: ServerKind;
  readonly #made: { name: string; dataDir: string }[] = [];
  #server: Connection | undefined;

  constructor(kind: ServerKind) {
    this.#kind = kind;
  }

  async make(): Promise<StoreOptions> {
    this.#server ??= (await keptServers())[this.#kind];
    const name = `test_${randomBytes(6).toString('hex')}`;
    const dataDir = await keptFolder();
    await this.#run(`CREATE DATABASE ${name}`);
    this.#made.push({ name, dataDir });
    const { host, port, user, password } = this.#server!;
    return { dataDir, databaseUrl: `postgres://${user}:${password}@${host}:${port}/${name}` };
  }

  async drop(): Promise<void> {
    for (const { name, dataDir } of this.#made) {
      await this.#dropOne(name);
      await rm(dataDir, { recursive: true, force: true });
    }
  }

  /** The server's own cleaner may be at work in it, which is not ours to end; it is done in a moment. */
  async #dropOne(name: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        return;
      } catch (error) {
        const isRefused = (error as { code?: string }).code === '42501';
        if (!isRefused || attempt === DROP_ATTEMPTS) throw error;
        await pause(DROP_AGAIN_MS);
      }
    }
  }

  async #run(statement: string): Promise<void> {
    const client = await connectAlone(this.#server!);
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
