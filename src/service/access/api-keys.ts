import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Access } from './access.ts';
import { mayAdminister } from './administer.ts';
import { keyText, newKeySecret } from './api-key-text.ts';
import { institutionByCode } from './institutions.ts';
import { parseName } from './login.ts';
import type { Principal } from './principal.ts';
import { isKeyScope, KEY_SCOPES, type KeyScope } from './role.ts';
import { hashToken } from './secret-token.ts';

export interface NewKey {
  /** Code of the institution. */
  readonly institution: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Epoch ms; a year from now when not said. */
  readonly expiresAt?: number | undefined;
}

export interface KeyRow {
  readonly keyId: number;
  readonly institution: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: number;
  readonly createdBy: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

const DAY_MS = 86_400_000;
/** A key that nobody renews within a year is one that nobody watches. */
const KEY_DAYS = 366;
const LIMIT_MOST = 1_000;

/**
 * Makes a key for a program of an institution. `key` is shown this once; the store keeps a hash. Fails with
 * QRG_NOT_ALLOWED, QRG_INSTITUTION_UNKNOWN, QRG_NAME_FORM, QRG_SCOPE_UNKNOWN, QRG_KEY_EXPIRY.
 */
export async function addKey(
  access: Access,
  by: Principal,
  given: NewKey,
): Promise<Result<{ keyId: number; key: string; expiresAt: number }>> {
  const institution = await institutionByCode(access, by, given.institution);
  if (!institution.ok) return institution;
  const institutionId = institution.value;
  const may = mayAdminister(by, institutionId);
  if (!may.ok) return may;
  const name = parseName(given.name);
  if (!name.ok) return name;
  const scopes = parseScopes(given.scopes);
  if (!scopes.ok) return scopes;
  const now = access.now();
  const expiresAt = given.expiresAt ?? now + (KEY_DAYS - 1) * DAY_MS;
  if (!(expiresAt > now && expiresAt <= now + KEY_DAYS * DAY_MS))
    return fail('QRG_KEY_EXPIRY', { days: KEY_DAYS });
  const secret = newKeySecret();
  return access.store.write(async (trx) => {
    const { key_id: keyId } = await trx
      .insertInto('api_keys')
      .values({
        institution_id: institutionId,
        name: name.value,
        secret_hash: hashToken(secret),
        scopes: scopes.value,
        created_at: now,
        created_by: by.name,
        expires_at: expiresAt,
      })
      .returning('key_id')
      .executeTakeFirstOrThrow();
    await access.audit.appendIn(trx, {
      actor: by,
      institutionId,
      action: 'key.add',
      object: `key:${keyId}`,
      detail: { name: name.value, scopes: scopes.value, expiresAt },
    });
    return ok({ keyId, key: keyText(keyId, secret), expiresAt });
  });
}

function parseScopes(words: readonly string[]): Result<KeyScope[]> {
  const unknown = words.find((word) => !isKeyScope(word));
  if (unknown !== undefined || words.length === 0)
    return fail('QRG_SCOPE_UNKNOWN', { scope: unknown ?? '—', scopes: KEY_SCOPES.join(', ') });
  return ok(KEY_SCOPES.filter((scope) => words.includes(scope)));
}

/** Keys that someone manages, newest first; at most a thousand. Fails with QRG_NOT_ALLOWED. */
export async function listKeys(access: Access, by: Principal): Promise<Result<KeyRow[]>> {
  const may = mayAdminister(by, by.institutionId);
  if (!may.ok) return may;
  let rows = access.store.db
    .selectFrom('api_keys as k')
    .innerJoin('institutions as i', 'i.institution_id', 'k.institution_id')
    .select(['k.key_id', 'i.code', 'k.name', 'k.scopes', 'k.created_at', 'k.created_by'])
    .select(['k.expires_at', 'k.used_at', 'k.revoked_at'])
    .orderBy('k.key_id', 'desc')
    .limit(LIMIT_MOST);
  if (!by.seesAll) rows = rows.where('k.institution_id', '=', by.institutionId);
  return ok(
    (await rows.execute()).map((row) => ({
      keyId: row.key_id,
      institution: row.code,
      name: row.name,
      scopes: row.scopes as KeyScope[],
      createdAt: row.created_at,
      createdBy: row.created_by,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      revokedAt: row.revoked_at,
    })),
  );
}

/**
 * Revokes a key: refused at once here, and by other processes within the time they trust what they read
 * (key-principal.ts). Fails with QRG_KEY_UNKNOWN, also for a key of an institution that the asker does not manage.
 */
export async function revokeKey(
  access: Access,
  by: Principal,
  keyId: number,
): Promise<Result<void>> {
  const unknown = fail('QRG_KEY_UNKNOWN', { key: keyId });
  const done = await access.store.write(async (trx) => {
    const key = await trx
      .selectFrom('api_keys')
      .select(['institution_id', 'revoked_at'])
      .where('key_id', '=', keyId)
      .forUpdate()
      .executeTakeFirst();
    if (key === undefined || !mayAdminister(by, key.institution_id).ok) return unknown;
    if (key.revoked_at !== null) return ok(undefined);
    await trx
      .updateTable('api_keys')
      .set({ revoked_at: access.now() })
      .where('key_id', '=', keyId)
      .execute();
    await access.audit.appendIn(trx, {
      actor: by,
      institutionId: key.institution_id,
      action: 'key.revoke',
      object: `key:${keyId}`,
    });
    return ok(undefined);
  });
  access.keys.delete(keyId);
  return done;
}
