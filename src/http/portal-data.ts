import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lessonsJson, loadLessons } from '../service/academy/lessons/load-lessons.ts';
import { helpJson, lawJson } from '../service/portal/help/load-help.ts';
import { loadLexicon } from '../service/watch/lexicon/load-reader.ts';
import { PAGE_HEADERS } from './security-headers.ts';

/** Who makes each file of data for pages that work without a network: JSON of one object, from the folder data/. */
const MAKERS = {
  /** With what a technique is in plain words: whoever checks an offer needs no whole lessons. */
  lexicon: async () => {
    const [lexicon, { techniques }] = await Promise.all([loadLexicon(), loadLessons()]);
    return JSON.stringify({ techniques, ...lexicon });
  },
  lessons: lessonsJson,
  help: helpJson,
  law: lawJson,
} as const satisfies Readonly<Record<string, () => Promise<string>>>;

export type PortalDataName = keyof typeof MAKERS;
export const PORTAL_DATA = Object.keys(MAKERS) as readonly PortalDataName[];

interface DataFile {
  /** 16 hex digits of the hash of its text; stands in it as `edition`, too, where it has none of its own. */
  readonly edition: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

let made: Promise<ReadonlyMap<PortalDataName, DataFile>> | undefined;

/** All files, made once in the life of a process: data/ is read at the start. Throws what their loaders throw. */
function allFiles(): Promise<ReadonlyMap<PortalDataName, DataFile>> {
  made ??= Promise.all(
    PORTAL_DATA.map(async (name) => [name, await dataFile(await MAKERS[name]())] as const),
  ).then((files) => new Map(files));
  return made;
}

const compressBr = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Of 11: the last two steps cost seconds of every start and win 2 %. */
const BROTLI_QUALITY = 9;

async function dataFile(text: string): Promise<DataFile> {
  const edition = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const hasOwn = /"edition":"[^"]*"\}$/.test(text);
  const plain = Buffer.from(hasOwn ? text : text.replace('{', `{"edition":"${edition}",`));
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  const [br, gz] = await Promise.all([compressBr(plain, { params }), compressGzip(plain)]);
  return { edition, plain, br, gzip: gz };
}

/** Serves `/portal/data/<name>.json`: compressed once, asked for again by its edition. */
export async function servePortalData(app: FastifyInstance): Promise<void> {
  for (const [name, file] of await allFiles())
    app.get(`/portal/data/${name}.json`, (request, reply) => sendData(file, request, reply));
}

/**
 * Serves `/portal/worker.js`, the service worker of a built portal, with the editions of the data before it: the browser
 * compares its bytes, so that new data reaches every phone as a new version does.
 */
export async function servePortalWorker(app: FastifyInstance, portalRoot: string): Promise<void> {
  const worker = await readFile(join(portalRoot, 'worker.js'), 'utf8').catch(() => undefined);
  if (worker === undefined) return;
  const editions = [...(await allFiles())].map(([name, { edition }]) => [name, edition]);
  const text = `const DATA=${JSON.stringify(editions)};\n${worker}`;
  app.get('/portal/worker.js', (_, reply) =>
    reply
      .headers(PAGE_HEADERS)
      .header('cache-control', 'no-cache')
      .type('text/javascript; charset=utf-8')
      .send(text),
  );
}

function sendData(file: DataFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const taken = request.headers['accept-encoding'] ?? '';
  const coding = /\bbr\b/.test(taken) ? 'br' : /\bgzip\b/.test(taken) ? 'gzip' : 'plain';
  // One validator a form of the bytes, as RFC 9110 8.8.1 wants of a strong one.
  const etag = `"${file.edition}-${coding}"`;
  reply
    .headers(PAGE_HEADERS)
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-encoding')
    .header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  if (coding !== 'plain') reply.header('content-encoding', coding);
  return reply.type('application/json; charset=utf-8').send(file[coding]);
}
