import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, createClient } from '../client/client.ts';
import type { QorganProblem } from '../client/problem.ts';
import type { Role } from '../service/access/role.ts';
import { readLabels } from '../service/evaluate/read-labels.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { type Seeded, seedBank } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

const reason = 'a reason in words';

describeOnStores('cases, over HTTP', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let seeded: Seeded;
  let analyst: Client;
  let second: Client;
  let supervisor: Client;
  let auditor: Client;
  let stranger: Client;
  let analystHeaders: SignedInPerson['headers'];

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    await served.institution('qala');
    await served.institution('dala');
    seeded = await seedBank(served, 'qala');
    const person = await served.person('qala', ['analyst']);
    analystHeaders = person.headers;
    analyst = asPerson(person);
    second = await clientOf('qala', 'analyst');
    supervisor = await clientOf('qala', 'supervisor');
    auditor = await clientOf('qala', 'auditor');
    stranger = await clientOf('dala', 'supervisor');
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  const clientOf = async (institution: string, role: Role): Promise<Client> =>
    asPerson(await served.person(institution, [role]));

  const asPerson = ({ headers }: SignedInPerson): Client =>
    createClient({
      baseUrl: served.url,
      language: 'en',
      fetch: (url, init) =>
        fetch(url, { ...init, headers: { ...init?.headers, cookie: headers.cookie } }),
      csrf: () => headers['x-csrf-token'],
    });

  const caseOfAlert = () =>
    analyst.cases.open({
      title: 'Дропперы у вокзала',
      from: 'alert',
      items: [{ kind: 'alert', ref: String(seeded.alertId) }],
      reason,
    });

  it('one is opened, read with what its reader may do, and queued', async () => {
    const opened = await caseOfAlert();
    const detail = await analyst.cases.one(opened.caseId);
    expect(detail).toMatchObject({ number: opened.number, version: 1, state: 'in_work' });
    expect(detail.items[0].label).toMatch(/•.*KZT|₸/);
    // Five transfers of 43,000 came to the account of the alert, and are held.
    expect(detail.figures.reach).toEqual([
      {
        id: 'held',
        text: 'Held on the way to the accounts of the case',
        amountMinor: 21_500_000,
      },
    ]);
    expect(detail.priority).toBe(Math.round(detail.reachMinor + detail.harmMinor * 0.1));
    const may = new Map(detail.may.map((act) => [act.kind, act]));
    expect(may.get('note')).toMatchObject({ allowed: true });
    expect(may.get('assign')).toMatchObject({ allowed: false, code: 'QRG_CASE_ROLE' });
    const { items } = await auditor.cases.list({ has: `alert:${seeded.alertId}` });
    expect(items.map(({ caseId }) => caseId)).toEqual([opened.caseId]);
    expect((await stranger.cases.list()).items).toEqual([]);
    await expect(stranger.cases.one(opened.caseId)).rejects.toMatchObject({
      code: 'QRG_CASE_UNKNOWN',
    });
    const found = await analyst.cases.list({ q: opened.number });
    expect(found.items.map(({ caseId }) => caseId)).toEqual([opened.caseId]);
  });

  it('of two who act on one version the later is told what the first did, and does it again', async () => {
    const { caseId, version } = await analyst.cases.open({ title: 'Двое', from: 'hand', reason });
    await second.cases.act(caseId, version, { kind: 'note', note: 'Клиент не отвечает' });
    const act = { kind: 'task_add', title: 'Перезвонить' } as const;
    const refused = await analyst.cases.act(caseId, version, act).then(
      () => undefined,
      (problem: QorganProblem) => problem,
    );
    expect(refused).toMatchObject({ status: 409, code: 'QRG_CASE_VERSION', version: 2 });
    const { events } = await analyst.cases.changes(caseId, version);
    expect(events).toMatchObject([{ act: 'note', note: 'Клиент не отвечает' }]);
    const acted = await analyst.cases.act(caseId, refused!.version!, act);
    expect(acted.version).toBe(3);
  });

  it('an act without a version is refused', async () => {
    const { caseId } = await analyst.cases.open({ title: 'Без версии', from: 'hand', reason });
    const reply = await served.ask('POST', `/v1/cases/${caseId}/acts`, analystHeaders, {
      kind: 'take',
    });
    expect(await reply.json()).toMatchObject({ code: 'QRG_HTTP_VERSION_NEEDED' });
  });

  it('a file is brought and fetched; changed on the disk it is refused', async () => {
    const { caseId } = await analyst.cases.open({ title: 'Файлы', from: 'hand', reason });
    const bytes = new Uint8Array(200_000).map((_, i) => i * 7);
    const { file, version } = await analyst.cases.addFile(caseId, { name: 'выписка.bin' }, bytes);
    expect(version).toBe(2);
    const back = await second.cases.file(caseId, file.fileId);
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    const path = join(services.store.dataDir, 'cases', String(caseId), `${file.fileId}.sealed`);
    await writeFile(path, 'x'.repeat(200_000));
    await expect(analyst.cases.file(caseId, file.fileId)).rejects.toMatchObject({
      status: 409,
      code: 'QRG_CASE_FILE_CHANGED',
    });
    expect((await auditor.cases.files(caseId)).items).toMatchObject([{ state: 'changed' }]);
    await expect(auditor.cases.file(caseId, file.fileId)).rejects.toMatchObject({
      code: 'QRG_NOT_ALLOWED',
    });
  });

  it.each([
    ['before any edition of the term', '2000-01-03', 'QRG_LAW_TERM_PERIOD'],
    ['in a year without a calendar', '2022-03-01', 'QRG_LAW_CALENDAR_YEAR'],
  ])('a request that came %s is refused as what was said', async (_, day, code) => {
    const told = { from: 'АФМ', number: '77', text: 'Дайте сведения' };
    const request = { ...told, receivedAt: Date.parse(day), term: 'afm-request' } as const;
    const wish = { title: 'Запрос', from: 'request', request, reason } as const;
    await expect(analyst.cases.open(wish)).rejects.toMatchObject({ code, status: 422 });
  });

  it('a term of law is chosen from a list, with its source', async () => {
    const { items } = await auditor.cases.terms();
    expect(items.find(({ id }) => id === 'suspicious-activity')).toMatchObject({
      value: 3,
      unit: 'working_days',
      article: '10-1',
      verified: 'no',
    });
    const people = await supervisor.cases.people();
    expect(people.items.flatMap(({ roles }) => roles)).not.toContain('auditor');
  });

  it('what people found out is counted by rule, and leaves as a table that train reads', async () => {
    const { caseId } = await caseOfAlert();
    const say = async (
      target: 'alert' | 'transfer' | 'rule',
      ref: string,
      said: 'confirmed' | 'not',
    ) => {
      const { version } = await analyst.cases.one(caseId);
      return analyst.cases.act(caseId, version, {
        ...{ kind: 'feedback', target, ref, said },
        why: 'клиент сам пришёл',
      });
    };
    await say('alert', String(seeded.alertId), 'not');
    await say('alert', String(seeded.alertId), 'confirmed');
    await expect(say('rule', 'no_such_rule', 'not')).rejects.toMatchObject({
      code: 'QRG_CASE_ITEM_UNKNOWN',
    });
    const { items } = await auditor.cases.feedback();
    expect(items).toMatchObject([{ target: 'alert', said: 'confirmed', replaced: false }]);
    const rules = (await auditor.cases.ruleFeedback()).items;
    for (const { confirmed, not, share } of rules)
      expect([confirmed, not, share]).toEqual([1, 0, 1]);
    expect(rules.length).toBeGreaterThan(0);

    // The word on a transfer goes before that on its account.
    const { rows } = await services.store.pool.query('SELECT max(seq)::int AS seq FROM transfers');
    await say('transfer', String(rows[0].seq), 'not');
    const table = await (await supervisor.cases.trainingRows()).text();
    expect(table).not.toContain('acc-');
    const path = join(services.store.dataDir, 'feedback.csv');
    await writeFile(path, table);
    const labels = await readLabels({ paths: [path], language: 'en' }, { label: 'label' });
    expect(labels.rejected).toBe(0);
    const said = labels.ids.map((id, i) => [Number(id), labels.rows.label[i]]);
    expect(said).toContainEqual([rows[0].seq, 0]);
    expect(said.filter(([, label]) => label === 1).length).toBe(said.length - 1);
    await expect(auditor.cases.trainingRows()).rejects.toMatchObject({ code: 'QRG_NOT_ALLOWED' });
  });
});
