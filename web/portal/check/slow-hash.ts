import { knownText, SLOW_BYTES, splitSlow } from '../../../src/domain/known-contact.ts';
import type { ContactKind } from '../../../src/domain/post.ts';

export interface HashTerms {
  readonly salt: string;
  readonly iterations: number;
}

/** Whether the browser can hash here: it does so for pages that came by https, and from this machine itself. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;

/** Prefix and suffix of a contact's slow hash, made on this device; some tenths of a second. */
export async function hashContact(
  { salt, iterations }: HashTerms,
  kind: ContactKind,
  value: string,
): Promise<{ readonly prefix: string; readonly suffix: string }> {
  const text = new TextEncoder().encode(knownText(kind, value));
  const key = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
  const saltBytes = Uint8Array.from(atob(salt), (sign) => sign.charCodeAt(0));
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: saltBytes, iterations },
    key,
    SLOW_BYTES * 8,
  );
  return splitSlow(new Uint8Array(bits));
}
