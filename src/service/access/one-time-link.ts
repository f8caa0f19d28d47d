import type { Transaction } from '../../store/store.ts';
import { type Access, LINK_MS } from './access.ts';
import { hashToken, isToken, newToken } from './secret-token.ts';

/** What a link opens: making the first administrator, or setting the password of one person. */
export type LinkFor =
  | { readonly purpose: 'first-run'; readonly userId: null }
  | { readonly purpose: 'password'; readonly userId: number };

/** Makes a link that works once and for a day; one made earlier for the same opens nothing any more. */
export async function newLink(
  access: Access,
  trx: Transaction,
  { purpose, userId }: LinkFor,
): Promise<string> {
  await dropLinks(trx, { purpose, userId } as LinkFor);
  const { token, hash } = newToken();
  const now = access.now();
  await trx
    .insertInto('one_time_links')
    .values({
      token_hash: hash,
      purpose,
      user_id: userId,
      created_at: now,
      expires_at: now + LINK_MS,
    })
    .execute();
  return token;
}

/** Takes hold of a link for the rest of the transaction; undefined when it opens nothing. `dropLinks` uses it up. */
export async function lockLink(
  access: Access,
  trx: Transaction,
  purpose: LinkFor['purpose'],
  token: string,
): Promise<LinkFor | undefined> {
  if (!isToken(token)) return undefined;
  const row = await trx
    .selectFrom('one_time_links')
    .select(['user_id', 'expires_at'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.expires_at <= access.now()) return undefined;
  return { purpose, userId: row.user_id } as LinkFor;
}

/** All links for one thing. */
export async function dropLinks(trx: Transaction, { purpose, userId }: LinkFor): Promise<void> {
  await trx
    .deleteFrom('one_time_links')
    .where('purpose', '=', purpose)
    .where('user_id', 'is not distinct from', userId)
    .execute();
}
