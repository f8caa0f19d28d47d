import { expect, test } from 'vitest';
import { DatabaseProxy } from '../service/live/database-proxy.fixture.ts';
import { Ping } from './ping.ts';
import { describeOnBothStores } from './test-stores.ts';

describeOnBothStores('a question whether the database is there', (_, place) => {
  test('is answered anew after a second, and no sooner', async () => {
    const direct = new URL((await place.freshOptions()).databaseUrl!);
    const proxy = await DatabaseProxy.open(Number(direct.port));
    const through = new URL(direct);
    through.hostname = '127.0.0.1';
    through.port = String(proxy.port);
    let now = 0;
    const ping = new Ping(
      () => ({ connectionString: through.href }),
      () => now,
    );
    expect(await ping.answers()).toBe(true);
    proxy.cut();
    now = 999;
    expect(await ping.answers()).toBe(true);
    now = 1_000;
    expect(await ping.answers()).toBe(false);
    proxy.mend();
    now = 2_000;
    expect(await ping.answers()).toBe(true);
    // It hears what is asked and says nothing: that is no answer either.
    proxy.loseAnswers();
    now = 3_000;
    expect(await ping.answers()).toBe(false);
    proxy.cut();
    await ping.close();
    await proxy.close();
  });
});
