import { createHash } from 'node:crypto';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Principal } from '../service/access/principal.ts';
import type { AnyAnswer } from './route.ts';

/** Requests remembered; the oldest is forgotten first. */
const REQUESTS_MOST = 10_000;
const REMEMBER_MS = 24 * 3_600_000;

interface Remembered {
  readonly fingerprint: string;
  readonly at: number;
  /** Undefined while it is under way, and where the answer is not kept. */
  answer: AnyAnswer | undefined;
  underway: boolean;
}

/** What a request is known by. */
export interface RepeatKey {
  readonly principal: Pick<Principal, 'kind' | 'id'> | undefined;
  readonly route: string;
  /** To what it is done: a route stands for many things. */
  readonly url: string;
  readonly key: string;
  readonly body: Uint8Array;
}

/**
 * Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): a repeat hears the first answer, and the same key with another
 * body, or to another thing, is a mistake. Kept in memory for a day; after a restart what makes things unique in the store (names, logins, ids of
 * transfers) still keeps anything from being done twice, a repeat then hears that it was done.
 */
export class Repeats {
  readonly #requests = new Map<string, Remembered>();

  /**
   * Does the work once. `keep` false: the answer is not kept because a repeat of the work gives it again (decisions). Throws
   * QRG_HTTP_KEY_REUSED, QRG_HTTP_KEY_UNDERWAY.
   */
  async once(
    { principal, route, url, key, body }: RepeatKey,
    now: number,
    keep: boolean,
    work: () => Promise<AnyAnswer>,
  ): Promise<AnyAnswer> {
    const name = `${principal?.kind}:${principal?.id} ${route} ${key}`;
    const fingerprint = createHash('sha256').update(`${url}\n`).update(body).digest('base64');
    const before = this.#requests.get(name);
    if (before !== undefined && before.at + REMEMBER_MS > now) {
      if (before.fingerprint !== fingerprint) throw new QorganError('QRG_HTTP_KEY_REUSED');
      if (before.underway) throw new QorganError('QRG_HTTP_KEY_UNDERWAY');
      if (before.answer !== undefined) return before.answer;
    }
    const request: Remembered = { fingerprint, at: now, answer: undefined, underway: true };
    this.#remember(name, request);
    try {
      const answer = await work();
      if (keep) request.answer = answer;
      request.underway = false;
      return answer;
    } catch (error) {
      // Refused or failed: the same request may be tried again.
      if (this.#requests.get(name) === request) this.#requests.delete(name);
      throw error;
    }
  }

  #remember(name: string, request: Remembered): void {
    this.#requests.delete(name);
    const [oldest] = this.#requests.keys();
    if (this.#requests.size >= REQUESTS_MOST && oldest !== undefined) this.#requests.delete(oldest);
    this.#requests.set(name, request);
  }
}
