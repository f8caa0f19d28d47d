import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../src/domain/random.ts';
import { openApiDocument } from '../src/http/openapi/document.ts';
import { isEither, isMedia, nameOf, type Route } from '../src/http/route.ts';
import { ROUTES } from '../src/http/routes.ts';
import { seedBank, seedPosts } from '../src/http/seeded.fixture.ts';
import { Served, servicesOn } from '../src/http/served.fixture.ts';
import { KEY_SCOPES, ROLES, type Role } from '../src/service/access/role.ts';
import { describeOnStores } from '../src/store/test-stores.ts';
import { type FuzzRequest, type Operation, Requests } from './fuzz/requests.ts';
import type { Schema } from './fuzz/schema-values.ts';

/** Requests a route: QORGAN_FUZZ=10000 is what a release takes. */
const EACH = Number(process.env.QORGAN_FUZZ ?? 300);
const SEED = Number(process.env.QORGAN_FUZZ_SEED ?? 20_261_126);
const AT_ONCE = 8;
/** A stream of events never ends by itself. */
const LISTEN_MOST_MS = 50;

const document = openApiDocument(ROUTES, '0');
const components = document.components.schemas as Readonly<Record<string, Schema>>;

describeOnStores('generated requests', (open, place) => {
  // What is tested is the routes; one store is enough for them.
  if (place.kind !== 'embedded') return test.skip('on one store only', () => {});
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);

  beforeAll(async () => {
    process.on('unhandledRejection', note);
    services = await servicesOn(await open());
    served = await Served.on(services, {
      limits: { listenersEach: 1_000, listenMs: LISTEN_MOST_MS, heartbeatMs: 20 },
    });
    await served.institution('qala');
    await seedBank(served, 'qala');
    await seedPosts(served, 'qala');
  }, 120_000);
  afterAll(async () => {
    process.off('unhandledRejection', note);
    agent.destroy();
    await served.server.stop(1_000);
    await services.close();
    expect(unhandled).toEqual([]);
  });

  test.each(ROUTES.map((route) => [nameOf(route), route] as const))(
    '%s answers no 5xx',
    async (name, route) => {
      const random = createRandom(SEED).fork(name);
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      const operation = document.paths[path][route.method.toLowerCase()] as Operation;
      const requests = new Requests(random, components);
      const comers = new Comers(served, route);
      const counts = new Map<number, number>();
      const failures: string[] = [];
      let left = EACH;
      const one = async (): Promise<void> => {
        while (left-- > 0) {
          const asked = requests.of(path, operation);
          const { status, problem } = await comers.send(agent, asked, random.chance(0.85));
          counts.set(status, (counts.get(status) ?? 0) + 1);
          if (problem !== undefined) failures.push(`${asked.path} ${asked.body ?? ''}: ${problem}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
      const told = [...counts]
        .sort()
        .map(([status, count]) => `${status}×${count}`)
        .join(' ');
      console.info(`${name}: ${told} (seed ${SEED})`);
      expect(failures.slice(0, 5), `seed ${SEED}`).toEqual([]);
      expect(unhandled).toEqual([]);
    },
    Math.max(60_000, EACH * 60),
  );
});

/** Those who ask: mostly somebody who may. Whoever loses their right by what they do comes back under another name. */
class Comers {
  readonly #served: Served;
  readonly #route: Route;
  #may: Promise<Record<string, string>> | undefined;

  constructor(served: Served, route: Route) {
    this.#served = served;
    this.#route = route;
  }

  async send(
    agent: Agent,
    asked: FuzzRequest,
    mayCome: boolean,
  ): Promise<{ status: number; problem?: string }> {
    this.#may ??= this.#newcomer();
    const own = mayCome ? await this.#may : {};
    const reply = await send(this.#served.url, agent, this.#route.method, asked, own);
    if (reply.status === 401 && mayCome) this.#may = undefined;
    const problem = problemWith(this.#route, reply);
    return { status: reply.status, ...(problem !== undefined && { problem }) };
  }

  async #newcomer(): Promise<Record<string, string>> {
    const { roles = [], scopes = [], session } = this.#route.access;
    if (session || roles.length > 0) {
      const role: readonly Role[] = roles.length > 0 ? [roles[0]] : [ROLES[0]];
      return (await this.#served.person('qala', role)).headers;
    }
    return scopes.length > 0 ? this.#served.key('qala', KEY_SCOPES) : {};
  }
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A page of the open internet could not be read, which the route says may be. */
function isElsewhere({ problems }: Route, status: number, text: string): boolean {
  const { code } = JSON.parse(text) as { code?: string };
  return (status === 502 || status === 504) && (problems as readonly string[]).includes(`${code}`);
}

/** What is wrong with a reply; undefined when nothing is. */
function problemWith(route: Route, { status, type, text }: Reply): string | undefined {
  if (status >= 500 && status !== 503 && !isElsewhere(route, status, text))
    return `${status} ${text}`;
  if (status >= 400)
    return type.startsWith('application/problem+json') || (status === 503 && route.reply[503])
      ? undefined
      : `${status} is no problem document: ${type} ${text.slice(0, 200)}`;
  const spec = route.reply[status];
  if (spec === undefined) return `${status} is not declared`;
  const schema = spec !== null && isEither(spec) ? spec.json : spec;
  if (schema === null || isMedia(schema) || !type.startsWith('application/json')) return undefined;
  const read = schema.safeParse(JSON.parse(text));
  return read.success ? undefined : `the reply is not as declared: ${read.error.message}`;
}

function send(
  url: string,
  agent: Agent,
  method: string,
  { path, headers, body }: FuzzRequest,
  own: Readonly<Record<string, string>>,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, agent, headers: { ...headers, ...own } });
    sent.on('response', (response) => read(response).then(resolve, reject));
    sent.on('error', reject);
    sent.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Reply> {
  let text = '';
  response.setEncoding('utf8');
  for await (const piece of response) text += piece;
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'] ?? '',
    text,
  };
}
