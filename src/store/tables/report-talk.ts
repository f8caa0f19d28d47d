import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

export const MUTE_KINDS = ['receipt', 'address'] as const;
/** One report takes no more words; or nobody from where it came may report for a time. */
export type MuteKind = (typeof MUTE_KINDS)[number];

/** Tables of migration 0015-report-talk. Times are epoch ms. */
export interface ReportTalkTables {
  report_messages: {
    message_id: GeneratedAlways<number>;
    report_id: number;
    at: number;
    /** null: the one who reported, of whom nothing is known. */
    actor_id: Nullable<number>;
    actor: Nullable<string>;
    sealed: Buffer;
  };
  report_pictures: {
    picture_id: GeneratedAlways<number>;
    report_id: number;
    at: number;
    /** SHA-256 of the file as it came: the same one again is no second picture. */
    came: Buffer;
    width: number;
    height: number;
    bytes: number;
    sealed: Buffer;
  };
  report_origins: { report_id: number; hash: Buffer; until: number };
  report_mutes: {
    mute_id: GeneratedAlways<number>;
    report_id: number;
    kind: MuteKind;
    hash: Nullable<Buffer>;
    at: number;
    until: Nullable<number>;
    reason_sealed: Buffer;
    actor_id: number;
    actor: string;
    lifted_at: Nullable<number>;
    lifted_by: Nullable<string>;
    version: Generated<number>;
  };
}
