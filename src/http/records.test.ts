import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alert } from '../client/alerts.ts';
import { type Client, createClient } from '../client/client.ts';
import type { Role } from '../service/access/role.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { type Seeded, seedBank, transfer, YESTERDAY } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

describeOnStores('records over HTTP', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let seeded: Seeded;
  let program: Client;
  let analyst: Client;
  let supervisor: Client;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services, { limits: { gatherMs: 20, heartbeatMs: 50 } });
    await served.institution('qala');
    await served.institution('dala');
    await served.institution('fiu', 'fiu');
    seeded = await seedBank(served, 'qala');
    const { authorization } = await served.key('qala');
    program = createClient({ baseUrl: served.url, key: authorization.replace('Bearer ', '') });
    analyst = await clientOf('qala', 'analyst');
    supervisor = await clientOf('qala', 'supervisor');
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  const clientOf = async (institution: string, role: Role): Promise<Client> =>
    asPerson(await served.person(institution, [role]));

  /** A client with the cookie of a person, as a page has it. */
  const asPerson = ({ headers }: SignedInPerson): Client =>
    createClient({
      baseUrl: served.url,
      language: 'en',
      fetch: (url, init) =>
        fetch(url, { ...init, headers: { ...init?.headers, cookie: headers.cookie } }),
      csrf: () => headers['x-csrf-token'],
    });

  test('an alert: taken by one, then not by another, closed with what was found', async () => {
    const seen = await analyst.alerts.one(seeded.alertId);
    expect(seen).toMatchObject({ status: 'open', account: { ref: seeded.listed }, transfers: 5 });
    expect(seen.recent).toHaveLength(5);
    expect(seen.networks).toEqual([seeded.networkId]);
    const taken = await analyst.alerts.act(seeded.alertId, seen.version, { act: 'take' });
    expect(taken).toMatchObject({ status: 'in_work', version: seen.version + 1 });
    const other = await clientOf('qala', 'analyst');
    await expect(
      other.alerts.act(seeded.alertId, seen.version, { act: 'take' }),
    ).rejects.toMatchObject({ status: 412, code: 'QRG_HTTP_VERSION_STALE' });
    await expect(
      other.alerts.act(seeded.alertId, taken.version, { act: 'take' }),
    ).rejects.toMatchObject({ status: 409, code: 'QRG_ALERT_TAKEN' });
    const { version } = await supervisor.alerts.act(seeded.alertId, taken.version, { act: 'take' });
    const closed = await supervisor.alerts.act(seeded.alertId, version, {
      act: 'close',
      outcome: 'confirmed',
      reason: 'the owner told so',
    });
    expect(closed).toMatchObject({ status: 'closed', outcome: 'confirmed' });
    await expect(
      supervisor.alerts.act(seeded.alertId, closed.version, { act: 'take' }),
    ).rejects.toMatchObject({ code: 'QRG_ALERT_CLOSED' });
    const auditor = await clientOf('qala', 'auditor');
    const { items } = await auditor.audit.list({ object: `alert:${seeded.alertId}` });
    expect(items.map(({ action }) => action)).toEqual(['alert.close', 'alert.take', 'alert.take']);
    expect(items[0]).toMatchObject({
      reason: 'the owner told so',
      detail: { outcome: 'confirmed' },
    });
  });

  test('the ETag of an alert is what If-Match takes; without it nothing is done', async () => {
    const { headers } = await served.person('qala', ['analyst']);
    const path = `/v1/alerts/${seeded.alertId}`;
    const shown = await served.ask('GET', path, headers);
    expect(shown.headers.get('etag')).toMatch(/^"\d+"$/);
    const blind = await served.ask('PATCH', path, headers, { act: 'take' });
    expect(blind.status).toBe(428);
    for (const tag of ['*', 'W/"1"', '"1", "2"', '1', '""'])
      expect(
        (await served.ask('PATCH', path, { ...headers, 'if-match': tag }, { act: 'take' })).status,
      ).toBe(428);
  });

  test('pages of alerts and of a timeline hold still while rows come in', async () => {
    const pay = (name: string, i: number) =>
      program.decisions.decide(
        transfer(`${name}-${i}`, {
          payer: `${name}-${i}`,
          payee: 'acc-201',
          at: YESTERDAY + 100 + i,
        }),
      );
    for (let i = 0; i < 10; i++) await pay('first', i);
    const { items } = await program.accounts.find({ account: 'acc-201' });
    const [{ ref }] = items;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await analyst.accounts.timeline(ref, {
        limit: 3,
        ...(cursor !== undefined && { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
      // A later one is before all pages, an earlier one comes on a later page.
      if (seen.length === 3) {
        await program.decisions.decide(transfer('late', { payee: 'acc-201', at: YESTERDAY + 500 }));
        await program.decisions.decide(transfer('early', { payee: 'acc-201', at: YESTERDAY + 50 }));
      }
    } while (cursor !== undefined);
    const expected = Array.from({ length: 10 }, (_, i) => `first-${9 - i}`);
    expect(seen).toEqual([...expected, 'early']);
  });

  test('a cursor of another list, or a made-up one, is refused', async () => {
    const first = await analyst.accounts.timeline(seeded.listed, { limit: 1 });
    for (const cursor of [first.next!, 'bm9uc2Vuc2U'])
      await expect(analyst.alerts.list({ cursor })).rejects.toMatchObject({
        status: 422,
        code: 'QRG_HTTP_CURSOR',
      });
  });

  test('names are masked in lists, whole for who works, and the look is written down', async () => {
    const found = await analyst.accounts.find({ account: 'acc-200' });
    expect(found.items).toEqual([{ ref: seeded.listed, name: 'qala:••••' }]);
    const account = await analyst.accounts.one(seeded.listed);
    expect(account).toMatchObject({ name: 'qala:acc-200', complete: true });
    const auditor = await clientOf('qala', 'auditor');
    await expect(auditor.accounts.one(seeded.listed)).rejects.toMatchObject({ status: 403 });
    const { items } = await auditor.audit.list({ action: 'account.look' });
    expect(items[0].object).toBe(`account:${seeded.listed}`);
  });

  test('customers: told, told again, shown masked and in full', async () => {
    const told = {
      externalId: 'c-77',
      name: 'Тестова Тест Тестовна',
      kind: 'person',
      identifiers: [{ kind: 'phone', value: '8 701 000 00 77' }],
      accounts: ['acc-77'],
    } as const;
    const saved = await program.customers.save({
      ...told,
      accounts: [...told.accounts],
      identifiers: [...told.identifiers],
    });
    expect(saved).toMatchObject({ created: true, listHits: 0 });
    const again = await program.customers.save({
      ...told,
      identifiers: [...told.identifiers],
      accounts: ['acc-77', 'acc-200'],
    });
    expect(again).toMatchObject({
      customerId: saved.customerId,
      created: false,
      listHits: 1,
    });
    await expect(
      program.customers.save({
        externalId: 'c-78',
        name: 'X',
        kind: 'person',
        accounts: ['acc-77'],
      }),
    ).rejects.toMatchObject({ status: 409, code: 'QRG_CUSTOMER_ACCOUNT_TAKEN' });
    const { items } = await analyst.customers.list({ externalId: 'c-77' });
    expect(items).toMatchObject([{ name: 'Т••• Т••• Т•••', accounts: 2 }]);
    expect(await analyst.customers.one(saved.customerId)).toMatchObject({
      name: told.name,
      identifiers: [{ kind: 'phone', value: '+77010000077' }],
      accounts: [{ ref: expect.any(Number) }, { ref: expect.any(Number) }],
    });
    const found = await analyst.accounts.find({
      identifier: { kind: 'phone', value: '+7 (701) 000-00-77' },
    });
    expect(found.items.map(({ ref }) => ref)).toContain(seeded.listed);
    const outcomes = [];
    for await (const line of program.customers.saveMany([
      { externalId: 'c-79', name: 'Y', kind: 'company' },
      { externalId: 'c-80', name: 'Z', kind: 'person', accounts: ['acc-77'] },
    ]))
      outcomes.push(line);
    expect(outcomes).toMatchObject([
      { line: 1, externalId: 'c-79', outcome: 'created' },
      { line: 2, externalId: 'c-80', outcome: 'rejected', code: 'QRG_CUSTOMER_ACCOUNT_TAKEN' },
      { outcome: 'end', created: 1, updated: 0, rejected: 1 },
    ]);
  });

  test('money is followed down and up', async () => {
    await program.decisions.decide(
      transfer('hop-1', { payer: 'w-1', payee: 'w-2', amountMinor: 1_000, at: YESTERDAY + 1_000 }),
    );
    const { seq } = await program.decisions.decide(
      transfer('hop-2', { payer: 'w-2', payee: 'w-3', amountMinor: 600, at: YESTERDAY + 2_000 }),
    );
    const up = await program.accounts.trace({ transfer: seq, direction: 'up' });
    expect(up.transfers.map(({ tracedMinor }) => tracedMinor)).toEqual([600, 600]);
    const { items } = await program.accounts.find({ account: 'w-1' });
    const down = await program.accounts.trace({ account: items[0].ref, direction: 'down' });
    expect(down).toMatchObject({ startedMinor: 1_000, incomplete: false });
    expect(down.transfers.map(({ tracedMinor }) => tracedMinor)).toEqual([1_000, 600]);
  });

  test('a hold says what the person who asks may do', async () => {
    const hold = await analyst.holds.one(seeded.holdId);
    const may = (acts: typeof hold.acts) =>
      acts.filter(({ allowed }) => allowed).map(({ kind }) => kind);
    expect(may(hold.acts)).toContain('place');
    expect(may(hold.acts)).not.toContain('refuse');
    expect(hold.acts.find(({ kind }) => kind === 'refuse')).toMatchObject({
      code: 'QRG_HOLD_ROLE',
      detail: expect.stringMatching(/./),
    });
    expect(hold.provisions[0].text).toMatch(/[a-z]/i);
    const placed = await analyst.holds.act(hold.holdId, hold.version, {
      kind: 'place',
      reason: 'stands in the base',
    });
    expect(placed).toMatchObject({ state: 'placed', placedBy: { name: 'Test Person' } });
    await expect(
      analyst.holds.act(hold.holdId, hold.version, { kind: 'ask', reason: 'what for?' }),
    ).rejects.toMatchObject({ code: 'QRG_HOLD_VERSION' });
    const { items } = await analyst.holds.list({ state: ['placed'], account: hold.account.ref });
    expect(items.map(({ holdId }) => holdId)).toEqual([hold.holdId]);
  });

  test('alerts are heard as they come and change, by their own institution only', async () => {
    const heard: Alert[] = [];
    const states: string[] = [];
    const stop = analyst.alerts.stream({
      onAlert: (alert) => heard.push(alert),
      onState: (state) => states.push(state),
    });
    const foreign: Alert[] = [];
    const outsider = await clientOf('dala', 'analyst');
    const stopOutsider = outsider.alerts.stream({ onAlert: (alert) => foreign.push(alert) });
    await expect.poll(() => states).toEqual(['open']);
    await program.decisions.decide(transfer('heard', { payer: 'h-1', at: YESTERDAY + 5 }));
    await expect.poll(() => heard.length).toBe(1);
    expect(heard[0]).toMatchObject({ account: { ref: seeded.listed }, status: 'open' });
    const { alertId, version } = await analyst.alerts.one(heard[0].alertId);
    await analyst.alerts.act(alertId, version, { act: 'take' });
    await expect.poll(() => heard.at(-1)?.status).toBe('in_work');
    expect(foreign).toEqual([]);
    stop();
    stopOutsider();
  });

  test('what is of another institution is not there; who sees all sees it', async () => {
    const outsider = await clientOf('dala', 'supervisor');
    await expect(outsider.alerts.one(seeded.alertId)).rejects.toMatchObject({ status: 404 });
    await expect(outsider.alerts.act(seeded.alertId, 1, { act: 'take' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(outsider.accounts.one(seeded.listed)).rejects.toMatchObject({ status: 404 });
    await expect(outsider.accounts.timeline(seeded.listed)).rejects.toMatchObject({ status: 404 });
    await expect(
      outsider.accounts.trace({ account: seeded.listed, direction: 'up' }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(outsider.accounts.trace({ transfer: 3, direction: 'up' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(outsider.networks.one(seeded.networkId)).rejects.toMatchObject({ status: 404 });
    await expect(outsider.customers.one(seeded.customerId)).rejects.toMatchObject({ status: 404 });
    await expect(outsider.holds.one(seeded.holdId)).rejects.toMatchObject({ status: 404 });
    await expect(outsider.lists.activate(seeded.listId, 1, 'for no reason')).rejects.toMatchObject({
      status: 404,
    });
    expect(
      (await outsider.accounts.find({ account: 'acc-200', institution: 'qala' })).items,
    ).toEqual([]);
    for (const page of [
      await outsider.alerts.list(),
      await outsider.networks.list(),
      await outsider.customers.list(),
      await outsider.holds.list(),
      await outsider.lists.all(),
      await outsider.lists.hits(),
    ])
      expect(page).toEqual({ items: [], next: null });
    const fiu = await clientOf('fiu', 'analyst');
    expect((await fiu.alerts.list()).items.length).toBeGreaterThan(0);
    expect(await fiu.networks.one(seeded.networkId)).toMatchObject({ hidden: 0, story: 'A story' });
  });

  test('a trail names where it begins, how it goes and how all its money ended', async () => {
    const { items } = await analyst.accounts.timeline(seeded.listed, { limit: 1 });
    const trail = await analyst.accounts.trace({ transfer: items[0].seq, direction: 'down' });
    expect(trail).toMatchObject({ startedMinor: 4_300_000, cut: 0, incomplete: false });
    expect(trail.accounts).toMatchObject([
      { account: items[0].other, hop: 0, minor: 4_300_000, ended: {} },
      { account: { ref: seeded.listed }, hop: 1, ended: { rests: 4_300_000 } },
    ]);
  });

  test('every sum that came to an account tells where it went on to', async () => {
    const pay = (id: string, payer: string, payee: string, after: number, amountMinor: number) =>
      program.decisions.decide(
        transfer(id, { payer, payee, amountMinor, at: YESTERDAY + 1_000_000 + after }),
      );
    await pay('lot-1', 'acc-301', 'acc-300', 0, 100_00);
    await pay('lot-2', 'acc-302', 'acc-300', 1_000, 50_00);
    await pay('lot-3', 'acc-300', 'acc-303', 5_000, 120_00);
    const [{ ref }] = (await program.accounts.find({ account: 'acc-300' })).items;
    const page = await program.accounts.lots(ref, { limit: 1 });
    expect(page).toMatchObject({ isHub: false, complete: true });
    expect(page.items).toMatchObject([
      { amountMinor: 50_00, restMinor: 30_00, heldMs: 4_000, more: { parts: 0 } },
    ]);
    const rest = await analyst.accounts.lots(ref, { limit: 1, cursor: page.next! });
    expect(rest.next).toBeNull();
    expect(rest.items).toMatchObject([
      { restMinor: 0, heldMs: 5_000, parts: [{ amountMinor: 100_00, heldMs: 5_000 }] },
    ]);
    expect(rest.items[0].from.name).toBe('qala:••••');
    const outsider = await clientOf('dala', 'supervisor');
    await expect(outsider.accounts.lots(ref)).rejects.toMatchObject({
      code: 'QRG_ACCOUNT_UNKNOWN',
    });
  });

  test('the certainty of a network is a share of one, and what is told finds it again', async () => {
    const { certainty } = await analyst.networks.one(seeded.networkId);
    expect(certainty).toBe(0.93);
    const found = async (certaintyLeast: number) =>
      (await analyst.networks.list({ certaintyLeast })).items.map((network) => network.certainty);
    expect(await found(certainty)).toEqual([0.93]);
    expect(await found(0.931)).toEqual([]);
  });

  test('a bank sees of a network what its own transfers tell', async () => {
    const own = await analyst.networks.one(seeded.networkId);
    expect(own.accounts.map(({ role }) => role)).toEqual(['victim', 'collector']);
    expect(own.edges[0]).toMatchObject({ amountMinor: 5 * 4_300_000, count: 5 });
    expect(own).toMatchObject({ hidden: 0, story: 'A story', roles: { victim: 1, collector: 1 } });
    const narrow = await analyst.networks.one(seeded.networkId, {
      from: YESTERDAY,
      to: YESTERDAY + 1,
    });
    expect(narrow.edges[0].count).toBe(2);
    expect((await analyst.networks.list()).items[0]).toMatchObject({ story: 'A story' });
  });
});
