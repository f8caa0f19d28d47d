import type { Result } from '../../domain/errors/catalogue.ts';
import type { VerdictName } from '../../engine/verdict.ts';
import type { LegalGround } from '../../law/grounds.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { SignalRecord } from './signal-record.ts';

/** A list that one end of a transfer stands on. */
export interface ListedEnd {
  readonly subject: 'payer' | 'payee';
  readonly kind: ListKind;
  readonly listId: number;
  readonly entryId: number;
  /** The identifier that met: 'account', 'iin', 'phone', … */
  readonly via: string;
}

export interface ReconsideredAccount {
  /** Number of the account; its name is shown masked. */
  readonly account: number;
  readonly before: number;
  readonly after: number;
  readonly passed: number;
}

/** What a decision says besides its score and verdict: kept with the transfer, so that a repeat hears the same. */
export interface Said {
  readonly signals: readonly SignalRecord[];
  readonly reconsidered: readonly ReconsideredAccount[];
  readonly grounds: readonly LegalGround[];
  readonly listHits: readonly ListedEnd[];
  /** The payee stands in the base of events: the bank that pays is liable (payments law, art. 25-1, item 7). */
  readonly refundRisk: boolean;
}

export interface Decided extends Said {
  readonly id: string;
  /** Place of the transfer among all facts. */
  readonly seq: number;
  readonly at: number;
  readonly receivedAt: number;
  /** True if this id was decided before; the rest is what was said then. */
  readonly repeat: boolean;
  /** 0..100, of the engine alone. */
  readonly score: number;
  readonly verdict: VerdictName;
}

/** Of one transfer: what was decided, or why nothing was. */
export type Outcome = Result<Decided>;

const NOTHING_SAID: Said = {
  signals: [],
  reconsidered: [],
  grounds: [],
  listHits: [],
  refundRisk: false,
};

/** As the store keeps it: '' for nothing, so that most transfers cost no byte. */
export function writeSaid(said: Said): string {
  const { signals, reconsidered, grounds, listHits, refundRisk } = said;
  if (signals.length + reconsidered.length + grounds.length + listHits.length === 0) return '';
  return JSON.stringify({ signals, reconsidered, grounds, listHits, refundRisk });
}

export const readSaid = (text: string | null): Said =>
  text === null || text === '' ? NOTHING_SAID : JSON.parse(text);
