import type { z } from 'zod';
import type * as user from '../http/contract/user.ts';
import type { Caller, QueryValue } from './caller.ts';

type Role = z.output<typeof user.User>['roles'][number];

export const userCalls = (caller: Caller) => ({
  list: (query: z.input<typeof user.UserQuery> = {}) =>
    caller.json<z.output<typeof user.UserPage>>('GET', '/v1/users', {
      query: query as Record<string, QueryValue>,
    }),
  add: (body: z.input<typeof user.NewUser>, idempotencyKey?: string) =>
    caller.json<z.output<typeof user.UserAdded>>('POST', '/v1/users', { body, idempotencyKey }),
  disable: (userId: number) => caller.json<void>('POST', `/v1/users/${userId}/disable`),
  enable: (userId: number) => caller.json<void>('POST', `/v1/users/${userId}/enable`),
  resetCodes: (userId: number) => caller.json<void>('POST', `/v1/users/${userId}/reset-codes`),
  resetPassword: (userId: number) =>
    caller.json<z.output<typeof user.PasswordReset>>('POST', `/v1/users/${userId}/reset-password`),
  grant: (userId: number, role: Role) =>
    caller.json<void>('PUT', `/v1/users/${userId}/roles/${role}`),
  revoke: (userId: number, role: Role) =>
    caller.json<void>('DELETE', `/v1/users/${userId}/roles/${role}`),
});

export const institutionCalls = (caller: Caller) => ({
  list: () => caller.json<z.output<typeof user.InstitutionList>>('GET', '/v1/institutions'),
  add: (body: z.input<typeof user.NewInstitution>, idempotencyKey?: string) =>
    caller.json<z.output<typeof user.InstitutionAdded>>('POST', '/v1/institutions', {
      body,
      idempotencyKey,
    }),
});

export const keyCalls = (caller: Caller) => ({
  list: () => caller.json<z.output<typeof user.KeyList>>('GET', '/v1/keys'),
  /** The key itself is shown this once. */
  add: (body: z.input<typeof user.NewKey>) =>
    caller.json<z.output<typeof user.KeyAdded>>('POST', '/v1/keys', { body }),
  revoke: (keyId: number) => caller.json<void>('DELETE', `/v1/keys/${keyId}`),
});
