import type { Localized } from '../domain/language.ts';

/** What Qorgan recommends. A person decides. Position is the code: append, never reorder. */
export const VERDICTS = ['allow', 'review', 'hold'] as const;
export type VerdictName = (typeof VERDICTS)[number];

/** Whose account a signal speaks about. */
export type Subject = 'payer' | 'payee';

/** One reason, with the numbers behind it. */
export interface Signal {
  /** Rule id, e.g. 'fast-pass-through'. */
  rule: string;
  typology: string;
  subject: Subject;
  /** Points out of 100 that this reason carries by itself. */
  points: number;
  /** 0..1: how far past its threshold the rule was. */
  strength: number;
  /** Feature name -> value at the moment the rule fired; the numbers the explanation shows. */
  facts: Readonly<Record<string, number>>;
  text: Localized;
}

export interface Verdict {
  verdict: VerdictName;
  /** 0..100. */
  score: number;
  /** Strongest first. */
  signals: Signal[];
}
