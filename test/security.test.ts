import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../src/http/routes.ts';
import { type Seeded, type SeededPosts, seedBank, seedPosts } from '../src/http/seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from '../src/http/served.fixture.ts';
import { KEY_SCOPES, type KeyScope, ROLES, type Role } from '../src/service/access/role.ts';
import { describeOnStores } from '../src/store/test-stores.ts';

/** People by letter: a nalyst, s upervisor, i nvestigator, l iaison, a u ditor, a d min. */
const PEOPLE: Readonly<Record<string, Role>> = {
  a: 'analyst',
  s: 'supervisor',
  i: 'investigator',
  l: 'liaison',
  u: 'auditor',
  d: 'admin',
};

/**
 * Who may, route by route, written by hand and not read from the routes: a change there must be meant here too.
 * Method and path | people | scopes of keys. 'all': nobody needs to sign in; 'session': whoever has signed in.
 */
const TABLE = `
POST /v1/decisions | | decisions:write
POST /v1/transfers | | transfers:write
GET /v1/rules | asilud | decisions:write alerts:read
GET /v1/alerts | asilu | alerts:read
GET /v1/alerts/stream | asilu | alerts:read
GET /v1/alerts/:alertId | asilu | alerts:read
PATCH /v1/alerts/:alertId | asi |
POST /v1/accounts/find | asil | trace:read
GET /v1/accounts/:ref | asil |
GET /v1/accounts/:ref/timeline | asilu | trace:read
GET /v1/accounts/:ref/lots | asilu | trace:read
GET /v1/trace | asil | trace:read
GET /v1/networks | asilu | networks:read
GET /v1/networks/:networkId | asilu | networks:read
POST /v1/customers | | customers:write
POST /v1/customers/bulk | | customers:write
GET /v1/customers | asi |
GET /v1/customers/:customerId | asi |
GET /v1/customers/:customerId/ratings | asi |
GET /v1/customers/:customerId/links | asi |
GET /v1/customers/:customerId/decisions | asi |
POST /v1/customers/:customerId/review | as |
POST /v1/customers/:customerId/approval | s |
GET /v1/risk/parameters | asilud |
POST /v1/risk/parameters/preview | sd |
POST /v1/risk/parameters | sd |
GET /v1/lists | asilud | lists:read lists:write
POST /v1/lists | sld | lists:write
GET /v1/lists/:listId/versions | asilud | lists:read lists:write
POST /v1/lists/:listId/versions | sld | lists:write
GET /v1/lists/:listId/versions/:number/preview | asilud | lists:write
GET /v1/lists/:listId/versions/:number/faults | asilud | lists:write
GET /v1/lists/:listId/versions/:number/entries | asilu | lists:read
GET /v1/lists/:listId/versions/:number/file | sld |
POST /v1/lists/:listId/versions/:number/activate | sld | lists:write
POST /v1/lists/:listId/withdraw | sld | lists:write
GET /v1/list-entries/:entryId | asil |
GET /v1/listed | asil | lists:read
GET /v1/list-hits | asilu | lists:read
POST /v1/list-hits/:hitId/decision | as |
GET /v1/holds | asilu | holds:read
GET /v1/holds/:holdId | asil |
POST /v1/holds | as |
POST /v1/holds/:holdId/acts | asl |
POST /v1/holds/:holdId/code | as |
GET /v1/hold-tasks | s | holds:read holds:write
POST /v1/hold-tasks/:outboxId/done | s | holds:write
GET /v1/posts | asil |
GET /v1/posts/:postId | asil |
POST /v1/posts/:postId/reveal | asil |
POST /v1/posts/:postId/review | asi |
GET /v1/posts/:postId/reviews | asil |
GET /v1/post-reviews | id |
GET /v1/post-hits | asil |
POST /v1/post-hits/:hitId/decision | as |
GET /v1/accounts/:ref/posts | asil |
GET /v1/networks/:networkId/posts | asil |
GET /v1/networks/:networkId/campaigns | asil |
GET /v1/watch-sources | asild |
POST /v1/watch-sources | sid |
PATCH /v1/watch-sources/:sourceId | sid |
POST /v1/watch-sources/:sourceId/run | sid |
POST /v1/watch-sources/:sourceId/files | sid |
GET /v1/campaigns | asil |
GET /v1/campaigns/:campaignId | asil |
GET /v1/stop-contacts | asil |
POST /v1/stop-contacts | si |
POST /v1/stop-contacts/:hash/lift | si |
GET /v1/known-contacts | all |
GET /v1/known-contacts/:prefix | all |
POST /v1/reports | all |
GET /v1/reports/:receipt | all |
GET /v1/reports/:receipt/talk | all |
POST /v1/reports/:receipt/answers | all |
POST /v1/reports/:receipt/pictures | all |
GET /v1/posts/:postId/report | asil |
POST /v1/posts/:postId/report/reveal | asil |
POST /v1/posts/:postId/report/questions | asi |
POST /v1/posts/:postId/report/mutes | asi |
POST /v1/report-mutes/:muteId/lift | asi |
GET /v1/report-pictures/:pictureId | asil |
GET /v1/figures | all |
GET /v1/proofs/:purpose | all |
POST /v1/held | all |
POST /v1/held/explanations | all |
POST /v1/held/appeals | all |
POST /v1/classes | all |
POST /v1/classes/look | all |
POST /v1/classes/step | all |
POST /v1/classes/results | all |
POST /v1/classes/rows | all |
POST /v1/classes/remove | all |
POST /v1/classes/:code/learners | all |
GET /v1/classes/:code/learners/:learner | all |
PUT /v1/classes/:code/learners/:learner/answers | all |
GET /v1/materials/:name | all |
GET /v1/posts/:postId/captures | asil |
POST /v1/posts/:postId/captures | asi |
GET /v1/captures/:captureId/package | asil |
GET /v1/takedowns | asil |
GET /v1/takedowns/:takedownId | asil |
GET /v1/takedown-channels | asil |
GET /v1/posts/:postId/takedown-options | asil |
POST /v1/takedowns | ai |
PATCH /v1/takedowns/:takedownId | ai |
POST /v1/takedowns/:takedownId/acts | asil |
GET /v1/takedowns/:takedownId/letter | asil |
GET /v1/takedowns/:takedownId/appeals | asil |
POST /v1/takedowns/:takedownId/appeals | asil |
POST /v1/takedowns/:takedownId/appeals/:appealId/decision | si |
GET /v1/takedown-measures | asil |
GET /v1/cases | asilu |
POST /v1/cases | asil |
GET /v1/cases/:caseId | asilu |
GET /v1/cases/:caseId/changes | asilu |
PATCH /v1/cases/:caseId | asil |
POST /v1/cases/:caseId/acts | asil |
GET /v1/cases/:caseId/files | asilu |
POST /v1/cases/:caseId/files | asil |
GET /v1/cases/:caseId/files/:fileId | asil |
GET /v1/case-people | asil |
GET /v1/case-terms | asilu |
GET /v1/case-feedback | asilu |
GET /v1/case-feedback/rules | asilud |
GET /v1/case-feedback/training | sid |
GET /v1/cases/:caseId/timeline | asilu |
GET /v1/cases/:caseId/graph | asilu |
GET /v1/cases/:caseId/entities | asilu |
GET /v1/cases/:caseId/statements | asil |
POST /v1/cases/:caseId/statements | asi |
POST /v1/cases/statements | asi |
GET /v1/law/offences | asilu |
GET /v1/law/offences/:offenceId | asilu |
GET /v1/law/compare | asilu |
GET /v1/cases/:caseId/qualification | asilu |
GET /v1/cases/:caseId/qualification/draft | asilu |
GET /v1/filings | asilu |
POST /v1/filings | asi |
GET /v1/filings/form | asilu |
GET /v1/filings/sign-codes | asilu |
PUT /v1/filings/sign-codes | s |
GET /v1/filings/settings | asi |
PUT /v1/filings/settings | s |
GET /v1/filings/thresholds | asi |
POST /v1/filings/thresholds | s |
GET /v1/filings/:filingId | asilu |
PATCH /v1/filings/:filingId | asi |
POST /v1/filings/:filingId/acts | asi |
GET /v1/filings/:filingId/xml | asi |
GET /v1/filings/:filingId/pdf | asi |
GET /v1/filings/:filingId/signing-data | asi |
POST /v1/filings/:filingId/signed | asi |
POST /v1/filings/:filingId/acknowledgement | asi |
POST /v1/filings/:filingId/correction | asi |
POST /v1/filings/:filingId/replacement | asi |
POST /v1/afm-requests | asi |
GET /v1/cases/:caseId/afm-requests | asi |
POST /v1/afm-requests/:requestId/answer | asi |
GET /v1/afm-requests/:requestId/answer | asi |
GET /v1/packages | asilu |
GET /v1/package-options | asilu |
POST /v1/package-previews | ail |
POST /v1/packages | ail |
POST /v1/packages/import | ail |
GET /v1/packages/:packageId | asilu |
PATCH /v1/packages/:packageId | ail |
POST /v1/packages/:packageId/acts | asil |
GET /v1/packages/:packageId/file | asil |
GET /v1/packages/:packageId/imported | asilu |
POST /v1/packages/:packageId/known-answer | ail |
GET /v1/cases/:caseId/imported | asilu |
GET /v1/partners | asilud |
GET /v1/partners/:partnerId | asilud |
POST /v1/partners | ld |
PATCH /v1/partners/:partnerId | ld |
POST /v1/partners/:partnerId/key | ld |
GET /v1/session | all |
POST /v1/session/setup | all |
POST /v1/session | all |
POST /v1/session/code | session |
DELETE /v1/session | session |
GET /v1/session/me | session |
POST /v1/session/totp | session |
POST /v1/session/totp/confirm | session |
POST /v1/session/recovery-codes | session |
POST /v1/session/password | session |
POST /v1/session/set-password | all |
GET /v1/sessions | session |
DELETE /v1/sessions/:sessionId | session |
DELETE /v1/sessions | session |
GET /v1/session/oidc | all |
GET /v1/session/oidc/return | all |
GET /v1/users | d |
POST /v1/users | d |
POST /v1/users/:userId/disable | d |
POST /v1/users/:userId/enable | d |
POST /v1/users/:userId/reset-codes | d |
POST /v1/users/:userId/reset-password | d |
PUT /v1/users/:userId/roles/:role | d |
DELETE /v1/users/:userId/roles/:role | d |
GET /v1/institutions | asilud |
POST /v1/institutions | d |
GET /v1/keys | d |
POST /v1/keys | d |
DELETE /v1/keys/:keyId | d |
GET /v1/audit | u |
GET /v1/audit/verify | ud |
GET /healthz | all |
GET /readyz | all |
GET /metrics | d | metrics:read
GET /openapi.json | all |
`;

