import { FM1_BRANCHES, type Fm1Branch, type Fm1Field } from './field.ts';
import {
  FOUNDER_FIELDS,
  MESSAGE_FIELDS,
  PARTICIPANT_FIELDS,
  REFERENCE_FIELDS,
  REPORTER_FIELDS,
} from './fields.ts';

/** Values by number of requisite, in canonical form (field.ts); an empty one is not there. */
export type Fm1Values = Readonly<Record<string, string>>;

export interface Fm1Participant {
  readonly fields: Fm1Values;
  readonly founders: readonly Fm1Values[];
}

/** A notice FM-1 as a person edits it. */
export interface Fm1Document {
  readonly reporter: Fm1Values;
  readonly message: Fm1Values;
  readonly references: readonly Fm1Values[];
  readonly participants: readonly Fm1Participant[];
}

/** Rows of each part at most: far above any real notice. */
export const FM1_MOST = { references: 20, participants: 50, founders: 50 } as const;

/** One row of a part, with what it is called in a list of problems: 'participants/2'. */
export interface Fm1Row {
  readonly place: string;
  readonly fields: readonly Fm1Field[];
  readonly values: Fm1Values;
}

export const branchOf = (participant: Fm1Values): Fm1Branch | undefined =>
  participant['4.5'] !== undefined && participant['4.5'] in FM1_BRANCHES
    ? (participant['4.5'] as Fm1Branch)
    : undefined;

/** The requisites that a participant of its kind has; those of every kind while the kind is not said. */
export function fieldsOfParticipant(values: Fm1Values): readonly Fm1Field[] {
  const branch = branchOf(values);
  return PARTICIPANT_FIELDS.filter(({ branches, tag }) =>
    branch === undefined ? !tag.includes('{branch}') : (branches?.includes(branch) ?? true),
  );
}

/** Every row of a document, in the order of the form. */
export function rowsOf(document: Fm1Document): readonly Fm1Row[] {
  return [
    { place: 'reporter', fields: REPORTER_FIELDS, values: document.reporter },
    { place: 'message', fields: MESSAGE_FIELDS, values: document.message },
    ...document.references.map((values, i) => ({
      place: `references/${i + 1}`,
      fields: REFERENCE_FIELDS,
      values,
    })),
    ...document.participants.flatMap(({ fields: values, founders }, i) => [
      { place: `participants/${i + 1}`, fields: fieldsOfParticipant(values), values },
      ...founders.map((founder, k) => ({
        place: `participants/${i + 1}/founders/${k + 1}`,
        fields: FOUNDER_FIELDS,
        values: founder,
      })),
    ]),
  ];
}
