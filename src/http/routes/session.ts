import { QorganError } from '../../domain/errors/catalogue.ts';
import { createFirstAdmin } from '../../service/access/first-run.ts';
import { giveCode } from '../../service/access/give-code.ts';
import {
  endAllSessions,
  endSession,
  listSessions,
  signOut,
} from '../../service/access/own-sessions.ts';
import { changePassword, setPasswordByLink } from '../../service/access/password-change.ts';
import { beginTotp, confirmTotp, renewRecoveryCodes } from '../../service/access/second-factor.ts';
import { principalOfSession, type Session } from '../../service/access/session.ts';
import { clearedCookies, sessionCookies } from '../../service/access/session-cookies.ts';
import { type SignedIn as Signed, signIn } from '../../service/access/sign-in.ts';
import { hasUsers } from '../../service/any-user.ts';
import { orThrow } from '../../service/or-throw.ts';
import {
  ChangePassword,
  GiveCode,
  Me,
  RecoveryCodes,
  SessionList,
  SessionParams,
  SessionState,
  SessionsEnded,
  SetPassword,
  Setup,
  SignedIn,
  SignIn,
  TotpBegun,
} from '../contract/session.ts';
import { type Ask, route } from '../route.ts';

/** Where a session comes from. */
export const placeOf = ({ address, userAgent }: Ask) => ({ address, userAgent });

/** The cookies of a session that has just begun; whatever the browser had before is replaced. */
export const cookiesOf = ({ session }: Signed, ask: Ask, now: number) =>
  sessionCookies(session, ask.secure, now);

const signedIn = (signed: Signed, ask: Ask, now: number) =>
  ({
    status: 200,
    body: { need: signed.need, expiresAt: signed.session.expiresAt },
    cookies: cookiesOf(signed, ask, now),
  }) as const;

/** The session that the route's access has made sure of. */
function sessionOf({ visitor }: Ask): Session {
  if (visitor.session === undefined) throw new QorganError('QRG_SIGN_IN_REQUIRED');
  return visitor.session;
}

const needOf = (session: Session | undefined): 'nothing' | 'code' | 'enrolment' => {
  if (session === undefined || session.level === 'full') return 'nothing';
  return session.hasTotp ? 'code' : 'enrolment';
};

const state = route({
  method: 'GET',
  path: '/v1/session',
  tag: 'session',
  summary: 'Which page to show first',
  access: { public: true },
  reply: { 200: SessionState },
  handler: async ({ visitor }, { store, oidc }) => ({
    status: 200,
    body: {
      setup: !(await hasUsers(store)),
      oidc: oidc !== undefined,
      signedIn: visitor.principal !== undefined,
      need: needOf(visitor.session),
    },
  }),
});

const setup = route({
  method: 'POST',
  path: '/v1/session/setup',
  tag: 'session',
  summary: 'Make the first administrator, with the token that the server printed',
  access: { public: true },
  body: Setup,
  reply: { 200: SignedIn },
  problems: [
    'QRG_LINK_REFUSED',
    'QRG_FIRST_RUN_OVER',
    'QRG_PASSWORD_LENGTH',
    'QRG_PASSWORD_EASY',
    'QRG_PASSWORD_OWN_NAME',
    'QRG_LOGIN_FORM',
  ],
  handler: async (ask, { access, now }) =>
    signedIn(orThrow(await createFirstAdmin(access, { ...ask.body, ...placeOf(ask) })), ask, now()),
});

const login = route({
  method: 'POST',
  path: '/v1/session',
  tag: 'session',
  summary: 'Sign in with login and password; a code may still be owed',
  access: { public: true },
  body: SignIn,
  reply: { 200: SignedIn },
  problems: ['QRG_SIGN_IN_REFUSED', 'QRG_SIGN_IN_WAIT', 'QRG_PASSWORDS_BUSY', 'QRG_OTHER_SITE'],
  handler: async (ask, { access, now }) => {
    const previous = ask.visitor.session;
    const given = { ...ask.body, ...placeOf(ask), previous };
    return signedIn(orThrow(await signIn(access, given)), ask, now());
  },
});

const code = route({
  method: 'POST',
  path: '/v1/session/code',
  tag: 'session',
  summary: 'Give the code of the app, or a recovery code',
  access: { session: 'any' },
  body: GiveCode,
  reply: { 200: SignedIn },
  problems: ['QRG_CODE_REFUSED', 'QRG_SIGN_IN_WAIT', 'QRG_SECOND_FACTOR_STATE'],
  handler: async (ask, { access, now }) => {
    const given = await giveCode(access, sessionOf(ask), ask.body.code, placeOf(ask));
    return signedIn(orThrow(given), ask, now());
  },
});

const logout = route({
  method: 'DELETE',
  path: '/v1/session',
  tag: 'session',
  summary: 'Sign out',
  access: { session: 'any' },
  reply: { 204: null },
  handler: async (ask, { access }) => {
    await signOut(access, sessionOf(ask));
    return { status: 204, cookies: clearedCookies(ask.secure) };
  },
});

