import type { X509Certificate } from 'node:crypto';
import type { Problem, Result } from '../../../domain/errors/catalogue.ts';
import { readCaseJson } from '../../../exchange/case-json/case-json.ts';
import { openArchive } from '../../../watch/evidence/archive.ts';
import { textOf } from '../../../watch/evidence/bytes.ts';
import {
  type CaptureRecord,
  captureRecord,
  contradictionOf,
} from '../../../watch/evidence/capture-record.ts';
import {
  altered,
  checked,
  EVIDENCE_CHECKS,
  type EvidenceCheck,
  type EvidenceCheckName,
  unchecked,
  valid,
} from '../../../watch/evidence/check.ts';
import { breachOfLog } from '../../../watch/evidence/event-log.ts';
import { holdsText } from '../../../watch/evidence/holds-text.ts';
import {
  breachOfFiles,
  type Manifest,
  readManifest,
  unlistedFile,
} from '../../../watch/evidence/manifest.ts';
import { postRecord } from '../../../watch/evidence/post-record.ts';
import { readRecord } from '../../../watch/evidence/read-record.ts';
import { breachOfWarc } from '../../../watch/evidence/warc.ts';
import { headerOf } from '../../../watch/sources/fetched.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import { unpack } from '../fetch/unpack.ts';
import { digest } from './digest.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';
import { breachOfRoot, type VerifiedTimestamp, verifyTimestamp } from './verify-timestamp.ts';

/** What the reader knows from elsewhere. */
export interface Trust {
  /** Keys that may have signed; where none are given, the key cannot be checked. */
  readonly keys?: readonly PublicKey[];
  /** Roots that the time-stamping service must lead to. */
  readonly roots?: readonly X509Certificate[];
}

/** What was read of a package once, for all checks. */
interface Opened {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Result<Manifest>;
  readonly capture: Result<CaptureRecord>;
  readonly key: Result<PublicKey>;
  readonly trust: Trust;
}

/**
 * Checks a package with nothing but itself and what the reader trusts: no store, no network. Every check is told, in their order:
 * EVIDENCE_CHECKS of a copy of a page, CASE_CHECKS of a case.
 */
export async function verifyPackage(
  bytes: Uint8Array,
  trust: Trust = {},
): Promise<EvidenceCheck[]> {
  return verify(bytes, trust, true);
}

/** @param mayBeCase false within a case: copies hold no cases, so no depth of archives is ever followed. */
async function verify(
  bytes: Uint8Array,
  trust: Trust,
  mayBeCase: boolean,
): Promise<EvidenceCheck[]> {
  const archive = openArchive(bytes);
  if (!archive.ok)
    return EVIDENCE_CHECKS.map((check) =>
      check === 'archive' ? altered(check, archive.problem) : unchecked(check, needs('archive')),
    );
  const { files, problem } = archive.value;
  const pem = files.get('public-key.pem');
  const opened: Opened = {
    files,
    manifest: readManifest(files),
    capture: readRecord(files, 'capture.json', captureRecord),
    key: readPublicKey((pem && textOf(pem)) ?? '', 'public-key.pem'),
    trust,
  };
  const common = [
    checked('archive', problem, { bytes: bytes.length, sha256: digest(bytes) }),
    ...manifestChecks(opened),
    signatureCheck(opened),
    keyCheck(opened),
    eventsCheck(opened),
  ];
  if (mayBeCase && files.has('case.json') && !files.has('capture.json'))
    return [...common, caseCheck(files), await copiesCheck(files, trust)];
  return [
    ...common,
    captureCheck(opened),
    warcCheck(opened),
    await textCheck(opened),
    ...timestampChecks(opened),
  ];
}

function caseCheck(files: ReadonlyMap<string, Uint8Array>): EvidenceCheck {
  const read = readCaseJson(files.get('case.json') ?? new Uint8Array());
  if (!read.ok) return altered('case', read.problem);
  const { parties, accounts, transfers, posts, caseNumber } = read.value.facts;
  return valid('case', {
    number: caseNumber ?? '—',
    elements: parties.length + accounts.length + transfers.length + posts.length,
  });
}

