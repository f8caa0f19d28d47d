import { z } from 'zod';
import { ASKS, POST_LABELS, STANCES, TECHNIQUES } from '../../domain/post.ts';
import { fold } from './fold.ts';
import { PATTERN_LANGUAGES } from './lexicon.ts';
import { compilePattern } from './pattern.ts';

/** The form of data/lexicon/rules/*.yaml. Unknown words are refused: a mistyped one would be silently ignored. */

const text = z.string().trim().min(1).max(200);
const points = z.number().min(-5).max(5);

const pattern = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .superRefine((line, context) => {
    const read = compilePattern(fold(line.toLowerCase()));
    if (typeof read === 'string') context.addIssue({ code: 'custom', message: read });
  });

const rule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  name: z.strictObject({ ru: text, kk: text, en: text }),
  labels: z.partialRecord(z.enum(POST_LABELS), points).default({}),
  stances: z.partialRecord(z.enum(STANCES), points).default({}),
  ask: z.enum(ASKS).optional(),
  technique: z.enum(TECHNIQUES).optional(),
  words: z
    .partialRecord(z.enum(PATTERN_LANGUAGES), z.array(pattern).min(1).max(100))
    .refine((words) => Object.keys(words).length > 0, { error: 'no words' }),
});

export const rulesShape = z.strictObject({ rules: z.array(rule).min(1).max(200) });
