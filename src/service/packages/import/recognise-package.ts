import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import {
  looksLikeCaseJson,
  type ReadCaseJson,
  readCaseJson,
} from '../../../exchange/case-json/case-json.ts';
import type { ForeignFacts } from '../../../exchange/foreign-facts.ts';
import { type GoamlReading, readGoaml } from '../../../exchange/goaml/read/read-goaml.ts';
import type { RecallAnswer } from '../../../exchange/iso20022/recall.ts';
import { looksLikeMessage } from '../../../exchange/known-accounts/message.ts';
import { readMisp } from '../../../exchange/misp/read-misp.ts';
import type { PackageFormat } from '../../../exchange/package/package-format.ts';
import { readStix } from '../../../exchange/stix/read-stix.ts';
import { readCamt029, readPacs004 } from '../../../intake/iso20022/recall-answer.ts';
import { openArchive } from '../../../watch/evidence/archive.ts';
import type { PublicKey } from '../../watch/evidence/public-key.ts';
import { verifyPackage } from '../../watch/evidence/verify-package.ts';

/** A package as its bytes tell: facts, the answer to a recall, or a message of matching, which needs the key of the two. */
export interface Recognised {
  readonly format: PackageFormat;
  readonly mediaType: string;
  readonly facts: ForeignFacts | null;
  readonly recall: RecallAnswer | null;
  /** Number of the request that it says to answer: 'P-17'. */
  readonly answers: string | null;
  /** Number of a request that it is, for the answer to name; null: it is none. */
  readonly request: string | null;
}

const JSON_TYPE = 'application/json';
/** The root stands behind a declaration and comments. */
const HEAD_MOST = 4_096;

const recognised = (format: PackageFormat, told: Partial<Recognised> = {}): Recognised => ({
  format,
  mediaType: JSON_TYPE,
  facts: null,
  recall: null,
  answers: null,
  request: null,
  ...told,
});

/**
 * Tells by its bytes, never by its name, what a file of another house is, and reads it; goAML, which has no
 * marks of handling, by the codes of the user's unit. Errors: QRG_PACKAGE_FOREIGN for what is none,
 * and those of the readers.
 */
export async function recognisePackage(
  bytes: Uint8Array,
  keys: readonly PublicKey[],
  goaml: GoamlReading,
): Promise<Result<Recognised>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return archive(bytes, keys);
  const text = textOf(bytes);
  if (text === undefined) return fail('QRG_PACKAGE_FOREIGN');
  const first = text.trimStart().slice(0, 1);
  if (first === '<')
    return /<(?:[\w.-]+:)?report[\s>]/.test(text.slice(0, HEAD_MOST))
      ? factsIn('goaml', readGoaml(bytes, goaml), 'application/xml')
      : message(text);
  if (first !== '{' && first !== '[') return fail('QRG_PACKAGE_FOREIGN');
  if (looksLikeMessage(text)) return ok(recognised('known_accounts'));
  if (looksLikeCaseJson(text)) return caseIn(readCaseJson(bytes), 'bank_request', JSON_TYPE);
  if (/"type"\s*:\s*"bundle"/.test(text)) return factsIn('stix', readStix(bytes));
  if (/"Event"\s*:/.test(text)) return factsIn('misp', readMisp(bytes));
  return fail('QRG_PACKAGE_FOREIGN');
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function factsIn(
  format: 'stix' | 'misp' | 'goaml',
  read: Result<ForeignFacts>,
  mediaType = JSON_TYPE,
): Result<Recognised> {
  return read.ok ? ok(recognised(format, { facts: read.value, mediaType })) : read;
}

function caseIn(
  read: Result<ReadCaseJson>,
  format: PackageFormat,
  mediaType: string,
): Result<Recognised> {
  if (!read.ok) return read;
  const { facts, answers } = read.value;
  return ok(recognised(format, { facts, answers, mediaType }));
}

/** Answers to a recall; which of the two stands in the root element. */
function message(text: string): Result<Recognised> {
  const isDecision = text.includes('RsltnOfInvstgtn');
  if (!isDecision && !text.includes('PmtRtr')) return fail('QRG_PACKAGE_FOREIGN');
  const read = isDecision ? readCamt029(text) : readPacs004(text);
  if (!read.ok) return read;
  const format = isDecision ? 'camt029' : 'pacs004';
  return ok(recognised(format, { recall: read.value, mediaType: 'application/xml' }));
}

/** Evidence of a case must be whole, whoever signed it; a request to a bank is an archive without a signature. */
async function archive(bytes: Uint8Array, keys: readonly PublicKey[]): Promise<Result<Recognised>> {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  const { files, problem } = opened.value;
  if (problem !== undefined) return { ok: false, problem };
  const body = files.get('case.json');
  if (body === undefined) return fail('QRG_PACKAGE_FOREIGN');
  const zip = 'application/zip';
  if (!files.has('manifest.json')) {
    const read = caseIn(readCaseJson(body), 'bank_request', zip);
    return read.ok ? ok({ ...read.value, request: requestNumber(files) }) : read;
  }
  const checks = await verifyPackage(bytes, { keys });
  // That a key is not ours is no change of the package: what it says is the word of whoever sent it in any case.
  const broken = checks.find(({ check, result }) => result === 'altered' && check !== 'key');
  if (broken?.detail !== undefined && broken.detail.code !== 'QRG_EVIDENCE_KEY')
    return { ok: false, problem: broken.detail };
  return caseIn(readCaseJson(body), 'evidence', zip);
}

/** What an answer to a request is to name: letters, digits and dashes, as every system takes them. */
const NUMBER = /^[A-Za-z0-9-]{1,64}$/;

function requestNumber(files: ReadonlyMap<string, Uint8Array>): string | null {
  try {
    const told: unknown = JSON.parse(textOf(files.get('request.json') ?? new Uint8Array()) ?? '');
    const { request } = told as { readonly request?: unknown };
    return typeof request === 'string' && NUMBER.test(request) ? request : null;
  } catch {
    return null;
  }
}
