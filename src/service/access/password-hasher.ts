import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { QorganError } from '../../domain/errors/catalogue.ts';

/**
 * Argon2id, 19 MiB, two passes, one lane: the least that the OWASP Password Storage Cheat Sheet recommends (edition read
 * 2026-11). Measured 33 ms a hash on the machine of stack.md.
 */
const PARAMETERS = {
  // Argon2id. The package's name for it is a const enum, which is gone when types are stripped.
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const satisfies Options;

/** Hashes at once: each takes 19 MiB and one of the four threads that files and DNS use as well. */
const AT_ONCE = 2;
/** Hashes that may wait: about a second of work. More is an attack, or a morning that can wait a second. */
const WAITING_MOST = 64;

/** Makes and checks the hashes of passwords. An interface, so that a test can count what a path costs. */
export interface PasswordHasher {
  /** PHC string. Throws QRG_PASSWORDS_BUSY when too many wait. */
  hash(password: string): Promise<string>;
  /** Without a hash the work is done all the same and the answer is no: nobody learns that there is no such account. */
  verify(hashed: string | null | undefined, password: string): Promise<boolean>;
}

/** The same letters typed on another keyboard must give the same bytes (NIST SP 800-63B, 5.1.1.2). */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** Whether a stored hash was made with less than today's parameters, and is due to be made again. */
export function isOutdated(hashed: string): boolean {
  const { memoryCost, timeCost, algorithm } = parseOptions(hashed);
  return (
    algorithm !== PARAMETERS.algorithm ||
    memoryCost < PARAMETERS.memoryCost ||
    timeCost < PARAMETERS.timeCost
  );
}

export class Argon2Hasher implements PasswordHasher {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #nobody: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(normalPassword(password), PARAMETERS));
  }

  async verify(hashed: string | null | undefined, password: string): Promise<boolean> {
    const against = hashed ?? (await this.#hashOfNobody());
    const fits = await this.#inTurn(() => verify(against, normalPassword(password)));
    return fits && hashed !== null && hashed !== undefined;
  }

  /** A hash that no password fits in practice, of the same cost; made once. */
  #hashOfNobody(): Promise<string> {
    this.#nobody ??= hash(crypto.randomUUID(), PARAMETERS);
    return this.#nobody;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= WAITING_MOST)
        throw new QorganError('QRG_PASSWORDS_BUSY', { seconds: 2 });
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    try {
      return await work();
    } finally {
      // A turn is handed on as it is: `running` does not change.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}
