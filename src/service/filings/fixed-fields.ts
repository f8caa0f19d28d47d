import type { FollowsAs } from '../../domain/filing/filing-acts.ts';
import type { Fm1Document, Fm1Values } from '../../exchange/fm1/document.ts';
import { GROUND_OF } from '../../exchange/fm1/prefill.ts';
import type { FilingRow } from './filing-row.ts';

/** Requisites that Qorgan sets itself, whatever a person writes. */
export const FIXED_FIELDS = ['1.1(1)', '1.2', '1.3', '1.5', '3.4', '1.1(2)'] as const;

const DOCUMENT_TYPES: Readonly<Record<FollowsAs, string>> = { correction: '2', replacement: '3' };

/** The document with the requisites that are not a person's to set; number and date once they are given. */
export function withFixed(
  row: Pick<FilingRow, 'kind' | 'follows_as'>,
  document: Fm1Document,
  given?: { readonly number: number; readonly date: string },
): Fm1Document {
  const { participants, references } = document;
  const message: Fm1Values = {
    ...document.message,
    '1.1(1)': given === undefined ? '' : String(given.number),
    '1.2': given?.date ?? '',
    '1.3': row.follows_as === null ? '1' : DOCUMENT_TYPES[row.follows_as],
    '1.5': GROUND_OF[row.kind],
    '3.4': String(participants.length),
    '1.1(2)': references.length === 0 ? '' : String(references.length),
  };
  return { ...document, message: filled(message) };
}

/** Values without blanks around them and without empty ones. */
export const filled = (values: Fm1Values): Fm1Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([id, value]) => [id, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
