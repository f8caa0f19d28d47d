import { z } from 'zod';
import { TECHNIQUES } from '../domain/post.ts';
import {
  type BoosterItem,
  CHANNELS,
  DECISIONS,
  FORM_NAMES,
  type Form,
  LESSON_KINDS,
  type LessonPlans,
  MOVES,
  type PressureLine,
  type Scene,
  SPEAKERS,
  type TechniqueWords,
} from './lesson.ts';
import { NO_HOW_TO_LANGUAGES, type NoHowTo } from './no-how-to.ts';

/** How the files of data/lessons are made. Unknown words are refused: a mistyped one would be silently ignored. */

const text = z.string().trim().min(1).max(600);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const long = z.string().trim().min(1).max(2_000);
const longLocalized = z.strictObject({ ru: long, kk: long, en: long });
const id = z.string().regex(/^[a-z][a-z0-9-]{0,47}$/);
const technique = z.enum(TECHNIQUES);

const bubble = z.strictObject({
  from: z.enum(SPEAKERS),
  text: localized,
  technique: technique.optional(),
});
const choice = z.strictObject({
  text: localized,
  to: id,
  move: z.enum(MOVES),
  simple: z.boolean().optional(),
});
const turn = z.strictObject({
  id,
  says: z.array(bubble).min(1).max(4),
  choices: z.array(choice).min(2).max(4),
});
const ending = z.strictObject({
  id,
  decision: z.enum(DECISIONS),
  later: z
    .array(z.strictObject({ after: localized, from: z.enum(SPEAKERS), text: localized }))
    .max(8),
  lesson: localized,
});
const tell = z.strictObject({ quote: localized, technique: technique.nullable(), why: localized });

export const sceneFile: z.ZodType<Scene> = z.strictObject({
  id,
  kind: z.enum(LESSON_KINDS),
  guise: z.string().regex(/^[a-z][a-z0-9_]{0,47}$/),
  channel: z.enum(CHANNELS),
  minutes: z.int().min(3).max(5),
  title: localized,
  setting: localized,
  contact: z.strictObject({ name: localized, about: localized }),
  start: id,
  turns: z.array(turn).min(1).max(40),
  endings: z.array(ending).min(2).max(12),
  debrief: z.strictObject({
    tells: z.array(tell).min(3).max(6),
    genuine: localized,
    now: localized,
  }),
  review: z.strictObject({ by: text.nullable(), at: z.iso.date().nullable() }),
});

const item = {
  id: z.string().regex(/^[A-Za-z][0-9]{1,3}$/),
  kind: z.enum(LESSON_KINDS),
  channel: z.enum(CHANNELS),
  text: localized,
  why: localized,
};

export const formFile: z.ZodType<Form> = z.strictObject({
  form: z.enum(FORM_NAMES),
  items: z
    .array(z.strictObject({ ...item, pair: id }))
    .min(2)
    .max(40),
});

export const boostersFile: z.ZodType<{ readonly items: readonly BoosterItem[] }> = z.strictObject({
  items: z.array(z.strictObject(item)).min(3).max(200),
});

export const pressureFile: z.ZodType<{ readonly lines: readonly PressureLine[] }> = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,47}$/),
        text: localized,
        technique,
        wrong: z.array(technique).length(2),
        why: localized,
      }),
    )
    .min(3)
    .max(200),
});

export const techniquesFile: z.ZodType<{
  readonly techniques: Readonly<Record<(typeof TECHNIQUES)[number], TechniqueWords>>;
}> = z.strictObject({
  techniques: z.record(
    technique,
    z.strictObject({ name: localized, what: localized, answer: localized }),
  ),
});

const step = z.strictObject({
  minutes: z.int().min(1).max(40),
  title: localized,
  says: longLocalized,
  does: longLocalized,
});

export const plansFile: z.ZodType<LessonPlans> = z.strictObject({
  plans: z
    .array(
      z.strictObject({
        id,
        minutes: z.int().min(5).max(90),
        title: localized,
        aim: localized,
        needs: z.array(localized).max(12),
        steps: z.array(step).min(2).max(16),
      }),
    )
    .min(1)
    .max(12),
  parents: z.strictObject({
    title: localized,
    paragraphs: z.array(longLocalized).min(1).max(12),
  }),
  posters: z
    .array(
      z.strictObject({
        id,
        headline: localized,
        lines: z.array(localized).length(3),
        turn: localized,
      }),
    )
    .min(1)
    .max(12),
});

export const noHowToFile: z.ZodType<{ readonly patterns: readonly NoHowTo[] }> = z.strictObject({
  patterns: z
    .array(
      z.strictObject({
        id,
        language: z.enum(NO_HOW_TO_LANGUAGES),
        pattern: z.string().min(2).max(800),
        reason: z.string().trim().min(1).max(400),
        finds: z.array(z.string().min(1).max(200)).min(1).max(8),
        spares: z.array(z.string().min(1).max(200)).max(8),
      }),
    )
    .min(1)
    .max(200),
});
