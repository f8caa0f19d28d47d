import { messageOf } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import {
  changeSource,
  createSource,
  listSources,
} from '../../service/watch/sources/keep-sources.ts';
import { postsFile } from '../../service/watch/sources/posts-file.ts';
import {
  importPosts,
  runSourceNow,
  type SourceRun,
} from '../../service/watch/sources/run-source.ts';
import {
  ChangeWatchSource,
  ImportPostsQuery,
  NewWatchSource,
  PostsTaken,
  WatchSource,
  WatchSourceList,
  WatchSourceParams,
} from '../contract/watch-source.ts';
import { etagOf } from '../etag.ts';
import { route } from '../route.ts';
import { WORKERS } from './readers.ts';

/** Who says what is watched. */
const KEEPERS = ['supervisor', 'investigator', 'admin'] as const;

const POST_FILES = [
  'application/octet-stream',
  'application/json',
  'application/x-ndjson',
  'application/warc',
  'application/gzip',
  'text/csv',
] as const;

const READING = [
  'QRG_WATCH_SOURCE_UNKNOWN',
  'QRG_WATCH_SOURCE_NOT_YOURS',
  'QRG_WATCH_SOURCE_KIND',
  'QRG_WATCH_SOURCE_BUSY',
] as const;

/** How reading a public page may fail. */
const FETCH_PROBLEMS = [
  'QRG_WATCH_ADDRESS',
  'QRG_WATCH_BODY_BIG',
  'QRG_WATCH_CHANNEL',
  'QRG_WATCH_CREDENTIALS',
  'QRG_WATCH_ENCODING',
  'QRG_WATCH_FEED',
  'QRG_WATCH_HEADERS_BIG',
  'QRG_WATCH_HOST',
  'QRG_WATCH_INPUT',
  'QRG_WATCH_LATER',
  'QRG_WATCH_PORT',
  'QRG_WATCH_QUEUE',
  'QRG_WATCH_REDIRECTS',
  'QRG_WATCH_ROBOTS',
  'QRG_WATCH_SCHEME',
  'QRG_WATCH_SITEMAP',
  'QRG_WATCH_STATUS',
  'QRG_WATCH_TIME',
  'QRG_WATCH_TYPE',
  'QRG_WATCH_UNREACHABLE',
  'QRG_WATCH_URL',
  'QRG_WATCH_XML',
  'QRG_WATCH_XML_DTD',
] as const;

/** And a file. */
const FILE_PROBLEMS = [
  'QRG_WATCH_FILE_BIG',
  'QRG_WATCH_EXPORT',
  'QRG_WATCH_ROW_COLUMNS',
  'QRG_LIST_JSON',
  'QRG_WATCH_WARC',
] as const;

const taken = ({ rejects, ...run }: SourceRun, language: Language) => ({
  ...run,
  rejects: rejects.map((reject) => ({
    line: reject.line,
    code: reject.code,
    message: messageOf(reject, language),
  })),
});

const all = route({
  method: 'GET',
  path: '/v1/watch-sources',
  tag: 'posts',
  summary: 'Where posts are looked for, and how each of these places is',
  access: { roles: [...WORKERS, 'admin'] },
  reply: { 200: WatchSourceList },
  handler: async ({ principal, language }, { watch }) => ({
    status: 200,
    body: { items: await listSources(watch, principal, language) },
  }),
});

const create = route({
  method: 'POST',
  path: '/v1/watch-sources',
  tag: 'posts',
  summary: 'Watch another public place, or take posts of another kind of file',
  access: { roles: KEEPERS },
  body: NewWatchSource,
  repeatable: 'answer',
  reply: { 201: WatchSource },
  problems: [
    'QRG_WATCH_SOURCE_NOT_YOURS',
    'QRG_WATCH_SOURCE_URL',
    'QRG_WATCH_SOURCE_NAME_TAKEN',
    'QRG_WATCH_SOURCES_MANY',
  ],
  handler: async ({ body, principal, language }, { watch }) => {
    const source = await createSource(watch, principal, body, language);
    const location = `/v1/watch-sources/${source.sourceId}`;
    return { status: 201, body: source, headers: { location, etag: etagOf(source.version) } };
  },
});

const change = route({
  method: 'PATCH',
  path: '/v1/watch-sources/:sourceId',
  tag: 'posts',
  summary: 'Change, pause or resume a source',
  access: { roles: KEEPERS },
  params: WatchSourceParams,
  body: ChangeWatchSource,
  ifMatch: true,
  reply: { 200: WatchSource },
  problems: [
    'QRG_WATCH_SOURCE_UNKNOWN',
    'QRG_WATCH_SOURCE_NOT_YOURS',
    'QRG_WATCH_SOURCE_CHANGED',
    'QRG_WATCH_SOURCE_URL',
    'QRG_WATCH_SOURCE_NAME_TAKEN',
  ],
  handler: async ({ params, version, body, principal, language }, { watch }) => {
    const source = await changeSource(watch, principal, params.sourceId, version, body, language);
    return { status: 200, body: source, headers: { etag: etagOf(source.version) } };
  },
});

const run = route({
  method: 'POST',
  path: '/v1/watch-sources/:sourceId/run',
  tag: 'posts',
  summary: 'Look at a source now',
  access: { roles: KEEPERS },
  params: WatchSourceParams,
  lane: 'streams',
  reply: { 200: PostsTaken },
  problems: [...READING, ...FETCH_PROBLEMS],
  handler: async ({ params, principal, language, gone }, { watch }) => ({
    status: 200,
    body: taken(await runSourceNow(watch, principal, params.sourceId, gone), language),
  }),
});

const upload = route({
  method: 'POST',
  path: '/v1/watch-sources/:sourceId/files',
  tag: 'posts',
  summary: 'Take posts of a file: a Telegram export, rows as CSV or JSON, WARC',
  access: { roles: KEEPERS },
  params: WatchSourceParams,
  query: ImportPostsQuery,
  stream: { types: POST_FILES },
  lane: 'streams',
  reply: { 200: PostsTaken },
  problems: [...READING, ...FILE_PROBLEMS],
  handler: async ({ params, query, principal, language, stream, gone }, { watch }) => {
    const file = await postsFile(query.name, stream);
    const done = await importPosts(watch, principal, params.sourceId, file, gone);
    return { status: 200, body: taken(done, language) };
  },
});

export const WATCH_SOURCE_ROUTES = [all, create, change, run, upload];
