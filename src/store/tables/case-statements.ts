import type { GeneratedAlways } from 'kysely';

/** Tables of migration 0013-case-statements. Times are epoch ms. */
export interface CaseStatementTables {
  case_statements: {
    statement_id: GeneratedAlways<number>;
    case_id: number;
    institution_id: number;
    name_sealed: Buffer;
    sha256: Buffer;
    bytes: number;
    body_sealed: Buffer;
    added_at: number;
    added_by_id: number;
    added_by: string;
    format: string;
    rows: number;
    accepted: number;
    rejected: number;
  };
  case_statement_looks: {
    case_id: number;
    institution_id: number;
    read_at: number;
    sealed: Buffer;
  };
  case_statement_keys: { case_id: number; institution_id: number; hash: Buffer };
}
