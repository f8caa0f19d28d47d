import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ListKind } from '../../screening/lists/list-kind.ts';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type HitState = 'open' | 'confirmed' | 'dismissed';

/** Tables of migration 0005-lists, with columns of later ones. Times are epoch ms. */
export interface ListTables {
  lists: {
    list_id: GeneratedAlways<number>;
    /** null: everybody's. */
    institution_id: Nullable<number>;
    kind: ListKind;
    name: string;
    source: string;
    handling: string;
    /** Number of the version in force. */
    in_force: Nullable<number>;
    created_at: number;
    created_by: string;
  };
  list_versions: {
    list_id: number;
    number: number;
    file_name: string;
    format: string;
    sha256: Buffer;
    entries: number;
    keys: number;
    by_name_only: number;
    rejected: number;
    noted: number;
    ignored: string[];
    compared_with: number | null;
    added: number;
    removed: number;
    changed: number;
    same: number;
    imported_at: number;
    imported_by: string;
  };
  list_faults: {
    list_id: number;
    number: number;
    place: number;
    line: number;
    column_name: string;
    code: string;
    args: ColumnType<Readonly<Record<string, string | number>>, string, never>;
    effect: string;
  };
  list_entries: {
    entry_id: GeneratedAlways<number>;
    list_id: number;
    entry_key: Buffer;
    content: Buffer;
    first_version: number;
    last_version: Nullable<number>;
    since: Nullable<number>;
    until: Nullable<number>;
    reason: Nullable<string>;
    sealed: Buffer;
  };
  list_keys: {
    value_hash: Buffer;
    entry_id: number;
    list_id: number;
    kind: string;
  };
  list_activations: {
    activation_id: GeneratedAlways<number>;
    list_id: number;
    number: number;
    from_at: number;
    to_at: Nullable<number>;
    activated_by: string;
    reason: string;
  };
  list_hits: {
    hit_id: GeneratedAlways<number>;
    institution_id: number;
    list_id: number;
    entry_key: Buffer;
    entry_id: number;
    content: Buffer;
    customer_id: Nullable<number>;
    account_no: Nullable<number>;
    via: string[];
    subject: Buffer;
    state: Generated<HitState>;
    found_at: number;
    gone_at: Nullable<number>;
    reason: Nullable<string>;
    decided_by: Nullable<string>;
    decided_at: Nullable<number>;
    version: Generated<number>;
    by_name: Generated<boolean>;
    /** 0..1, of a name. */
    score: Nullable<number>;
    /** How the name met: sealed NameMatch. */
    match_sealed: Nullable<Buffer>;
    /** The version that the customer's rating knows of. */
    rated_version: Generated<number>;
  };
  list_marks: { account_no: number; marked_at: number };
  list_watch: { one: Generated<boolean>; account_no: number; customers_at: number };
}
