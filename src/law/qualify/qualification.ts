import type { FactKind } from '../../domain/case/case-fact.ts';
import type { Category, Measure } from '../offences/offence.ts';

/**
 * How far the record of the case carries a provision: every element is shown; some are; something speaks against one; the
 * provision was not in force on the day of the act. It is never said whether a person did it: that is for a court.
 */
export const FINDING_STATES = ['supported', 'partly', 'contradicted', 'not_in_force'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** `hinted`: only the record of transfers or posts points to it; `disputed`: said and denied. */
export const ELEMENT_STATES = [
  'supported',
  'hinted',
  'missing',
  'disputed',
  'contradicted',
] as const;
export type ElementState = (typeof ELEMENT_STATES)[number];

export const EXCLUSION_STATES = ['applies', 'disputed', 'ruled_out', 'not_asked'] as const;
export type ExclusionState = (typeof EXCLUSION_STATES)[number];

export const CONDITION_STATES = ['met', 'not_met', 'unknown'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** `open`: all that it needs is there; `possible`: something has to be found out; `closed`: something speaks against it. */
export const RELEASE_STATES = ['open', 'possible', 'closed'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What the moment of an act was taken from. */
export const ACT_BASES = ['facts', 'transfers', 'case'] as const;
export type ActBasis = (typeof ACT_BASES)[number];

/** What in the case speaks for or against something. */
export interface Link {
  readonly type: 'fact' | 'transfer' | 'post' | 'account' | 'party' | 'other';
  /** Id in the case file; of a fact its factId. */
  readonly id: string;
}

/** A text of the catalogue of texts with what fills its places. */
export interface Said {
  readonly text: string;
  readonly args: Readonly<Record<string, string | number>>;
}
export type { Category, FactKind, Measure };
