import * as client from 'openid-client';
import { fail, ok, QorganError, type Result } from '../../domain/errors/catalogue.ts';
import { STRANGER } from '../audit/entry.ts';
import type { Access } from './access.ts';
import { addressGroup } from './address-group.ts';
import { type Claims, personOfClaims } from './oidc-claims.ts';
import { flowCookie, type OidcFlow, ownPage, readFlow } from './oidc-flow.ts';
import { checkOidcSettings, isLoopback, type OidcSettings } from './oidc-settings.ts';
import { signInOutside } from './outside-person.ts';
import type { Place, Session } from './session.ts';
import type { CookieSpec } from './session-cookies.ts';
import type { SignedIn } from './sign-in.ts';
import { mayTry, noteStranger } from './stranger.ts';

const TIMEOUT_SECONDS = 5;
const SCOPE = 'openid profile email';

/** A person comes back from the provider. */
export interface OidcReturn extends Place {
  /** Query of the address they came back to, with its '?'. */
  readonly search: string;
  /** Value of the flow's cookie. */
  readonly cookie: string | undefined;
  readonly previous?: Session | undefined;
}

/**
 * Sign-on through an identity provider: authorization code with PKCE, state and nonce (RFC 9700). A second factor is the
 * provider's business. People are known by issuer and subject, never joined to an account of ours by name or mail.
 */
export class Oidc {
  readonly #access: Access;
  readonly #settings: OidcSettings;
  #found: Promise<client.Configuration> | undefined;

  /** Throws QRG_OIDC_SETTINGS. Asks the provider nothing yet. */
  constructor(access: Access, settings: OidcSettings) {
    const checked = checkOidcSettings(settings);
    if (!checked.ok) throw new QorganError(checked.problem.code, checked.problem.args);
    this.#access = access;
    this.#settings = settings;
  }

  /** Whether our own address is https: what its cookies have to be. */
  get secure(): boolean {
    return new URL(this.#settings.redirectUri).protocol === 'https:';
  }

  /** Where to send a person, and the cookie that their browser has to bring back. Fails with QRG_OIDC_AWAY. */
  async begin(returnTo?: string): Promise<Result<{ url: string; cookie: CookieSpec }>> {
    const configuration = await this.#configuration();
    if (configuration === undefined) return fail('QRG_OIDC_AWAY');
    const flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      returnTo: ownPage(returnTo),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#settings.redirectUri,
      scope: SCOPE,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    const { store, now } = this.#access;
    return ok({ url: url.href, cookie: flowCookie(store.vault, flow, this.secure, now()) });
  }

  /**
   * Ends a sign-on. Fails with QRG_OIDC_REFUSED when anything in the answer does not hold (the reason goes to the record of
   * acts and not to the browser), QRG_RATE_LIMIT, QRG_OIDC_AWAY, QRG_OIDC_NO_PLACE, QRG_ROLE_CONFLICT.
   */
  async finish(given: OidcReturn): Promise<Result<SignedIn & { returnTo: string }>> {
    const may = mayTry(this.#access, given.address);
    if (!may.ok) return may;
    const flow = readFlow(this.#access.store.vault, given.cookie, this.#access.now());
    if (flow === undefined) return this.#refuse(given, 'no flow');
    const configuration = await this.#configuration();
    if (configuration === undefined) return fail('QRG_OIDC_AWAY');
    let claims: Claims;
    try {
      claims = await this.#claims(configuration, flow, given.search);
    } catch (error) {
      if (isAway(error)) return fail('QRG_OIDC_AWAY');
      return this.#refuse(given, reasonOf(error));
    }
    const person = personOfClaims(this.#settings, claims);
    if (!person.ok) return person;
    const outside = `${configuration.serverMetadata().issuer} ${String(claims.sub)}`;
    const done = await signInOutside(this.#access, outside, person.value, given);
    return done.ok ? ok({ ...done.value, returnTo: flow.returnTo }) : done;
  }

  /** Trades the code for tokens and checks all of it: state, nonce, issuer, audience, signature, times. */
  async #claims(
    configuration: client.Configuration,
    { state, nonce, verifier }: OidcFlow,
    search: string,
  ): Promise<Claims> {
    // The address as registered, and not as a Host header says.
    const address = new URL(this.#settings.redirectUri);
    address.search = search;
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const { userinfo_endpoint: endpoint } = configuration.serverMetadata();
    if (endpoint === undefined) return { ...claims };
    const more = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { ...more, ...claims };
  }

  /** Written down, and so bounded: anybody can come here with anything. */
  async #refuse(place: Place, reason: string): Promise<Result<never>> {
    noteStranger(this.#access, place.address);
    await this.#access.audit.append({
      actor: STRANGER,
      action: 'session.refuse',
      object: 'user:unknown',
      detail: { by: 'oidc', reason, address: addressGroup(place.address) },
    });
    return fail('QRG_OIDC_REFUSED');
  }

  /** What the provider says of itself, asked once; undefined while it does not answer. */
  async #configuration(): Promise<client.Configuration | undefined> {
    this.#found ??= this.#discover();
    try {
      return await this.#found;
    } catch {
      this.#found = undefined;
      return undefined;
    }
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const execute = [
      // Signatures are checked even though the token comes straight from the provider.
      client.enableNonRepudiationChecks,
      ...(isLoopback(issuer) ? [client.allowInsecureRequests] : []),
    ];
    const authentication =
      clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret);
    return client.discovery(new URL(issuer), clientId, undefined, authentication, {
      execute,
      timeout: TIMEOUT_SECONDS,
    });
  }
}

/** The provider could not be reached, which says nothing about the person. */
function isAway(error: unknown): boolean {
  if (error instanceof DOMException) return error.name === 'TimeoutError';
  return error instanceof TypeError && error.message === 'fetch failed';
}

/** Why an answer was refused, in the words of the library: they are fixed and name no person. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const text = error.cause instanceof Error ? error.cause.message : error.message;
  return text.slice(0, 120);
}