const COPY = /^copy-\d{1,16}\.zip$/;

async function copiesCheck(
  files: ReadonlyMap<string, Uint8Array>,
  trust: Trust,
): Promise<EvidenceCheck> {
  let count = 0;
  for (const [file, bytes] of files) {
    if (!COPY.test(file)) continue;
    count++;
    const wrong = (await verify(bytes, trust, false)).find(({ result }) => result === 'altered');
    if (wrong !== undefined)
      return altered('copies', {
        code: 'QRG_EVIDENCE_COPY',
        args: { file, check: wrong.detail?.code ?? wrong.check },
      });
  }
  return valid('copies', { count });
}

const needs = (check: EvidenceCheckName): Problem => ({
  code: 'QRG_EVIDENCE_UNCHECKABLE',
  args: { check },
});

function manifestChecks({ files, manifest }: Opened): EvidenceCheck[] {
  if (!manifest.ok)
    return [altered('files', manifest.problem), unchecked('unlisted', needs('files'))];
  const count = manifest.value.files.length;
  return [
    checked('files', breachOfFiles(manifest.value, files, digest), { count }),
    checked('unlisted', unlistedFile(manifest.value, files)),
  ];
}

function signatureCheck({ files, manifest, key }: Opened): EvidenceCheck {
  const signed = files.get('manifest.json');
  const signature = files.get('manifest.sig');
  if (!key.ok) return altered('signature', key.problem);
  if (signed === undefined || signature === undefined)
    return altered('signature', { code: 'QRG_EVIDENCE_ABSENT', args: { file: 'manifest.sig' } });
  if (!key.value.verifies(signature, signed))
    return altered('signature', {
      code: 'QRG_EVIDENCE_SIGNATURE',
      args: { file: 'manifest.sig' },
    });
  const { fingerprint } = key.value;
  if (manifest.ok && manifest.value.key !== fingerprint)
    return altered('signature', {
      code: 'QRG_EVIDENCE_TELLS',
      args: { file: 'manifest.json', path: 'key' },
    });
  return valid('signature', { fingerprint });
}

function keyCheck({ key, trust: { keys = [] } }: Opened): EvidenceCheck {
  if (!key.ok) return unchecked('key', needs('signature'));
  const { fingerprint } = key.value;
  if (keys.length === 0) return unchecked('key', unsaid('--key'));
  return keys.some((known) => known.fingerprint === fingerprint)
    ? valid('key', { fingerprint })
    : altered('key', { code: 'QRG_EVIDENCE_KEY', args: { fingerprint } });
}

const unsaid = (what: string): Problem => ({ code: 'QRG_EVIDENCE_NOT_SAID', args: { what } });

function eventsCheck({ files, manifest }: Opened): EvidenceCheck {
  if (!manifest.ok) return unchecked('events', needs('files'));
  const { events } = manifest.value;
  return checked('events', breachOfLog(files.get('events.jsonl') ?? new Uint8Array(), events), {
    count: events.count,
  });
}

function captureCheck({ files, manifest, capture }: Opened): EvidenceCheck {
  if (!capture.ok) return altered('capture', capture.problem);
  if (!manifest.ok) return unchecked('capture', needs('files'));
  const { finalUrl, receivedAt, cameBy } = capture.value;
  const problem = contradictionOf(capture.value, files, manifest.value.sealedAt, digest);
  // Whole as it may be, that the page said so is the word of whoever handed it over.
  if (problem === undefined && cameBy !== 'request')
    return unchecked('capture', { code: 'QRG_EVIDENCE_HANDED', args: { url: finalUrl } });
  return checked('capture', problem, { url: finalUrl, at: receivedAt });
}

