import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { Access } from './access.ts';
import { addressGroup } from './address-group.ts';
import { lockPeople } from './administer.ts';
import { parseLogin, parseName } from './login.ts';
import type { OutsidePerson } from './oidc-claims.ts';
import { beginSession, endSessionsOf, type Place, type Session } from './session.ts';
import type { SignedIn } from './sign-in.ts';

/**
 * Signs a person in whom an identity provider vouches for: adds them the first time, else brings name, place and roles up
 * to what the provider says now. Fails with QRG_SIGN_IN_REFUSED when disabled here, QRG_OIDC_NO_PLACE when there is no
 * such institution.
 */
export function signInOutside(
  access: Access,
  outside: string,
  person: OutsidePerson,
  place: Place & { readonly previous?: Session | undefined },
): Promise<Result<SignedIn>> {
  return access.store.write(async (trx) => {
    await lockPeople(trx);
    const institution = await trx
      .selectFrom('institutions')
      .select('institution_id')
      .where('code', '=', person.institution)
      .executeTakeFirst();
    if (institution === undefined) return fail('QRG_OIDC_NO_PLACE');
    const institutionId = institution.institution_id;
    const user = await upsert(access, trx, outside, person, institutionId);
    if (user === undefined) return fail('QRG_SIGN_IN_REFUSED');
    const session = await beginSession(access, trx, {
      userId: user.userId,
      level: 'full',
      instead: place.previous?.sessionId,
      place,
    });
    await access.audit.appendIn(trx, {
      actor: { kind: 'user', id: user.userId, name: user.login, institutionId },
      action: 'session.begin',
      object: `user:${user.userId}`,
      detail: {
        by: 'oidc',
        ...(user.changed && { roles: person.roles }),
        address: addressGroup(place.address),
      },
    });
    return ok({ session, need: 'nothing' as const });
  });
}

interface Signing {
  readonly userId: number;
  readonly login: string;
  /** New here, or with other roles or another place than before. */
  readonly changed: boolean;
}

/** The person's row as it is to be; undefined when they are shut out. */
async function upsert(
  access: Access,
  trx: Transaction,
  outside: string,
  person: OutsidePerson,
  institutionId: number,
): Promise<Signing | undefined> {
  const parsed = parseName(person.name);
  const name = parsed.ok ? parsed.value : 'OIDC';
  const [now, roles] = [access.now(), [...person.roles]];
  const values = { name, roles, institution_id: institutionId, last_sign_in_at: now };
  const known = await trx
    .selectFrom('users')
    .select(['user_id', 'login', 'roles', 'institution_id', 'disabled_at'])
    .where('outside', '=', outside)
    .executeTakeFirst();
  if (known === undefined) {
    const login = await freeLogin(trx, person.login, outside);
    const { user_id } = await trx
      .insertInto('users')
      .values({ ...values, login, outside, created_at: now })
      .returning('user_id')
      .executeTakeFirstOrThrow();
    return { userId: user_id, login, changed: true };
  }
  if (known.disabled_at !== null) return undefined;
  const changed =
    known.institution_id !== institutionId || known.roles.join() !== person.roles.join();
  if (changed) await endSessionsOf(trx, known.user_id);
  await trx.updateTable('users').set(values).where('user_id', '=', known.user_id).execute();
  return { userId: known.user_id, login: known.login, changed };
}

/** The login that the provider suggests when nobody has it here, else one made of the subject. */
async function freeLogin(
  trx: Transaction,
  wanted: string | undefined,
  outside: string,
): Promise<string> {
  const parsed = wanted === undefined ? undefined : parseLogin(wanted);
  const made = `oidc-${createHash('sha256').update(outside).digest('hex').slice(0, 24)}`;
  if (parsed === undefined || !parsed.ok) return made;
  const taken = await trx
    .selectFrom('users')
    .select('user_id')
    .where('login', '=', parsed.value)
    .executeTakeFirst();
  return taken === undefined ? parsed.value : made;
}
