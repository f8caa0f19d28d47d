import { capturePackage, listCaptures, sealPage } from '../../service/watch/takedowns/captures.ts';
import {
  CapturedPostParams,
  CapturePage,
  CaptureParams,
  CaptureQuery,
  CaptureTaken,
} from '../contract/takedown.ts';
import { route } from '../route.ts';
import { WORKERS } from './readers.ts';

const list = route({
  method: 'GET',
  path: '/v1/posts/:postId/captures',
  tag: 'posts',
  summary: 'Sealed copies of a post, latest first',
  access: { roles: WORKERS },
  params: CapturedPostParams,
  query: CaptureQuery,
  reply: { 200: CapturePage },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal }, { takedowns }) => ({
    status: 200,
    body: await listCaptures(takedowns, principal, params.postId, query),
  }),
});

const seal = route({
  method: 'POST',
  path: '/v1/posts/:postId/captures',
  tag: 'posts',
  summary: 'Fetch the page of a post now and seal what comes',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  params: CapturedPostParams,
  reply: { 201: CaptureTaken },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_TAKEDOWN_ADDRESS', 'QRG_TAKEDOWN_NO_ANSWER'],
  handler: async ({ params, principal }, { takedowns }) => ({
    status: 201,
    body: await sealPage(takedowns, principal, params.postId),
  }),
});

/** What a sealed package is. */
const PACKAGE = 'application/zip';

const download = route({
  method: 'GET',
  path: '/v1/captures/:captureId/package',
  tag: 'posts',
  summary: 'The package of a sealed copy, for anybody to verify; the look is written down',
  access: { roles: WORKERS },
  params: CaptureParams,
  reply: { 200: { media: PACKAGE, description: 'What `qorgan evidence verify` reads' } },
  problems: ['QRG_TAKEDOWN_CAPTURE_UNKNOWN'],
  handler: async ({ params: { captureId }, principal }, { takedowns }) => {
    const { bytes, sha256 } = await capturePackage(takedowns, principal, captureId);
    const name = `qorgan-capture-${captureId}-${sha256.slice(0, 12)}.zip`;
    return {
      status: 200,
      stream: chunks(bytes),
      headers: { 'content-disposition': `attachment; filename="${name}"` },
    };
  },
});

const CHUNK_BYTES = 65_536;

/** Bytes in pieces that one slow reader cannot hold all of at once in a socket. */
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    yield bytes.subarray(from, from + CHUNK_BYTES);
}

export const CAPTURE_ROUTES = [list, seal, download];
