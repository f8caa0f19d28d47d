import { afterAll, beforeAll, expect } from 'vitest';
import type { z } from 'zod';
import type { Role } from '../../service/access/role.ts';
import type { Store } from '../../store/store.ts';
import type * as contract from '../contract/package.ts';
import { json, seedBank, transfer, YESTERDAY } from '../seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from '../served.fixture.ts';

type Package = z.output<typeof contract.Package>;
type PackageDetail = z.output<typeof contract.PackageDetail>;
type PackageImported = z.output<typeof contract.Imported>;

export const IBAN_ABROAD = 'DE89370400440532013000'; // ISO 13616's own example
export const reason = 'because of the test';
export const purpose = 'Просим проверить счета';

/** What there is once a test runs. */
interface Standing {
  services: Awaited<ReturnType<typeof servicesOn>>;
  served: Served;
  /** Of the bank qala, with a ring and an account abroad. */
  caseId: number;
  clock: number;
}

/**
 * Two banks with people of each role, partners of each other, and a case of one of them; made before the tests of a suite and
 * ended after them. People are called by their role, those of the other bank by 'dala:' and theirs.
 */
export function packageWorld(open: () => Promise<Store>) {
  const world = { clock: Date.now() } as Standing;
  const people = new Map<string, SignedInPerson>();

  const by = (name: string) => people.get(name)!.headers;
  const ask = <T>(name: string, method: string, path: string, body?: unknown, version?: number) =>
    json<T>(
      world.served.ask(
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
    const reply = await world.served.ask(
      method,
      path,
      { ...by(name), ...(version !== undefined && { 'if-match': `"${version}"` }) },
      body,
    );
    if (reply.ok) return 'done';
    return ((await reply.json()) as { code: string }).code;
  };
  const wish = (more: object = {}) => ({
    ...{
      case: world.caseId,
      format: 'stix',
      partners: ['dala'],
      tlp: 'amber',
      ground: 'house.consent',
    },
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
        sentAt: new Date(world.clock).toISOString(),
        reason,
      },
      made.version,
    );
  const bytesOf = async (name: string, { packageId }: Package) => {
    const reply = await world.served.ask('GET', `/v1/packages/${packageId}/file`, by(name));
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
  };
  const take = async (name: string, bytes: Uint8Array | string, query: string) => {
    const headers = { ...by(name), 'content-type': 'application/octet-stream' };
    const reply = await world.served.ask('POST', `/v1/packages/import?${query}`, headers, bytes);
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
    world.services = await servicesOn(await open(), () => world.clock);
    world.served = await Served.on(world.services);
    for (const code of ['qala', 'dala']) {
      await world.served.institution(code);
      for (const role of ['analyst', 'supervisor', 'liaison', 'auditor', 'admin'] as Role[])
        people.set(
          code === 'qala' ? role : `${code}:${role}`,
          await world.served.person(code, [role]),
        );
    }
    people.set('both', await world.served.person('qala', ['analyst', 'supervisor']));
    // The other bank knows the account abroad: it told of it first.
    const theirs = await world.served.key('dala');
    await json(
      world.served.ask('POST', '/v1/customers', theirs, {
        ...{ externalId: 'd-1', name: 'Басқа Адам', kind: 'person', accounts: [IBAN_ABROAD] },
      }),
    );
    const seeded = await seedBank(world.served, 'qala');
    const key = await world.served.key('qala');
    const more = [
      transfer('out-1', {
        at: YESTERDAY + 60_000,
        payer: 'acc-200',
        payee: IBAN_ABROAD,
        channel: 'abroad',
      }),
    ];
    for (const body of more)
      expect((await world.served.ask('POST', '/v1/decisions', key, body)).status).toBe(200);
    const opened = await ask<{ caseId: number }>('analyst', 'POST', '/v1/cases', {
      ...{ title: 'Дропперы', from: 'network', tlp: 'amber', assignee: 'me', reason },
      items: [
        { kind: 'network', ref: seeded.networkId },
        { kind: 'account', ref: String(seeded.listed) },
      ],
    });
    world.caseId = opened.caseId;
    await partner('liaison', 'dala');
    await partner('liaison', 'afm', { kind: 'fiu', reads: ['goaml', 'stix', 'evidence'] });
    await partner('dala:liaison', 'qala');
  }, 120_000);
  afterAll(async () => {
    await world.served.server.stop();
    await world.services.close();
  });

  return Object.assign(world, { ask, codeOf, wish, draft, approve, send, bytesOf, take, partner });
}
