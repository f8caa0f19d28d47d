import { z } from 'zod';
import { ARMS, CHANGES, READINGS, SITTINGS } from '../../academy/class-results.ts';
import { FORM_NAMES, LESSON_KINDS } from '../../academy/lesson.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { AGE_BANDS, CLASS_STAGES } from '../../store/tables/classes.ts';
import { ProofOfWork } from './proof.ts';
import { line, Moment } from './text.ts';

/** No body of a class holds a text of somebody's own: codes, keys, and words of ours. */

const stage = z.enum(CLASS_STAGES);
const sitting = z.enum(SITTINGS);
const kind = z.enum(LESSON_KINDS);
const count = z.int().min(0);

/** As it is typed: letters of whichever alphabet, with blanks or hyphens between. */
const typedCode = line(40).regex(/^[\p{L}\p{Pd} ]+$/u);

const key = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ description: "The teacher's key; it stands in no address that is ever sent" });

export const NewClass = z
  .strictObject({
    control: z.boolean().default(false).meta({
      description: 'Half of the pupils, drawn by lot, has its lesson after the second form',
    }),
    proof: ProofOfWork,
  })
  .meta({ id: 'NewClass' });

export const ClassKey = z.strictObject({ key }).meta({ id: 'ClassKey' });

export const ClassStep = z
  .strictObject({
    key,
    from: stage.meta({ description: 'Where the class was seen to be' }),
    to: stage,
  })
  .meta({ id: 'ClassStep' });

export const ClassRowsWish = z
  .strictObject({ key, language: z.enum(LANGUAGES).default('ru') })
  .meta({ id: 'ClassRowsWish' });

const view = z.object({
  code: z.string().meta({ examples: ['KPHMBTX'] }),
  stage,
  control: z.boolean(),
  openedAt: Moment,
  endsAt: Moment.meta({ description: 'When everything of the class is deleted' }),
  learners: count,
  finished: z
    .object({ pre: count, post: count, later: count })
    .meta({ description: 'Pupils who answered a form to its end' }),
  preAt: Moment.nullable(),
  postAt: Moment.nullable(),
  laterAt: Moment.nullable(),
  laterBestAt: Moment.nullable().meta({
    description: 'From when the last form is best opened; null until the second one was',
  }),
});

export const ClassView = view.meta({ id: 'ClassView' });

export const OpenedClass = view
  .extend({ key: z.string().meta({ description: 'Shown once; only its hash is kept' }) })
  .meta({ id: 'OpenedClass' });

export const ClassParams = z.strictObject({ code: typedCode });
export const LearnerParams = z.strictObject({ code: typedCode, learner: typedCode });

export const NewLearner = z
  .strictObject({ ageBand: z.enum(AGE_BANDS) })
  .meta({ id: 'NewLearner', examples: [{ ageBand: '14_15' }] });

const answer = z.strictObject({ item: z.string().regex(/^[A-Z]\d{1,2}$/), said: kind });

const learnerView = z.object({
  stage,
  arm: z.enum(ARMS).nullable().meta({ description: 'Null in a class without a control group' }),
  endsAt: Moment,
  sittings: z.array(
    z.object({ sitting, form: z.enum(FORM_NAMES), answers: z.array(answer) }).readonly(),
  ),
});

export const LearnerView = learnerView.meta({ id: 'LearnerView' });

export const JoinedClass = learnerView
  .extend({
    learner: z.string().meta({
      description: 'Joins the forms of one pupil; only its hash is kept',
      examples: ['HKMBPT'],
    }),
  })
  .meta({ id: 'JoinedClass' });

export const LearnerAnswers = z
  .strictObject({ sitting, answers: z.array(answer).min(1).max(20) })
  .meta({
    id: 'LearnerAnswers',
    examples: [{ sitting: 'pre', answers: [{ item: 'A1', said: 'trap' }] }],
  });

const estimate = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .meta({ description: 'With its 95 % interval' });

/** A figure of fewer than five pupils is not there. */
const level = z.object({
  hitRate: estimate.optional(),
  falseAlarmRate: estimate.optional(),
  discernment: estimate.optional(),
  suspicion: estimate.optional(),
});

const each = <K extends readonly [string, ...string[]], V extends z.ZodType>(names: K, value: V) =>
  z.object(Object.fromEntries(names.map((name) => [name, value])) as Record<K[number], V>);

const arm = z.object({
  levels: each(SITTINGS, z.object({ pupils: count, level })),
  changes: each(CHANGES, z.object({ pupils: count, change: level, reading: z.enum(READINGS) })),
});

export const ClassResults = z
  .object({
    learners: count,
    measured: count.meta({
      description: 'Pupils with a whole first and a whole second form; below five nothing is told',
    }),
    control: z.boolean(),
    preAt: Moment.nullable(),
    postAt: Moment.nullable(),
    laterAt: Moment.nullable(),
    arms: each(ARMS, arm),
    effects: each(CHANGES, z.object({ effect: level, reading: z.enum(READINGS) })),
  })
  .meta({ id: 'ClassResults' });
