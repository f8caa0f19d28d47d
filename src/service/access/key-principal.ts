import { timingSafeEqual } from 'node:crypto';
import type { Access, KnownKey } from './access.ts';
import { parseKey } from './api-key-text.ts';
import type { Principal } from './principal.ts';
import type { KeyScope } from './role.ts';
import { hashToken } from './secret-token.ts';

/**
 * How long what was read of a key is trusted: thousands of requests a second come with the same key. A key revoked by
 * another process (the terminal) opens no longer than this.
 */
const TRUST_MS = 2_000;
const KNOWN_MOST = 10_000;
/** How exact `used_at` is: spares a write a request. */
const USED_EVERY_MS = 60_000;

/** Whether a key is known at this moment, so that looking at it costs no question to the store. */
export function isKnownKey(access: Access, text: string): boolean {
  const parsed = parseKey(text);
  return parsed !== undefined && isTrusted(access.keys.get(parsed.keyId), access.now());
}

/** The principal of a key, or undefined when it is unknown, revoked or expired. */
export async function principalOfKey(access: Access, text: string): Promise<Principal | undefined> {
  const parsed = parseKey(text);
  if (parsed === undefined) return undefined;
  const known = await read(access, parsed.keyId);
  // Hashed even when there is no such key: its absence is not to be timed.
  const hash = hashToken(parsed.secret);
  if (known === undefined || !timingSafeEqual(known.secretHash, hash)) return undefined;
  return known.expiresAt > access.now() ? known.principal : undefined;
}

const isTrusted = (entry: { readAt: number } | undefined, now: number): boolean =>
  entry !== undefined && entry.readAt <= now && now < entry.readAt + TRUST_MS;

/** What the store says of a key; requests that come together ask it once. */
function read(access: Access, keyId: number): Promise<KnownKey | undefined> {
  const now = access.now();
  const entry = access.keys.get(keyId);
  if (entry !== undefined && isTrusted(entry, now)) return entry.key;
  const key = readFromStore(access, keyId);
  access.keys.delete(keyId);
  if (access.keys.size >= KNOWN_MOST) {
    const [oldest] = access.keys.keys();
    if (oldest !== undefined) access.keys.delete(oldest);
  }
  const fresh = { readAt: now, key };
  access.keys.set(keyId, fresh);
  // A store that was away is asked again by the next request.
  key.catch(() => {
    if (access.keys.get(keyId) === fresh) access.keys.delete(keyId);
  });
  return key;
}

async function readFromStore(access: Access, keyId: number): Promise<KnownKey | undefined> {
  const row = await access.store.db
    .selectFrom('api_keys as k')
    .innerJoin('institutions as i', 'i.institution_id', 'k.institution_id')
    .select(['k.key_id', 'k.name', 'k.scopes', 'k.secret_hash', 'k.expires_at', 'k.used_at'])
    .select(['i.institution_id', 'i.sees_all'])
    .where('k.key_id', '=', keyId)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    secretHash: row.secret_hash,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    principal: {
      kind: 'key',
      id: row.key_id,
      institutionId: row.institution_id,
      seesAll: row.sees_all,
      roles: [],
      scopes: row.scopes as KeyScope[],
      name: row.name,
    },
  };
}

/** Notes that a key was used, at most once a minute. */
export async function noteUsed(access: Access, keyId: number): Promise<void> {
  const now = access.now();
  const known = await access.keys.get(keyId)?.key;
  if (known === undefined || (known.usedAt !== null && now < known.usedAt + USED_EVERY_MS)) return;
  known.usedAt = now;
  await access.store.db
    .updateTable('api_keys')
    .set({ used_at: now })
    .where('key_id', '=', keyId)
    .execute();
}
