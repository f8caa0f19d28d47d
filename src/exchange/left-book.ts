import type { ForeignLeft, LeftReason } from './foreign-facts.ts';

const IDS_MOST = 10;
const NAME_MOST = 100;
/** Kinds of thing that are named apart; a hostile package can make up more, and those are counted together. */
const KINDS_MOST = 500;
const REST = '…';

/** What a reader did not take: counted, and named by kind with the first ids of each. */
export class LeftBook {
  readonly #left = new Map<
    string,
    { why: LeftReason; what: string; count: number; ids: string[] }
  >();

  add(why: LeftReason, what: string, id = ''): void {
    const key = `${why} ${what}`;
    const known = this.#left.get(key);
    if (known === undefined && this.#left.size >= KINDS_MOST && what !== REST) {
      this.add(why, REST, id);
      return;
    }
    const left = known ?? { why, what: what.slice(0, NAME_MOST), count: 0, ids: [] };
    if (known === undefined) this.#left.set(key, left);
    left.count++;
    if (id !== '' && left.ids.length < IDS_MOST) left.ids.push(id.slice(0, NAME_MOST));
  }

  get all(): ForeignLeft[] {
    return [...this.#left.values()];
  }
}
