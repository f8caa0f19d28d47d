import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HTTP_LIMITS } from '../src/http/limits.ts';
import { type Access, type Route, TAGS, type Tag } from '../src/http/route.ts';
import { ROUTES } from '../src/http/routes.ts';
import { SETTINGS } from '../src/service/configuration/settings.ts';
import { cell, writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/http-api.md: words from the introduction beside this script, routes and limits from the code.
 * usage: node scripts/run.mjs scripts/routes-reference.ts [--check]
 */
export const HTTP_PAGE = join(import.meta.dirname, '..', 'docs', 'reference', 'http-api.md');
const INTRO = join(import.meta.dirname, 'routes-reference.intro.md');

const TITLES: Readonly<Record<Tag, string>> = {
  decisions: 'Decisions',
  alerts: 'Alerts',
  accounts: 'Accounts and traces',
  networks: 'Networks',
  customers: 'Customers',
  risk: 'Parameters of risk',
  lists: 'Lists',
  holds: 'Holds',
  cases: 'Cases',
  filings: 'Notices to the financial monitoring body',
  packages: 'Packages and partners',
  law: 'Law: provisions on a day, what changed, how a case stands against them',
  posts: 'Posts and their sealed copies',
  takedowns: 'Requests to take pages down',
  portal: 'Portal: what anybody may ask without signing in',
  classes: 'Classes of teachers',
  session: 'Session',
  people: 'Users, institutions, keys',
  audit: 'The record of acts',
  service: 'The service itself',
};

export function routesReference(
  routes: readonly Route[] = ROUTES,
  intro = readFileSync(INTRO, 'utf8'),
): string {
  return intro
    .replace('<!-- limits -->', () => limitsTable())
    .replace('<!-- routes -->', () => TAGS.map((tag) => section(tag, routes)).join('\n\n'));
}

function section(tag: Tag, routes: readonly Route[]): string {
  const rows = routes.filter((route) => route.tag === tag).map(row);
  const head = ['| route | what it does | roles | scopes |', '|---|---|---|---|'];
  return [`### ${TITLES[tag]}`, '', ...head, ...rows].join('\n');
}

function row({ method, path, summary, access, ifMatch, repeatable }: Route): string {
  const marks = `${repeatable ? ' ⟳' : ''}${ifMatch ? ' ✎' : ''}`;
  return `| \`${method} ${path}\`${marks} | ${cell(summary)} | ${people(access)} | ${words(access.scopes)} |`;
}

function people({ roles, session, public: open }: Access): string {
  if (open) return 'public';
  return session ? 'session' : words(roles);
}

const words = (all: readonly string[] | undefined): string =>
  (all ?? []).map((word) => `\`${word}\``).join(' ');

/** Bounds that whoever calls may meet. Those of the configuration are told with what is built in. */
function limitsTable(): string {
  const bodyOf = (path: string): number =>
    ROUTES.find((route) => route.path === path)?.bodyMost ?? HTTP_LIMITS.bodyMost;
  const built = (key: keyof typeof SETTINGS): number =>
    Number(SETTINGS[key].shape.parse(undefined));
  const rows: readonly (readonly [what: string, bound: string])[] = [
    ['Body of `POST /v1/decisions`', size(bodyOf('/v1/decisions'))],
    [
      'Any other body that is no stream',
      `${size(HTTP_LIMITS.bodyMost)}, here within ${time(HTTP_LIMITS.bodyMs)}`,
    ],
    [
      'A stream',
      `${size(HTTP_LIMITS.streamMost)}, silent for at most ${time(HTTP_LIMITS.streamIdleMs)}`,
    ],
    ['Headers', `here within ${time(HTTP_LIMITS.headersMs)}`],
    ['Requests for decisions at once', `${built('requestsMax')} (\`requestsMax\`)`],
    ['Transfers taken in and not yet answered', `${built('waitingMax')} (\`waitingMax\`)`],
    ['Other requests at once', String(HTTP_LIMITS.recordsAtOnce)],
    [
      'Requests at once of those who did not sign in',
      `${HTTP_LIMITS.strangersAtOnce}, and ${HTTP_LIMITS.picturesAtOnce} pictures on their way`,
    ],
    ['Streams of rows at once', String(HTTP_LIMITS.streamsAtOnce)],
    [
      'Streams of alerts at once',
      `${HTTP_LIMITS.listenersMost}, of one person or key ${HTTP_LIMITS.listenersEach}`,
    ],
    ['Transfers a second of one key', `${built('keyPerSecond')} (\`keyPerSecond\`)`],
    ['Connections', String(HTTP_LIMITS.connectionsMost)],
  ];
  return ['| | |', '|---|---|', ...rows.map(([what, bound]) => `| ${what} | ${bound} |`)].join(
    '\n',
  );
}

function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const power = Math.floor(Math.log2(bytes) / 10);
  return `${bytes / 1024 ** power} ${units[power]}`;
}

const time = (ms: number): string => (ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(HTTP_PAGE, routesReference(), process.argv);
