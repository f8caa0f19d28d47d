import { z } from 'zod';
import { LINK_KINDS } from '../../screening/risk/profile.ts';
import { RISK_LEVELS } from '../../screening/risk/rating.ts';
import { AccountShown, TimelineItem } from './account.ts';
import { pageOf } from './page.ts';
import { Reason } from './text.ts';

/** Who shares a phone, a device, an address or an IP with a customer, and who with them. */
export const CustomerLinks = z
  .object({
    nodes: z
      .array(
        z.object({
          customerId: z.int(),
          name: z.string().meta({ description: 'Masked' }),
          level: z.enum(RISK_LEVELS).nullable(),
          listed: z.boolean().meta({ description: 'On a list of droppers, or confirmed as one' }),
        }),
      )
      .max(1_000),
    edges: z
      .array(
        z.object({
          a: z.int(),
          b: z.int(),
          kind: z.enum(LINK_KINDS),
          explained: z.enum(['family', 'crowd']).nullable(),
          by: z
            .enum(['declared', 'surname', 'household', 'count'])
            .nullable()
            .meta({ description: 'What explains it' }),
        }),
      )
      .max(1_000),
    cut: z.int().meta({ description: 'Edges that were left out' }),
  })
  .meta({ id: 'CustomerLinks' });

/** A transfer of one of the customer's accounts. */
export const CustomerMove = TimelineItem.extend({ account: AccountShown }).meta({
  id: 'CustomerMove',
});
export const CustomerMoves = pageOf(CustomerMove).meta({ id: 'CustomerMoves' });

export const ReviewCustomer = z.strictObject({ reason: Reason }).meta({ id: 'ReviewCustomer' });

export const ApproveCustomer = z
  .strictObject({ decision: z.enum(['approved', 'refused']), reason: Reason })
  .meta({ id: 'ApproveCustomer' });
