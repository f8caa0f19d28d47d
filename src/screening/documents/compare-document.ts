import { parseIin } from '../../domain/iin.ts';
import { exactKey } from '../lists/exact-key.ts';
import { compareNames } from '../names/compare-names.ts';
import { NAME_THRESHOLD } from '../names/name-index.ts';
import type { DocumentState } from '../risk/profile.ts';
import type { Mrz } from './mrz.ts';

/** A document of identity as the customer, or who took it, tells it. */
export interface ToldDocument {
  readonly kind: DocumentState['kind'];
  readonly number?: string | undefined;
  /** 'YYYY-MM-DD', the last day on which it is valid. */
  readonly expiresOn?: string | undefined;
}

/** The customer whose document it should be. */
export interface ToldHolder {
  /** In any script. */
  readonly name?: string | undefined;
  /** 'YYYY-MM-DD'. */
  readonly bornOn?: string | undefined;
  readonly iin?: string | undefined;
}

export type ComparedField = 'kind' | 'number' | 'expiry' | 'name' | 'birth' | 'sex' | 'iin';

export interface FieldComparison {
  readonly field: ComparedField;
  /** 'unknown': one of the two does not tell. */
  readonly is: 'agrees' | 'differs' | 'unknown';
}

/** What the zone and the customer say of the same thing, field by field. Names are compared across scripts. */
export function compareDocument(
  mrz: Mrz,
  document: ToldDocument,
  holder: ToldHolder,
): FieldComparison[] {
  const { name, bornOn, iin } = holder;
  const read = iin === undefined ? undefined : parseIin(iin);
  const owner = read?.ok ? read.value : undefined;
  return [
    { field: 'kind', is: compare(kindsOf(mrz), document.kind, (kinds, kind) => kinds.has(kind)) },
    { field: 'number', is: compare(mrz.number, document.number, isOneNumber) },
    { field: 'expiry', is: compare(mrz.expiresOn, document.expiresOn) },
    { field: 'name', is: compare(nameOf(mrz), name, isOneName) },
    { field: 'birth', is: compare(birthOf(mrz), bornOn, (days, day) => days.includes(day)) },
    { field: 'sex', is: compare(mrz.sex, owner?.sex) },
    { field: 'iin', is: compare(mrz.iin, owner?.value) },
  ];
}

function compare<A, B>(
  zone: A | undefined,
  told: B | undefined,
  agrees: (zone: A, told: B) => boolean = (a, b) => (a as unknown) === b,
): FieldComparison['is'] {
  if (zone === undefined || told === undefined) return 'unknown';
  return agrees(zone, told) ? 'agrees' : 'differs';
}

/** Residence permits come in either size; what 'other' is, nobody knows. */
const KINDS: Readonly<Record<Mrz['format'], ReadonlySet<DocumentState['kind']>>> = {
  TD1: new Set(['id_card', 'residence_permit', 'other']),
  TD3: new Set(['passport', 'residence_permit', 'other']),
};
const kindsOf = ({ format }: Mrz) => KINDS[format];

/** As numbers of documents are compared everywhere: without signs and spaces, look-alikes of both scripts as one. */
function isOneNumber(zone: string, told: string): boolean {
  const key = exactKey('document', told);
  return key.ok ? key.value.value === zone : told.trim().toUpperCase() === zone;
}

const nameOf = ({ surname, givenNames }: Mrz): string | undefined =>
  surname === '' ? undefined : [surname, ...givenNames].join(' ');

const isOneName = (zone: string, told: string): boolean =>
  compareNames({ text: told, party: 'person' }, { entry: 0, text: zone, party: 'person' }).score >=
  NAME_THRESHOLD;

const birthOf = ({ birth }: Mrz) => (birth.days.length === 0 ? undefined : birth.days);
