import { type Access, openAccess } from '../service/access/access.ts';
import { addKey } from '../service/access/api-keys.ts';
import { csrfMark } from '../service/access/csrf.ts';
import { addInstitution, type InstitutionKind } from '../service/access/institutions.ts';
import { terminalPrincipal } from '../service/access/principal.ts';
import { KEY_SCOPES, type KeyScope, type Role } from '../service/access/role.ts';
import { beginSession } from '../service/access/session.ts';
import { addUser } from '../service/access/users.ts';
import { openAudit } from '../service/audit/audit.ts';
import { loadCaseBook } from '../service/cases/case-book.ts';
import { confirmPost } from '../service/cases/confirm-post.ts';
import { liveForCases } from '../service/cases/live-for-cases.ts';
import { loadFm1Codes } from '../service/law/load-fm1-codes.ts';
import { loadLaw } from '../service/law/load-law.ts';
import { loadTakedownBook } from '../service/law/load-takedown-book.ts';
import { openOffenceLaw } from '../service/law/offence-law.ts';
import { openLists } from '../service/lists/open-lists.ts';
import { openLive } from '../service/live/open-live.ts';
import { orThrow } from '../service/or-throw.ts';
import { openPackages } from '../service/packages/open-packages.ts';
import { openPortal } from '../service/portal/open-portal.ts';
import { openRisk } from '../service/risk/open-risk.ts';
import { loadRuleset } from '../service/ruleset.ts';
import { NamedInPosts } from '../service/watch/join/named-in-posts.ts';
import { captureNow } from '../service/watch/posts/capture-now.ts';
import { startWatch } from '../service/watch/start-watch.ts';
import type { Store } from '../store/store.ts';
import { createHttpServer, type HttpOptions, type HttpServer } from './server.ts';
import type { Services } from './services.ts';

const [law, book, caseBook, offences, ruleset] = await Promise.all([
  loadLaw(),
  loadTakedownBook(),
  loadCaseBook(),
  openOffenceLaw(),
  loadRuleset(),
]);
/** Watch without a browser and a time-stamping service. */
const PLAIN_WATCH = {
  timestampUrl: undefined,
  networkExit: undefined,
  publicUrl: undefined,
  watchContact: undefined,
};

/** No name lives anywhere: tests leave the open internet alone. */
const NO_INTERNET = async (): Promise<readonly string[]> => [];

const TERMINAL = terminalPrincipal('test');

/** The services of one store, as `qorgan serve` puts them together, without a follower. */
export async function servicesOn(
  store: Store,
  now: () => number = Date.now,
  /** Servers of the test that Watch may read. */
  watchPrivate: readonly string[] = [],
  /** A browser that takes pictures of pages. */
  browserPath?: string,
): Promise<Services & { close(): Promise<void> }> {
  const audit = await openAudit({ store, now });
  const access = openAccess({ store, audit, now });
  const lists = await openLists({ store, audit, now });
  const named = new NamedInPosts();
  const { live } = await openLive({
    store,
    dataDir: store.dataDir,
    options: { ruleset, currency: 'KZT' },
    listing: lists.listing,
    told: named,
    law: law.grounds,
    now,
    fatal(error) {
      throw error;
    },
  });
  const risk = await openRisk({ store, audit, live, listing: lists.listing, now });
  const holds: Services['holds'] = {
    store,
    audit,
    law,
    now,
    payeeInEvents: async (_, { accountNo, institutionId }) =>
      lists.listing.hitsOf(accountNo, now(), institutionId).some(({ kind }) => kind === 'events'),
  };
  const cases: Services['cases'] = {
    ...{ store, audit, law, names: live, holds, book: caseBook, dataDir: store.dataDir, now },
    ...liveForCases(live),
    confirmPost: (by, postId) => confirmPost(watch, by, postId),
  };
  const watch = await startWatch(
    { ...PLAIN_WATCH, browserPath, watchPrivate: [...watchPrivate], data: store.dataDir },
    { store, audit, live, now },
    named,
    NO_INTERNET,
  );
  return {
    store,
    access,
    audit,
    lists,
    live,
    risk,
    watch,
    now,
    holds,
    takedowns: {
      store,
      audit,
      book,
      now,
      captureNow: (postId, cause, operator) => captureNow(watch, postId, cause, operator),
    },
    cases,
    offences,
    filings: { cases, codes: await loadFm1Codes() },
    packages: await openPackages(cases, { goamlTables: undefined, goamlXsd: undefined }),
    portal: openPortal({ store, audit, watch, holds, now }),
    async close() {
      watch.fetcher.close();
      await live.close();
      await risk.names.close();
      await audit.close();
    },
  };
}

/** A person who has signed in, as headers of a request. */
export interface SignedInPerson {
  readonly userId: number;
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string };
}

/** A server on loopback over a real store, with institutions, people and keys as a test needs them. */
export class Served {
  readonly services: Services;
  readonly server: HttpServer;
  readonly url: string;
  #people = 0;

  private constructor(services: Services, server: HttpServer, url: string) {
    this.services = services;
    this.server = server;
    this.url = url;
  }

  static async on(
    services: Services,
    options: Partial<Omit<HttpOptions, 'services'>> = {},
  ): Promise<Served> {
    const server = await createHttpServer({ services, ...options });
    return new Served(services, server, await server.listen(0));
  }

  async institution(code: string, kind: InstitutionKind = 'bank'): Promise<number> {
    const seesAll = kind === 'fiu' || kind === 'police';
    return orThrow(
      await addInstitution(this.access, TERMINAL, { code, name: code, kind, seesAll }),
    );
  }

  /** A key of an institution, as the header that carries it. */
  async key(
    institution: string,
    scopes: readonly KeyScope[] = KEY_SCOPES,
  ): Promise<{ readonly authorization: string }> {
    const { key } = orThrow(
      await addKey(this.access, TERMINAL, { institution, name: 'key', scopes }),
    );
    return { authorization: `Bearer ${key}` };
  }

  /** A person of an institution whose session owes nothing (or still owes the second factor). */
  async person(
    institution: string,
    roles: readonly Role[],
    level: 'full' | 'password' = 'full',
  ): Promise<SignedInPerson> {
    const login = `person-${++this.#people}-${institution}`;
    const given = { login, name: 'Test Person', institution, roles };
    const { userId } = orThrow(await addUser(this.access, TERMINAL, given));
    const { token } = await this.services.store.write((trx) =>
      beginSession(this.access, trx, { userId, level, place: { address: '127.0.0.1' } }),
    );
    return {
      userId,
      headers: { cookie: `qorgan-session=${token}`, 'x-csrf-token': csrfMark(token) },
    };
  }

  get access(): Access {
    return this.services.access;
  }

  /** A request; a body that is no text is sent as JSON. */
  ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: unknown,
  ): Promise<Response> {
    return fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: sent(body) }),
    });
  }
}

function sent(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
