import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ContactKind, PostLabel, PostLanguage, Stance } from '../../domain/post.ts';
import type { TakedownState } from '../../watch/takedown/takedown-state.ts';
import type { HitState } from './lists.ts';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type Json = ColumnType<unknown, string, string>;

export const SOURCE_KINDS = [
  'telegram_channel',
  'telegram_export',
  'feed',
  'sitemap',
  'page',
  'rows',
  'warc',
  'reports',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const CAPTURE_CAUSES = ['found', 'edited', 'gone', 'sealed', 'recheck'] as const;
export type CaptureCause = (typeof CAPTURE_CAUSES)[number];

export const CHECK_RESULTS = ['gone', 'up', 'changed', 'unreachable'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export const REPORT_STATES = ['received', 'looked_at', 'led_to_removal', 'closed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Tables of migration 0009-watch. Times are epoch ms. */
export interface WatchTables {
  watch_sources: {
    source_id: GeneratedAlways<number>;
    /** null: everybody's. */
    institution_id: Nullable<number>;
    kind: SourceKind;
    name: string;
    url: Nullable<string>;
    every_min: Nullable<number>;
    state: Generated<'active' | 'paused'>;
    cursor: ColumnType<unknown, string | undefined, string>;
    next_at: Nullable<number>;
    last_at: Nullable<number>;
    last_ok_at: Nullable<number>;
    last_error: ColumnType<unknown, string | null | undefined, string | null>;
    failures: Generated<number>;
    posts: Generated<number>;
    created_at: number;
    created_by: string;
    version: Generated<number>;
  };
  campaigns: {
    campaign_id: GeneratedAlways<number>;
    institution_id: Nullable<number>;
    first_at: number;
    last_at: number;
    posts: number;
    merged_into: Nullable<number>;
    version: Generated<number>;
  };
  posts: {
    post_id: GeneratedAlways<number>;
    institution_id: Nullable<number>;
    source_id: number;
    external_id: string;
    url: Nullable<string>;
    at: number;
    found_at: number;
    sealed: Buffer;
    content: Buffer;
    has_media: Generated<boolean>;
    lang: PostLanguage;
    label: PostLabel;
    score: number;
    stance: Stance;
    asks: string[];
    techniques: string[];
    reasons: Json;
    reader: string;
    said_label: Nullable<PostLabel>;
    said_stance: Nullable<Stance>;
    said_at: Nullable<number>;
    campaign_id: Nullable<number>;
    repost_of: Nullable<number>;
    gone_at: Nullable<number>;
    edits: Generated<number>;
    version: Generated<number>;
  };
  post_contacts: {
    contact_id: GeneratedAlways<number>;
    post_id: number;
    kind: ContactKind;
    hash: Buffer;
    sealed: Buffer;
    starts: number;
    ends: number;
  };
  campaign_edges: { post_a: number; post_b: number; reasons: Json };
  stop_contacts: { hash: Buffer; kind: ContactKind; at: number; reason: string; actor: string };
  post_reviews: {
    review_id: GeneratedAlways<number>;
    post_id: number;
    at: number;
    label: PostLabel;
    stance: Stance;
    asks: string[];
    read_label: PostLabel;
    read_score: number;
    reader: string;
    content: Buffer;
    actor_id: number;
    actor: string;
    note_sealed: Buffer;
  };
  captures: {
    capture_id: GeneratedAlways<number>;
    post_id: number | null;
    source_id: number;
    at: number;
    cause: CaptureCause;
    url: string | null;
    status: number | null;
    sha256: Buffer;
    bytes: number;
    timestamped: boolean;
    has_screenshot: boolean;
    package_sealed: Buffer;
  };
  post_hits: {
    hit_id: GeneratedAlways<number>;
    institution_id: number;
    post_id: number;
    account_no: Nullable<number>;
    customer_id: Nullable<number>;
    kind: ContactKind;
    hash: Buffer;
    found_at: number;
    state: Generated<HitState>;
    reason: Nullable<string>;
    decided_by: Nullable<string>;
    decided_by_id: Nullable<number>;
    decided_at: Nullable<number>;
    version: Generated<number>;
  };
  told_contacts: { hash: Buffer; account_no: number; institution_id: number };
  post_marks: { account_no: number; marked_at: number };
  takedowns: {
    takedown_id: GeneratedAlways<number>;
    institution_id: Nullable<number>;
    post_id: number;
    campaign_id: Nullable<number>;
    follows: Nullable<number>;
    channel: string;
    addressee: string;
    language: string;
    ground: string;
    state: TakedownState;
    capture_id: Nullable<number>;
    sealed: Buffer;
    found_at: number;
    created_at: number;
    drafted_by_id: number;
    drafted_by: string;
    approved_by_id: Nullable<number>;
    approved_by: Nullable<string>;
    requested_at: Nullable<number>;
    request_number: Nullable<string>;
    answered_at: Nullable<number>;
    removed_at: Nullable<number>;
    was_wrong: Generated<boolean>;
    version: Generated<number>;
  };
  takedown_events: {
    event_id: GeneratedAlways<number>;
    takedown_id: number;
    at: number;
    event: string;
    state: TakedownState;
    actor_id: number;
    actor: string;
    note_sealed: Buffer;
  };
  takedown_checks: {
    takedown_id: number;
    hours: number;
    due_at: number;
    done_at: Nullable<number>;
    result: Nullable<CheckResult>;
    capture_id: Nullable<number>;
  };
  takedown_appeals: {
    appeal_id: GeneratedAlways<number>;
    takedown_id: number;
    at: number;
    sealed: Buffer;
    outcome: Nullable<'upheld' | 'reversed'>;
    decided_by_id: Nullable<number>;
    decided_by: Nullable<string>;
    decided_at: Nullable<number>;
    reason: Nullable<string>;
    version: Generated<number>;
  };
  reports: {
    report_id: GeneratedAlways<number>;
    receipt: Buffer;
    at: number;
    post_id: Nullable<number>;
    state: ReportState;
    sealed: Buffer;
  };
}
