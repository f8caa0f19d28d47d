import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NetworkDetail, NetworkPage } from '../client/networks.ts';
import type { Package, PackageDetail, PackageImported } from '../client/packages.ts';
import { ask as askAbout } from '../exchange/known-accounts/ask.ts';
import type { Role } from '../service/access/role.ts';
import { storeNetworks } from '../service/live/live-networks.ts';
import { tickPackages } from '../service/packages/tick-packages.ts';
import { verifyPackage } from '../service/watch/evidence/verify-package.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { openArchive } from '../watch/evidence/archive.ts';
import { isUnaltered } from '../watch/evidence/check.ts';
import { json, seedBank, transfer, YESTERDAY } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

type Running = Awaited<ReturnType<typeof servicesOn>>;

const IBAN_ABROAD = 'DE89370400440532013000'; // ISO 13616's own example
const reason = 'because of the test';
const purpose = 'Просим проверить счета';

describeOnStores('packages over HTTP', (open) => {
  let services: Running;
  let served: Served;
  let caseId: number;
  const people = new Map<string, SignedInPerson>();
  let clock = Date.now();

  const by = (name: string) => people.get(name)!.headers;
  const ask = <T>(name: string, method: string, path: string, body?: unknown, version?: number) =>
    json<T>(
      served.ask(
        method,
        path,
        { ...by(name), ...(version !== undefined && { 'if-match': `"${version}"` }) },
        body,
      ),
    );
  const codeOf = async (
    name: string,
    method: string,
    path: string,
    body?: unknown,
    version?: number,
  ) => {
    const reply = await served.ask(
      method,
      path,
      { ...by(name), ...(version !== undefined && { 'if-match': `"${version}"` }) },
      body,
    );
    if (reply.ok) return 'done';
    return ((await reply.json()) as { code: string }).code;
  };
  const wish = (more: object = {}) => ({
    ...{ case: caseId, format: 'stix', partners: ['dala'], tlp: 'amber', ground: 'house.consent' },
    ...{ purpose, fields: ['account.number', 'account.home', 'sender.institution'] },
    ...more,
  });
  const draft = (more: object = {}) => ask<Package>('analyst', 'POST', '/v1/packages', wish(more));
  const approve = async ({ packageId }: Pick<Package, 'packageId'>, name = 'supervisor') => {
    const { leaving, version } = await ask<PackageDetail>(name, 'GET', `/v1/packages/${packageId}`);
    const body = { kind: 'approve', leaving: leaving!.sha256, reason };
    return ask<Package>(name, 'POST', `/v1/packages/${packageId}/acts`, body, version);
  };
  const send = (made: Package, name = 'analyst') =>
    ask<Package>(
      name,
      'POST',
      `/v1/packages/${made.packageId}/acts`,
      {
        kind: 'send',
        how: 'by courier',
        to: 'the other',
        sentAt: new Date(clock).toISOString(),
        reason,
      },
      made.version,
    );
  const bytesOf = async (name: string, { packageId }: Package) => {
    const reply = await served.ask('GET', `/v1/packages/${packageId}/file`, by(name));
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
  };
  const take = async (name: string, bytes: Uint8Array | string, query: string) => {
    const headers = { ...by(name), 'content-type': 'application/octet-stream' };
    const reply = await served.ask('POST', `/v1/packages/import?${query}`, headers, bytes);
    const body = (await reply.json()) as PackageImported & { code: string };
    return { status: reply.status, body };
  };
  const partner = (name: string, code: string, more: object = {}) =>
    ask<{ partnerId: number; version: number }>(name, 'POST', '/v1/partners', {
      ...{ code, name: `Bank ${code}`, country: 'KZ', kind: 'bank' },
      reads: ['stix', 'misp', 'camt056', 'bank_request', 'evidence', 'known_accounts'],
      ...more,
    });

  beforeAll(async () => {
    services = await servicesOn(await open(), () => clock);
    served = await Served.on(services);
    for (const code of ['qala', 'dala']) {
      await served.institution(code);
      for (const role of ['analyst', 'supervisor', 'liaison', 'auditor', 'admin'] as Role[])
        people.set(code === 'qala' ? role : `${code}:${role}`, await served.person(code, [role]));
    }
    people.set('both', await served.person('qala', ['analyst', 'supervisor']));
    // The other bank knows the account abroad: it told of it first.
    const theirs = await served.key('dala');
    await json(
      served.ask('POST', '/v1/customers', theirs, {
        ...{ externalId: 'd-1', name: 'Басқа Адам', kind: 'person', accounts: [IBAN_ABROAD] },
      }),
    );
    const seeded = await seedBank(served, 'qala');
    const key = await served.key('qala');
    const more = [
      transfer('out-1', {
        at: YESTERDAY + 60_000,
        payer: 'acc-200',
        payee: IBAN_ABROAD,
        channel: 'abroad',
      }),
    ];
    for (const body of more)
      expect((await served.ask('POST', '/v1/decisions', key, body)).status).toBe(200);
    const opened = await ask<{ caseId: number }>('analyst', 'POST', '/v1/cases', {
      ...{ title: 'Дропперы', from: 'network', tlp: 'amber', assignee: 'me', reason },
      items: [
        { kind: 'network', ref: seeded.networkId },
        { kind: 'account', ref: String(seeded.listed) },
      ],
    });
    caseId = opened.caseId;
    await partner('liaison', 'dala');
    await partner('liaison', 'afm', { kind: 'fiu', reads: ['goaml', 'stix', 'evidence'] });
    await partner('dala:liaison', 'qala');
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  it('tells field by field what leaves before anything is made, and two people send it', async () => {
    const made = await draft();
    expect(made).toMatchObject({ state: 'draft', file: null, caseVersion: null });
    const seen = await ask<PackageDetail>('supervisor', 'GET', `/v1/packages/${made.packageId}`);
    const account = seen.leaving!.elements.find(({ leaves }) =>
      leaves.some(({ value }) => value.startsWith(IBAN_ABROAD)),
    )!;
    expect(account.leaves[0]).toMatchObject({ field: 'account.number', why: 'chosen' });
    expect(
      seen.leaving!.elements.flatMap(({ leaves }) => leaves.map(({ field }) => field)),
    ).not.toContain('transfer.amount');
    expect(seen.may.find(({ act }) => act === 'approve')).toMatchObject({ allowed: true });
    const path = `/v1/packages/${made.packageId}`;
    expect(await codeOf('analyst', 'GET', `${path}/file`)).toBe('QRG_PACKAGE_FILE');
    const body = { kind: 'approve', leaving: seen.leaving!.sha256, reason };
    expect(await codeOf('analyst', 'POST', `${path}/acts`, body, made.version)).toBe(
      'QRG_PACKAGE_SAME_PERSON',
    );
    expect(await codeOf('liaison', 'POST', `${path}/acts`, body, made.version)).toBe(
      'QRG_PACKAGE_ROLE',
    );
    const wrong = { ...body, leaving: '0'.repeat(64) };
    expect(await codeOf('supervisor', 'POST', `${path}/acts`, wrong, made.version)).toBe(
      'QRG_PACKAGE_CHANGED',
    );
    expect(await codeOf('supervisor', 'POST', `${path}/acts`, body, 7)).toBe('QRG_PACKAGE_VERSION');
    const approved = await approve(made);
    expect(approved).toMatchObject({ state: 'approved', caseVersion: 1 });
    const bytes = await bytesOf('liaison', approved);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(IBAN_ABROAD);
    expect(text).not.toMatch(/Тестов|4300000|43000/);
    const sent = await send(approved);
    expect(sent.state).toBe('sent');
    const answered = { kind: 'answer', answeredAt: new Date(clock).toISOString(), reason };
    expect(
      (await ask<Package>('liaison', 'POST', `${path}/acts`, answered, sent.version)).state,
    ).toBe('answered');
    const audited = await services.store.db
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('object', '=', `package:${made.packageId}`)
      .orderBy('seq')
      .execute();
    expect(audited.map(({ action }) => action)).toEqual([
      'package.draft',
      'package.look',
      'package.look',
      'package.approve',
      'package.download',
      'package.send',
      'package.answer',
    ]);
  });

  it('of a draft whose maker is a supervisor, too, another one approves', async () => {
    const made = await ask<Package>('both', 'POST', '/v1/packages', wish());
    const { leaving } = await ask<PackageDetail>('both', 'GET', `/v1/packages/${made.packageId}`);
    const body = { kind: 'approve', leaving: leaving!.sha256, reason };
    const path = `/v1/packages/${made.packageId}/acts`;
    expect(await codeOf('both', 'POST', path, body, made.version)).toBe('QRG_PACKAGE_SAME_PERSON');
  });

  it('stays as it was approved when the case goes on; and not when it changed between look and approval', async () => {
    const first = await approve(await draft());
    const before = await bytesOf('analyst', first);
    const second = await draft();
    const { leaving, version } = await ask<PackageDetail>(
      'supervisor',
      'GET',
      `/v1/packages/${second.packageId}`,
    );
    const key = await served.key('qala');
    await json(
      served.ask(
        'POST',
        '/v1/decisions',
        key,
        transfer('later', { at: YESTERDAY + 90_000, payer: 'acc-200', payee: 'acc-777' }),
      ),
    );
    const body = { kind: 'approve', leaving: leaving!.sha256, reason };
    expect(
      await codeOf('supervisor', 'POST', `/v1/packages/${second.packageId}/acts`, body, version),
    ).toBe('QRG_PACKAGE_CHANGED');
    expect(await bytesOf('analyst', first)).toEqual(before);
    expect((await approve(second)).state).toBe('approved');
  });

  it('is held to ground, partner, format, marks and term', async () => {
    const code = (more: object) => codeOf('analyst', 'POST', '/v1/packages', wish(more));
    expect(await code({ ground: 'kz.aml.report' })).toBe('QRG_PACKAGE_GROUND');
    expect(await code({ ground: 'nothing' })).toBe('QRG_PACKAGE_GROUND');
    expect(await code({ ground: 'house.impersonal' })).toBe('QRG_PACKAGE_GROUND_PERSONAL');
    expect(
      await code({ ground: 'house.impersonal', fields: ['network.figures', 'signal.rule'] }),
    ).toBe('done');
    expect(await code({ partners: ['nobody'] })).toBe('QRG_PACKAGE_PARTNER');
    expect(await code({ partners: ['afm'], format: 'misp', ground: 'kz.fiu.abroad' })).toBe(
      'QRG_PACKAGE_FORMAT',
    );
    expect(await code({ tlp: 'green' })).toBe('QRG_PACKAGE_TLP_LOOSE');
    expect(await code({ tlp: 'red' })).toBe('QRG_PACKAGE_TLP');
    expect(await code({ ask: { accounts: ['a999999'] } })).toBe('QRG_PACKAGE_ACCOUNTS');
    expect(await code({ dueAt: new Date(clock - 1).toISOString() })).toBe('QRG_PACKAGE_DUE');
    expect(await code({ case: 999_999 })).toBe('QRG_CASE_UNKNOWN');
    expect(await codeOf('dala:analyst', 'POST', '/v1/packages', wish({ partners: ['qala'] }))).toBe(
      'QRG_CASE_UNKNOWN',
    );
    expect(await codeOf('supervisor', 'POST', '/v1/packages', wish())).toBe('QRG_NOT_ALLOWED');
  });

  it('another bank takes it in, meets it, gives it to a case, and it goes no further than its mark', async () => {
    const bytes = await bytesOf(
      'analyst',
      await approve(
        await draft({
          fields: ['account.number', 'account.home', 'sender.institution', 'case.number'],
        }),
      ),
    );
    const taken = await take('dala:liaison', bytes, 'partner=qala');
    expect(taken.status).toBe(201);
    expect(taken.body.counts.account).toBeGreaterThan(0);
    expect(taken.body.hits).toEqual([
      expect.objectContaining({
        kind: 'account',
        from: 'qala',
        tlp: 'amber',
        accountNo: expect.any(Number),
      }),
    ]);
    const again = await take('dala:liaison', bytes, 'partner=qala');
    expect([again.status, again.body.again, again.body.package.packageId]).toEqual([
      200,
      true,
      taken.body.package.packageId,
    ]);
    const { packageId, version } = taken.body.package;
    const opened = await ask<{ caseId: number }>('dala:analyst', 'POST', '/v1/cases', {
      ...{ title: 'Хабарланған шот', from: 'request', tlp: 'green', assignee: 'me', reason },
      request: {
        from: 'qala',
        number: '1',
        text: 'look',
        receivedAt: new Date(clock).toISOString(),
        term: null,
      },
      items: [],
    }).catch(() =>
      ask<{ caseId: number }>('dala:analyst', 'POST', '/v1/cases', {
        ...{ title: 'Хабарланған шот', from: 'hand', tlp: 'green', assignee: 'me', reason },
        items: [],
      }),
    );
    const acts = `/v1/packages/${packageId}/acts`;
    const give = { kind: 'attach', case: opened.caseId, reason };
    expect(await codeOf('dala:liaison', 'POST', acts, give, version)).toBe('QRG_PACKAGE_ROLE');
    const given = await ask<Package>('dala:analyst', 'POST', acts, give, version);
    // It is amber and names `dala` alone: another partner of theirs does not get it.
    await partner('dala:liaison', 'third');
    const onward = (more: object = {}) => ({
      ...wish({ case: opened.caseId, partners: ['third'], tlp: 'amber', ...more }),
    });
    const leaving = await ask<PackageDetail['leaving'] & object>(
      'dala:analyst',
      'POST',
      '/v1/package-previews',
      {
        ...{ case: opened.caseId, format: 'stix', partners: ['third'], fields: ['account.number'] },
      },
    );
    expect(leaving.elements.filter(({ origin }) => origin !== null)).toEqual([]);
    expect(leaving.withheld[0]).toMatchObject({ from: 'qala', tlp: 'amber', why: 'not_named' });
    const made = await ask<Package>('dala:analyst', 'POST', '/v1/packages', onward());
    const approved = await approve(made, 'dala:supervisor');
    expect(new TextDecoder().decode(await bytesOf('dala:analyst', approved))).not.toContain(
      IBAN_ABROAD,
    );
    // And nothing of it is looser afterwards.
    const mark = (tlp: string) => ({ kind: 'mark', tlp, reason });
    expect(await codeOf('dala:supervisor', 'POST', acts, mark('green'), given.version)).toBe(
      'QRG_PACKAGE_MARK',
    );
    expect(await codeOf('dala:supervisor', 'POST', acts, mark('red'), given.version)).toBe('done');
    const imported = await ask<{ items: { tlp: string; shown: string }[] }>(
      'dala:auditor',
      'GET',
      `/v1/packages/${packageId}/imported`,
    );
    expect(new Set(imported.items.map(({ tlp }) => tlp))).toEqual(new Set(['red']));
    expect(JSON.stringify(imported)).not.toContain(IBAN_ABROAD);
    const met = await ask<{ given: Package[] }>(
      'dala:analyst',
      'GET',
      `/v1/cases/${opened.caseId}/imported`,
    );
    expect(met.given.map((one) => one.packageId)).toEqual([packageId]);
  });

  it('a mark that became stricter after the approval stops the file', async () => {
    const bytes = await bytesOf(
      'analyst',
      await approve(
        await draft({
          fields: ['account.number', 'sender.institution', 'case.title', 'case.number'],
          tlp: 'amber',
          purpose: 'for everybody',
        }),
      ),
    );
    const text = new TextDecoder()
      .decode(bytes)
      .replaceAll('marking-definition--', 'marking-definition--');
    const taken = await take('dala:liaison', text, 'partner=qala');
    expect(taken.status).toBe(201);
    const { packageId, version } = taken.body.package;
    // Their own partner is called as the sender named: the element may go on to it.
    const rows = await services.store.db
      .updateTable('imported_facts')
      .set({ tlp: 'green' })
      .where('package_id', '=', packageId)
      .returning('imported_id')
      .execute();
    expect(rows.length).toBeGreaterThan(0);
    await services.store.db
      .updateTable('packages')
      .set({ tlp: 'green' })
      .where('package_id', '=', packageId)
      .execute();
    const { caseId: theirs } = await ask<{ caseId: number }>('dala:analyst', 'POST', '/v1/cases', {
      ...{ title: 'Екінші', from: 'hand', tlp: 'green', assignee: 'me', reason, items: [] },
    });
    const given = await ask<Package>(
      'dala:analyst',
      'POST',
      `/v1/packages/${packageId}/acts`,
      { kind: 'attach', case: theirs, reason },
      version,
    );
    const approved = await approve(
      await ask<Package>(
        'dala:analyst',
        'POST',
        '/v1/packages',
        wish({ case: theirs, partners: ['qala'], tlp: 'green' }),
      ),
      'dala:supervisor',
    );
    expect(new TextDecoder().decode(await bytesOf('dala:analyst', approved))).toContain(
      IBAN_ABROAD,
    );
    await ask(
      'dala:supervisor',
      'POST',
      `/v1/packages/${packageId}/acts`,
      { kind: 'mark', tlp: 'amber+strict', reason },
      given.version,
    );
    expect(await codeOf('dala:analyst', 'GET', `/v1/packages/${approved.packageId}/file`)).toBe(
      'QRG_PACKAGE_TLP',
    );
    const sending = {
      kind: 'send',
      how: 'by hand',
      to: 'them',
      sentAt: new Date(clock).toISOString(),
      reason,
    };
    expect(
      await codeOf(
        'dala:analyst',
        'POST',
        `/v1/packages/${approved.packageId}/acts`,
        sending,
        approved.version,
      ),
    ).toBe('QRG_PACKAGE_TLP');
  });

  /** A package of the other bank, given to a case of theirs, goes on to qala: approved, with what brought it. */
  const passedOn = async (mark: 'green' | 'clear') => {
    const bytes = await bytesOf(
      'analyst',
      await approve(await draft({ purpose: `on as ${mark}`, tlp: 'amber' })),
    );
    const { body } = await take('dala:liaison', bytes, 'partner=qala');
    const { packageId } = body.package;
    for (const table of ['imported_facts', 'packages'] as const)
      await services.store.db
        .updateTable(table)
        .set({ tlp: mark })
        .where('package_id', '=', packageId)
        .execute();
    const { caseId: theirs, version } = await ask<{ caseId: number; version: number }>(
      'dala:analyst',
      'POST',
      '/v1/cases',
      {
        ...{ title: 'Әрі қарай', from: 'hand', tlp: mark, assignee: 'me', reason },
        items: [{ kind: 'package', ref: String(packageId) }],
      },
    );
    const made = wish({ case: theirs, partners: ['qala'], tlp: 'green' });
    const approved = await approve(
      await ask<Package>('dala:analyst', 'POST', '/v1/packages', made),
      'dala:supervisor',
    );
    return { came: body.package, theirs, version, approved };
  };
  const fileOf = ({ packageId }: Package) =>
    codeOf('dala:analyst', 'GET', `/v1/packages/${packageId}/file`);

  it('a source that became amber after the approval goes only to those it names', async () => {
    const { came, approved } = await passedOn('clear');
    expect(await fileOf(approved)).toBe('done');
    await ask(
      'dala:supervisor',
      'POST',
      `/v1/packages/${came.packageId}/acts`,
      { kind: 'mark', tlp: 'amber', reason },
      came.version,
    );
    expect(await fileOf(approved)).toBe('QRG_PACKAGE_TLP');
  });

  it('a case that became red after the approval keeps its packages', async () => {
    const { theirs, version, approved } = await passedOn('green');
    const red = { tlp: 'red', reason };
    expect(await codeOf('dala:analyst', 'PATCH', `/v1/cases/${theirs}`, red, version)).toBe('done');
    expect(await fileOf(approved)).toBe('QRG_PACKAGE_TLP');
    const told = { how: 'by hand', to: 'them', sentAt: new Date(clock).toISOString(), reason };
    const acts = `/v1/packages/${approved.packageId}/acts`;
    expect(
      await codeOf('dala:analyst', 'POST', acts, { kind: 'send', ...told }, approved.version),
    ).toBe('QRG_PACKAGE_TLP');
  });

  it('asks which accounts another knows without naming one, and hears of ours alone', async () => {
    const known = wish({ format: 'known_accounts', ground: 'house.keyed', fields: undefined });
    const unkeyed = await ask<Package>('analyst', 'POST', '/v1/packages', known);
    const { leaving } = await ask<PackageDetail>(
      'supervisor',
      'GET',
      `/v1/packages/${unkeyed.packageId}`,
    );
    expect(leaving!.elements.find(({ leaves }) => leaves.length > 0)!.leaves[0]!.value).toMatch(
      /^HMAC-SHA-256\(/,
    );
    const agree = { kind: 'approve', leaving: leaving!.sha256, reason };
    const acts = `/v1/packages/${unkeyed.packageId}/acts`;
    expect(await codeOf('supervisor', 'POST', acts, agree, unkeyed.version)).toBe(
      'QRG_PACKAGE_KNOWN_PARTNER',
    );
    const { items } = await ask<{ items: { partnerId: number; code: string; version: number }[] }>(
      'liaison',
      'GET',
      '/v1/partners',
    );
    const dala = items.find(({ code }) => code === 'dala')!;
    const { key } = await ask<{ key: string }>(
      'liaison',
      'POST',
      `/v1/partners/${dala.partnerId}/key`,
      { reason },
      dala.version,
    );
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    const theirs = await ask<{ items: { partnerId: number; code: string; version: number }[] }>(
      'dala:liaison',
      'GET',
      '/v1/partners',
    );
    const qala = theirs.items.find(({ code }) => code === 'qala')!;
    const set = await ask<{ key: string | null }>(
      'dala:admin',
      'POST',
      `/v1/partners/${qala.partnerId}/key`,
      { key, reason },
      qala.version,
    );
    expect(set.key).toBeNull();

    const question = await approve(unkeyed);
    const asked = await bytesOf('analyst', question);
    expect(new TextDecoder().decode(asked)).not.toContain(IBAN_ABROAD.slice(4));
    await send(question);
    const taken = await take('dala:liaison', asked, 'partner=qala');
    expect(taken.body.package).toMatchObject({ format: 'known_accounts', state: 'received' });
    const path = `/v1/packages/${taken.body.package.packageId}/known-answer`;
    const answering = { ground: 'house.keyed', tlp: 'amber', purpose };
    expect(
      await codeOf(
        'dala:liaison',
        'POST',
        `/v1/packages/${taken.body.package.packageId + 999}/known-answer`,
        answering,
      ),
    ).toBe('QRG_PACKAGE_UNKNOWN');
    const drafted = await ask<Package>('dala:liaison', 'POST', path, answering);
    const reply = await approve(drafted, 'dala:supervisor');
    const heard = await take('liaison', await bytesOf('dala:analyst', reply), 'partner=dala');
    expect(heard.body.package.answers).toBe(unkeyed.packageId);
    const answer = await ask<PackageDetail>(
      'analyst',
      'GET',
      `/v1/packages/${heard.body.package.packageId}`,
    );
    expect(answer.known).toEqual([{ account: IBAN_ABROAD }]);
    expect(
      (await ask<PackageDetail>('analyst', 'GET', `/v1/packages/${unkeyed.packageId}`)).answeredBy,
    ).toEqual([heard.body.package.packageId]);
    // Two answers that each fit into a day and together do not, approved at once.
    const big = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const numbers = Array.from({ length: 1_000 }, (_, i) => ({
          ...({ kind: 'account', value: `ACC${n}${String(i).padStart(6, '0')}` } as const),
        }));
        const said = askAbout(numbers, {
          ...{ from: 'qala', at: clock, random: randomBytes },
          key: Buffer.from(key!, 'hex'),
        });
        if (!said.ok) throw new Error(said.problem.code);
        const { body } = await take('dala:liaison', said.value.bytes, 'partner=qala');
        const answerPath = `/v1/packages/${body.package.packageId}/known-answer`;
        return ask<Package>('dala:liaison', 'POST', answerPath, answering);
      }),
    );
    const decided = await Promise.all(
      big.map(async ({ packageId, version }) => {
        const at = `/v1/packages/${packageId}`;
        const { leaving: what } = await ask<PackageDetail>('dala:supervisor', 'GET', at);
        const agreed = { kind: 'approve', leaving: what!.sha256, reason };
        return codeOf('dala:supervisor', 'POST', `${at}/acts`, agreed, version);
      }),
    );
    expect(decided.sort()).toEqual(['QRG_PACKAGE_KNOWN_DAY', 'QRG_PACKAGE_KNOWN_DAY', 'done']);
    // A key holder could try every number: a day has its bound.
    await services.store.db
      .updateTable('packages')
      .set({ asked: 2_048 })
      .where('package_id', '=', reply.packageId)
      .execute();
    expect(await codeOf('dala:liaison', 'POST', path, answering)).toBe('QRG_PACKAGE_KNOWN_DAY');
  });

  it('asks another bank with a term, which runs out; an answer that comes late is taken', async () => {
    const made = await draft({
      format: 'bank_request',
      ground: 'kz.payments.recall',
      fields: undefined,
      dueAt: new Date(clock + 300_000).toISOString(),
    });
    const sent = await send(await approve(made));
    expect(sent.overdue).toBe(false);
    const opened = openArchive(await bytesOf('analyst', sent));
    expect(opened.ok && [...opened.value.files.keys()]).toEqual([
      'case.json',
      'letter-en.txt',
      'letter-kk.txt',
      'letter-ru.txt',
      'request.json',
    ]);
    clock += 360_000;
    expect(await tickPackages(services.packages)).toBe(1);
    expect(await tickPackages(services.packages)).toBe(0);
    const late = await ask<PackageDetail>('analyst', 'GET', `/v1/packages/${made.packageId}`);
    expect([late.state, late.overdue]).toEqual(['expired', true]);
    const body = {
      format: 'qorgan-case/1',
      answers: `P-${made.packageId}`,
      tlp: 'amber',
      sender: { institution: { code: 'dala', name: 'Dala', country: 'KZ' } },
      case: {},
      accounts: [
        {
          id: 'x',
          account: IBAN_ABROAD,
          isIban: true,
          isWallet: false,
          currency: 'EUR',
          role: 'mule',
          status: 'active',
          isForeign: true,
        },
      ],
    };
    const taken = await take('analyst', JSON.stringify(body), 'partner=dala');
    expect(taken.body.package).toMatchObject({ answers: made.packageId, format: 'bank_request' });
    const answered = {
      kind: 'answer',
      by: taken.body.package.packageId,
      answeredAt: new Date(clock).toISOString(),
      reason,
    };
    expect(
      await ask('analyst', 'POST', `/v1/packages/${made.packageId}/acts`, answered, late.version),
    ).toMatchObject({ state: 'answered' });
  });

  it('asks a payment back, and reads what the other bank says of it', async () => {
    const leaving = await ask<PackageDetail['leaving'] & object>(
      'analyst',
      'POST',
      '/v1/package-previews',
      {
        ...{
          case: caseId,
          format: 'stix',
          partners: ['dala'],
          fields: ['transfer.reference', 'account.number'],
        },
      },
    );
    const transfer = leaving.elements.find(
      ({ element, leaves }) =>
        element === 'transfer' && leaves.some(({ value }) => value === 'out-1'),
    )!;
    const made = await draft({
      format: 'camt056',
      ground: 'kz.payments.recall',
      fields: undefined,
      ask: { transfers: [transfer.id] },
    });
    const sent = await send(await approve(made));
    const xml = new TextDecoder().decode(await bytesOf('analyst', sent));
    const idOf = (tag: string) => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xml)?.[1] ?? '';
    const answer = (message: string) =>
      `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.029.001.09"><RsltnOfInvstgtn>
        <Assgnmt><Id>A1</Id></Assgnmt><RslvdCase><Id>${message}</Id></RslvdCase><Sts><Conf>RJCR</Conf></Sts>
        <CxlDtls><OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId><OrgnlMsgNmId>camt.056.001.08</OrgnlMsgNmId></OrgnlGrpInfAndSts></CxlDtls>
      </RsltnOfInvstgtn></Document>`;
    expect((await take('liaison', answer('another'), 'partner=dala')).body.code).toBe(
      'QRG_PACKAGE_ANSWERS',
    );
    const caseOfRecall = /<Case>\s*<Id>([^<]+)<\/Id>/.exec(xml)?.[1] ?? idOf('Id');
    const taken = await take(
      'liaison',
      answer(caseOfRecall),
      `partner=dala&answers=${made.packageId}`,
    );
    expect(taken.body.package).toMatchObject({ format: 'camt029', answers: made.packageId });
    const seen = await ask<PackageDetail>(
      'analyst',
      'GET',
      `/v1/packages/${taken.body.package.packageId}`,
    );
    expect(seen.recalled).toEqual([
      expect.objectContaining({ transfer: transfer.id, outcome: 'rejected', returnedMinor: 0 }),
    ]);
    // Money that came outweighs words, and what came before counts along.
    const paid = (id: string, sum: string) =>
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09"><PmtRtr><GrpHdr><MsgId>${id}</MsgId></GrpHdr><TxInf><RtrId>${id}</RtrId>
        <OrgnlTxId>${idOf('OrgnlTxId')}</OrgnlTxId><RtrdIntrBkSttlmAmt Ccy="KZT">${sum}</RtrdIntrBkSttlmAmt></TxInf></PmtRtr></Document>`;
    const back = async (id: string, sum: string) => {
      const { body } = await take(
        'liaison',
        paid(id, sum),
        `partner=dala&answers=${made.packageId}`,
      );
      const path = `/v1/packages/${body.package.packageId}`;
      return (await ask<PackageDetail>('analyst', 'GET', path)).recalled![0]!;
    };
    expect(await back('P1', '13000.00')).toMatchObject({
      outcome: 'partial',
      returnedMinor: 1_300_000,
    });
    expect(await back('P2', '30000.00')).toMatchObject({
      outcome: 'accepted',
      returnedMinor: 4_300_000,
    });
  });

  it('a bank that was asked answers with evidence that names the request', async () => {
    const asked = await send(
      await approve(
        await draft({ format: 'bank_request', ground: 'kz.payments.recall', fields: undefined }),
      ),
    );
    const bytes = await bytesOf('analyst', asked);
    const twice = await Promise.all([1, 2].map(() => take('dala:liaison', bytes, 'partner=qala')));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 201]);
    const { packageId } = twice[0]!.body.package;
    const { caseId: theirs } = await ask<{ caseId: number }>('dala:analyst', 'POST', '/v1/cases', {
      ...{ title: 'Жауап', from: 'hand', tlp: 'amber', assignee: 'me', reason, items: [] },
    });
    const reply = wish({
      case: theirs,
      partners: ['qala'],
      format: 'evidence',
      fields: undefined,
      answers: packageId,
    });
    expect(
      await codeOf('dala:analyst', 'POST', '/v1/packages', { ...reply, answers: 999_999 }),
    ).toBe('QRG_PACKAGE_ANSWERS');
    const made = await ask<Package>('dala:analyst', 'POST', '/v1/packages', reply);
    const approved = await approve(made, 'dala:supervisor');
    const taken = await take('analyst', await bytesOf('dala:analyst', approved), 'partner=dala');
    expect(taken.body.package.answers).toBe(asked.packageId);
  });

  it('a draft that cannot leave any more is shown with why, and taken back', async () => {
    const made = await draft();
    const path = `/v1/packages/${made.packageId}`;
    await services.store.db
      .updateTable('cases')
      .set({ tlp: 'red' })
      .where('case_id', '=', caseId)
      .execute();
    const shown = await ask<PackageDetail>('analyst', 'GET', path);
    expect([shown.leaving, shown.problem?.code]).toEqual([null, 'QRG_PACKAGE_TLP']);
    const taken = { kind: 'withdraw', reason };
    expect(await ask('analyst', 'POST', `${path}/acts`, taken, made.version)).toMatchObject({
      state: 'withdrawn',
    });
    await services.store.db
      .updateTable('cases')
      .set({ tlp: 'amber' })
      .where('case_id', '=', caseId)
      .execute();
  });

  it('gives evidence that anybody can verify, and takes it back whole', async () => {
    const approved = await approve(await draft({ format: 'evidence' }));
    const bytes = await bytesOf('analyst', approved);
    const checks = await verifyPackage(bytes, {
      keys: [(await services.packages.evidenceKey()).publicKey],
    });
    expect(isUnaltered(checks)).toBe(true);
    // No officer was chosen to be named: not in the log of the archive either.
    const inside = openArchive(bytes);
    const log = inside.ok ? Buffer.from(inside.value.files.get('events.jsonl')!).toString() : '';
    expect(JSON.parse(log.trim().split('\n').at(-1)!)).toMatchObject({
      detail: { by: `P-${approved.packageId}` },
    });
    expect(checks.filter(({ result }) => result === 'valid')).toHaveLength(8);
    const taken = await take('dala:liaison', bytes, 'partner=qala');
    expect(taken.body.package.format).toBe('evidence');
    const changed = Uint8Array.from(bytes);
    changed[200]! ^= 1;
    expect((await take('dala:liaison', changed, 'partner=qala')).body.code).toMatch(
      /^QRG_EVIDENCE_/,
    );
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a bomb of brackets', '['.repeat(100_000)],
    ['an entity', '<!DOCTYPE x [<!ENTITY a "b">]><PmtRtr>&a;</PmtRtr>'],
    ['a broken bundle', '{"type":"bundle","objects":7}'],
    ['a broken case', '{"format":"qorgan-case/1"}'],
    ['a broken question', '{"format":"qorgan/known-accounts"}'],
    ['an archive that is none', 'PK\u0003\u0004'],
  ])('refuses %s with a code', async (_, text) => {
    const { status, body } = await take('dala:liaison', text, 'partner=qala');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.code).toMatch(/^QRG_/);
  });

  it('networks whose money left the country are found by that', async () => {
    const { items } = await ask<NetworkPage>('analyst', 'GET', '/v1/networks');
    const { networkId } = items[0]!;
    const listed = async (query: string) =>
      (await ask<NetworkPage>('analyst', 'GET', `/v1/networks?${query}`)).items.map(
        (one) => one.networkId,
      );
    expect([await listed('abroad=true'), await listed('abroad=false')]).toEqual([[], [networkId]]);
    const { rows } = await services.store.pool.query('SELECT body FROM networks');
    const abroad = { countries: ['DE', 'RU'], elsewhere: true, hops: 3 };
    await storeNetworks(services.store.pool, [{ ...rows[0].body, abroad }], clock);
    expect([
      await listed('abroad=true'),
      await listed('country=RU'),
      await listed('country=CN'),
    ]).toEqual([[networkId], [networkId], []]);
    const one = await ask<NetworkDetail>('analyst', 'GET', `/v1/networks/${networkId}`);
    expect(one).toMatchObject({ abroad: true, countries: ['DE', 'RU'], hops: 3 });
  });

  it('is of its institution, and keeps no secret in the open', async () => {
    const made = await draft();
    expect(await codeOf('dala:analyst', 'GET', `/v1/packages/${made.packageId}`)).toBe(
      'QRG_PACKAGE_UNKNOWN',
    );
    expect(await codeOf('dala:liaison', 'GET', `/v1/packages/${made.packageId}/file`)).toBe(
      'QRG_PACKAGE_UNKNOWN',
    );
    const list = await ask<{ items: Package[] }>('dala:auditor', 'GET', '/v1/packages?limit=200');
    expect(list.items.some(({ packageId }) => packageId === made.packageId)).toBe(false);
    const { rows } = await services.store.pool.query(
      `SELECT coalesce(string_agg(t, ''), '') AS all FROM (
        SELECT p::text AS t FROM packages p UNION ALL SELECT e::text FROM package_events e
        UNION ALL SELECT f::text FROM imported_facts f UNION ALL SELECT a::text FROM audit a UNION ALL SELECT q::text FROM partners q) x`,
    );
    expect(rows[0].all).not.toContain(purpose);
    expect(rows[0].all).not.toContain(IBAN_ABROAD);
  });
});
