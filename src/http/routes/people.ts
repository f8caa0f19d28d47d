import { addKey, listKeys, revokeKey } from '../../service/access/api-keys.ts';
import {
  disableUser,
  enableUser,
  grantRole,
  resetPassword,
  resetTotp,
  revokeRole,
} from '../../service/access/change-user.ts';
import { addInstitution, listInstitutions } from '../../service/access/institutions.ts';
import { addUser, listUsers } from '../../service/access/users.ts';
import { cursorText, parseCursor } from '../../service/cursor.ts';
import { orThrow } from '../../service/or-throw.ts';
import {
  InstitutionAdded,
  InstitutionList,
  KeyAdded,
  KeyList,
  KeyParams,
  NewInstitution,
  NewKey,
  NewUser,
  PasswordReset,
  UserAdded,
  UserPage,
  UserParams,
  UserQuery,
  UserRoleParams,
} from '../contract/user.ts';
import { route } from '../route.ts';

const ADMIN = { roles: ['admin'] } as const;
const USERS = 'users';

const users = route({
  method: 'GET',
  path: '/v1/users',
  tag: 'people',
  summary: 'People of your institution; of all, where you see all',
  access: ADMIN,
  query: UserQuery,
  reply: { 200: UserPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { access }) => {
    const { cursor, limit } = query;
    const after =
      cursor === undefined ? undefined : orThrow(parseCursor(USERS, cursor, ['number']))[0];
    const { items, next } = orThrow(await listUsers(access, principal, { after, limit }));
    return { status: 200, body: { items, next: next === null ? null : cursorText(USERS, [next]) } };
  },
});

const newUser = route({
  method: 'POST',
  path: '/v1/users',
  tag: 'people',
  summary: 'Add a person; they set their own password with the one-time link',
  access: ADMIN,
  body: NewUser,
  repeatable: 'answer',
  reply: { 201: UserAdded },
  problems: ['QRG_LOGIN_FORM', 'QRG_LOGIN_TAKEN', 'QRG_INSTITUTION_UNKNOWN', 'QRG_ROLE_CONFLICT'],
  handler: async ({ body, principal }, { access }) => ({
    status: 201,
    body: orThrow(await addUser(access, principal, body)),
  }),
});

/** What an administrator does to a person without a word more. */
const userAct = (
  path: string,
  summary: string,
  act: typeof disableUser,
  problems: ('QRG_LAST_ADMIN' | 'QRG_USER_OUTSIDE')[],
) =>
  route({
    method: 'POST',
    path: `/v1/users/:userId/${path}`,
    tag: 'people',
    summary,
    access: ADMIN,
    params: UserParams,
    reply: { 204: null },
    problems: ['QRG_USER_UNKNOWN', ...problems],
    handler: async ({ params, principal }, { access }) => {
      orThrow(await act(access, principal, params.userId));
      return { status: 204 };
    },
  });

const disable = userAct('disable', 'Let a person in no more', disableUser, ['QRG_LAST_ADMIN']);
const enable = userAct('enable', 'Let a person in again', enableUser, []);
const codes = userAct('reset-codes', 'Take the code app of a person away', resetTotp, [
  'QRG_USER_OUTSIDE',
]);

const password = route({
  method: 'POST',
  path: '/v1/users/:userId/reset-password',
  tag: 'people',
  summary: 'Take a password away; the person sets a new one with the one-time link',
  access: ADMIN,
  params: UserParams,
  reply: { 200: PasswordReset },
  problems: ['QRG_USER_UNKNOWN', 'QRG_USER_OUTSIDE'],
  handler: async ({ params, principal }, { access }) => ({
    status: 200,
    body: { token: orThrow(await resetPassword(access, principal, params.userId)) },
  }),
});

const roleAct = (method: 'PUT' | 'DELETE', summary: string, act: typeof grantRole) =>
  route({
    method,
    path: '/v1/users/:userId/roles/:role',
    tag: 'people',
    summary,
    access: ADMIN,
    params: UserRoleParams,
    reply: { 204: null },
    problems: ['QRG_USER_UNKNOWN', 'QRG_USER_OUTSIDE', 'QRG_ROLE_CONFLICT', 'QRG_LAST_ADMIN'],
    handler: async ({ params, principal }, { access }) => {
      orThrow(await act(access, principal, params.userId, params.role));
      return { status: 204 };
    },
  });

const institutions = route({
  method: 'GET',
  path: '/v1/institutions',
  tag: 'people',
  summary: 'Institutions you may know of',
  access: { roles: ['analyst', 'supervisor', 'investigator', 'liaison', 'auditor', 'admin'] },
  reply: { 200: InstitutionList },
  handler: async ({ principal }, { access }) => ({
    status: 200,
    body: { items: await listInstitutions(access, principal) },
  }),
});

const newInstitution = route({
  method: 'POST',
  path: '/v1/institutions',
  tag: 'people',
  summary: 'Add an institution',
  access: ADMIN,
  body: NewInstitution,
  repeatable: 'answer',
  reply: { 201: InstitutionAdded },
  problems: ['QRG_INSTITUTION_TAKEN', 'QRG_INSTITUTION_CODE', 'QRG_INSTITUTION_SEES_ALL'],
  handler: async ({ body, principal }, { access }) => ({
    status: 201,
    body: { institutionId: orThrow(await addInstitution(access, principal, body)) },
  }),
});

const keys = route({
  method: 'GET',
  path: '/v1/keys',
  tag: 'people',
  summary: 'Keys of programs, newest first',
  access: ADMIN,
  reply: { 200: KeyList },
  handler: async ({ principal }, { access }) => ({
    status: 200,
    body: { items: orThrow(await listKeys(access, principal)) },
  }),
});

const newKey = route({
  method: 'POST',
  path: '/v1/keys',
  tag: 'people',
  summary: 'Make a key for a program; it is shown this once',
  access: ADMIN,
  body: NewKey,
  reply: { 201: KeyAdded },
  problems: ['QRG_INSTITUTION_UNKNOWN', 'QRG_KEY_EXPIRY'],
  handler: async ({ body, principal }, { access }) => ({
    status: 201,
    body: orThrow(await addKey(access, principal, body)),
  }),
});

const dropKey = route({
  method: 'DELETE',
  path: '/v1/keys/:keyId',
  tag: 'people',
  summary: 'Revoke a key, at once',
  access: ADMIN,
  params: KeyParams,
  reply: { 204: null },
  problems: ['QRG_KEY_UNKNOWN'],
  handler: async ({ params, principal }, { access }) => {
    orThrow(await revokeKey(access, principal, params.keyId));
    return { status: 204 };
  },
});

export const PEOPLE_ROUTES = [
  users,
  newUser,
  disable,
  enable,
  codes,
  password,
  roleAct('PUT', 'Give a role', grantRole),
  roleAct('DELETE', 'Take a role away', revokeRole),
  institutions,
  newInstitution,
  keys,
  newKey,
  dropKey,
];
