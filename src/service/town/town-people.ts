import type { Access } from '../access/access.ts';
import { addInstitution } from '../access/institutions.ts';
import type { Principal } from '../access/principal.ts';
import type { Role } from '../access/role.ts';
import { addUser } from '../access/users.ts';
import { orThrow } from '../or-throw.ts';

/** The town's cyber police: simulated people, in whose names posts are read and requests sent. Nobody signs in as them. */
const OFFICE = { code: 'town-police', name: 'Киберполиция города (симуляция)', kind: 'police' };
const PEOPLE = {
  investigator: { login: 'town.investigator', name: 'Следователь города (симуляция)' },
  supervisor: { login: 'town.supervisor', name: 'Руководитель города (симуляция)' },
} as const satisfies Partial<Record<Role, { login: string; name: string }>>;

export interface TownPeople {
  readonly investigator: Principal;
  readonly supervisor: Principal;
}

/** Simulated people of the town's police, founded at the first call and found at later ones. */
export async function townPeople(access: Access, by: Principal): Promise<TownPeople> {
  const found = await access.store.db
    .selectFrom('institutions')
    .select('institution_id')
    .where('code', '=', OFFICE.code)
    .executeTakeFirst();
  if (found === undefined) orThrow(await addInstitution(access, by, { ...OFFICE, seesAll: true }));
  return {
    investigator: await person(access, by, 'investigator'),
    supervisor: await person(access, by, 'supervisor'),
  };
}

async function person(
  access: Access,
  by: Principal,
  role: keyof typeof PEOPLE,
): Promise<Principal> {
  const { login, name } = PEOPLE[role];
  const known = () =>
    access.store.db
      .selectFrom('users')
      .select(['user_id', 'institution_id'])
      .where('login', '=', login)
      .executeTakeFirst();
  if ((await known()) === undefined)
    orThrow(await addUser(access, by, { login, name, institution: OFFICE.code, roles: [role] }));
  const { user_id, institution_id } = (await known())!;
  return {
    kind: 'user',
    id: user_id,
    institutionId: institution_id,
    seesAll: true,
    roles: [role],
    scopes: [],
    name: login,
  };
}
