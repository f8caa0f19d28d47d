import type { Language, Localized } from '../domain/language.ts';

/** What a notice tells of. */
export const NOTICE_EVENTS = [
  'placed',
  'asked',
  'blocked',
  'released',
  'refused',
  'returned',
] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** Templates of notices; data/law/<country>/notices.yaml. Holes: {amount}, {until}, {reasons}, {services}. */
export interface NoticeBook {
  /** With grounds that may be told. */
  readonly frames: Readonly<Record<NoticeEvent, Localized>>;
  /** The same events when no ground may be told: nothing of why. */
  readonly neutral: Readonly<Record<NoticeEvent, Localized>>;
  /** Frame of a hold by freezing: it has no end to name. */
  readonly frozen: Localized;
  readonly reasons: ReadonlyMap<string, Localized>;
  /** Beginnings of words, or of words in a row, that would betray a suspicion or a report. */
  readonly betraying: Readonly<Record<Language, readonly string[]>>;
}
