import type { CasePerson } from '../../domain/case/case-acts.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';

/** Who did something. */
export interface Actor {
  readonly userId: number;
  readonly name: string;
}

/** Throws QRG_CASE_PERSON for a program. */
export function personOf({ kind, id, roles }: Principal): CasePerson {
  if (kind !== 'user') throw new QorganError('QRG_CASE_PERSON');
  return { id, roles };
}

export type People = (userId: number | null) => Actor | null;

/** Names of users by number; of one who is no longer there, a dash. Readers of the store do not see people: asked for apart. */
export async function peopleOf(
  { db }: Pick<Store, 'db'>,
  ids: readonly (number | null)[],
): Promise<People> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('users')
          .select(['user_id', 'name'])
          .where('user_id', 'in', wanted)
          .execute();
  const names = new Map(rows.map(({ user_id, name }) => [user_id, name]));
  return (userId) => (userId === null ? null : { userId, name: names.get(userId) ?? '—' });
}

/** Roles of those to whom a case or a task may be given. */
const WORKERS = ['analyst', 'supervisor', 'investigator', 'liaison'];

export interface CaseWorker extends Actor {
  readonly roles: readonly string[];
}

const PEOPLE_MOST = 500;

/** People of an institution who work with cases, by name. */
export async function caseWorkers(
  { db }: Pick<Store, 'db'>,
  { institutionId }: Principal,
): Promise<CaseWorker[]> {
  const rows = await db
    .selectFrom('users')
    .select(['user_id', 'name', 'roles'])
    .where('institution_id', '=', institutionId)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('user_id')
    .limit(PEOPLE_MOST)
    .execute();
  return rows
    .filter(({ roles }) => roles.some((role) => WORKERS.includes(role)))
    .map(({ user_id, name, roles }) => ({ userId: user_id, name, roles }));
}

/** Throws QRG_CASE_USER unless a case of the institution may be given to that person. */
export async function mustBeWorker(
  trx: Transaction,
  { institutionId }: Principal,
  userId: number,
  roles: readonly string[] = WORKERS,
): Promise<void> {
  const row = await trx
    .selectFrom('users')
    .select('roles')
    .where('user_id', '=', userId)
    .where('institution_id', '=', institutionId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row?.roles.some((role) => roles.includes(role)) !== true)
    throw new QorganError('QRG_CASE_USER');
}
