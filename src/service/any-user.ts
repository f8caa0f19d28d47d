import type { Store } from '../store/store.ts';

/** Whether anybody can sign in yet: until then the first page is the one that makes the first administrator. */
export async function hasUsers({ db }: Store): Promise<boolean> {
  const row = await db.selectFrom('users').select('user_id').limit(1).executeTakeFirst();
  return row !== undefined;
}
