import { QorganError } from '../domain/errors/catalogue.ts';
import type { HttpLimits } from './limits.ts';

/**
 * What is bounded by itself: decisions, everything that asks the store, the same of those who did not sign in, their pictures, walks
 * through all acts or customers, streams of rows, and those who listen. Strangers who come slowly and in crowds hold up strangers.
 */
export const LANES = [
  'decisions',
  'records',
  'strangers',
  'pictures',
  'walks',
  'streams',
  'listeners',
] as const;
export type Lane = (typeof LANES)[number];

/** Counts the requests at work in each lane, and refuses those past its bound. */
export class Lanes {
  readonly #most: Readonly<Record<Lane, number>>;
  readonly #at: Record<Lane, number> = {
    decisions: 0,
    records: 0,
    strangers: 0,
    pictures: 0,
    walks: 0,
    streams: 0,
    listeners: 0,
  };

  /** Requests refused for want of room, since the start. */
  refused = 0;

  constructor(limits: HttpLimits) {
    this.#most = {
      decisions: limits.decisionsAtOnce,
      records: limits.recordsAtOnce,
      strangers: limits.strangersAtOnce,
      pictures: limits.picturesAtOnce,
      walks: limits.walksAtOnce,
      streams: limits.streamsAtOnce,
      listeners: limits.listenersMost,
    };
  }

  hasRoom(lane: Lane): boolean {
    return this.#at[lane] < this.#most[lane];
  }

  /** Throws QRG_HTTP_BUSY. Whoever entered must leave. */
  enter(lane: Lane): void {
    if (!this.hasRoom(lane)) {
      this.refused++;
      throw new QorganError('QRG_HTTP_BUSY', { seconds: 1 });
    }
    this.#at[lane]++;
  }

  leave(lane: Lane): void {
    this.#at[lane]--;
  }

  counts(): readonly (readonly [Lane, number])[] {
    return LANES.map((lane) => [lane, this.#at[lane]]);
  }
}
