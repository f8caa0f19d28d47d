import { z } from 'zod';

export const Alive = z.object({ alive: z.literal(true) }).meta({ id: 'Alive' });

/** Whether decisions are being made. */
export const Readiness = z
  .object({
    ready: z.boolean(),
    store: z.boolean().meta({ description: 'The database answers' }),
    seq: z.int().meta({ description: 'Facts taken in' }),
    durableSeq: z.int().meta({ description: 'Facts on disk' }),
    waiting: z.int(),
    waitingMax: z.int(),
  })
  .meta({ id: 'Readiness' });
