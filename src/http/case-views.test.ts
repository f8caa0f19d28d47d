import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  CaseEntities,
  CaseGraph,
  CaseTimeline,
  StatementTaken,
} from '../client/case-views.ts';
import type { CaseDetail } from '../client/cases.ts';
import { ibanCheckDigits } from '../domain/iban-kz.ts';
import type { Principal } from '../service/access/principal.ts';
import { searchCases } from '../service/cases/case-search/search-cases.ts';
import { loadCaseFile } from '../service/cases/load-case-file.ts';
import { openCase } from '../service/cases/open-case.ts';
import { tickCases } from '../service/cases/tick-cases.ts';
import type { CaseSource } from '../store/tables/cases.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { type Seeded, seedBank, transfer, YESTERDAY } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

type Running = Awaited<ReturnType<typeof servicesOn>>;

const IBAN_ABROAD = 'DE89370400440532013000'; // ISO 13616's own example

describeOnStores('views of a case', (open) => {
  let services: Running;
  let served: Served;
  let seeded: Seeded;
  let analyst: SignedInPerson;
  let auditor: SignedInPerson;
  let stranger: SignedInPerson;
  let bank: number;
  let other: number;
  let caseId: number;

  const principal = (userId: number, institutionId: number): Principal => ({
    ...{ kind: 'user', id: userId, institutionId, seesAll: false },
    ...{ roles: ['analyst'], scopes: [], name: 'analyst' },
  });

  const openAt = async (
    from: Exclude<CaseSource, 'split'>,
    items: { kind: 'network' | 'alert' | 'account'; ref: string }[],
  ) =>
    (
      await openCase(services.cases, principal(analyst.userId, bank), {
        ...{ title: 'Дропперы и коллектор', from, items, tlp: 'amber' },
        ...{ assignee: 'me', reason: 'for the test' },
      })
    ).caseId;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    bank = await served.institution('qala');
    other = await served.institution('dala');
    seeded = await seedBank(served, 'qala');
    const key = await served.key('qala');
    const more = [
      transfer('out-1', { at: YESTERDAY + 60_000, payer: 'acc-200', payee: 'acc-300' }),
      transfer('out-2', {
        at: YESTERDAY + 120_000,
        payer: 'acc-300',
        payee: IBAN_ABROAD,
        channel: 'abroad',
        amountMinor: 900_000,
      }),
      transfer('far', {
        at: YESTERDAY + 180_000,
        payer: 'acc-400',
        payee: 'acc-300',
        amountMinor: 100,
      }),
    ];
    for (const body of more)
      expect((await served.ask('POST', '/v1/decisions', key, body)).status).toBe(200);
    analyst = await served.person('qala', ['analyst']);
    auditor = await served.person('qala', ['auditor']);
    stranger = await served.person('dala', ['analyst']);
    caseId = await openAt('network', [{ kind: 'network', ref: seeded.networkId }]);
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  const get = async <T>(path: string, who = analyst): Promise<T> => {
    const response = await served.ask('GET', path, who.headers);
    expect(response.status, await response.clone().text()).toBe(200);
    return (await response.json()) as T;
  };

  it('are of nobody of another bank', async () => {
    for (const view of ['timeline', 'graph', 'entities']) {
      const response = await served.ask('GET', `/v1/cases/${caseId}/${view}`, stranger.headers);
      expect([view, response.status]).toEqual([view, 404]);
    }
  });

  it('load the whole case: who, money, verdicts, holds, networks', async () => {
    const file = await loadCaseFile(services.cases, principal(analyst.userId, bank), caseId, 'ru');
    expect(file).toMatchObject({
      caseId,
      title: 'Дропперы и коллектор',
      institution: { code: 'qala', country: 'KZ' },
      officer: { userId: analyst.userId },
      cut: false,
    });
    expect(file.transfers.map(({ id }) => id)).toEqual([
      ...['seed-0', 'seed-1', 'seed-2', 'seed-3', 'seed-4', 'out-1'],
    ]);
    expect(file.transfers.every(({ isSuspicious }) => isSuspicious)).toBe(true);
    const client = file.parties.find(({ isClient }) => isClient);
    expect(client).toMatchObject({
      name: 'Тестов Тест',
      personName: { surname: 'Тестов', given: 'Тест', patronymic: null },
      role: 'victim',
    });
    expect(file.accounts.find(({ holder }) => holder === client?.id)?.account).toBe('acc-100');
    expect(file.accounts.map(({ role }) => role).sort()).toEqual([
      ...['collector', 'counterparty', 'victim'],
    ]);
    expect(file.holds.length).toBeGreaterThan(0);
    expect(file.networks).toMatchObject([{ networkId: seeded.networkId, certainty: 0.93 }]);
  });

  it('mark what went abroad with its country and hops', async () => {
    const account = seeded.listed;
    const id = await openAt('hand', [
      { kind: 'account', ref: String(account) },
      { kind: 'account', ref: String(account + 1) },
      { kind: 'account', ref: String(account + 2) },
    ]);
    const file = await loadCaseFile(services.cases, principal(analyst.userId, bank), id, 'en');
    const abroad = file.accounts.find(({ account: name }) => name === IBAN_ABROAD);
    expect(abroad).toMatchObject({ isForeign: true, isIban: true, home: { country: 'DE' } });
    // The stranger who paid into it has the shorter way.
    expect(abroad?.hops).toBe(2);
    const graph = await get<CaseGraph>(`/v1/cases/${id}/graph`);
    expect(graph.countries).toEqual(['DE']);
  });

  it('tell what happened in one order of time, page by page, either way', async () => {
    const all: string[] = [];
    let cursor = '';
    do {
      const page: CaseTimeline = await get(`/v1/cases/${caseId}/timeline?limit=2${cursor}`);
      all.push(...page.items.map(({ entryId }) => entryId));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(new Set(all).size).toBe(all.length);
    const whole = await get<CaseTimeline>(`/v1/cases/${caseId}/timeline`);
    expect(whole.items.map(({ entryId }) => entryId)).toEqual(all);
    const ats = whole.items.map(({ at }) => at);
    expect(ats).toEqual(ats.toSorted((a, b) => a - b));
    const back = await get<CaseTimeline>(`/v1/cases/${caseId}/timeline?order=newest`);
    expect(back.items.map(({ entryId }) => entryId)).toEqual(all.toReversed());
    expect(new Set(whole.items.map(({ kind }) => kind))).toEqual(
      new Set(['transfer', 'hold', 'act']),
    );
    const money = await get<CaseTimeline>(`/v1/cases/${caseId}/timeline?kind=transfer`);
    expect(money.items).toHaveLength(6);
    expect(money.items[0]).toMatchObject({
      element: 'seed-0',
      from: { name: expect.stringContaining('••••') },
      opens: { kind: 'transfer' },
    });
  });

  it('grow the picture by the neighbours of an account, and by those of no stranger', async () => {
    const small = await get<CaseGraph>(`/v1/cases/${caseId}/graph`);
    expect(small.nodes.map(({ core }) => core)).toEqual([true, true, false]);
    expect(small.edges).toMatchObject([
      { count: 5, amountMinor: 5 * 4_300_000, suspicious: true },
      { count: 1, amountMinor: 4_300_000 },
    ]);
    expect(small.nodes.find(({ id }) => id === `a${seeded.listed}`)).toMatchObject({
      ...{ role: 'collector', core: true, expandable: true, restMinor: 4 * 4_300_000 },
    });
    const third = small.nodes[2].id;
    const grown = await get<CaseGraph>(`/v1/cases/${caseId}/graph?expand=${third}`);
    expect(grown.nodes).toHaveLength(5);
    expect(grown.nodes.find(({ id }) => id === third)?.expanded).toBe(true);
    const large = await get<CaseGraph>(
      `/v1/cases/${caseId}/graph?expand=${third}&amountLeast=1000`,
    );
    expect(large.nodes).toHaveLength(4);
    // Nobody of the picture leads to it.
    const abroad = grown.nodes.find(({ country }) => country === 'DE')?.id;
    const alone = await get<CaseGraph>(`/v1/cases/${caseId}/graph?expand=${abroad}`);
    expect(alone.nodes).toHaveLength(3);
    const later = await get<CaseGraph>(`/v1/cases/${caseId}/graph?from=${YESTERDAY + 3}`);
    expect(later.edges).toMatchObject([{ count: 2 }, { count: 1 }]);
  });

  it('show names in full to who works on the case, masked to who checks, and write each look down', async () => {
    const full = await get<CaseEntities>(`/v1/cases/${caseId}/entities`);
    expect(full.masked).toBe(false);
    expect(full.parties.map(({ name }) => name)).toContain('Тестов Тест');
    const masked = await get<CaseEntities>(`/v1/cases/${caseId}/entities`, auditor);
    expect(masked.masked).toBe(true);
    expect(masked.parties.map(({ name }) => name)).toContain('Т••• Т•••');
    expect(JSON.stringify(masked)).not.toContain('Тестов');
    const looks = await services.store.db
      .selectFrom('audit')
      .select('actor_id')
      .where('action', '=', 'case.look')
      .where('object', '=', `case:${caseId}`)
      .execute();
    expect(looks.map(({ actor_id }) => actor_id)).toEqual([analyst.userId, auditor.userId]);
  });

  it('are found by number, words of the title, and whoever belongs to the case', async () => {
    const own = principal(analyst.userId, bank);
    const find = (text: string, by = own) => searchCases(services.cases, by, text);
    const { number } = await services.store.db
      .selectFrom('cases')
      .select('number')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    expect(await find(number)).toEqual([caseId]);
    expect(await find(String(Number(number.slice(-6))))).toEqual([caseId]);
    expect(await find('коллектор ДРОППЕРЫ')).toContain(caseId);
    expect(await find('коллектор неизвестный')).toEqual([]);
    expect(await find('acc-200')).toContain(caseId);
    expect(await find('acc-400')).not.toContain(caseId);
    const stranger = principal(9, other);
    expect(await find(number, stranger)).toEqual([]);
    expect(await find('дропперы', stranger)).toEqual([]);
    expect(await find('acc-200', stranger)).toEqual([]);
  });

  it('take statements that are dropped, each once, and open a case from a folder', async () => {
    const iban = (end: string) =>
      `KZ${ibanCheckDigits('KZ', `722${end.padStart(13, '0')}`)}722${end.padStart(13, '0')}`;
    const [victim, mule, boss] = ['11', '12', '13'].map(iban);
    const day = (minute: number) =>
      new Date(YESTERDAY - 86_400_000 + minute * 60_000).toISOString();
    const row = (id: string, minute: number, from: string, to: string, amount: number) =>
      `${id},${day(minute)},${from},${to},${amount}`;
    const csv = (...rows: string[]) => `id,time,payer,payee,amount\n${rows.join('\n')}\n`;
    const send = (path: string, name: string, body: string, who = analyst) =>
      served.ask(
        'POST',
        `${path}?name=${encodeURIComponent(name)}`,
        { ...who.headers, 'content-type': 'application/octet-stream' },
        body,
      );
    const first = csv(
      row('s1', 0, victim, mule, 500_000),
      row('s2', 4, mule, boss, 490_000),
      's3,never,x,y,1',
    );
    const opened = await send('/v1/cases/statements', 'kaspi.csv', first);
    expect(opened.status, await opened.clone().text()).toBe(201);
    const { caseId: id, ...taken } = (await opened.json()) as StatementTaken;
    expect(taken).toMatchObject({
      ...{ repeated: false, transfers: 2, rejected: 1 },
      files: [{ name: 'kaspi.csv', accepted: 2, rejected: 1 }],
      rejects: [{ file: 'kaspi.csv', line: 4, code: expect.stringMatching(/^QRG_/) }],
    });
    const again = await send('/v1/cases/statements', 'other-name.csv', first);
    expect([again.status, ((await again.json()) as StatementTaken).caseId]).toEqual([200, id]);
    const second = csv(row('s2', 4, mule, boss, 490_000), row('s4', 9, boss, IBAN_ABROAD, 400_000));
    expect((await send(`/v1/cases/${id}/statements`, 'halyk.csv', second)).status).toBe(201);
    const repeat = await send(`/v1/cases/${id}/statements`, 'halyk.csv', second);
    expect([repeat.status, ((await repeat.json()) as StatementTaken).repeated]).toEqual([
      200,
      true,
    ]);
    expect((await send(`/v1/cases/${id}/statements`, 'x.csv', second, stranger)).status).toBe(404);
    expect((await send(`/v1/cases/${id}/statements`, 'x.csv', '')).status).toBe(422);
    const own = principal(analyst.userId, bank);
    const file = await loadCaseFile(services.cases, own, id, 'ru');
    expect(file.transfers.map(({ amountMinor }) => amountMinor)).toEqual([
      ...[50_000_000, 49_000_000, 40_000_000],
    ]);
    expect(file.accounts.find(({ account }) => account === IBAN_ABROAD)).toMatchObject({
      ...{ isForeign: true, home: { country: 'DE' }, hops: 3 },
    });
    const graph = await get<CaseGraph>(`/v1/cases/${id}/graph`);
    expect([graph.nodes.length, graph.edges.length]).toEqual([4, 3]);
    const { items } = await get<CaseTimeline>(`/v1/cases/${id}/timeline?kind=transfer,statement`);
    expect(items.map(({ kind }) => kind)).toEqual([
      ...['transfer', 'transfer', 'transfer', 'statement', 'statement'],
    ]);
    expect(await searchCases(services.cases, own, mule)).toEqual([id]);

    // A file that was dropped by mistake goes with all that only it says, and may come again.
    const detail = await get<CaseDetail>(`/v1/cases/${id}`);
    const wrong = detail.items.filter(({ kind }) => kind === 'statement').at(-1)!;
    const removed = await served.ask(
      'POST',
      `/v1/cases/${id}/acts`,
      {
        ...analyst.headers,
        'content-type': 'application/json',
        'if-match': `"${detail.version}"`,
      },
      JSON.stringify({ kind: 'remove_item', item: wrong.itemId, reason: 'Чужая выписка' }),
    );
    expect(removed.status, await removed.clone().text()).toBe(200);
    const amounts = async (): Promise<number[]> =>
      (await loadCaseFile(services.cases, own, id, 'ru')).transfers.map((one) => one.amountMinor);
    expect(await amounts()).toEqual([]);
    await tickCases(services.cases);
    expect(await amounts()).toEqual([50_000_000, 49_000_000]);
    expect((await send(`/v1/cases/${id}/statements`, 'halyk.csv', second)).status).toBe(201);
    expect(await amounts()).toEqual([50_000_000, 49_000_000, 40_000_000]);
  });
});
