import type { CaseFact } from '../domain/case/case-fact.ts';
import type {
  CaseAccount,
  CaseContact,
  CaseHold,
  CaseInstitution,
  CaseNetwork,
  CaseOfficer,
  CaseParty,
  CasePost,
  CaseSignal,
  CaseTransfer,
} from '../domain/case/case-file.ts';
import type { Tlp } from '../domain/case/marking.ts';

/**
 * What a reader of exchange understood of a package of another house, in the element types of a case. Nothing of it is checked
 * against the store, and ids are those of the sender: whoever takes it in gives them ids of its own.
 *
 * Every element with an `origin` has one here: its TLP, who it came from (the sender, or whom the sender had it from) and
 * whom it is named to. `packageId` is UNNUMBERED until the import has a number.
 */
export interface ForeignFacts {
  readonly format: 'stix' | 'misp' | 'goaml' | 'case';
  readonly sender: ForeignSender;
  /** Of the whole package; elements carry their own. */
  readonly tlp: Tlp;
  /** Permissible Actions Protocol of a MISP event: what the reader may do with it openly; null: not told. */
  readonly pap: Pap | null;
  /** Number of the sender's case; null: not told. */
  readonly caseNumber: string | null;
  readonly title: string | null;
  /** When the sender last changed it, epoch ms; null: not told. */
  readonly madeAt: number | null;
  readonly parties: readonly CaseParty[];
  readonly accounts: readonly CaseAccount[];
  /** In order of time. */
  readonly transfers: readonly CaseTransfer[];
  readonly posts: readonly CasePost[];
  readonly contacts: readonly CaseContact[];
  /** Of the next four lists, whose elements have no origin of their own: the strictest mark of any of them. */
  readonly saidTlp: Tlp;
  readonly signals: readonly CaseSignal[];
  readonly networks: readonly CaseNetwork[];
  readonly holds: readonly CaseHold[];
  readonly facts: readonly CaseFact[];
  /** Ties between elements that no field of an element says. */
  readonly relations: readonly ForeignRelation[];
  /** What was not taken, counted and named: nothing is lost in silence. Empty for a package that Qorgan wrote. */
  readonly left: readonly ForeignLeft[];
}

/** Permissible Actions Protocol (MISP taxonomy PAP, version 2), strictest first. */
export const PAP = ['red', 'amber', 'green', 'clear'] as const;
export type Pap = (typeof PAP)[number];

/** `packageId` of an element that a reader gave and that no import has numbered yet. */
export const UNNUMBERED = 0;

export interface ForeignSender {
  /** Code of the institution where the package tells it, else its name; '' when the package does not say who made it. */
  readonly code: string;
  readonly name: string;
  /** All that a package of Qorgan tells; null for others. */
  readonly institution: CaseInstitution | null;
  readonly officer: CaseOfficer | null;
}

export interface ForeignRelation {
  /** As the package names it: 'uses', 'related-to', 'member-of'. */
  readonly kind: string;
  readonly from: ForeignElement;
  readonly to: ForeignElement;
  readonly tlp: Tlp;
}

/** A party, account, …, of the same facts: ids are unique within their list only. */
export interface ForeignElement {
  readonly list: 'parties' | 'accounts' | 'transfers' | 'posts' | 'contacts';
  readonly id: string;
}

export const LEFT_REASONS = [
  'unknown_type', // a kind of object that no element of a case can hold
  'unknown_property', // a property of an understood object
  'unknown_relation', // one end is no element of the case
  'pattern', // an indicator that is more than simple equality
  'marking', // a handling mark that is no TLP; the element is handled as UNMARKED_TLP
  'duplicate', // an older or equal version of an object that is here already
  'revoked', // taken back by its maker
  'broken', // does not hold to the format
  'missing_ref', // points at what is not in the package
  'differs', // two places of the package tell two things; the one that was taken is Qorgan's own
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export interface ForeignLeft {
  readonly why: LeftReason;
  /** Type of object, or type and property: 'malware', 'identity.sectors'. */
  readonly what: string;
  readonly count: number;
  /** The first ten ids, as the package writes them, each at most 100 characters. */
  readonly ids: readonly string[];
}

/** Of a name of who sent something, and of the codes of whom it is named to; fewer names are stricter. */
export const FROM_MOST = 200;
export const NAMED_MOST = 64;

/** An element that no mark says anything of is kept within the house. */
export const UNMARKED_TLP = 'amber+strict' satisfies Tlp;
