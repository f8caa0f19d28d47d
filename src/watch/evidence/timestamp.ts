import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { childrenOf, type Der, der, oidHex, readDer, TAG } from './der.ts';

/** Hashes that a token may use, by object identifier (RFC 5754; SHA-1 only to name a certificate, RFC 2634). */
const HASHES: Readonly<Record<string, HashName>> = {
  [oidHex('2.16.840.1.101.3.4.2.1')]: 'sha256',
  [oidHex('2.16.840.1.101.3.4.2.2')]: 'sha384',
  [oidHex('2.16.840.1.101.3.4.2.3')]: 'sha512',
};
const SHA256 = hexToBytes(oidHex('2.16.840.1.101.3.4.2.1'));
const SIGNED_DATA = oidHex('1.2.840.113549.1.7.2');
const TST_INFO = oidHex('1.2.840.113549.1.9.16.1.4');
const CONTENT_TYPE = oidHex('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = oidHex('1.2.840.113549.1.9.4');
const SIGNING_CERTIFICATE = oidHex('1.2.840.113549.1.9.16.2.12');
const SIGNING_CERTIFICATE_V2 = oidHex('1.2.840.113549.1.9.16.2.47');
const RSA_PSS = oidHex('1.2.840.113549.1.1.10');

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** What a token of RFC 3161 says and what it takes to verify it. Nothing is verified yet. */
export interface TimestampToken {
  /** SHA-256 that the time was given to. */
  readonly imprint: string;
  /** Epoch ms. */
  readonly at: number;
  /** Hex of the integer, '' where there is none. */
  readonly nonce: string;
  /** What is signed indirectly: its hash is in `signed`. */
  readonly content: Uint8Array;
  readonly contentHash: HashName;
  /** The hash of `content` that `signed` holds, hex. */
  readonly told: string;
  /** The attributes as they were signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly isPss: boolean;
  /** Hash of the certificate that signed, hex. */
  readonly certificate: { readonly hash: HashName; readonly digest: string };
  /** Certificates that came along, DER. */
  readonly certificates: readonly Uint8Array[];
}

/**
 * A request for a token (RFC 3161, 2.4.1), with its certificates.
 * @param digest SHA-256 of what is stamped, hex
 * @param nonce random bytes
 */
export function timestampRequest(digest: string, nonce: Uint8Array): Uint8Array {
  const algorithm = der(TAG.sequence, der(TAG.oid, SHA256), der(TAG.null));
  return der(
    TAG.sequence,
    der(TAG.integer, Uint8Array.of(1)),
    der(TAG.sequence, algorithm, der(TAG.octets, hexToBytes(digest))),
    der(TAG.integer, positive(nonce)),
    der(TAG.boolean, Uint8Array.of(0xff)),
  );
}

/** The shortest form of a positive integer: its first byte is 01…7f. */
export const positive = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(bytes, (byte, i) => (i === 0 ? byte & 0x7f || 1 : byte));

/** Reads a response (RFC 3161, 2.4.2). Errors: QRG_TIMESTAMP_REFUSED, QRG_TIMESTAMP_FORM with the part that does not fit. */
export function readTimestamp(bytes: Uint8Array): Result<TimestampToken> {
  const response = readDer(bytes);
  if (response?.tag !== TAG.sequence || response.whole.length !== bytes.length)
    return unread('TimeStampResp');
  const [status, contentInfo] = childrenOf(response);
  const state = childrenOf(status)[0]?.content;
  if (state?.length !== 1) return unread('PKIStatusInfo');
  if (state[0] > 1) return fail('QRG_TIMESTAMP_REFUSED', { state: state[0] });
  const [type, wrapped] = childrenOf(contentInfo);
  if (hexOf(type) !== SIGNED_DATA) return unread('ContentInfo');
  return readSignedData(childrenOf(childrenOf(wrapped)[0]));
}

function readSignedData(parts: readonly Der[]): Result<TimestampToken> {
  const [, , encapsulated, ...rest] = parts;
  const [type, wrapped] = childrenOf(encapsulated);
  const content = childrenOf(wrapped)[0]?.content;
  if (hexOf(type) !== TST_INFO || content === undefined) return unread('EncapsulatedContentInfo');
  const info = readInfo(content);
  const signer = readSigner(childrenOf(rest.at(-1))[0]);
  if (!info.ok) return info;
  if (!signer.ok) return signer;
  const certificates = childrenOf(rest.find(({ tag }) => tag === 0xa0)).map(({ whole }) => whole);
  return ok({ ...info.value, ...signer.value, content, certificates });
}

function readInfo(content: Uint8Array): Result<Pick<TimestampToken, 'imprint' | 'at' | 'nonce'>> {
  const [, , imprint, , time, ...rest] = childrenOf(readDer(content));
  const [algorithm, digest] = childrenOf(imprint);
  if (hashOf(algorithm) !== 'sha256' || digest === undefined) return unread('MessageImprint');
  const at = timeOf(time);
  if (at === undefined) return unread('genTime');
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return ok({ imprint: hexOf(digest), at, nonce: hexOf(nonce) });
}

type Signer = Pick<
  TimestampToken,
  'contentHash' | 'told' | 'signed' | 'signature' | 'isPss' | 'certificate'
>;

function readSigner(info: Der | undefined): Result<Signer> {
  const [, , digestAlgorithm, attributes, algorithm, signature] = childrenOf(info);
  const contentHash = hashOf(digestAlgorithm);
  if (contentHash === undefined) return unread('digestAlgorithm');
  if (attributes?.tag !== 0xa0 || signature?.tag !== TAG.octets) return unread('SignerInfo');
  const values = new Map(childrenOf(attributes).map(readAttribute));
  const certificate = certificateOf(values);
  if (certificate === undefined) return unread('signingCertificate');
  if (hexOf(values.get(CONTENT_TYPE)) !== TST_INFO) return unread('contentType');
  return ok({
    contentHash,
    told: hexOf(values.get(MESSAGE_DIGEST)),
    // RFC 5652, 5.4: signed as a SET, though it stands here under a tag of its own.
    signed: Uint8Array.from(attributes.whole, (byte, i) => (i === 0 ? TAG.set : byte)),
    signature: signature.content,
    isPss: hexOf(childrenOf(algorithm)[0]) === RSA_PSS,
    certificate,
  });
}

function readAttribute(attribute: Der): readonly [string, Der | undefined] {
  const [type, values] = childrenOf(attribute);
  return [hexOf(type), childrenOf(values)[0]];
}

/** RFC 5816: the attribute that says which certificate signs, so that nobody puts another one under the signature. */
function certificateOf(
  values: ReadonlyMap<string, Der | undefined>,
): TimestampToken['certificate'] | undefined {
  const version2 = values.get(SIGNING_CERTIFICATE_V2);
  const [first] = childrenOf(childrenOf(version2 ?? values.get(SIGNING_CERTIFICATE))[0]);
  const parts = childrenOf(first);
  const digest = parts.find(({ tag }) => tag === TAG.octets);
  if (digest === undefined) return undefined;
  const told = parts[0].tag === TAG.sequence ? hashOf(parts[0]) : 'sha256';
  const hash = version2 === undefined ? 'sha1' : told;
  return hash && { hash, digest: hexOf(digest) };
}

const hexOf = (part: Der | undefined): string => (part ? bytesToHex(part.content) : '');

const hashOf = (algorithm: Der | undefined): HashName | undefined =>
  HASHES[hexOf(childrenOf(algorithm)[0])];

/** GeneralizedTime as RFC 3161 has it: UTC, to the second or finer. */
function timeOf(part: Der | undefined): number | undefined {
  if (part?.tag !== TAG.time) return undefined;
  const told = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/.exec(
    String.fromCharCode(...part.content.subarray(0, 32)),
  );
  if (told === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '0'] = told;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) ? undefined : ms + Math.floor(Number(`0.${fraction}`) * 1000);
}

const unread = (path: string): Result<never> => fail('QRG_TIMESTAMP_FORM', { path });
