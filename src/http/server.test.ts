import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, servicesOn } from './served.fixture.ts';

const now = Date.now();
const transfer = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  at: now,
  payer: 'acc-100',
  payee: 'acc-200',
  amountMinor: 4_300_000,
  currency: 'KZT',
  ...more,
});

describeOnStores('the HTTP server', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let key: { authorization: string };

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    await served.institution('qala');
    key = await served.key('qala');
  });
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  test('a transfer is decided, and a repeat hears the same', async () => {
    const first = await served.ask('POST', '/v1/decisions', key, transfer('t1'));
    expect(first.status).toBe(200);
    const decision = (await first.json()) as Record<string, unknown>;
    expect(decision).toMatchObject({ id: 't1', verdict: 'allow', repeat: false });
    const again = await served.ask('POST', '/v1/decisions', key, transfer('t1'));
    expect(await again.json()).toEqual({ ...decision, repeat: true });
  });
});
