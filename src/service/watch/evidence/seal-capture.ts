import { type Problem, QorganError, type Result } from '../../../domain/errors/catalogue.ts';
import {
  MOST_PACKAGE_BYTES,
  type PackageFile,
  packArchive,
} from '../../../watch/evidence/archive.ts';
import { utf8 } from '../../../watch/evidence/bytes.ts';
import type { CaptureReason, CaptureRecord } from '../../../watch/evidence/capture-record.ts';
import { type Done, writeLog } from '../../../watch/evidence/event-log.ts';
import { writeManifest } from '../../../watch/evidence/manifest.ts';
import { postRecordOf } from '../../../watch/evidence/post-record.ts';
import { writeWarc } from '../../../watch/evidence/warc.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import type { SourcePost } from '../../../watch/sources/source-post.ts';
import { packageVersion } from '../../package-root.ts';
import { digest } from './digest.ts';
import type { EvidenceKey } from './evidence-key.ts';
import type { Screenshot } from './screenshot.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

/** What is to be sealed. */
export interface Capture {
  readonly fetched: Fetched;
  /** What was read out of it; undefined where the page holds no post (any more). */
  readonly post?: SourcePost | undefined;
  readonly cause: CaptureReason;
  /** Who or what makes the capture: a person's login, or the source that was watched. */
  readonly operator: string;
  /** Where the request left to the open internet, if the operator told. */
  readonly exit?: string | undefined;
  /** How it looks, or why that is not known; undefined where no browser is configured. */
  readonly screenshot?: Result<Screenshot> | undefined;
  /** SHA-256 of the package that showed the same post before. */
  readonly previousPackage?: string | undefined;
  /** Epoch ms of the sealing. */
  readonly at: number;
}

export interface SealedPackage {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
  readonly timestamped: boolean;
  readonly hasScreenshot: boolean;
  /** Why there is no time stamp though a service is configured: the capture can be made again. */
  readonly timestampProblem: Problem | undefined;
}

/**
 * Closes a capture into one file that anybody can check without Qorgan's store: see docs/reference/evidence-package.md. Where the
 * time-stamping service fails, the package is closed all the same and calls itself untimestamped.
 * Throws QRG_EVIDENCE_BIG.
 */
export async function sealCapture(
  capture: Capture,
  key: EvidenceKey,
  authority?: TimestampAuthority,
): Promise<SealedPackage> {
  if (authority === undefined) return close(capture, sign(capture, key, { reason: null }));
  const stamped = sign(capture, key, 'stamped');
  const token = await authority.stamp(digest(stamped.signature));
  if (!token.ok)
    return close(capture, sign(capture, key, { reason: token.problem.code }), token.problem);
  return close(capture, {
    ...stamped,
    files: [
      ...stamped.files,
      { name: 'timestamp.tsr', bytes: token.value },
      // A token has bytes that its own signature does not reach; this one reaches all of them.
      { name: 'timestamp.sig', bytes: key.sign(token.value) },
    ],
  });
}

/** Whether a token is to come; where not, the code of what went wrong, null when no service is configured. */
type Stamp = 'stamped' | { readonly reason: string | null };

interface Signed {
  readonly files: readonly PackageFile[];
  readonly signature: Uint8Array;
}

function sign(capture: Capture, key: EvidenceKey, stamp: Stamp): Signed {
  const log = writeLog(doneFor(capture, stamp));
  const files: PackageFile[] = [
    { name: 'raw.bin', bytes: capture.fetched.bytes },
    { name: 'capture.json', bytes: json(recordOf(capture, stamp)) },
    {
      name: 'record.warc',
      bytes: writeWarc(capture.fetched, `qorgan/${packageVersion()}`, digest),
    },
    { name: 'events.jsonl', bytes: log.bytes },
    { name: 'public-key.pem', bytes: utf8(key.publicKey.pem) },
  ];
  if (capture.post) files.push({ name: 'post.json', bytes: json(postRecordOf(capture.post)) });
  if (capture.screenshot?.ok)
    files.push({ name: 'screenshot.png', bytes: capture.screenshot.value.png });
  const told = { sealedAt: capture.at, key: key.publicKey.fingerprint, events: log.end };
  const manifest = writeManifest(files, told, digest);
  const signature = key.sign(manifest);
  return {
    files: [
      ...files,
      { name: 'manifest.json', bytes: manifest },
      { name: 'manifest.sig', bytes: signature },
    ],
    signature,
  };
}

function close(
  { screenshot }: Capture,
  { files }: Signed,
  timestampProblem?: Problem,
): SealedPackage {
  const bytes = packArchive(files);
  if (bytes.length > MOST_PACKAGE_BYTES)
    throw new QorganError('QRG_EVIDENCE_BIG', { most: MOST_PACKAGE_BYTES });
  return {
    bytes,
    sha256: digest(bytes),
    timestamped: files.some(({ name }) => name === 'timestamp.tsr'),
    hasScreenshot: screenshot?.ok ?? false,
    timestampProblem,
  };
}

const json = (content: unknown): Uint8Array => utf8(`${JSON.stringify(content, null, 1)}\n`);

function recordOf(capture: Capture, stamp: Stamp): CaptureRecord {
  const { fetched } = capture;
  return {
    format: 'qorgan-capture/1',
    tool: { name: 'qorgan', version: packageVersion() },
    cause: capture.cause,
    operator: capture.operator,
    cameBy: fetched.toldBy ?? 'request',
    exit: (fetched.toldBy === undefined && capture.exit) || null,
    loggedIn: false,
    url: fetched.url,
    finalUrl: fetched.finalUrl,
    chain: fetched.chain.map(({ url, address, status, at, tookMs }) => ({
      url,
      address,
      status,
      at: iso(at),
      tookMs,
    })),
    status: fetched.status,
    headers: fetched.headers.map(([name, value]): [string, string] => [name, value]),
    contentType: fetched.contentType,
    receivedAt: iso(fetched.at),
    sealedAt: iso(capture.at),
    raw: { file: 'raw.bin', bytes: fetched.bytes.length, sha256: digest(fetched.bytes) },
    hasScreenshot: capture.screenshot?.ok ?? false,
    previousPackage: capture.previousPackage ?? null,
    timestamp: stamp === 'stamped' ? 'rfc3161' : 'untimestamped',
    timestampReason: stamp === 'stamped' ? null : stamp.reason,
  };
}

const iso = (at: number): string => new Date(at).toISOString();

function doneFor({ fetched, screenshot, post, at }: Capture, stamp: Stamp): Done[] {
  // What an archive tells was done by others.
  const asked = fetched.toldBy === undefined;
  const done: Done[] = (asked ? fetched.chain : []).map(
    ({ url, address, status, at: from, tookMs }) => ({
      at: from + tookMs,
      event: 'answered',
      detail: { url, address, status },
    }),
  );
  done.push({
    at: asked ? fetched.at : at,
    event: 'received',
    detail: { bytes: fetched.bytes.length, sha256: digest(fetched.bytes) },
  });
  if (screenshot?.ok) {
    const { png, refused } = screenshot.value;
    done.push({ at, event: 'rendered', detail: { sha256: digest(png), refused } });
  }
  if (screenshot?.ok === false)
    done.push({ at, event: 'not_rendered', detail: { code: screenshot.problem.code } });
  if (post) done.push({ at, event: 'read', detail: { post: post.externalId } });
  if (stamp !== 'stamped' && stamp.reason !== null)
    done.push({ at, event: 'timestamp_failed', detail: { code: stamp.reason } });
  done.push({ at, event: 'sealed', detail: {} });
  return done;
}
