import { z } from 'zod';
import { KEY_SCOPES, ROLES } from '../../service/access/role.ts';
import type { InstitutionKind } from '../../store/tables/core.ts';
import { pageOf, pageQuery } from './page.ts';
import { integerText, line, Moment, SERIAL_MOST } from './text.ts';
import { MomentTold } from './transfer.ts';

const INSTITUTION_KINDS = [
  'bank',
  'payment',
  'fiu',
  'police',
  'operator',
] as const satisfies readonly InstitutionKind[];

const InstitutionCode = line(32).meta({ examples: ['qala-bank'] });

export const UserParams = z.strictObject({ userId: integerText(1, SERIAL_MOST) });
export const UserRoleParams = z.strictObject({
  userId: integerText(1, SERIAL_MOST),
  role: z.enum(ROLES),
});
export const UserQuery = z.strictObject(pageQuery);

export const NewUser = z
  .strictObject({
    login: line(64),
    name: line(200),
    institution: InstitutionCode,
    roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  })
  .meta({ id: 'NewUser' });

export const User = z
  .object({
    userId: z.int(),
    institution: z.string(),
    login: z.string(),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    hasTotp: z.boolean(),
    outside: z.boolean().meta({ description: 'Signs on through an identity provider' }),
    ready: z.boolean().meta({ description: 'Has set a password' }),
    createdAt: Moment,
    disabledAt: Moment.nullable(),
    lastSignInAt: Moment.nullable(),
  })
  .meta({ id: 'User' });
export const UserPage = pageOf(User).meta({ id: 'UserPage' });

/** A one-time link is `/set-password#<token>`; it works for a day. */
export const UserAdded = z.object({ userId: z.int(), token: z.string() }).meta({ id: 'UserAdded' });
export const PasswordReset = z.object({ token: z.string() }).meta({ id: 'PasswordReset' });

export const NewInstitution = z
  .strictObject({
    code: InstitutionCode,
    name: line(200),
    kind: z.enum(INSTITUTION_KINDS),
    seesAll: z.boolean().optional(),
  })
  .meta({ id: 'NewInstitution' });
export const Institution = z
  .object({
    institutionId: z.int(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(INSTITUTION_KINDS),
    seesAll: z.boolean(),
    createdAt: Moment,
  })
  .meta({ id: 'Institution' });
export const InstitutionList = z
  .object({ items: z.array(Institution).max(1_000) })
  .meta({ id: 'InstitutionList' });
export const InstitutionAdded = z
  .object({ institutionId: z.int() })
  .meta({ id: 'InstitutionAdded' });

export const KeyParams = z.strictObject({ keyId: integerText(1, SERIAL_MOST) });
export const NewKey = z
  .strictObject({
    institution: InstitutionCode,
    name: line(200),
    scopes: z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length),
    expiresAt: MomentTold.optional(),
  })
  .meta({ id: 'NewKey' });
export const KeyAdded = z
  .object({
    keyId: z.int(),
    key: z.string().meta({ description: 'Shown this once', examples: ['qk_17_…'] }),
    expiresAt: Moment,
  })
  .meta({ id: 'KeyAdded' });
export const KeyList = z
  .object({
    items: z
      .array(
        z.object({
          keyId: z.int(),
          institution: z.string(),
          name: z.string(),
          scopes: z.array(z.enum(KEY_SCOPES)),
          createdAt: Moment,
          createdBy: z.string(),
          expiresAt: Moment,
          usedAt: Moment.nullable(),
          revokedAt: Moment.nullable(),
        }),
      )
      .max(1_000),
  })
  .meta({ id: 'KeyList' });