const me = route({
  method: 'GET',
  path: '/v1/session/me',
  tag: 'session',
  summary: 'Who is signed in',
  access: { session: 'any' },
  reply: { 200: Me },
  handler: async (ask, { store }) => {
    const session = sessionOf(ask);
    const { id, name, institutionId, seesAll, roles } = principalOfSession(session);
    const institution = await store.db
      .selectFrom('institutions')
      .select(['institution_id as institutionId', 'code', 'name'])
      .where('institution_id', '=', institutionId)
      .executeTakeFirstOrThrow();
    return {
      status: 200,
      body: {
        userId: id,
        login: name,
        name: session.name,
        institution,
        seesAll,
        roles,
        hasTotp: session.hasTotp,
        need: needOf(session),
        expiresAt: session.expiresAt,
      },
    };
  },
});

const totp = route({
  method: 'POST',
  path: '/v1/session/totp',
  tag: 'session',
  summary: 'Begin to add a code app',
  access: { session: 'any' },
  reply: { 200: TotpBegun },
  problems: ['QRG_SECOND_FACTOR_NEEDED', 'QRG_SESSION_OLD'],
  handler: async (ask, { access }) => ({
    status: 200,
    body: orThrow(await beginTotp(access, sessionOf(ask))),
  }),
});

const confirm = route({
  method: 'POST',
  path: '/v1/session/totp/confirm',
  tag: 'session',
  summary: 'Show that the code app works; recovery codes are given this once',
  access: { session: 'any' },
  body: GiveCode,
  reply: { 200: RecoveryCodes },
  problems: ['QRG_CODE_REFUSED', 'QRG_SECOND_FACTOR_STATE', 'QRG_SIGN_IN_WAIT'],
  handler: async (ask, { access, now }) => {
    const given = await confirmTotp(access, sessionOf(ask), ask.body.code, placeOf(ask));
    const { recoveryCodes, signedIn: signed } = orThrow(given);
    return { status: 200, body: { recoveryCodes }, cookies: cookiesOf(signed, ask, now()) };
  },
});

const recovery = route({
  method: 'POST',
  path: '/v1/session/recovery-codes',
  tag: 'session',
  summary: 'Make new recovery codes; the old ones open nothing any more',
  access: { session: 'full' },
  reply: { 200: RecoveryCodes },
  problems: ['QRG_SECOND_FACTOR_STATE', 'QRG_SESSION_OLD'],
  handler: async (ask, { access }) => ({
    status: 200,
    body: { recoveryCodes: orThrow(await renewRecoveryCodes(access, sessionOf(ask))) },
  }),
});

const password = route({
  method: 'POST',
  path: '/v1/session/password',
  tag: 'session',
  summary: 'Change one’s own password; all other sessions end',
  access: { session: 'full' },
  body: ChangePassword,
  reply: { 200: SignedIn },
  problems: [
    'QRG_SIGN_IN_REFUSED',
    'QRG_PASSWORD_LENGTH',
    'QRG_PASSWORD_EASY',
    'QRG_PASSWORD_SAME',
  ],
  handler: async (ask, { access, now }) => {
    const changed = await changePassword(access, sessionOf(ask), ask.body, placeOf(ask));
    return signedIn(orThrow(changed), ask, now());
  },
});

const setPassword = route({
  method: 'POST',
  path: '/v1/session/set-password',
  tag: 'session',
  summary: 'Set a password with a one-time link',
  access: { public: true },
  body: SetPassword,
  reply: { 204: null },
  problems: [
    'QRG_LINK_REFUSED',
    'QRG_PASSWORD_LENGTH',
    'QRG_PASSWORD_EASY',
    'QRG_PASSWORD_OWN_NAME',
  ],
  handler: async (ask, { access }) => {
    orThrow(await setPasswordByLink(access, { ...ask.body, address: ask.address }));
    return { status: 204 };
  },
});

const sessions = route({
  method: 'GET',
  path: '/v1/sessions',
  tag: 'session',
  summary: 'One’s own live sessions',
  access: { session: 'full' },
  reply: { 200: SessionList },
  handler: async (ask, { access }) => {
    const session = sessionOf(ask);
    const items = await listSessions(access, principalOfSession(session), session);
    return { status: 200, body: { items } };
  },
});

const end = route({
  method: 'DELETE',
  path: '/v1/sessions/:sessionId',
  tag: 'session',
  summary: 'End one of one’s own sessions',
  access: { session: 'full' },
  params: SessionParams,
  reply: { 204: null },
  problems: ['QRG_SESSION_UNKNOWN'],
  handler: async (ask, { access }) => {
    orThrow(await endSession(access, principalOfSession(sessionOf(ask)), ask.params.sessionId));
    return { status: 204 };
  },
});

const endAll = route({
  method: 'DELETE',
  path: '/v1/sessions',
  tag: 'session',
  summary: 'End all of one’s own sessions, this one too',
  access: { session: 'full' },
  reply: { 200: SessionsEnded },
  handler: async (ask, { access }) => ({
    status: 200,
    body: { ended: await endAllSessions(access, principalOfSession(sessionOf(ask))) },
    cookies: clearedCookies(ask.secure),
  }),
});

export const SESSION_ROUTES = [
  state,
  setup,
  login,
  code,
  logout,
  me,
  totp,
  confirm,
  recovery,
  password,
  setPassword,
  sessions,
  end,
  endAll,
];
