import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { EmbeddedServer } from './embedded/embedded-server.ts';
import { openStore, type Store } from './store.ts';
import { keptFolder } from './test-stores/kept.ts';
import { binariesOf } from './test-stores/servers.ts';

/** A server that is not ours to start again, as with QORGAN_DATABASE_URL: of Debian where it is installed. */
async function server(): Promise<{ server: EmbeddedServer; databaseUrl: string }> {
  const binaries = (await binariesOf('debian')) ?? (await binariesOf('embedded'))!;
  const made = await EmbeddedServer.in(await keptFolder(), { binaries });
  await made.ensureRunning();
  const { host, port, user, password, database } = made.connection;
  const databaseUrl = `postgres://${user}:${password}@${host}:${port}/${database}`;
  return { server: made, databaseUrl };
}

const add = (store: Store, code: string) =>
  store.write((trx) =>
    trx
      .insertInto('institutions')
      .values({ code, name: code, kind: 'bank', created_at: 1 })
      .execute(),
  );
const codeOf = (error: { problem?: { code: string } }): string =>
  error.problem?.code ?? String(error);

it('a server that goes away is told as such, and used again once it is back', async () => {
  const { server: away, databaseUrl } = await server();
  const dataDir = await keptFolder();
  const store = await openStore({ dataDir, databaseUrl });
  await add(store, 'before');

  // In the middle of a transaction: it did not happen, and says so.
  const half = store.write(async (trx) => {
    await trx
      .insertInto('institutions')
      .values({ code: 'half', name: 'half', kind: 'bank', created_at: 1 })
      .execute();
    await away.stop();
    await trx.selectFrom('institutions').selectAll().execute();
  });
  expect(await half.catch(codeOf)).toBe('QRG_STORE_UNREACHABLE');
  for (let i = 0; i < 3; i++)
    expect(await add(store, 'away').catch(codeOf)).toBe('QRG_STORE_UNREACHABLE');
  const read = store.read({ institutionId: 1, seesAll: true }, (trx) =>
    trx.selectFrom('institutions').selectAll().execute(),
  );
  expect(await read.catch(codeOf)).toBe('QRG_STORE_UNREACHABLE');
  expect(await openStore({ dataDir, databaseUrl }).catch(codeOf)).toBe('QRG_STORE_UNREACHABLE');

  await away.ensureRunning();
  let failure: string | undefined = '';
  for (const end = Date.now() + 20_000; failure !== undefined && Date.now() < end; await pause(20))
    failure = await add(store, 'after').then(() => undefined, codeOf);
  expect(failure).toBeUndefined();
  const rows = await store.db.selectFrom('institutions').select('code').orderBy('code').execute();
  expect(rows.map(({ code }) => code)).toEqual(['after', 'before']);
  await store.close();
  await away.stop();
});

it('a server that does not let us in says so', async () => {
  const { server: shut, databaseUrl } = await server();
  const dataDir = await keptFolder();
  const open = (change: (url: URL) => void) => {
    const url = new URL(databaseUrl);
    change(url);
    return openStore({ dataDir, databaseUrl: url.href }).catch(codeOf);
  };
  expect(await open((url) => (url.password = 'wrong'))).toBe('QRG_STORE_REFUSED');
  expect(await open((url) => (url.pathname = '/nowhere'))).toBe('QRG_STORE_REFUSED');
  expect(await open((url) => (url.host = '127.0.0.1:1'))).toBe('QRG_STORE_UNREACHABLE');
  await shut.stop();
});
