import { z } from 'zod';
import { FEEDBACK_SAID, FEEDBACK_TARGETS } from '../../store/tables/cases.ts';
import { CaseFeedback } from './case.ts';
import { pageOf, pageQuery } from './page.ts';

export const FeedbackQuery = z.strictObject({
  ...pageQuery,
  target: z.enum(FEEDBACK_TARGETS).optional(),
  said: z.enum(FEEDBACK_SAID).optional(),
});

export const FeedbackPage = pageOf(
  z.object({ ...CaseFeedback.shape, caseId: z.int(), number: z.string() }),
).meta({ id: 'CaseFeedbackPage' });

/** What people said of what each rule signalled. */
export const RuleFeedback = z
  .object({
    items: z
      .array(
        z.object({
          rule: z.string(),
          confirmed: z.int(),
          not: z.int(),
          unclear: z.int(),
          share: z
            .number()
            .nullable()
            .meta({ description: 'Confirmed of what was told apart; null: nothing was' }),
        }),
      )
      .max(500),
  })
  .meta({ id: 'RuleFeedback' });
