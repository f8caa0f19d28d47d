import { type RawBuilder, sql } from 'kysely';
import {
  ERROR_CODES,
  type ErrorCode,
  hintOf,
  messageOf,
  type Problem,
} from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import type { Transaction } from '../../../store/store.ts';
import type { SourceKind } from '../../../store/tables/watch.ts';
import { healthOf, type SourceHealth } from '../../../watch/sources/schedule.ts';
import { COUNTED } from '../posts/counted.ts';

export interface SourceView {
  readonly sourceId: number;
  readonly institutionId: number | null;
  readonly kind: SourceKind;
  readonly name: string;
  readonly url: string | null;
  readonly everyMin: number | null;
  readonly state: 'active' | 'paused';
  readonly health: SourceHealth;
  readonly nextAt: number | null;
  readonly lastAt: number | null;
  readonly lastOkAt: number | null;
  readonly lastError: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
  } | null;
  readonly failures: number;
  readonly posts: number;
  /** Offers among them that recruit or sell. */
  readonly unlawful: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly version: number;
}

export interface SourceRow {
  readonly source_id: number;
  readonly institution_id: number | null;
  readonly kind: SourceKind;
  readonly name: string;
  readonly url: string | null;
  readonly every_min: number | null;
  readonly state: 'active' | 'paused';
  readonly cursor: unknown;
  readonly next_at: number | null;
  readonly last_at: number | null;
  readonly last_ok_at: number | null;
  readonly last_error: unknown;
  readonly failures: number;
  readonly posts: number;
  readonly unlawful: number;
  readonly created_at: number;
  readonly created_by: string;
  readonly version: number;
}

/** Sources by a condition over `s` (watch_sources), by name. */
export async function sourceRows(
  trx: Transaction,
  where: RawBuilder<unknown>,
  most: number,
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    SELECT s.source_id, s.institution_id, s.kind, s.name, s.url, s.every_min, s.state, s.cursor, s.next_at, s.last_at,
      s.last_ok_at, s.last_error, s.failures, s.posts, s.created_at, s.created_by, s.version,
      (SELECT count(*)::int FROM posts p WHERE p.source_id = s.source_id AND ${COUNTED}) AS unlawful
    FROM watch_sources s WHERE ${where} ORDER BY s.name, s.source_id LIMIT ${most}`.execute(trx);
  return rows;
}

export function sourceView(row: SourceRow, language: Language): SourceView {
  const problem = problemOf(row.last_error);
  return {
    sourceId: row.source_id,
    institutionId: row.institution_id,
    kind: row.kind,
    name: row.name,
    url: row.url,
    everyMin: row.every_min,
    state: row.state,
    health: healthOf({
      state: row.state,
      everyMin: row.every_min,
      failures: row.failures,
      lastOkAt: row.last_ok_at,
    }),
    nextAt: row.next_at,
    lastAt: row.last_at,
    lastOkAt: row.last_ok_at,
    lastError:
      problem === undefined
        ? null
        : {
            code: problem.code,
            message: messageOf(problem, language),
            hint: hintOf(problem, language),
          },
    failures: row.failures,
    posts: row.posts,
    unlawful: row.unlawful,
    createdAt: row.created_at,
    createdBy: row.created_by,
    version: row.version,
  };
}

/** What the store keeps of a failure; a code that this version does not know any more is told as a fault of ours. */
function problemOf(kept: unknown): Problem | undefined {
  if (kept === null) return undefined;
  const { code, args } = kept as { code: string; args: Problem['args'] };
  return (ERROR_CODES as readonly string[]).includes(code)
    ? { code: code as ErrorCode, args }
    : { code: 'QRG_HTTP_INTERNAL', args: {} };
}
