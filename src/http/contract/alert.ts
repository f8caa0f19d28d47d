import { z } from 'zod';
import { VERDICTS } from '../../engine/verdict.ts';
import { ALERT_OUTCOMES, ALERT_STATUSES } from '../../service/alerts/alert-status.ts';
import { AccountRefText, AccountShown, TimelineItem } from './account.ts';
import { pageOf, pageQuery } from './page.ts';
import { BIG_SERIAL_MOST, integerText, Minor, Moment, Reason, SERIAL_MOST } from './text.ts';

export const AlertParams = z.strictObject({ alertId: integerText(1, BIG_SERIAL_MOST) });

/** One value or several parted by commas. */
const StatusesText = z
  .string()
  .regex(/^(?:open|in_work|closed)(?:,(?:open|in_work|closed)){0,2}$/)
  .transform((text) => [...new Set(text.split(','))] as (typeof ALERT_STATUSES)[number][])
  .meta({ description: 'Statuses, parted by commas', examples: ['open,in_work'] });

export const AlertQuery = z.strictObject({
  ...pageQuery,
  status: StatusesText.optional(),
  verdict: z.enum(VERDICTS).optional().meta({ description: 'This verdict or a graver one' }),
  scoreLeast: z.coerce.number<number>().min(0).max(100).optional(),
  account: AccountRefText.optional(),
  assignee: z
    .union([z.enum(['me', 'nobody']), integerText(1, SERIAL_MOST)])
    .optional()
    .meta({ description: 'Whose work it is: me, nobody, or a user id' }),
  order: z
    .enum(['score', 'newest'])
    .default('score')
    .meta({ description: 'Gravest first, or last opened first' }),
});

/** Transfers of one account that want a person's look; one open alert per account and institution. */
export const Alert = z
  .object({
    alertId: z.int(),
    account: AccountShown,
    institution: z.string().meta({ description: 'Code of the institution that reported' }),
    openedAt: Moment,
    lastAt: Moment.meta({ description: 'The latest transfer in it' }),
    score: z.number(),
    verdict: z.enum(VERDICTS),
    transfers: z.int(),
    amountMinor: Minor,
    lastSeq: z.int(),
    rules: z
      .array(z.string())
      .max(3)
      .meta({ description: 'Why: the strongest rules of the last transfer in it' }),
    status: z.enum(ALERT_STATUSES),
    assignee: z.object({ userId: z.int(), name: z.string() }).nullable(),
    outcome: z.enum(ALERT_OUTCOMES).nullable(),
    closedAt: Moment.nullable(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
  })
  .meta({ id: 'Alert' });
export type Alert = z.infer<typeof Alert>;

export const AlertPage = pageOf(Alert).meta({ id: 'AlertPage' });

export const AlertDetail = z
  .object({
    ...Alert.shape,
    customerId: z.int().nullable().meta({ description: 'Whose account it is' }),
    recent: z.array(TimelineItem).max(50).meta({
      description: 'The latest transfers of the account that are not allowed as they are',
    }),
    networks: z
      .array(z.string())
      .max(50)
      .meta({ description: 'Networks the account is a member of' }),
  })
  .meta({ id: 'AlertDetail' });

/** What a person does with an alert. */
export const AlertAct = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('take') }),
    z.strictObject({ act: z.literal('return'), reason: Reason.optional() }),
    z.strictObject({
      act: z.literal('close'),
      outcome: z.enum(ALERT_OUTCOMES),
      reason: Reason,
    }),
  ])
  .meta({
    id: 'AlertAct',
    examples: [{ act: 'take' }, { act: 'close', outcome: 'false_alarm', reason: 'Арендная плата' }],
  });
export type AlertAct = z.infer<typeof AlertAct>;

/** One event of the live stream: an alert as it is now. */
export const AlertEvent = Alert.meta({ id: 'AlertEvent' });
