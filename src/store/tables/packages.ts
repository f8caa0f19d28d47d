import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Tlp } from '../../domain/case/marking.ts';
import type { FieldClass } from '../../exchange/fields/field-class.ts';
import type { PackageFormat } from '../../exchange/package/package-format.ts';
import type { PackageActKind, PackageState } from '../../exchange/package/package-state.ts';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

export const PARTNER_KINDS = ['bank', 'fiu', 'police', 'interpol', 'csto'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** What of another house's package is kept, one row each. */
export const IMPORTED_ELEMENTS = [
  'party',
  'account',
  'transfer',
  'post',
  'contact',
  'signal',
  'network',
  'hold',
  'fact',
] as const;
export type ImportedElement = (typeof IMPORTED_ELEMENTS)[number];

export type PackageDirection = 'out' | 'in';

/** Tables of migration 0012-packages. Times are epoch ms, money is minor units. */
export interface PackageTables {
  partners: {
    partner_id: GeneratedAlways<number>;
    institution_id: number;
    code: string;
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    kind: PartnerKind;
    reads: PackageFormat[];
    contact_sealed: Buffer;
    key_sealed: Nullable<Buffer>;
    key_print: Nullable<string>;
    key_set_at: Nullable<number>;
    key_before_sealed: Nullable<Buffer>;
    key_before_print: Nullable<string>;
    unmarked_tlp: Generated<Tlp>;
    retired_at: Nullable<number>;
    created_at: number;
    version: Generated<number>;
  };
  packages: {
    package_id: GeneratedAlways<number>;
    institution_id: number;
    case_id: Nullable<number>;
    direction: PackageDirection;
    format: PackageFormat;
    state: PackageState;
    tlp: Tlp;
    partners: string[];
    sealed: Buffer;
    ground: Nullable<string>;
    fields: FieldClass[];
    language: string;
    answers: Nullable<number>;
    case_version: Nullable<number>;
    body_sealed: Nullable<Buffer>;
    file_name: Nullable<string>;
    media_type: Nullable<string>;
    bytes: Nullable<number>;
    sha256: Nullable<Buffer>;
    unsaid: NullableJson<readonly string[]>;
    sources: Generated<number[]>;
    asked: Nullable<number>;
    content: Nullable<Buffer>;
    made_at: number;
    made_by_id: number;
    made_by: string;
    approved_at: Nullable<number>;
    approved_by_id: Nullable<number>;
    approved_by: Nullable<string>;
    sent_at: Nullable<number>;
    due_at: Nullable<number>;
    ended_at: Nullable<number>;
    version: Generated<number>;
  };
  package_events: {
    package_id: number;
    version: number;
    institution_id: number;
    at: number;
    actor_id: number | null;
    actor: string;
    act: 'draft' | 'receive' | 'expire' | PackageActKind;
    state: PackageState;
    note_sealed: Buffer;
  };
  imported_facts: {
    imported_id: GeneratedAlways<number>;
    package_id: number;
    institution_id: number;
    element: ImportedElement;
    from_code: string;
    tlp: Tlp;
    named_to: string[];
    sealed: Buffer;
  };
  imported_keys: {
    imported_id: number;
    package_id: number;
    institution_id: number;
    kind: string;
    hash: Buffer;
  };
}
