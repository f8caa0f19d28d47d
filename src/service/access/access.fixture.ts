import type { Store } from '../../store/store.ts';
import { type Audit, openAudit } from '../audit/audit.ts';
import { type Access, type AccessSettings, openAccess } from './access.ts';
import { addInstitution, listInstitutions, type NewInstitution } from './institutions.ts';
import { setPasswordByLink } from './password-change.ts';
import { Argon2Hasher, type PasswordHasher } from './password-hasher.ts';
import { type Principal, terminalPrincipal } from './principal.ts';
import type { Role } from './role.ts';
import { beginTotp, confirmTotp } from './second-factor.ts';
import { type Session, sessionOf } from './session.ts';
import { signIn } from './sign-in.ts';
import { totpCode } from './totp.ts';
import { addUser } from './users.ts';

export const START = Date.UTC(2026, 10, 26, 9);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const PASSWORD = 'velvet otter canyon 47';
export const PLACE = { address: '192.0.2.10', userAgent: 'test' };

/** Time that passes when it is told to. */
export class Clock {
  at = START;
  readonly now = (): number => this.at;
  forward(ms: number): void {
    this.at += ms;
  }
}

/** The real hasher, with a count of what was asked of it. */
export class CountingHasher implements PasswordHasher {
  readonly #inner = new Argon2Hasher();
  hashes = 0;
  verifications = 0;
  /** What happens elsewhere while a password is being checked. */
  meanwhile: (() => Promise<unknown>) | undefined;
  hash(password: string): Promise<string> {
    this.hashes++;
    return this.#inner.hash(password);
  }
  async verify(hashed: string | null | undefined, password: string): Promise<boolean> {
    this.verifications++;
    await this.meanwhile?.();
    return this.#inner.verify(hashed, password);
  }
}

/** A store with two banks and an operator, and what is needed to let people in. */
export interface Town {
  readonly access: Access;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly passwords: CountingHasher;
  /** Sees all. */
  readonly terminal: Principal;
  /** The same store after a restart. */
  restart(): Access;
}

export async function openTown(store: Store, settings?: Partial<AccessSettings>): Promise<Town> {
  const clock = new Clock();
  const passwords = new CountingHasher();
  const audit = await openAudit({ store, now: clock.now });
  const open = (): Access =>
    openAccess({ store, audit, now: clock.now, passwords, ...(settings && { settings }) });
  const access = open();
  const terminal = terminalPrincipal('test');
  const there = new Set((await listInstitutions(access, terminal)).map(({ code }) => code));
  for (const institution of INSTITUTIONS)
    if (!there.has(institution.code)) must(await addInstitution(access, terminal, institution));
  return { access, audit, clock, passwords, terminal, restart: open };
}

const INSTITUTIONS: readonly NewInstitution[] = [
  { code: 'bank-a', name: 'Bank A', kind: 'bank' },
  { code: 'bank-b', name: 'Bank B', kind: 'bank' },
  { code: 'operator', name: 'Operator', kind: 'operator', seesAll: true },
];

/** The value of a result that has to be good. */
export function must<T>(
  result: { ok: true; value: T } | { ok: false; problem: { code: string; args: unknown } },
): T {
  if (result.ok) return result.value;
  throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.args)}`);
}

/** 'ok', or the code of the problem. */
export const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }): string =>
  result.ok ? 'ok' : result.problem.code;

let people = 0;

/** A person who has set a password; a login of their own each time. */
export async function addPerson(
  { access, terminal }: Town,
  { institution = 'bank-a', roles = ['analyst'] }: { institution?: string; roles?: Role[] } = {},
): Promise<{ userId: number; login: string }> {
  const login = `person-${++people}`;
  const added = must(await addUser(access, terminal, { login, name: 'Әлия', institution, roles }));
  const { token } = added;
  must(await setPasswordByLink(access, { token, password: PASSWORD, address: PLACE.address }));
  return { userId: added.userId, login };
}

/** Signs in with the password alone; the session, which may still owe a code. */
export async function passwordSession(
  { access }: Town,
  login: string,
  address = PLACE.address,
): Promise<Session> {
  const signedIn = must(await signIn(access, { login, password: PASSWORD, address }));
  return (await sessionOf(access, signedIn.session.token))!;
}

/** Adds a code app and signs in whole. */
export async function enrol(
  { access, clock }: Town,
  session: Session,
): Promise<{ secret: string; recoveryCodes: string[]; session: Session }> {
  const { secret } = must(await beginTotp(access, session));
  const code = totpCode(secret, clock.at);
  const { recoveryCodes, signedIn } = must(await confirmTotp(access, session, code, PLACE));
  return { secret, recoveryCodes, session: (await sessionOf(access, signedIn.session.token))! };
}
