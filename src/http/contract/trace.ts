import { z } from 'zod';
import { TRACE_ENDS } from '../../network/trace.ts';
import { AccountRefText, AccountShown } from './account.ts';
import { BIG_SERIAL_MOST, integerText, Minor, Moment, MomentText } from './text.ts';

export const TRACE_HOPS_MOST = 8;

/** Where the trace begins, and how far it goes. */
export const TraceQuery = z
  .strictObject({
    transfer: integerText(1, BIG_SERIAL_MOST)
      .optional()
      .meta({ description: '`seq` of a transfer; or give an account' }),
    account: AccountRefText.optional(),
    direction: z
      .enum(['down', 'up'])
      .meta({ description: 'Down: where the money went. Up: where it came from' }),
    hops: integerText(1, TRACE_HOPS_MOST).default(TRACE_HOPS_MOST),
    floorMinor: integerText(0, Number.MAX_SAFE_INTEGER).default(0).meta({
      description: 'A payment that carries less of the traced money is not followed',
    }),
    from: MomentText.optional().meta({
      description:
        'Transfers before it are not followed; the lots they left are known all the same',
    }),
    to: MomentText.optional(),
  })
  .refine((query) => (query.transfer === undefined) !== (query.account === undefined), {
    path: ['transfer'],
  });

export const TraceReply = z
  .object({
    startedMinor: Minor,
    accounts: z
      .array(
        z.object({
          account: AccountShown,
          minor: Minor.meta({ description: 'Traced money that passed here' }),
          hop: z.int().meta({ description: '0: here the trail begins' }),
          firstAt: Moment,
          lastAt: Moment,
          ended: z.partialRecord(z.enum(TRACE_ENDS), z.int()).meta({
            description:
              'Traced money followed no further here, by reason; `unseen`: more is there than one trace looks at',
          }),
        }),
      )
      .max(100_001)
      .meta({ description: 'Both ends of all `transfers`' }),
    transfers: z
      .array(
        z.object({
          seq: z.int(),
          at: Moment,
          from: z.int(),
          to: z.int(),
          amountMinor: Minor,
          tracedMinor: Minor,
        }),
      )
      .max(100_000),
    cut: z
      .int()
      .meta({ description: 'Payments not followed: a hub, the limit of hops, the floor' }),
    incomplete: z.boolean().meta({
      description:
        'More was there than one trace looks at: some of the money ended `unseen`, or not all transfers of the account began the trail',
    }),
  })
  .meta({ id: 'Trace' });
