import type { VerdictName } from '../../../engine/verdict.ts';

/** Kinds of things that happen in a case; their places tell the order of what happened in one millisecond. */
export const TIMELINE_KINDS = [
  'transfer',
  'post',
  'alert',
  'call',
  'decision',
  'note',
  'act',
  'task',
  'hold',
  'filing',
  'package',
  'file',
  'statement',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** An account as pictures and lines of a case name it. */
export interface ShownCaseAccount {
  /** As the case file names it. */
  readonly id: string;
  /** Its number; null: known from a file only. */
  readonly ref: number | null;
  /** Masked. */
  readonly name: string;
}

export type OpensKind =
  | 'transfer'
  | 'post'
  | 'alert'
  | 'event'
  | 'task'
  | 'hold'
  | 'filing'
  | 'package'
  | 'file'
  | 'statement';

/** One thing that happened, at its place in time. */
export interface TimelineEntry {
  readonly entryId: string;
  /** What the case file calls it; null: it is not in the file. */
  readonly element: string | null;
  readonly kind: TimelineKind;
  readonly at: number;
  /** Act, state or channel as a word. */
  readonly what: string;
  readonly text: string | null;
  readonly by: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly from: ShownCaseAccount | null;
  readonly to: ShownCaseAccount | null;
  readonly verdict: VerdictName | null;
  readonly score: number | null;
  readonly suspicious: boolean;
  readonly opens: { readonly kind: OpensKind; readonly ref: string } | null;
}

/** Where an entry stands in the order: time, kind, number within the kind. */
export interface EntryPlace {
  readonly at: number;
  readonly kind: TimelineKind;
  readonly number: number;
}

/** An entry that is made only if its page is shown: words are sealed, and opening them costs time. */
export interface PlacedEntry extends EntryPlace {
  readonly make: () => TimelineEntry;
}

export const comparePlaces = (a: EntryPlace, b: EntryPlace): number =>
  a.at - b.at ||
  TIMELINE_KINDS.indexOf(a.kind) - TIMELINE_KINDS.indexOf(b.kind) ||
  a.number - b.number;

/** An entry with nothing said but what every one says. */
export function plainEntry(
  said: Pick<TimelineEntry, 'entryId' | 'kind' | 'at' | 'what'> & Partial<TimelineEntry>,
): TimelineEntry {
  return {
    element: null,
    text: null,
    by: null,
    amountMinor: null,
    currency: null,
    from: null,
    to: null,
    verdict: null,
    score: null,
    suspicious: false,
    opens: null,
    ...said,
  };
}
