import type { Language } from '../domain/language.ts';
import { keyHint } from '../service/access/api-key-text.ts';
import { addKey, type KeyRow, listKeys, revokeKey } from '../service/access/api-keys.ts';
import { orThrow } from '../service/or-throw.ts';
import { wholeNumber } from './arguments.ts';
import { say } from './texts.ts';
import { type Desk, needed, usage } from './user-desk.ts';

const DAY_MS = 86_400_000;

/** `qorgan user key list | add NAME --institution … --scope … [--days N] | revoke ID`. */
export async function keyCommand(desk: Desk, [verb, word]: readonly string[]): Promise<string> {
  const { access, by, language } = desk;
  if (verb === 'list') {
    const keys = orThrow(await listKeys(access, by));
    return keys.map((key) => line(key, language)).join('\n');
  }
  if (verb === 'add' && word !== undefined) return add(desk, word);
  if (verb !== 'revoke' || word === undefined)
    throw usage('key list | add NAME --institution … --scope … | revoke ID');
  const keyId = wholeNumber('key', word.replace(/^qk_/, ''), 1, 2 ** 31 - 1);
  orThrow(await revokeKey(access, by, keyId));
  return say('keyRevoked', language, { key: keyHint(keyId) });
}

async function add({ access, by, language, options }: Desk, name: string): Promise<string> {
  const days = options.days === undefined ? undefined : wholeNumber('days', options.days, 1, 366);
  const made = orThrow(
    await addKey(access, by, {
      name,
      institution: needed(options.institution, 'institution'),
      scopes: options.scope ?? [],
      expiresAt: days === undefined ? undefined : access.now() + days * DAY_MS,
    }),
  );
  return say('keyAdded', language, { until: dayOf(made.expiresAt), key: made.key });
}

function line(key: KeyRow, language: Language): string {
  const state =
    key.revokedAt === null
      ? say('keyStateUntil', language, { day: dayOf(key.expiresAt) })
      : say('keyStateRevoked', language, { day: dayOf(key.revokedAt) });
  const used = key.usedAt === null ? '' : say('keyUsed', language, { day: dayOf(key.usedAt) });
  return [keyHint(key.keyId), key.institution, key.name, key.scopes.join(','), state, used].join(
    '\t',
  );
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
