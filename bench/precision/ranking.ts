import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** Accounts of a scan's accounts.csv, the most suspicious first, with what the floors need. */
export interface RankedAccount {
  readonly account: string;
  readonly score: number;
  readonly turnoverMinor: number;
}

/** The first accounts of a ranking and how many of them are what is looked for. */
export interface Hits {
  readonly first: number;
  readonly hits: number;
  /** Share of the first ones that are positive; of fewer where the ranking is shorter. */
  readonly precision: number;
  /** Share of all positives that are among the first ones. */
  readonly recall: number;
}

export function readRanking(path: string): RankedAccount[] {
  const rows = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  return rows.map(({ account = '', score, in_minor, out_minor }) => ({
    account,
    score: Number(score),
    turnoverMinor: Number(in_minor) + Number(out_minor),
  }));
}

export function hitsAmong(
  ranking: readonly string[],
  positives: ReadonlySet<string>,
  first: number,
): Hits {
  const looked = ranking.slice(0, first);
  const hits = looked.filter((account) => positives.has(account)).length;
  return {
    first,
    hits,
    precision: looked.length === 0 ? 0 : hits / looked.length,
    recall: positives.size === 0 ? 0 : hits / positives.size,
  };
}

/** Accounts by a number of theirs, the greatest first; equals by name, so that the order is one. */
export function rankedBy(
  accounts: readonly string[],
  of: (account: string) => number,
): readonly string[] {
  return accounts.toSorted((a, b) => of(b) - of(a) || (a < b ? -1 : 1));
}

/** Different accounts that each account paid or was paid by. */
export class Counterparties {
  readonly #of = new Map<string, Set<string>>();

  add(payer: string, payee: string): void {
    this.#setOf(payer).add(payee);
    this.#setOf(payee).add(payer);
  }

  count(account: string): number {
    return this.#of.get(account)?.size ?? 0;
  }

  #setOf(account: string): Set<string> {
    const known = this.#of.get(account);
    if (known !== undefined) return known;
    const fresh = new Set<string>();
    this.#of.set(account, fresh);
    return fresh;
  }
}
