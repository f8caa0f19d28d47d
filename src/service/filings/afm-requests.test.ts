import { afterAll, beforeAll, expect, it } from 'vitest';
import { utf16 } from '../../exchange/fm1/envelope.ts';
import { Served, servicesOn } from '../../http/served.fixture.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import type { Principal } from '../access/principal.ts';
import { takeRequest } from './afm-requests.ts';

const AT_ONCE = 4;

describeOnStores('requests of the Agency', (open) => {
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let served: Served;
  let people: Principal[];

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    const institutionId = await served.institution('qala');
    people = [];
    for (let i = 0; i < AT_ONCE; i++) {
      const { userId } = await served.person('qala', ['analyst']);
      const who = { kind: 'user', id: userId, institutionId, name: `analyst-${i}` } as const;
      people.push({ ...who, seesAll: false, roles: ['analyst'], scopes: [] });
    }
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  const requestOf = (guid: string) =>
    utf16(
      `<?xml version="1.0" encoding="utf-16"?><ExportData><SignedData><Sender>AFM</Sender><FormNumber>3</FormNumber><Data><Root><OriginalDocumentGuid>${guid}</OriginalDocumentGuid><CountDays>3</CountDays><Description>Просим выписку</Description><RequestDateTime>25.11.2026 10:00:00</RequestDateTime></Root></Data></SignedData></ExportData>`,
    );

  it('open one case each, however many people bring the same one at once', async () => {
    const { store } = services;
    for (const guid of [
      '6F1F6A4E-2A57-4F0F-9A4E-000000000001',
      '6F1F6A4E-2A57-4F0F-9A4E-000000000002',
    ]) {
      const count = () =>
        store.db
          .selectFrom('cases')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
      const before = await count();
      const taken = await Promise.all(
        people.map((who) =>
          takeRequest(services.filings, who, requestOf(guid), { suspicious: false }),
        ),
      );
      expect((await count()).count).toBe(before.count + 1);
      for (const one of taken) expect(one).toEqual(taken[0]);
      expect(taken[0].documentGuid).toBe(guid);
      const { entries } = await store.db
        .selectFrom('audit')
        .select(({ fn }) => fn.countAll<number>().as('entries'))
        .where('action', '=', 'filing.afm-request')
        .where('object', '=', `afm-request:${taken[0].requestId}`)
        .executeTakeFirstOrThrow();
      expect(entries).toBe(1);
    }
  });
});
