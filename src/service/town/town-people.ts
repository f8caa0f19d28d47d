import type { Access } from '../access/access.ts';
import { disableUser } from '../access/change-user.ts';
import { addInstitution } from '../access/institutions.ts';
import type { Principal } from '../access/principal.ts';
import type { Role } from '../access/role.ts';
import { addUser } from '../access/users.ts';
import { orThrow } from '../or-throw.ts';

/** The town's cyber police: simulated people, in whose names posts are read and requests sent. Nobody signs in as them. */
const OFFICE = { code: 'town-police', name: 'Киберполиция города (симуляция)', kind: 'police' };
const POLICE = {
  investigator: { login: 'town.investigator', name: 'Следователь города (симуляция)' },
  supervisor: { login: 'town.supervisor', name: 'Руководитель города (симуляция)' },
} as const;
/** Those of one bank, in whose names one of its cases is worked on. */
export const DESK_BEGINS = 'town.bank.';
const DESK = {
  analyst: { login: `${DESK_BEGINS}analyst`, name: 'Аналитик банка (симуляция)' },
  supervisor: { login: `${DESK_BEGINS}supervisor`, name: 'Руководитель в банке (симуляция)' },
  liaison: { login: `${DESK_BEGINS}liaison`, name: 'Связь с партнёрами банка (симуляция)' },
} as const;

interface Someone {
  readonly login: string;
  readonly name: string;
}

export interface TownPeople {
  readonly investigator: Principal;
  readonly supervisor: Principal;
}

export interface TownDesk {
  readonly analyst: Principal;
  readonly supervisor: Principal;
  readonly liaison: Principal;
}

/** Simulated people of the town's police, founded at the first call and found at later ones. */
export async function townPeople(access: Access, by: Principal): Promise<TownPeople> {
  const found = await access.store.db
    .selectFrom('institutions')
    .select('institution_id')
    .where('code', '=', OFFICE.code)
    .executeTakeFirst();
  if (found === undefined) orThrow(await addInstitution(access, by, { ...OFFICE, seesAll: true }));
  const of = (role: keyof typeof POLICE) =>
    person(access, by, POLICE[role], role, { code: OFFICE.code, seesAll: true });
  return { investigator: await of('investigator'), supervisor: await of('supervisor') };
}

/** Simulated people of a bank of the town, founded at the first call and found at later ones. */
export async function townDesk(access: Access, by: Principal, bank: string): Promise<TownDesk> {
  const of = (role: keyof typeof DESK) =>
    person(access, by, DESK[role], role, { code: bank, seesAll: false });
  return {
    analyst: await of('analyst'),
    supervisor: await of('supervisor'),
    liaison: await of('liaison'),
  };
}

/** Shut out at once: nobody has a password or a link of theirs, and the first administrator is still to come. */
async function person(
  access: Access,
  by: Principal,
  { login, name }: Someone,
  role: Role,
  house: { readonly code: string; readonly seesAll: boolean },
): Promise<Principal> {
  const known = () =>
    access.store.db
      .selectFrom('users')
      .select(['user_id', 'institution_id', 'disabled_at', 'password_hash'])
      .where('login', '=', login)
      .executeTakeFirst();
  if ((await known()) === undefined)
    orThrow(await addUser(access, by, { login, name, institution: house.code, roles: [role] }));
  const { user_id, institution_id, disabled_at, password_hash } = (await known())!;
  // Whom an administrator let in has a password.
  if (disabled_at === null && password_hash === null)
    orThrow(await disableUser(access, by, user_id));
  return {
    kind: 'user',
    id: user_id,
    institutionId: institution_id,
    seesAll: house.seesAll,
    roles: [role],
    scopes: [],
    name: login,
  };
}
