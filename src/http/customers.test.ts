import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../client/client.ts';
import { fakeIin } from '../domain/fake/iin.ts';
import { createRandom } from '../domain/random.ts';
import type { Role } from '../service/access/role.ts';
import { AccountListing } from '../service/lists/account-listing.ts';
import { openRisk } from '../service/risk/open-risk.ts';
import { workOnRatings } from '../service/risk/work-on-ratings.ts';
import { followLists } from '../service/screening/follow-lists.ts';
import { describeOnStores } from '../store/test-stores.ts';
import type { CustomerTold } from './contract/customer.ts';
import { Served, servicesOn } from './served.fixture.ts';

describeOnStores('knowing customers, over HTTP', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let program: ReturnType<typeof createClient>;
  let analyst: ReturnType<typeof createClient>;
  let supervisor: ReturnType<typeof createClient>;
  const random = createRandom(5);
  let told = 0;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    await served.institution('qala');
    await served.institution('dala');
    const { authorization } = await served.key('qala');
    program = createClient({
      baseUrl: served.url,
      key: authorization.replace('Bearer ', ''),
      language: 'en',
    });
    analyst = await clientOf('qala', 'analyst');
    supervisor = await clientOf('qala', 'supervisor');
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  async function clientOf(code: string, role: Role): Promise<ReturnType<typeof createClient>> {
    const { headers } = await served.person(code, [role]);
    return createClient({
      baseUrl: served.url,
      language: 'en',
      fetch: (url, init) =>
        fetch(url, { ...init, headers: { ...init?.headers, cookie: headers.cookie } }),
      csrf: () => headers['x-csrf-token'],
    });
  }

  const person = (more: Partial<CustomerTold> = {}): CustomerTold => {
    const n = ++told;
    return {
      externalId: `c-${n}`,
      // Everybody of another family.
      name: `${'бвгджклмнпрст'[n % 13]}${'аеиоу'[n % 5]}${'бгдкмнрст'[n % 9]}${'аеиоу'[n % 4]}ров Тест`,
      kind: 'person',
      identifiers: [{ kind: 'iin', value: iin() }],
      accounts: [`acc-${n}`],
      ...more,
    };
  };

  const iin = (bornAt = Date.UTC(1985, 4, 17)): string => fakeIin(random, { bornAt, sex: 'male' });

  /** What the service does beside its answers, done now. */
  const settle = async (): Promise<void> => {
    await followLists(services.risk);
    await workOnRatings(services.risk);
  };

  test('a customer is rated in the reply, with reasons in words, measures and sources', async () => {
    const { rating } = await program.customers.save(person({ cards: 11, resident: false }));
    expect(rating).toMatchObject({ level: 'medium', cause: 'told' });
    const reason = rating.reasons.find(({ factor }) => factor === 'cards');
    expect(reason).toMatchObject({ facts: { cards: 11 }, text: expect.stringMatching(/11/) });
    expect(reason?.source).toMatchObject({ mark: expect.any(String), verified: null });
    expect(rating.measures.map(({ measure }) => measure)).toContain('why-cards');
    for (const { text } of rating.measures) expect(text).toMatch(/[a-z]/);
  });

  test('what was told is kept, sealed, and shown in full to who looks', async () => {
    const saved = await program.customers.save(
      person({
        name: 'Қасымов Нұрлан',
        bornOn: '1985-05-17',
        citizenship: 'KZ',
        pep: 'domestic',
        address: 'г. Алматы, ул. Тестовая, д. 10, кв. 5',
        devices: ['device-1'],
        ips: ['203.0.113.7', '2001:db8::1'],
        cards: 2,
        document: { kind: 'id_card', number: 'N 012345678', expiresOn: '2031-01-31' },
        openedRemotely: true,
        relatives: ['c-none'],
      }),
    );
    const shown = await analyst.customers.one(saved.customerId);
    expect(shown).toMatchObject({
      name: 'Қасымов Нұрлан',
      bornOn: '1985-05-17',
      pep: 'domestic',
      devices: ['device-1'],
      document: { kind: 'id_card', expiresOn: '2031-01-31' },
      rating: { points: saved.rating.points, parameters: saved.rating.parameters },
      approval: { state: 'waiting', askedBy: null },
    });
    const { items } = await analyst.customers.list({ externalId: shown.externalId });
    expect(items).toMatchObject([{ name: 'Қ••• Н•••', level: saved.rating.level }]);
  });

  test('approval: another person than who looked, a supervisor, with a reason', async () => {
    const { customerId } = await program.customers.save(person({ pep: 'foreign' }));
    const reviewed = await supervisor.customers.review(customerId, { reason: 'papers seen' });
    expect(reviewed).toMatchObject({ cause: 'person', dueDiligence: 'enhanced' });
    await expect(
      supervisor.customers.approve(customerId, { decision: 'approved', reason: 'fine' }),
    ).rejects.toMatchObject({ status: 403, code: 'QRG_CUSTOMER_SAME_PERSON' });
    const other = await clientOf('qala', 'supervisor');
    const said = await other.customers.approve(customerId, {
      decision: 'approved',
      reason: 'agreed with the board',
    });
    expect(said).toMatchObject({ state: 'approved', reason: 'agreed with the board' });
    expect(said.measures.length).toBeGreaterThan(0);
    expect(said.decidedBy).not.toBe(said.askedBy);
    const plain = await program.customers.save(person());
    await expect(
      other.customers.approve(plain.customerId, { decision: 'approved', reason: 'for nothing' }),
    ).rejects.toMatchObject({ status: 409, code: 'QRG_CUSTOMER_NO_APPROVAL' });
    const auditor = await clientOf('qala', 'auditor');
    const { items } = await auditor.audit.list({ object: `customer:${customerId}` });
    expect(items.map(({ action }) => action)).toEqual(['customer.approve', 'customer.review']);
  });

  test('a name on a list in another script is a task; dismissed, it comes back only when something changes', async () => {
    const before = person({ name: 'Kassymov Nurlan' });
    const saved = await program.customers.save(before);
    expect(saved).toMatchObject({ nameHits: 0, listHits: 0 });
    const { listId } = await supervisor.lists.create({
      forAll: false,
      kind: 'pep',
      name: 'made up',
      source: 'test',
      handling: 'ask',
    });
    const put = async (text: string) => {
      const { number } = await supervisor.lists.upload(listId, 'pep.csv', text);
      await supervisor.lists.activate(listId, number, 'for the test');
      await settle();
    };
    await put('id,name,birth\n1,Қасымов Нұрлан,1985-05-17\n');
    const hitsOf = async () =>
      (await analyst.lists.hits({ customer: saved.customerId, by: 'name' })).items;
    const [hit] = await hitsOf();
    expect(hit).toMatchObject({ via: ['name'], kind: 'pep', state: 'open' });
    expect(hit.score).toBeGreaterThan(0.8);
    expect(hit.match).toMatchObject({ asked: 'Kassymov Nurlan', listed: 'Қасымов Нұрлан' });
    expect((await analyst.customers.one(saved.customerId)).openHits).toBe(1);
    await analyst.lists.decideHit(hit.hitId, hit.version, { state: 'dismissed', reason: 'other' });
    await put('id,name,birth\n1,Қасымов Нұрлан,1985-05-17\n2,Тестов Тест,1950-01-01\n');
    await program.customers.save(before);
    expect((await hitsOf())[0]).toMatchObject({ state: 'dismissed' });
    await program.customers.save({ ...before, name: 'Kassymov Nurlan Bolatuly' });
    expect((await hitsOf())[0]).toMatchObject({ state: 'open' });
    await program.customers.save({ ...before, name: 'Petrov Ivan' });
    expect(await hitsOf()).toEqual([]);
  });

  test('who is confirmed to stand on a list by name is held by it from then on, after a restart too', async () => {
    const { customerId } = await program.customers.save(
      person({ name: 'Сериков Асхат Болатович', accounts: ['listed-by-name'] }),
    );
    const { listId } = await supervisor.lists.create({
      forAll: false,
      kind: 'terror',
      name: 'made up too',
      source: 'test',
      handling: 'hold',
    });
    await supervisor.lists.upload(listId, 'list.csv', 'id,name\n1,SERIKOV ASKHAT\n');
    await supervisor.lists.activate(listId, 1, 'for the test');
    await settle();
    const decide = (id: string) =>
      program.decisions.decide({
        id,
        at: Date.now(),
        payer: 'somebody',
        payee: 'listed-by-name',
        amountMinor: 1_000,
        currency: 'KZT',
      });
    expect((await decide('before')).listHits).toEqual([]);
    const [hit] = (await analyst.lists.hits({ customer: customerId })).items;
    const said = { state: 'confirmed', reason: 'the passport says so' } as const;
    const { version } = await analyst.lists.decideHit(hit.hitId, hit.version, said);
    await settle();
    expect(await decide('confirmed')).toMatchObject({
      verdict: 'hold',
      listHits: [{ via: 'name', kind: 'terror' }],
    });
    expect((await analyst.customers.one(customerId)).rating).toMatchObject({ level: 'high' });
    const { accounts } = await analyst.customers.one(customerId);
    const again = new AccountListing(services.lists.index);
    const { institutionId } = (await analyst.lists.hits({ customer: customerId })).items[0];
    await openRisk({ ...services, listing: again });
    expect(again.hitsOf(accounts[0].ref, Date.now(), institutionId)).toHaveLength(1);
    await analyst.lists.decideHit(hit.hitId, version, { state: 'dismissed', reason: 'a mistake' });
    await settle();
    expect((await decide('dismissed')).listHits).toEqual([]);
  });

  test('a phone shared with strangers raises the rating of each, family does not', async () => {
    const phone = { kind: 'phone', value: '+77015550001' } as const;
    const first = person();
    const one = await program.customers.save({
      ...first,
      identifiers: [...(first.identifiers ?? []), phone],
    });
    const second = person();
    const two = await program.customers.save({
      ...second,
      identifiers: [...(second.identifiers ?? []), phone],
    });
    expect(two.rating.reasons.map(({ factor }) => factor)).toContain('shared-phone');
    await settle();
    const raised = await analyst.customers.ratings(one.customerId);
    expect(raised.items[0]).toMatchObject({ cause: 'links' });
    expect(raised.items[0].points).toBeGreaterThan(raised.items[1].points);
    expect(await analyst.customers.links(one.customerId)).toMatchObject({
      nodes: [{ customerId: one.customerId }, { customerId: two.customerId }],
      edges: [{ kind: 'phone', explained: null }],
    });
    await program.customers.save({
      ...first,
      identifiers: [...(first.identifiers ?? []), phone],
      relatives: [second.externalId],
    });
    await settle();
    expect((await analyst.customers.links(one.customerId)).edges).toMatchObject([
      { kind: 'phone', explained: 'family', by: 'declared' },
    ]);
    expect((await analyst.customers.one(two.customerId)).rating?.points).toBe(one.rating.points);
  });

  test('the engine hears of rating, links and cards', async () => {
    const { customerId, rating } = await program.customers.save(
      person({ accounts: ['acc-engine'], cards: 3, pep: 'domestic' }),
    );
    const { accounts } = await analyst.customers.one(customerId);
    const { facts } = services.live.state.accounts;
    expect(facts.get(accounts[0].ref)).toMatchObject({
      ratingPoints: rating.points,
      linkedAccounts: 0,
      cards: 3,
    });
  });

  test('parameters: previewed, saved with a reason, and everybody is rated by them', async () => {
    const { customerId } = await program.customers.save(person({ cards: 7 }));
    const before = await supervisor.risk.parameters();
    expect(before).toMatchObject({ number: 0, versions: [] });
    const changes = { factors: [{ factor: 'cards', steps: [{ from: 6, points: 90 }] }] };
    const preview = await supervisor.risk.preview(changes);
    expect(preview.complete).toBe(true);
    expect(preview.total).toBeGreaterThan(0);
    expect(preview.examples.map(({ customerId: id }) => id)).toContain(customerId);
    const reason = 'many cards, as the regulator asked';
    const saved = await supervisor.risk.save({ changes, basedOn: before.number, reason });
    expect(saved.number).toBe(1);
    await expect(
      supervisor.risk.save({ changes, basedOn: before.number, reason }),
    ).rejects.toMatchObject({ status: 409, code: 'QRG_RISK_STALE' });
    await settle();
    expect((await analyst.customers.one(customerId)).rating).toMatchObject({
      level: 'high',
      cause: 'parameters',
      parameters: saved.version,
    });
    const after = await supervisor.risk.parameters();
    expect(after.versions).toMatchObject([{ number: 1, reason }]);
    expect(after.factors.find(({ factor }) => factor === 'cards')).toMatchObject({
      changed: true,
      steps: [{ from: 6, points: 90 }],
    });
    await expect(
      supervisor.risk.save({ changes: { levels: { medium: 99 } }, basedOn: 1, reason }),
    ).rejects.toMatchObject({ status: 422, code: 'QRG_RISK_PARAMETERS' });
    const { items } = await analyst.customers.list({ order: 'risk', level: 'high', limit: 1 });
    expect(items[0].points).toBeGreaterThanOrEqual(90);
  });

  test('the same IIN under another name is told, and nothing is joined', async () => {
    const first = person();
    const one = await program.customers.save(first);
    const two = await program.customers.save(person({ identifiers: first.identifiers ?? [] }));
    expect(one.duplicates).toEqual([]);
    expect(two.duplicates).toEqual([{ customerId: one.customerId, via: 'iin' }]);
    expect(two.customerId).not.toBe(one.customerId);
  });

  test('bad input is refused with a code of its own, and a bulk keeps what it refused by line', async () => {
    const bad: [Partial<CustomerTold>, string][] = [
      [{ bornOn: '2001-02-30' }, 'QRG_HTTP_INVALID'],
      [{ bornOn: '2999-01-01' }, 'QRG_CUSTOMER_DATE'],
      [{ name: 'x'.repeat(10_000) }, 'QRG_HTTP_INVALID'],
      [{ identifiers: [{ kind: 'iin', value: `${iin().slice(0, 11)}О` }] }, 'QRG_ID_GLYPH'],
      [{ ips: ['300.1.1.1'] }, 'QRG_HTTP_INVALID'],
      [{ name: 'Ivaнов Петр' }, 'QRG_NAME_SCRIPTS'],
      [
        { document: { kind: 'passport', mrz: `P<KAZж${'A'.repeat(38)}\n${'1'.repeat(44)}` } },
        'QRG_MRZ_CHARACTER',
      ],
    ];
    for (const [more, code] of bad)
      await expect(program.customers.save(person(more)), code).rejects.toMatchObject({
        status: 422,
        code,
      });
    const lines = [];
    for await (const line of program.customers.saveMany([
      person(),
      ...bad.map(([more]) => person(more)),
      // A look-alike letter of the other alphabet is what keyboards put there.
      person({ name: 'Ивaнов Петр' }),
    ]))
      lines.push(line);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      'created',
      ...bad.map(() => 'rejected'),
      'created',
      'end',
    ]);
    expect(lines.at(-1)).toMatchObject({ created: 2, rejected: bad.length });
    await settle();
    expect((await analyst.customers.list({ limit: 1 })).items[0].level).not.toBeNull();
  });

  test('transfers of all accounts of a customer, page by page', async () => {
    const { customerId } = await program.customers.save(person({ accounts: ['own-1', 'own-2'] }));
    const at = Date.now() - 60_000;
    for (const [i, payee] of ['own-1', 'own-2', 'own-1'].entries())
      await program.decisions.decide({
        id: `move-${i}`,
        at: at + i,
        payer: 'somebody',
        payee,
        amountMinor: 1_000,
        currency: 'KZT',
      });
    const first = await analyst.customers.decisions(customerId, { limit: 2 });
    const rest = await analyst.customers.decisions(customerId, {
      limit: 2,
      cursor: first.next ?? '',
    });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([
      'move-2',
      'move-1',
      'move-0',
    ]);
    expect(rest.next).toBeNull();
  });

  test('another institution sees nothing of it', async () => {
    const { customerId } = await program.customers.save(person());
    const outsider = await clientOf('dala', 'supervisor');
    for (const call of [
      () => outsider.customers.one(customerId),
      () => outsider.customers.ratings(customerId),
      () => outsider.customers.links(customerId),
      () => outsider.customers.decisions(customerId),
      () => outsider.customers.review(customerId, { reason: 'for no reason' }),
      () => outsider.customers.approve(customerId, { decision: 'approved', reason: 'none' }),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404 });
    expect((await outsider.risk.parameters()).number).toBe(0);
    expect(await outsider.risk.preview({ levels: { medium: 1 } })).toMatchObject({
      customers: 0,
      complete: true,
      moved: [],
    });
  });
});
