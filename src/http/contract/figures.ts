import { z } from 'zod';
import { POST_LABELS } from '../../domain/post.ts';
import { TAKEDOWN_ENDS } from '../../service/portal/figures/figures-view.ts';
import { Moment } from './text.ts';

const Count = z.int().nullable().meta({
  description: 'null: hidden, because it is below five or would tell of one that is',
});

const reportCounts = {
  all: Count,
  received: Count.meta({ description: 'Not read yet' }),
  looked_at: Count.meta({ description: 'Read, and being worked on' }),
  led_to_removal: Count,
  closed: Count.meta({ description: 'Read: no signs of recruiting' }),
};

/** What everybody may see of the work. No institution is told apart. */
export const PublicFigures = z
  .object({
    at: Moment.meta({
      description: 'Up to when it was counted: last midnight; a day that is not over is not told',
    }),
    reports: z.object({
      months: z
        .array(z.object({ month: z.string().meta({ examples: ['2026-11'] }), ...reportCounts }))
        .max(12)
        .meta({ description: 'By the month in which they came, as they stand now' }),
      all: z.object(reportCounts),
    }),
    posts: z.object({
      labels: z.array(z.object({ label: z.enum(POST_LABELS), count: Count })).max(5),
      all: Count.meta({ description: 'Read by a person' }),
    }),
    takedowns: z.object({
      ends: z.array(z.object({ end: z.enum(TAKEDOWN_ENDS), count: Count })).max(5),
      all: Count.meta({ description: 'Requests that were sent' }),
      medianHours: z.int().nullable().meta({ description: 'From request to removal' }),
    }),
    holds: z
      .object({
        running: Count,
        ended: Count,
        all: Count,
        appealsWaiting: Count,
        appealsDecided: Count,
        appeals: Count,
      })
      .nullable()
      .meta({ description: 'null: fewer than three institutions hold payments here' }),
  })
  .meta({ id: 'PublicFigures' });
