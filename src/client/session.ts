import type { z } from 'zod';
import type * as session from '../http/contract/session.ts';
import type { Caller } from './caller.ts';

export type SessionState = z.output<typeof session.SessionState>;
export type SignedIn = session.SignedIn;
export type Me = session.Me;

export const sessionCalls = (caller: Caller) => ({
  /** Which page to show first. */
  state: () => caller.json<SessionState>('GET', '/v1/session'),
  setup: (body: z.input<typeof session.Setup>) =>
    caller.json<SignedIn>('POST', '/v1/session/setup', { body }),
  login: (body: z.input<typeof session.SignIn>) =>
    caller.json<SignedIn>('POST', '/v1/session', { body }),
  code: (code: string) => caller.json<SignedIn>('POST', '/v1/session/code', { body: { code } }),
  logout: () => caller.json<void>('DELETE', '/v1/session'),
  me: () => caller.json<Me>('GET', '/v1/session/me'),
  beginTotp: () => caller.json<z.output<typeof session.TotpBegun>>('POST', '/v1/session/totp'),
  confirmTotp: (code: string) =>
    caller.json<z.output<typeof session.RecoveryCodes>>('POST', '/v1/session/totp/confirm', {
      body: { code },
    }),
  renewRecoveryCodes: () =>
    caller.json<z.output<typeof session.RecoveryCodes>>('POST', '/v1/session/recovery-codes'),
  changePassword: (body: z.input<typeof session.ChangePassword>) =>
    caller.json<SignedIn>('POST', '/v1/session/password', { body }),
  setPassword: (body: z.input<typeof session.SetPassword>) =>
    caller.json<void>('POST', '/v1/session/set-password', { body }),
  list: () => caller.json<z.output<typeof session.SessionList>>('GET', '/v1/sessions'),
  end: (sessionId: number) => caller.json<void>('DELETE', `/v1/sessions/${sessionId}`),
  endAll: () => caller.json<z.output<typeof session.SessionsEnded>>('DELETE', '/v1/sessions'),
});
