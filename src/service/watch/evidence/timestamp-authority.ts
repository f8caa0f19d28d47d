import { randomBytes } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import { joined } from '../../../watch/evidence/bytes.ts';
import { positive, timestampRequest } from '../../../watch/evidence/timestamp.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

/** A service that vouches for a time (RFC 3161). */
export interface TimestampAuthority {
  /** A response whose token is for this SHA-256 and whose signature stands. Errors: QRG_TIMESTAMP_… */
  stamp(digest: string): Promise<Result<Uint8Array>>;
}

/** Services answer within a second; a capture is not to wait longer for one that does not. */
const TIMEOUT_MS = 10_000;
/** A token with its chain of certificates has some 6 kB. */
const MOST_ANSWER_BYTES = 60_000;
const NONCE_BYTES = 8;

/** Asks over HTTP (RFC 3161, 3.4). The address is the operator's own setting, so it may be of a private network. */
export const timestampAuthority = (url: string, timeoutMs = TIMEOUT_MS): TimestampAuthority => ({
  async stamp(digest) {
    const nonce = positive(randomBytes(NONCE_BYTES));
    const answer = await ask(url, timestampRequest(digest, nonce), timeoutMs);
    if (!answer.ok) return answer;
    const verified = verifyTimestamp(answer.value, digest);
    if (!verified.ok) return verified;
    // An old answer put in the way of a new one has another number.
    if (verified.value.token.nonce !== bytesToHex(nonce))
      return fail('QRG_TIMESTAMP_FORM', { path: 'nonce' });
    return answer;
  },
});

async function ask(url: string, body: Uint8Array, timeoutMs: number): Promise<Result<Uint8Array>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // Minutes lie between two captures: a connection that was kept would be found closed.
      headers: { 'Content-Type': 'application/timestamp-query', Connection: 'close' },
      body: Buffer.from(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return fail('QRG_TIMESTAMP_AWAY', { reason: `HTTP ${response.status}` });
    return await wholeAnswer(response);
  } catch (error) {
    return fail('QRG_TIMESTAMP_AWAY', { reason: reasonOf(error) });
  }
}

async function wholeAnswer({ body }: Response): Promise<Result<Uint8Array>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > MOST_ANSWER_BYTES)
      return fail('QRG_TIMESTAMP_AWAY', { reason: `> ${MOST_ANSWER_BYTES} B` });
    parts.push(part);
  }
  return ok(joined(parts));
}

/** 'fetch failed' says nothing: the cause has the code of the system. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  return cause?.code ?? cause?.message ?? error.name;
}
