import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { DueDiligence, RiskLevel } from '../../screening/risk/rating.ts';
import type { ReviewEvent } from '../../screening/risk/review-events.ts';

/** Whether somebody else has to agree that the customer is served. */
export const APPROVAL_STATES = ['not_needed', 'waiting', 'approved', 'refused'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** Tables of migration 0007-customers. Times are epoch ms. */
export interface CustomerTables {
  customer_ratings: {
    rating_id: GeneratedAlways<number>;
    customer_id: number;
    institution_id: number;
    at: number;
    points: number;
    level: RiskLevel;
    due_diligence: DueDiligence;
    cause: ReviewEvent;
    parameters: string;
    sealed: Buffer;
  };
  customer_acts: {
    act_id: GeneratedAlways<number>;
    customer_id: number;
    institution_id: number;
    at: number;
    act: 'review' | 'approved' | 'refused';
    rating_id: number;
    measures: string[];
    actor_id: number;
    actor: string;
    note_sealed: Buffer;
  };
  customer_relatives: { customer_id: number; institution_id: number; external_id: string };
  risk_parameters: {
    institution_id: number;
    number: number;
    at: number;
    actor_id: number;
    actor: string;
    reason: string;
    changes: ColumnType<unknown, string, never>;
  };
  rating_queue: {
    queue_id: GeneratedAlways<number>;
    institution_id: number;
    customer_id: number;
    cause: ReviewEvent;
  };
  rating_walks: { institution_id: number; cause: ReviewEvent; after_customer: number };
  rating_watch: { one: Generated<boolean>; flow_day: number };
  list_screenings: {
    list_id: number;
    done: number | null;
    walking: number | null;
    after_customer: Generated<number>;
  };
}
