import { z } from 'zod';
import { ROLES } from '../../network/role.ts';
import { AccountShown } from './account.ts';
import { pageOf, pageQuery } from './page.ts';
import { flagText, line, Minor, Moment, MomentText } from './text.ts';

export const NetworkParams = z.strictObject({
  networkId: line(32).regex(/^[\w-]+$/),
});

export const NetworkQuery = z.strictObject({
  ...pageQuery,
  certaintyLeast: z.coerce.number<number>().min(0).max(1).optional(),
  abroad: flagText.optional().meta({ description: 'Only those whose money left the country' }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .meta({ description: 'Of accounts abroad, ISO 3166-1 alpha-2', examples: ['RU'] }),
});

/** Only money between members that moved in this time. */
export const NetworkTime = z.strictObject({
  from: MomentText.optional(),
  to: MomentText.optional(),
});

/** Accounts that pass money on for somebody, found together; ranked by harm and certainty. */
export const Network = z
  .object({
    networkId: z.string(),
    rank: z.int(),
    certainty: z.number().min(0).max(1),
    harmMinor: Minor,
    from: Moment,
    to: Moment,
    foundAt: Moment,
    members: z.int().meta({ description: 'All of them, whoever may see them' }),
    typologies: z.array(z.string()).max(64),
    roles: z
      .partialRecord(z.enum(ROLES), z.int())
      .meta({ description: 'Members by what they do in it' }),
    abroad: z.boolean().meta({ description: 'Money went to accounts of other countries' }),
    countries: z
      .array(z.string())
      .max(250)
      .meta({ description: 'Of accounts abroad, as their IBAN tells; others are abroad, too' }),
    hops: z.int().meta({ description: 'The greatest number of hand-overs from the first payer' }),
    story: z
      .string()
      .nullable()
      .meta({ description: 'In the language asked; null when it tells of what you may not see' }),
  })
  .meta({ id: 'Network' });

export const NetworkPage = pageOf(Network).meta({ id: 'NetworkPage' });

export const NetworkDetail = z
  .object({
    ...Network.shape,
    accounts: z
      .array(
        z.object({
          account: AccountShown,
          role: z.enum(ROLES),
          layer: z.int(),
          inMinor: Minor,
          outMinor: Minor,
          score: z.number(),
        }),
      )
      .max(5_000),
    edges: z
      .array(
        z.object({
          from: z.int(),
          to: z.int(),
          amountMinor: Minor,
          count: z.int(),
          firstAt: Moment,
          lastAt: Moment,
        }),
      )
      .max(20_000)
      .meta({ description: 'Money between members, by account number' }),
    hidden: z
      .int()
      .meta({ description: 'Members known only from transfers of other institutions' }),
  })
  .meta({ id: 'NetworkDetail' });
