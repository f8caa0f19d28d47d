import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  LawComparison,
  LawOffence,
  LawOffences,
  Qualification,
  QualificationDraft,
} from '../client/law.ts';
import type { Principal } from '../service/access/principal.ts';
import { ROLES } from '../service/access/role.ts';
import { openCase } from '../service/cases/open-case.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { seedBank } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

describeOnStores('law of offences', (open) => {
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let served: Served;
  let analyst: SignedInPerson;
  let auditor: SignedInPerson;
  let stranger: SignedInPerson;
  let admin: SignedInPerson;
  let caseId: number;
  let party: string;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    const bank = await served.institution('qala');
    await served.institution('dala');
    const seeded = await seedBank(served, 'qala');
    analyst = await served.person('qala', ['analyst']);
    auditor = await served.person('qala', ['auditor']);
    admin = await served.person('qala', ['admin']);
    stranger = await served.person('dala', ['analyst']);
    const principal: Principal = {
      ...{ kind: 'user', id: analyst.userId, institutionId: bank, seesAll: false },
      ...{ roles: ['analyst'], scopes: [], name: 'analyst' },
    };
    const opened = await openCase(services.cases, principal, {
      ...{ title: 'Дропперы', from: 'network', tlp: 'amber', assignee: 'me', reason: 'test' },
      items: [{ kind: 'network', ref: seeded.networkId }],
    });
    caseId = opened.caseId;
    party = `c${seeded.customerId}`;
    let version = opened.version;
    for (const [fact, value] of [
      ['gave_access', undefined],
      ['reward_paid', { type: 'money', amountMinor: 3_000_000, currency: 'KZT' }],
    ] as const) {
      const said = await served.ask(
        'POST',
        `/v1/cases/${caseId}/acts`,
        { ...analyst.headers, 'if-match': `"${version}"` },
        { kind: 'fact_say', fact, party, says: 'yes', value, actAt: Date.UTC(2026, 5, 1) },
      );
      expect(said.status, await said.clone().text()).toBe(200);
      version = ((await said.json()) as { version: number }).version;
    }
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  const get = async <T>(path: string, who = analyst, language = 'en'): Promise<T> => {
    const response = await served.ask('GET', path, {
      ...who.headers,
      'accept-language': language,
    });
    expect(response.status, await response.clone().text()).toBe(200);
    return (await response.json()) as T;
  };
  const refusal = async (path: string, who = analyst) => {
    const response = await served.ask('GET', path, who.headers);
    const { code } = (await response.json()) as { code: string };
    return `${response.status} ${code}`;
  };

  it('shows each provision of a day with source, period and whether it is verified', async () => {
    const found = await get<LawOffences>('/v1/law/offences?on=2026-10-05');
    expect(found).toMatchObject({
      country: 'KZ',
      countries: ['KZ', 'RU'],
      unit: { name: 'MRP', valueMinor: 432_500, mark: 'B', verified: 'no' },
    });
    for (const { source, title, text } of found.items) {
      expect(source).toMatchObject({ verified: 'no', from: expect.any(String) });
      for (const said of [source.act, source.article, source.source, title, text])
        expect(said).not.toBe('');
    }
    const before = await get<LawOffences>('/v1/law/offences?on=2025-09-15');
    expect(before.items.map(({ id }) => id)).not.toContain('kz.criminal.232-1.access');
    const russia = await get<LawOffences>('/v1/law/offences?country=RU');
    expect(russia.items[0]).toMatchObject({
      country: 'RU',
      source: { edition: 'none', mark: 'B' },
    });
  });

  it('shows one provision with sums at the unit of the day', async () => {
    const path = '/v1/law/offences/kz.criminal.232-1.access';
    const one = await get<LawOffence>(`${path}?on=2025-10-01`, analyst, 'ru');
    expect(one.tiers.map(({ amount }) => amount?.boundMinor)).toEqual([
      undefined,
      78_640_000,
      196_600_000,
    ]);
    expect(one.tiers[0].sanction).toContain('629\u00a0120');
    expect(one.release.map(({ id }) => id)).toContain('kz.criminal.232-1.note');
    expect(await refusal(`${path}?on=2025-09-15`)).toBe('404 QRG_LAW_OFFENCE_PERIOD');
    expect(await refusal('/v1/law/offences/kz.criminal.999')).toBe('404 QRG_LAW_OFFENCE_UNKNOWN');
    expect(await refusal('/v1/law/offences/us.criminal.1')).toBe('404 QRG_LAW_COUNTRY');
    expect(await refusal('/v1/law/offences?on=tomorrow')).toMatch(/^4\d\d /);
  });

  it('compares two days', async () => {
    const found = await get<LawComparison>('/v1/law/compare?from=2025-09-15&to=2026-01-01');
    expect(found.added.map(({ id }) => id)).toEqual([
      'kz.criminal.232-1.access',
      'kz.criminal.232-1.payments',
      'kz.criminal.232-1.acquisition',
    ]);
    expect(found.changed.map(({ id }) => id)).toContain('kz.criminal.190');
    expect(await refusal('/v1/law/compare?from=2026-01-02&to=2026-01-01')).toBe('422 QRG_LAW_DAYS');
  });

  it('qualifies a case by what was said in it, for its own bank', async () => {
    const found = await get<Qualification>(`/v1/cases/${caseId}/qualification?on=2026-11-23`);
    const person = found.parties.find((one) => one.party === party);
    const access = person?.findings.find(({ offence }) => offence === 'kz.criminal.232-1.access');
    expect(access?.tier).toMatchObject({ id: 'kz.criminal.232-1.1', category: 'misdemeanour' });
    expect(access?.elements[0].for).toContainEqual({ type: 'fact', id: expect.any(String) });
    expect(found.caveats[0]).toContain('no decision');
    expect(found.duties.length).toBeGreaterThan(0);
    const path = `/v1/cases/${caseId}/qualification`;
    expect(await refusal(path, stranger)).toBe('404 QRG_CASE_UNKNOWN');
    expect(await refusal(path, admin)).toMatch(/^403 /);
  });

  it('is read by the roles that who-may.md names, and by no other', async () => {
    const paths = [
      '/v1/law/offences',
      '/v1/law/offences/kz.criminal.190',
      '/v1/law/compare?from=2026-01-01&to=2026-02-01',
      `/v1/cases/${caseId}/qualification?party=${party}`,
      `/v1/cases/${caseId}/qualification/draft`,
    ];
    for (const role of ROLES) {
      const person = await served.person('qala', [role]);
      for (const path of paths) {
        const { status } = await served.ask('GET', path, person.headers);
        expect([role, path, status]).toEqual([role, path, role === 'admin' ? 403 : 200]);
      }
    }
  });

  it('writes a draft in the language of its reader, and masks names to an auditor', async () => {
    const path = `/v1/cases/${caseId}/qualification/draft?on=2026-11-23`;
    const found = await get<Qualification>(`/v1/cases/${caseId}/qualification`);
    const name = found.parties.find((one) => one.party === party)?.name ?? '?';
    const drafts = await Promise.all(
      ['ru', 'kk', 'en'].map((language) => get<QualificationDraft>(path, analyst, language)),
    );
    expect(drafts.map(({ language }) => language)).toEqual(['ru', 'kk', 'en']);
    for (const { text } of drafts) expect(text).toContain(name);
    expect((await get<QualificationDraft>(path, auditor)).text).not.toContain(name);
    const looks = await services.store.db
      .selectFrom('audit')
      .select('action')
      .where('object', '=', `case:${caseId}`)
      .execute();
    expect(looks.filter(({ action }) => action === 'case.look').length).toBeGreaterThanOrEqual(5);
  });
});
