import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Principal } from '../../service/access/principal.ts';

/** Listens in a stream: each person or key so many at once, so that nobody takes all the places. */
export class Listeners {
  readonly #each: number;
  readonly #by = new Map<string, number>();

  constructor(each: number) {
    this.#each = each;
  }

  /** Takes a place; throws QRG_HTTP_LISTENERS. @returns a function that gives it back. */
  seat({ kind, id }: Pick<Principal, 'kind' | 'id'>): () => void {
    const who = `${kind}:${id}`;
    const taken = this.#by.get(who) ?? 0;
    if (taken >= this.#each)
      throw new QorganError('QRG_HTTP_LISTENERS', { most: this.#each, seconds: 15 });
    this.#by.set(who, taken + 1);
    return () => {
      const left = (this.#by.get(who) ?? 1) - 1;
      if (left === 0) this.#by.delete(who);
      else this.#by.set(who, left);
    };
  }
}
