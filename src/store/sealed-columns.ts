import type { Tables } from './tables/index.ts';

/** A column of sealed values that may be sealed again under a newer data key. */
export interface SealedColumn {
  readonly table: keyof Tables;
  /** Unique column of whole numbers, by which the rows are walked. */
  readonly key: string;
  readonly column: string;
}

/**
 * What a reseal renews. Append-only tables are not here: the journal's hash chain is over its sealed bytes, so that anyone
 * can check it without a key, and a block sealed anew would be another block. Their data keys stay, wrapped by the master
 * key of the day; retired means that nothing new is sealed with them. Nor is the head of the audit chain: every act seals
 * it anew.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'accounts', key: 'account_no', column: 'name_sealed' },
  { table: 'customers', key: 'customer_id', column: 'sealed' },
  { table: 'list_entries', key: 'entry_id', column: 'sealed' },
  { table: 'list_hits', key: 'hit_id', column: 'match_sealed' },
  { table: 'users', key: 'user_id', column: 'totp_sealed' },
  { table: 'users', key: 'user_id', column: 'totp_pending' },
  { table: 'hold_outbox', key: 'outbox_id', column: 'sealed' },
  { table: 'hold_codes', key: 'code_id', column: 'sealed' },
  { table: 'posts', key: 'post_id', column: 'sealed' },
  { table: 'post_contacts', key: 'contact_id', column: 'sealed' },
  { table: 'takedowns', key: 'takedown_id', column: 'sealed' },
  { table: 'takedown_appeals', key: 'appeal_id', column: 'sealed' },
  { table: 'reports', key: 'report_id', column: 'sealed' },
  { table: 'report_messages', key: 'message_id', column: 'sealed' },
  { table: 'report_pictures', key: 'picture_id', column: 'sealed' },
  { table: 'report_mutes', key: 'mute_id', column: 'reason_sealed' },
  { table: 'cases', key: 'case_id', column: 'title_sealed' },
  { table: 'cases', key: 'case_id', column: 'request_sealed' },
  { table: 'case_items', key: 'item_id', column: 'reason_sealed' },
  { table: 'case_facts', key: 'fact_id', column: 'note_sealed' },
  { table: 'case_tasks', key: 'task_id', column: 'title_sealed' },
  { table: 'case_tasks', key: 'task_id', column: 'ended_note_sealed' },
  { table: 'case_files', key: 'file_id', column: 'name_sealed' },
  { table: 'case_proposals', key: 'proposal_id', column: 'note_sealed' },
  { table: 'case_proposals', key: 'proposal_id', column: 'decision_note_sealed' },
  { table: 'case_feedback', key: 'feedback_id', column: 'why_sealed' },
  { table: 'filings', key: 'filing_id', column: 'sealed' },
  { table: 'filings', key: 'filing_id', column: 'message_sealed' },
  { table: 'filings', key: 'filing_id', column: 'signed_sealed' },
  { table: 'filings', key: 'filing_id', column: 'answer_sealed' },
  { table: 'filing_settings', key: 'institution_id', column: 'sealed' },
  { table: 'afm_requests', key: 'request_id', column: 'sealed' },
  { table: 'afm_requests', key: 'request_id', column: 'answer_sealed' },
  { table: 'partners', key: 'partner_id', column: 'contact_sealed' },
  { table: 'partners', key: 'partner_id', column: 'key_sealed' },
  { table: 'partners', key: 'partner_id', column: 'key_before_sealed' },
  { table: 'packages', key: 'package_id', column: 'sealed' },
  { table: 'packages', key: 'package_id', column: 'body_sealed' },
  { table: 'imported_facts', key: 'imported_id', column: 'sealed' },
  { table: 'case_statements', key: 'statement_id', column: 'name_sealed' },
  { table: 'case_statements', key: 'statement_id', column: 'body_sealed' },
  { table: 'case_statement_looks', key: 'case_id', column: 'sealed' },
];
