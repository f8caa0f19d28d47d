import type { Localized } from '../../domain/language.ts';

/** How a value is written, in the document (canonical) and in the XML. */
export type Fm1Type =
  | 'text'
  /** Digits only. */
  | 'number'
  /** Canonical 'YYYY-MM-DD', in the XML dd.mm.yyyy. */
  | 'date'
  /** Canonical 'YYYY-MM-DDTHH:MM:SS' on the clock of Almaty, in the XML dd.mm.yyyy hh24:mi:ss. */
  | 'moment'
  /** Canonical and in the XML with a point and two decimals. */
  | 'amount'
  /** 'True' or 'False'. */
  | 'flag'
  /** Two letters, ISO 3166-1. */
  | 'country'
  /** IIN or BIN: twelve digits with a check digit. */
  | 'tax_number';

/** Tables of codes in data/law/<country>/fm1. */
export const FM1_CODES = [
  'document_types',
  'operations',
  'operation_states',
  'grounds',
  'participants',
  'deals',
  'documents',
  'entities',
  'participant_types',
  'roles',
  'client_subject',
  'foreign_person',
  'property_kinds',
  'currencies',
  'signs',
] as const;
export type Fm1Codes = (typeof FM1_CODES)[number];

/** Kinds of participant, as in requisite 4.5; the branch of the XML that tells of them. */
export const FM1_BRANCHES = {
  '1': 'AdditionalInformationUr',
  '2': 'AdditionalInformationAc',
  '3': 'AdditionalInformationIp',
} as const;
export type Fm1Branch = keyof typeof FM1_BRANCHES;

/** When a requisite must be there. Names of conditions are read by check.ts. */
export type Fm1Need =
  | 'always'
  | 'may'
  /** Worth having: its absence is told and stops nothing. */
  | 'should'
  /** 1.5 names suspicion. */
  | 'suspicious'
  /** 1.3 says that another notice is corrected or replaced. */
  | 'follows'
  /** The operation was done or stopped: 1.4 is not refusal. */
  | 'operated'
  /** A code of purpose was set: 3.3(2) does not say otherwise. */
  | 'purpose'
  /** The name is known: the flag beside it does not say otherwise. */
  | 'named';

export interface Fm1Field {
  /** Number of the requisite, as the form and the format name it. */
  readonly id: string;
  /** Place in the XML below the element of its part; '@' before an attribute; '': the edition read has no tag for it. */
  readonly tag: string;
  readonly type: Fm1Type;
  /** Characters at most. */
  readonly most: number;
  readonly need: Fm1Need;
  readonly codes?: Fm1Codes;
  /** Kinds of participant that have it; all when not said. */
  readonly branches?: readonly Fm1Branch[];
  readonly title: Localized;
}
