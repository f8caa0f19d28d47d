import type { Birth } from '../lists/list-entry.ts';

/** Whose name it is. A person's is read as surname, given name and patronymic, an organisation's as its form and its words. */
export type NamedParty = 'person' | 'organisation' | 'unknown';

/** A name to look for, as a customer file or a passport has it, in any of the scripts. */
export interface NameAsked {
  readonly text: string;
  readonly party: NamedParty;
  readonly births?: readonly Birth[];
  /** IIN or BIN, twelve digits that pass their check: an exact key beside the name. */
  readonly iinOrBin?: string;
}

/** A name of a list entry. An entry with aliases has several, all with its number. */
export interface NameListed extends NameAsked {
  readonly entry: number;
  /** An alias of which its source is not sure counts less. */
  readonly weak?: boolean;
}

/** How one part of the asked name met one part of the listed name. */
export interface PartMatch {
  readonly asked: string;
  readonly listed: string;
  readonly part: 'surname' | 'given' | 'patronymic' | 'word' | 'form';
  readonly how:
    | 'same' // letter by letter
    | 'script' // the same once both are written in one alphabet
    | 'variant' // a known other form of the name (Қасым, Касым, Kassym)
    | 'initial' // one is the first letter of the other
    | 'typo' // close, but not the same
    | 'missing'; // one of the two does not have this part: the other side is ''
  /** 0..1. */
  readonly likeness: number;
}

export interface NameMatch {
  readonly entry: number;
  /** The listed name that met best, as its source writes it. */
  readonly listed: string;
  /** 0..1; see `parts`, `birth` and `key` for what it is made of. */
  readonly score: number;
  readonly parts: readonly PartMatch[];
  readonly birth: 'same' | 'near' | 'differs' | 'unknown';
  /** The IIN or BIN: 'same' alone is a hit whatever the names say, 'differs' makes a hit unlikely. */
  readonly key: 'same' | 'differs' | 'unknown';
}
