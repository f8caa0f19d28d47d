import type { GeneratedAlways } from 'kysely';

/** Tables of migration 0017-hold-codes. Times are epoch ms. */
export interface HoldCodeTables {
  hold_codes: {
    code_id: GeneratedAlways<number>;
    hold_id: number;
    institution_id: number;
    /** Keyed hash of the code: finds the hold. */
    hash: Buffer;
    /** The code itself, to be shown to a worker again. */
    sealed: Buffer;
    created_at: number;
    created_by: number;
  };
}
