import { z } from 'zod';
import { ROLES } from '../../service/access/role.ts';
import { BIG_SERIAL_MOST, integerText, line, Moment } from './text.ts';

/** Never trimmed and never cut: what is typed is what is hashed. */
const Password = z.string().min(1).max(256);
const Token = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w-]+$/)
  .meta({ description: 'From the one-time link, after the #' });
const Code = z.string().min(6).max(32).meta({ description: 'Of the app, or a recovery code' });

export const SignIn = z
  .strictObject({ login: line(64), password: Password })
  .meta({ id: 'SignIn' });

/** The first administrator of a new installation. */
export const Setup = z
  .strictObject({
    token: Token,
    login: line(64),
    name: line(200),
    password: Password,
    roles: z.array(z.enum(ROLES)).max(ROLES.length).optional(),
    institution: z.strictObject({ code: line(32), name: line(200), kind: line(16) }).optional(),
  })
  .meta({ id: 'Setup' });

export const GiveCode = z.strictObject({ code: Code }).meta({ id: 'GiveCode' });
export const SetPassword = z
  .strictObject({ token: Token, password: Password })
  .meta({ id: 'SetPassword' });
export const ChangePassword = z
  .strictObject({ current: Password, next: Password })
  .meta({ id: 'ChangePassword' });

/** What a sign-in came to. The session itself is in the cookies. */
export const SignedIn = z
  .object({
    need: z
      .enum(['nothing', 'code', 'enrolment'])
      .meta({ description: 'What is still owed before anything opens' }),
    expiresAt: Moment,
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

export const TotpBegun = z
  .object({
    uri: z.string().meta({ description: 'otpauth:// for a QR code' }),
    secret: z.string().meta({ description: 'The same, to type' }),
  })
  .meta({ id: 'TotpBegun' });

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).max(20) }).meta({
  id: 'RecoveryCodes',
  description: 'Shown this once',
});

/** Who is signed in. */
export const Me = z
  .object({
    userId: z.int(),
    login: z.string(),
    name: z.string(),
    institution: z.object({ institutionId: z.int(), code: z.string(), name: z.string() }),
    seesAll: z.boolean(),
    roles: z.array(z.enum(ROLES)),
    hasTotp: z.boolean(),
    need: z.enum(['nothing', 'code', 'enrolment']),
    expiresAt: Moment,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** What a stranger's browser has to know to show the right first page. */
export const SessionState = z
  .object({
    setup: z.boolean().meta({ description: 'No administrator yet: the first page is the set-up' }),
    oidc: z.boolean().meta({ description: 'Sign-on by an identity provider is offered' }),
    signedIn: z.boolean(),
    need: z.enum(['nothing', 'code', 'enrolment']),
  })
  .meta({ id: 'SessionState' });

export const SessionParams = z.strictObject({ sessionId: integerText(1, BIG_SERIAL_MOST) });
export const SessionList = z
  .object({
    items: z
      .array(
        z.object({
          sessionId: z.int(),
          signedInAt: Moment,
          seenAt: Moment,
          expiresAt: Moment,
          address: z.string(),
          userAgent: z.string(),
          current: z.boolean(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'SessionList' });
export const SessionsEnded = z.object({ ended: z.int() }).meta({ id: 'SessionsEnded' });

/** Where to go after signing on outside: a path of the console itself. */
export const OidcQuery = z.strictObject({
  returnTo: z
    .string()
    .max(200)
    .regex(/^\/(?![/\\])[^\p{Cc}\p{Cs}\\]*$/u)
    .optional(),
});
