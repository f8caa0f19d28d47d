import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import { digest } from './digest.ts';

/** The public half of a signing key: what a reader checks packages with. */
export interface PublicKey {
  /** SHA-256 of the key (SPKI, DER) in hex: what people read out to each other. */
  readonly fingerprint: string;
  /** SPKI in PEM. */
  readonly pem: string;
  verifies(signature: Uint8Array, signed: Uint8Array): boolean;
}

/** Reads a key from PEM. `file` is told in the error QRG_EVIDENCE_KEY_FILE. */
export function readPublicKey(pem: string, file: string): Result<PublicKey> {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return ok(publicKeyOf(key));
  } catch {
    // Not PEM, or of no key.
  }
  return fail('QRG_EVIDENCE_KEY_FILE', { file });
}

export const publicKeyOf = (key: KeyObject): PublicKey => ({
  fingerprint: digest(key.export({ type: 'spki', format: 'der' })),
  pem: key.export({ type: 'spki', format: 'pem' }).toString(),
  verifies: (signature, signed) => verify(null, signed, key, signature),
});