function warcCheck({ files, capture }: Opened): EvidenceCheck {
  const raw = files.get('raw.bin');
  const record = files.get('record.warc');
  if (raw === undefined || record === undefined || !capture.ok)
    return unchecked('warc', needs(capture.ok ? 'files' : 'capture'));
  const { finalUrl, status } = capture.value;
  return checked('warc', breachOfWarc(record, { url: finalUrl, status, raw }, digest));
}

/** A page may have 5 MB. What unpacks to more was never read. */
const MOST_BODY_BYTES = 8 * 1024 * 1024;
const NO_TEXT = /^(image|audio|video|font)\//;

async function textCheck({ files, capture }: Opened): Promise<EvidenceCheck> {
  const post = readRecord(files, 'post.json', postRecord);
  const raw = files.get('raw.bin');
  if (!post.ok) return unchecked('text', post.problem);
  if (!capture.ok || raw === undefined) return unchecked('text', needs('capture'));
  const { headers, contentType, cause } = capture.value;
  const body = await unpack(raw, headerOf({ headers }, 'content-encoding'), MOST_BODY_BYTES);
  if (!body.ok || NO_TEXT.test(contentType))
    return unchecked('text', { code: 'QRG_EVIDENCE_OPAQUE', args: { what: contentType } });
  const { text } = post.value;
  if (holdsText(textOfBody({ headers, body: body.value }), text))
    return valid('text', { characters: text.length });
  // Elsewhere the post is one that was read before, and the capture shows what became of it.
  return cause === 'found' || cause === 'edited'
    ? altered('text', { code: 'QRG_EVIDENCE_TEXT', args: {} })
    : unchecked('text', { code: 'QRG_EVIDENCE_LATER', args: {} });
}

function timestampChecks(opened: Opened): EvidenceCheck[] {
  const { trust, capture, files } = opened;
  const stamp = stampOf(opened);
  if (stamp === undefined) {
    const detail = files.has('timestamp.sig') ? absent('timestamp.tsr') : untimestamped(capture);
    const isAltered = detail.code === 'QRG_EVIDENCE_ABSENT';
    return [
      isAltered ? altered('timestamp', detail) : unchecked('timestamp', detail),
      unchecked('timestamp_root', needs('timestamp')),
    ];
  }
  if (!stamp.ok)
    return [altered('timestamp', stamp.problem), unchecked('timestamp_root', needs('timestamp'))];
  const { token, signer } = stamp.value;
  const at = new Date(token.at).toISOString();
  return [
    valid('timestamp', { at, by: signer.subject.replaceAll('\n', ', ') }),
    trust.roots === undefined || trust.roots.length === 0
      ? unchecked('timestamp_root', unsaid('--tsa-root'))
      : checked('timestamp_root', breachOfRoot(stamp.value, trust.roots)),
  ];
}

const absent = (file: string): Problem => ({ code: 'QRG_EVIDENCE_ABSENT', args: { file } });

function untimestamped(capture: Result<CaptureRecord>): Problem {
  if (!capture.ok) return needs('capture');
  const { timestamp, timestampReason } = capture.value;
  if (timestamp === 'rfc3161') return absent('timestamp.tsr');
  const reason = timestampReason ?? 'TSA: —';
  return { code: 'QRG_EVIDENCE_UNTIMESTAMPED', args: { reason } };
}

/** The token of the package, undefined where it has none. */
function stampOf({ files, key }: Opened): Result<VerifiedTimestamp> | undefined {
  const response = files.get('timestamp.tsr');
  if (response === undefined) return undefined;
  const over = files.get('timestamp.sig');
  if (!key.ok || over === undefined || !key.value.verifies(over, response))
    return {
      ok: false,
      problem: { code: 'QRG_EVIDENCE_SIGNATURE', args: { file: 'timestamp.sig' } },
    };
  return verifyTimestamp(response, digest(files.get('manifest.sig') ?? new Uint8Array()));
}