interface Page {
  readonly items: readonly unknown[];
}

interface Line {
  readonly method: string;
  readonly path: string;
  readonly kind: 'all' | 'session' | 'some';
  readonly roles: ReadonlySet<Role>;
  readonly scopes: ReadonlySet<KeyScope>;
}

const LINES: readonly Line[] = TABLE.trim()
  .split('\n')
  .map((text) => {
    const [route, people = '', scopes = ''] = text.split('|').map((part) => part.trim());
    const [method, path] = route.split(' ');
    const kind = people === 'all' || people === 'session' ? people : 'some';
    return {
      method,
      path,
      kind,
      roles: new Set(kind === 'some' ? [...people].map((letter) => PEOPLE[letter]) : []),
      scopes: new Set(scopes.split(' ').filter(Boolean) as KeyScope[]),
    };
  });

/** An address of the route in which nothing is found: who may is told before what is there. */
const addressOf = ({ path }: Line): string =>
  path.replace(':role', 'analyst').replace(/:\w+/g, '999999999');

const isUnsafe = ({ method }: Line): boolean => method !== 'GET';
/** Their answer has no end. */
const isEndless = ({ path }: Line): boolean => path.endsWith('/stream');

test('the table speaks of every route and of no other', () => {
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`).sort();
  expect(LINES.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes);
});

describeOnStores('who may what, over HTTP', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let seeded: Seeded;
  let posts: SeededPosts;
  const people = new Map<Role, SignedInPerson>();
  const keys = new Map<KeyScope, { readonly authorization: string }>();

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    await served.institution('qala');
    await served.institution('dala');
    seeded = await seedBank(served, 'qala');
    posts = await seedPosts(served, 'qala');
    for (const role of ROLES) people.set(role, await served.person('qala', [role]));
    for (const scope of KEY_SCOPES) keys.set(scope, await served.key('qala', [scope]));
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  /** Status and code of a refusal; a stream is left as soon as its headers are there. */
  async function outcome(
    line: Line,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ status: number; code: string }> {
    const response = await served.ask(line.method, addressOf(line), headers);
    if (isEndless(line) && response.status === 200) {
      await response.body?.cancel();
      return { status: 200, code: '' };
    }
    const text = await response.text();
    const isProblem = response.headers.get('content-type')?.includes('problem') === true;
    return { status: response.status, code: isProblem ? JSON.parse(text).code : '' };
  }

  const isRefused = ({ status, code }: { status: number; code: string }): boolean =>
    status === 401 || (status === 403 && code === 'QRG_NOT_ALLOWED');

  const some = LINES.filter(({ kind }) => kind === 'some');

  test('each route, each role', async () => {
    const wrong: string[] = [];
    for (const line of some)
      for (const [role, { headers }] of people) {
        const said = await outcome(line, headers);
        if (isRefused(said) === line.roles.has(role) || said.status >= 500)
          wrong.push(`${role} ${line.method} ${line.path}: ${said.status} ${said.code}`);
      }
    expect(wrong).toEqual([]);
  });

  test('each route, a key with each scope', async () => {
    const wrong: string[] = [];
    for (const line of LINES.filter(({ kind }) => kind !== 'all'))
      for (const [scope, headers] of keys) {
        const said = await outcome(line, headers);
        if (isRefused(said) === line.scopes.has(scope) || said.status >= 500)
          wrong.push(`${scope} ${line.method} ${line.path}: ${said.status} ${said.code}`);
      }
    expect(wrong).toEqual([]);
  });

  test('each route, somebody who has not signed in, or owes the second factor', async () => {
    const owing = await served.person('qala', ['admin'], 'password');
    const wrong: string[] = [];
    for (const line of LINES.filter(({ kind }) => kind !== 'all')) {
      const stranger = await outcome(line, {});
      if (stranger.status !== 401) wrong.push(`stranger ${line.method} ${line.path}`);
      if (line.kind !== 'some') continue;
      const half = await outcome(line, owing.headers);
      if (half.code !== 'QRG_SECOND_FACTOR_NEEDED') wrong.push(`owing ${line.method} ${line.path}`);
    }
    expect(wrong).toEqual([]);
  });

  test('each unsafe route: no act without the mark of the own session, or from another site', async () => {
    const { headers } = await served.person('qala', ['supervisor']);
    const other = await served.person('qala', ['supervisor']);
    const wrong: string[] = [];
    for (const line of LINES.filter(isUnsafe)) {
      const forged = [
        [{ cookie: headers.cookie }, 'QRG_CSRF'],
        [{ cookie: headers.cookie, 'x-csrf-token': other.headers['x-csrf-token'] }, 'QRG_CSRF'],
        [{ ...headers, origin: 'https://elsewhere.example' }, 'QRG_OTHER_SITE'],
      ] as const;
      for (const [told, code] of forged) {
        const said = await outcome(line, told);
        if (said.status !== 403 || said.code !== code)
          wrong.push(`${line.method} ${line.path}: ${said.status} ${said.code}, not ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("another institution's records are not there", async () => {
    const { headers } = await served.person('dala', ['analyst']);
    const addresses = [
      `/v1/alerts/${seeded.alertId}`,
      `/v1/accounts/${seeded.listed}`,
      `/v1/accounts/${seeded.listed}/timeline`,
      `/v1/networks/${seeded.networkId}`,
      `/v1/trace?account=${seeded.listed}&direction=down`,
      `/v1/customers/${seeded.customerId}`,
      `/v1/customers/${seeded.customerId}/ratings`,
      `/v1/customers/${seeded.customerId}/links`,
      `/v1/customers/${seeded.customerId}/decisions`,
      `/v1/accounts/${seeded.listed}/posts`,
      `/v1/posts/${posts.postIds[0]}`,
      `/v1/posts/${posts.postIds[0]}/reviews`,
      `/v1/posts/${posts.postIds[0]}/captures`,
      `/v1/campaigns/${posts.campaignId}`,
      `/v1/networks/${seeded.networkId}/posts`,
      `/v1/networks/${seeded.networkId}/campaigns`,
    ];
    for (const address of addresses) {
      const response = await served.ask('GET', address, headers);
      expect([address, response.status]).toEqual([address, 404]);
    }
    const lists = ['alerts', 'networks', 'holds', 'customers', 'posts', 'campaigns', 'post-hits'];
    for (const address of lists.map((list) => `/v1/${list}`)) {
      const response = await served.ask('GET', address, headers);
      expect([address, await response.json()]).toEqual([address, { items: [], next: null }]);
    }
    const own = people.get('analyst')!;
    expect((await served.ask('GET', `/v1/alerts/${seeded.alertId}`, own.headers)).status).toBe(200);
  });

  test('words of SQL in every place where words are taken stay words', async () => {
    const { headers } = people.get('supervisor')!;
    const words = [
      "' OR 1=1 --",
      '1; DROP TABLE transfers',
      '%27%20UNION%20SELECT',
      '\u0000',
      '$1',
    ];
    for (const word of words) {
      const text = encodeURIComponent(word);
      for (const path of [
        `/v1/alerts?status=${text}`,
        `/v1/alerts?cursor=${text}`,
        `/v1/alerts/${text}`,
        `/v1/networks/${text}`,
        `/v1/accounts/${text}`,
        `/v1/customers?externalId=${text}`,
        `/v1/lists?cursor=${text}`,
        `/v1/posts?text=${text}`,
        `/v1/posts?cursor=${text}`,
        `/v1/campaigns?cursor=${text}`,
        `/v1/post-hits?cursor=${text}`,
        `/v1/reports/${text}`,
      ]) {
        const response = await served.ask('GET', path, headers);
        // Refused, or looked for as it stands and not found.
        const found = response.status === 200 ? ((await response.json()) as Page).items : [];
        expect([path, response.status < 500, found]).toEqual([path, true, []]);
      }
    }
    const alerts = await served.ask('GET', '/v1/alerts', headers);
    expect(((await alerts.json()) as Page).items.length).toBeGreaterThan(0);
  });
});
