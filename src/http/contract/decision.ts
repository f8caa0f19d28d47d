import { z } from 'zod';
import { VERDICTS } from '../../engine/verdict.ts';
import { GROUND_KINDS } from '../../law/grounds.ts';
import { LIST_KINDS } from '../../screening/lists/list-kind.ts';
import { BATCH_MOST } from '../../service/live/transfer-request.ts';
import { ProblemReply } from './problem.ts';
import { SignalReply } from './signal.ts';
import { line, Moment } from './text.ts';
import { Transfer, type TransferTold } from './transfer.ts';

/** A reason in law, and what it demands of whoever talks to the client. */
export const GroundReply = z
  .object({
    ground: z.enum(GROUND_KINDS),
    subject: z.enum(['payer', 'payee']).nullable(),
    provisions: z.array(z.string()).max(8),
    holdBefore: z.enum(['required', 'permitted', 'none']),
    mustInform: z.boolean().meta({ description: 'The client must be told of this ground' }),
    mayNotTell: z.boolean().meta({ description: 'The client may not be told of this ground' }),
    threshold: z.string().optional(),
  })
  .meta({ id: 'Ground' });

export const ListHitReply = z
  .object({
    kind: z.enum(LIST_KINDS),
    list: z.int().meta({ description: 'Id of the list' }),
    subject: z.enum(['payer', 'payee']),
    via: z.string().meta({ description: 'The kind of identifier that met' }),
  })
  .meta({ id: 'DecisionListHit' });

/** An account whose earlier transfers look otherwise now. */
export const ReconsideredReply = z
  .object({
    account: z.object({
      ref: z.int(),
      name: z.string().meta({ description: 'Masked unless it is yours' }),
    }),
    before: z.number(),
    after: z.number(),
  })
  .meta({ id: 'Reconsidered' });

export const Decision = z
  .object({
    id: z.string(),
    seq: z.int().meta({ description: 'Place among all facts' }),
    verdict: z.enum(VERDICTS).meta({ description: 'A recommendation: a person decides' }),
    score: z.number().min(0).max(100),
    at: Moment,
    decidedAt: Moment,
    repeat: z
      .boolean()
      .meta({ description: 'This id was decided before; this is what was said then' }),
    signals: z.array(SignalReply).max(64).meta({ description: 'Strongest first' }),
    reconsidered: z.array(ReconsideredReply).max(2),
    grounds: z.array(GroundReply).max(64),
    listHits: z.array(ListHitReply).max(64),
    refundRisk: z.boolean().meta({
      description:
        'The payee stands in the base of events: a bank that pays is liable (payments law, art. 25-1, item 7)',
    }),
    hold: z
      .object({ holdId: z.int(), deadline: Moment.nullable() })
      .optional()
      .meta({ description: 'The hold proposed; a person places it' }),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** In a batch: a transfer that was not decided. The others of the batch were. */
export const Undecided = z
  .object({
    id: z.string().nullable().meta({ description: 'null when the row has no readable id' }),
    problem: ProblemReply,
  })
  .meta({ id: 'Undecided' });
export type Undecided = z.infer<typeof Undecided>;

export const DecisionBatch = z
  .array(z.union([Decision, Undecided]))
  .max(BATCH_MOST)
  .meta({ id: 'DecisionBatch', description: 'In the order of the request' });
export type DecisionBatch = z.infer<typeof DecisionBatch>;

/**
 * One transfer, or many. The rows of a batch are read one by one, so that a bad one is an answer of its own and does not
 * stop the others.
 */
export const DecisionAsk = z
  .union([Transfer, z.array(z.unknown()).min(1).max(BATCH_MOST)])
  .meta({ id: 'DecisionAsk' });
export type DecisionAskTold = TransferTold | readonly TransferTold[];

/** Outcome of one line of a stream of transfers. */
export const RowOutcome = z
  .object({
    line: z.int().meta({ description: '1-based, in the whole input' }),
    id: z.string().nullable(),
    outcome: z.enum(['decided', 'repeat', 'rejected']),
    verdict: z.enum(VERDICTS).optional(),
    score: z.number().optional(),
    seq: z.int().optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'RowOutcome' });
export type RowOutcome = z.infer<typeof RowOutcome>;

/** The last line of a stream: everything was read (`end`), or the service had to stop (`stopped`); go on with `?from=<line>`. */
export const StreamEnd = z
  .object({
    outcome: z.enum(['end', 'stopped']),
    line: z.int().meta({ description: 'The last line answered' }),
    decided: z.int(),
    repeat: z.int(),
    rejected: z.int(),
    code: z.string().optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'StreamEnd' });
export type StreamEnd = z.infer<typeof StreamEnd>;

export const StreamLine = z.union([RowOutcome, StreamEnd]).meta({ id: 'StreamLine' });

/** How a client names a request, so that a repeat of it is known as one (draft-ietf-httpapi-idempotency-key-header). */
export const IdempotencyKey = line(128);
