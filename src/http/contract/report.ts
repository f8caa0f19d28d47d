import { z } from 'zod';
import { ASKS } from '../../domain/post.ts';
import { REPORT_STATES } from '../../store/tables/watch.ts';
import { ProofOfWork } from './proof.ts';
import { line, Moment, prose } from './text.ts';

/** What happened, in the words of the one who tells. */
export const REPORT_STORIES = [
  'offer', // was offered to lend a card, an account or a name
  'drug_offer', // work with drugs, or drugs
  'gave_already', // has lent something already
  'victim', // lost money
  'other',
] as const;

/**
 * What a person tells of recruiters. Nobody is asked who they are. One of text, link or contact is wanted.
 */
export const NewReport = z
  .strictObject({
    story: z.enum(REPORT_STORIES),
    text: prose(5_000).optional().meta({ description: 'The offer as it came, or what happened' }),
    links: z.array(line(2_000)).max(10).default([]),
    phone: line(40).optional(),
    handle: line(100).optional().meta({ description: 'Telegram name or link' }),
    card: line(40).optional().meta({ description: 'Kept as a keyed hash, never whole' }),
    asks: z
      .array(z.enum(ASKS))
      .max(ASKS.length)
      .default([])
      .meta({ description: 'What was asked for' }),
    proof: ProofOfWork.optional().meta({
      description:
        'Wanted when QRG_PROOF_NEEDED says so: a few reports of an address pass without, while all are few',
    }),
  })
  .meta({
    id: 'NewReport',
    examples: [
      { story: 'offer', text: 'Предлагают сдать карту, 50 000 в день', handle: '@example_job' },
    ],
  });

export const ReportReceived = z
  .object({
    receipt: z.string().meta({
      description: 'Asks how it goes on; nobody can look it up',
      examples: ['7KQ4-M2XD-9TRA-VC3H'],
    }),
    at: Moment,
  })
  .meta({ id: 'ReportReceived' });

export const ReportParams = z.strictObject({ receipt: line(40).regex(/^[0-9A-Za-z-]+$/) });

export const ReportStatus = z
  .object({
    at: Moment,
    state: z.enum(REPORT_STATES),
    message: z.string().meta({ description: 'In the language asked' }),
  })
  .meta({ id: 'ReportStatus' });
