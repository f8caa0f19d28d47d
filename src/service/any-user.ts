import type { Store } from '../store/store.ts';

/**
 * Whether anybody is let in, or was: until then the first page is the one that makes the first administrator. People in whose names
 * a program writes are shut out before they had a password; they are nobody.
 */
export async function hasUsers({ db }: Pick<Store, 'db'>): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('user_id')
    .where((eb) =>
      eb.or([
        eb('disabled_at', 'is', null),
        eb('password_hash', 'is not', null),
        eb('outside', 'is not', null),
        eb('last_sign_in_at', 'is not', null),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
