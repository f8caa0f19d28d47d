import { constants, createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { fail, ok, type Problem, type Result } from '../../../domain/errors/catalogue.ts';
import { readTimestamp, type TimestampToken } from '../../../watch/evidence/timestamp.ts';

/** A token whose signature stands. */
export interface VerifiedTimestamp {
  readonly token: TimestampToken;
  /** Who signed it. */
  readonly signer: X509Certificate;
}

/** Extended key usage of a certificate that may sign tokens (RFC 3161, 2.3). */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Chains of time-stamping services have two or three certificates. */
const MOST_CHAIN = 8;

/**
 * Reads a response and verifies that its token is for this digest and that its own signature stands.
 * @param digest SHA-256 of what was stamped, hex
 * Errors: QRG_TIMESTAMP_FORM, _REFUSED, _IMPRINT, _SIGNATURE
 */
export function verifyTimestamp(response: Uint8Array, digest: string): Result<VerifiedTimestamp> {
  const read = readTimestamp(response);
  if (!read.ok) return read;
  const token = read.value;
  if (token.imprint !== digest) return fail('QRG_TIMESTAMP_IMPRINT');
  if (hashed(token.contentHash, token.content) !== token.told) return unsigned('messageDigest');
  const signer = signerOf(token);
  if (signer === undefined) return unsigned('certificate');
  if (!signer.keyUsage?.includes(TIME_STAMPING)) return unsigned('extendedKeyUsage');
  if (!isInForce(signer, token.at)) return unsigned('validity');
  return signatureStands(token, signer) ? ok({ token, signer }) : unsigned('signature');
}

/** Where the certificate of a token does not lead to one of the roots: QRG_TIMESTAMP_ROOT. */
export function breachOfRoot(
  { token, signer }: VerifiedTimestamp,
  roots: readonly X509Certificate[],
): Problem | undefined {
  const between = token.certificates.flatMap(certificateOf).filter(({ ca }) => ca);
  let at = signer;
  for (let step = 0; step < MOST_CHAIN; step++) {
    if (!isInForce(at, token.at)) return unrooted(`${at.subject}: ${at.validTo}`);
    const isRoot = roots.some(({ fingerprint256 }) => fingerprint256 === at.fingerprint256);
    const root = roots.find((other) => isIssuedBy(at, other));
    if (isRoot || (root && isInForce(root, token.at))) return undefined;
    const issuer = between.find((other) => other !== at && isIssuedBy(at, other));
    if (issuer === undefined || issuer.fingerprint256 === at.fingerprint256) break;
    at = issuer;
  }
  return unrooted(at.issuer);
}

/** One line: names of certificates have one part a line. */
const unrooted = (path: string): Problem => ({
  code: 'QRG_TIMESTAMP_ROOT',
  args: { path: path.replaceAll('\n', ', ') },
});

const unsigned = (path: string): Result<never> => fail('QRG_TIMESTAMP_SIGNATURE', { path });

const hashed = (hash: string, bytes: Uint8Array): string =>
  createHash(hash).update(bytes).digest('hex');

function isIssuedBy(one: X509Certificate, other: X509Certificate): boolean {
  try {
    return one.checkIssued(other) && one.verify(other.publicKey);
  } catch {
    // A key of a kind that the platform does not know.
    return false;
  }
}

const isInForce = ({ validFromDate, validToDate }: X509Certificate, at: number): boolean =>
  validFromDate.getTime() <= at && at <= validToDate.getTime();

function signerOf({ certificates, certificate }: TimestampToken): X509Certificate | undefined {
  const der = certificates.find((one) => hashed(certificate.hash, one) === certificate.digest);
  return der && certificateOf(der)[0];
}

function certificateOf(der: Uint8Array): X509Certificate[] {
  try {
    return [new X509Certificate(der)];
  } catch {
    return [];
  }
}

function signatureStands(token: TimestampToken, signer: X509Certificate): boolean {
  try {
    return verifies(token, signer.publicKey);
  } catch {
    // A key that signs nothing, or of a kind that the platform does not know.
    return false;
  }
}

function verifies(token: TimestampToken, publicKey: KeyObject): boolean {
  const { asymmetricKeyType: type } = publicKey;
  const hash = type === 'ed25519' || type === 'ed448' ? null : token.contentHash;
  const key = token.isPss
    ? {
        key: publicKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_AUTO,
      }
    : publicKey;
  return verify(hash, token.signed, key, token.signature);
}
