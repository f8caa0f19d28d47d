import { expect, it } from 'vitest';
import type { Package, PackageDetail } from '../client/packages.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { IBAN_ABROAD, packageWorld, reason } from './packages/package-world.fixture.ts';

describeOnStores('marks of packages over HTTP', (open) => {
  const world = packageWorld(open);
  const { ask, codeOf, wish, draft, approve, bytesOf, take, partner } = world;

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
        receivedAt: new Date(world.clock).toISOString(),
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
    const rows = await world.services.store.db
      .updateTable('imported_facts')
      .set({ tlp: 'green' })
      .where('package_id', '=', packageId)
      .returning('imported_id')
      .execute();
    expect(rows.length).toBeGreaterThan(0);
    await world.services.store.db
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
      sentAt: new Date(world.clock).toISOString(),
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
      await world.services.store.db
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
    const told = {
      how: 'by hand',
      to: 'them',
      sentAt: new Date(world.clock).toISOString(),
      reason,
    };
    const acts = `/v1/packages/${approved.packageId}/acts`;
    expect(
      await codeOf('dala:analyst', 'POST', acts, { kind: 'send', ...told }, approved.version),
    ).toBe('QRG_PACKAGE_TLP');
  });
});
