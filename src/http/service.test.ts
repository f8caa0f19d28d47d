import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { FollowerStatus } from '../service/live/follower-process.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, servicesOn } from './served.fixture.ts';

describeOnStores('how the service is', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;

  beforeAll(async () => {
    services = await servicesOn(await open());
    const status: FollowerStatus = {
      running: true,
      seq: 0,
      snapshot: { seq: 7, at: 1_700_000_000_000, bytes: 512 },
      restarts: 2,
      errors: 3,
    };
    served = await Served.on({ ...services, follower: { status: () => status } });
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  test('it is not ready while its database is away, before any write has failed, and ready when it is back', async () => {
    const readiness = async () => {
      const reply = await served.ask('GET', '/readyz');
      return [reply.status, await reply.json()];
    };
    expect(await readiness()).toMatchObject([200, { ready: true, store: true }]);
    const answers = vi.spyOn(services.store, 'answers').mockResolvedValue(false);
    expect(await readiness()).toMatchObject([503, { ready: false, store: false }]);
    expect((await served.ask('GET', '/healthz')).status).toBe(200);
    answers.mockRestore();
    expect(await readiness()).toMatchObject([200, { ready: true, store: true }]);
  });

  test('its figures tell of the follower and of the newest snapshot', async () => {
    await served.institution('qala');
    const key = await served.key('qala', ['metrics:read']);
    const text = await (await served.ask('GET', '/metrics', key)).text();
    const figures = Object.fromEntries(
      [...text.matchAll(/^qorgan_((?:follower|snapshot)_\w+) (\S+)$/gm)].map((found) => [
        found[1],
        Number(found[2]),
      ]),
    );
    expect(figures).toEqual({
      follower_up: 1,
      follower_facts: 0,
      follower_lag_facts: services.live.status().durableSeq,
      follower_restarts: 2,
      follower_errors: 3,
      snapshot_facts: 7,
      snapshot_timestamp_seconds: 1_700_000_000,
      snapshot_bytes: 512,
    });
  });

  test('one walk of the record of acts at a time: it reads all of it', async () => {
    const { headers } = await served.person('qala', ['auditor']);
    const walk = () => served.ask('GET', '/v1/audit/verify', headers);
    const client = await services.store.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('LOCK TABLE audit_head IN ACCESS EXCLUSIVE MODE');
      const replies = [walk(), walk()];
      const refused = await Promise.race(replies);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
      await client.query('ROLLBACK');
      const statuses = (await Promise.all(replies)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 503]);
    } finally {
      client.release(true);
    }
    expect((await walk()).status).toBe(200);
  });
});
