import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Arm, Sitting } from '../../academy/class-results.ts';
import type { LessonKind } from '../../academy/lesson.ts';

/** How far a class has come; only ever forward. `training` follows the first form, `waiting` the second. */
export const CLASS_STAGES = [
  'lobby',
  'pre',
  'training',
  'post',
  'waiting',
  'later',
  'over',
] as const;
export type ClassStage = (typeof CLASS_STAGES)[number];

/** All that is asked of a pupil. */
export const AGE_BANDS = ['under_14', '14_15', '16_17', '18_over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Tables of migration 0014-classes. Times are epoch ms. */
export interface ClassTables {
  classes: {
    class_id: GeneratedAlways<number>;
    code: string;
    key_hash: Buffer;
    opened_at: number;
    ends_at: number;
    stage: Generated<ClassStage>;
    control: boolean;
    seed: number;
    learners: Generated<number>;
    pre_at: Generated<number | null>;
    post_at: Generated<number | null>;
    later_at: Generated<number | null>;
    version: Generated<number>;
  };
  class_learners: {
    learner_id: GeneratedAlways<number>;
    class_id: number;
    code_hash: Buffer;
    place: number;
    age_band: AgeBand;
    arm: Arm;
  };
  class_answers: {
    learner_id: number;
    sitting: Sitting;
    item: string;
    said: LessonKind;
  };
  class_outcomes: {
    outcome_id: GeneratedAlways<number>;
    month: string;
    figures: ColumnType<unknown, string, string>;
  };
}
