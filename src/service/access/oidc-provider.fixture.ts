import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

/** Where the provider sends people back to; nothing listens there, the test reads the address. */
export const REDIRECT = 'http://127.0.0.1:9/v1/session/oidc/callback';
export const SECRET = 'a secret of the client, long enough for anybody';

/** What of a request of the provider's own framework the tests touch. */
interface Exchange {
  readonly path: string;
  body: { id_token?: string } | undefined;
}

interface ProviderLike {
  use(middleware: (exchange: Exchange, next: () => Promise<void>) => Promise<void>): void;
  callback(): (request: unknown, response: unknown) => void;
  on(event: string, listener: (...args: unknown[]) => void): void;
}

type ProviderClass = new (issuer: string, configuration: object) => ProviderLike;

/** A real OpenID Connect provider on this machine, with the clients 'qorgan' and 'other'. */
export class TestProvider {
  readonly #server: Server;
  readonly issuer: string;
  /** What it says of people, by subject. */
  readonly people = new Map<string, Record<string, unknown>>();
  /** Put into the next answers of the token endpoint instead of its own: what a hostile provider would do. */
  idToken: ((own: string) => string) | undefined;

  private constructor(server: Server, issuer: string) {
    this.#server = server;
    this.issuer = issuer;
  }

  static async start(): Promise<TestProvider> {
    // The package has no types of its own.
    const name: string = 'oidc-provider';
    const { default: Provider } = (await import(name)) as { default: ProviderClass };
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const test = new TestProvider(server, issuer);
    const provider = new Provider(issuer, test.#configuration());
    provider.use(async (exchange, next) => {
      await next();
      const own = exchange.path === '/token' ? exchange.body?.id_token : undefined;
      if (own !== undefined && test.idToken !== undefined)
        exchange.body = { ...exchange.body, id_token: test.idToken(own) };
    });
    server.on('request', provider.callback());
    return test;
  }

  #configuration() {
    const client = {
      client_secret: SECRET,
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return {
      clients: ['qorgan', 'other'].map((client_id) => ({ ...client, client_id })),
      claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'office'] },
      cookies: { keys: ['test'] },
      // Seconds; the package warns about every one that it has to choose itself.
      ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
      findAccount: (_: unknown, accountId: string) => ({
        accountId,
        claims: () => ({ sub: accountId, ...this.people.get(accountId) }),
      }),
    };
  }

  /** What a browser does: goes to the address, signs in as somebody, agrees, and is sent back; the query it comes back with. */
  async signIn(url: string, subject: string): Promise<string> {
    const browser = new Browser();
    let { location, form } = await browser.get(url);
    for (let step = 0; step < 20; step++) {
      if (location?.startsWith(REDIRECT)) return new URL(location).search;
      if (location !== undefined) ({ location, form } = await browser.get(location));
      else {
        const fields: Record<string, string> = form?.asksLogin
          ? { prompt: 'login', login: subject, password: 'any' }
          : { prompt: 'consent' };
        ({ location, form } = await browser.post(form!.action, fields));
      }
    }
    throw new Error('the provider leads nowhere');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await promisify(this.#server.close.bind(this.#server))();
  }
}

interface Page {
  location: string | undefined;
  form: { action: string; asksLogin: boolean } | undefined;
}

/** Keeps cookies and follows nothing by itself. */
class Browser {
  readonly #cookies = new Map<string, string>();

  get(url: string): Promise<Page> {
    return this.#ask(url, {});
  }

  post(url: string, fields: Record<string, string>): Promise<Page> {
    return this.#ask(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async #ask(url: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    const text = await reply.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(text)?.[1];
    return {
      location: location === null ? undefined : new URL(location, url).href,
      form:
        action === undefined
          ? undefined
          : { action: new URL(action, url).href, asksLogin: text.includes('name="login"') },
    };
  }
}
