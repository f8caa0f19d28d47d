import type { FactKind } from '../../domain/case/case-fact.ts';
import type { CaseParty } from '../../domain/case/case-file.ts';
import type { Localized } from '../../domain/language.ts';
import type { Element, Exclusion, Offence, Tier } from '../offences/offence.ts';
import type { AgeRule, ReleaseGround } from '../offences/offence-book.ts';
import type { ActTime } from './act-time.ts';
import type { Link } from './link.ts';
import type { Said } from './said.ts';

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

export interface ElementFinding {
  readonly element: Element;
  readonly state: ElementState;
  readonly reason: Said;
  /** Facts whose saying would settle it. */
  readonly ask: readonly FactKind[];
  readonly for: readonly Link[];
  readonly against: readonly Link[];
}

export interface ExclusionFinding {
  readonly exclusion: Exclusion;
  readonly state: ExclusionState;
  readonly links: readonly Link[];
}

export interface TierFinding {
  readonly tier: Tier;
  /** `hinted` where the deed itself is only pointed to. */
  readonly state: 'supported' | 'hinted';
  readonly reasons: readonly Said[];
  readonly links: readonly Link[];
  /** Heavier parts that are not shown. */
  readonly higher: readonly { readonly tier: Tier; readonly needs: Said }[];
}

export interface ConditionFinding {
  readonly id: string;
  readonly text: Localized | Said;
  readonly state: ConditionState;
  readonly reason: Said | null;
  readonly fact: FactKind | null;
  readonly links: readonly Link[];
}

export interface ReleaseFinding {
  readonly ground: ReleaseGround;
  readonly state: ReleaseState;
  readonly conditions: readonly ConditionFinding[];
}

export interface Limitation {
  /** The last day within the term. */
  readonly until: string;
  readonly years: number;
  readonly halved: boolean;
  readonly over: boolean;
}

export interface AgeFinding {
  readonly least: number;
  readonly atAct: number | null;
  readonly reached: boolean | null;
}

export interface ChangeFinding {
  readonly text: Said;
  readonly before: Said;
  readonly after: Said;
}

/** Where one provision stands for one party. */
export interface Finding {
  /** The edition that it is held against. */
  readonly offence: Offence;
  readonly state: FindingState;
  readonly summary: Said;
  readonly act: ActTime;
  readonly age: AgeFinding | null;
  readonly elements: readonly ElementFinding[];
  readonly exclusions: readonly ExclusionFinding[];
  readonly tier: TierFinding | null;
  readonly limitation: Limitation | null;
  readonly release: readonly ReleaseFinding[];
  readonly minor: readonly AgeRule[];
  readonly changes: readonly ChangeFinding[];
  readonly notes: readonly Said[];
}

export interface PartyQualification {
  readonly party: CaseParty;
  /** Full years on the day asked. */
  readonly age: number | null;
  readonly protection: readonly AgeRule[];
  /** Best supported first. */
  readonly findings: readonly Finding[];
  /** How the provisions meet. */
  readonly concurrence: readonly Said[];
}

/** A case held against the law of a country. */
export interface Qualification {
  readonly caseId: number;
  readonly caseNumber: string;
  readonly country: string;
  /** The day the law is looked at from. */
  readonly on: string;
  readonly asOf: number;
  readonly caveats: readonly Said[];
  /** Parties of whom there is something to say. */
  readonly parties: readonly PartyQualification[];
  /** How many more there are. */
  readonly left: number;
  readonly duties: readonly Finding[];
}
