import { z } from 'zod';
import { pageOf, pageQuery } from './page.ts';
import { line, Moment, MomentText } from './text.ts';

export const AuditQuery = z.strictObject({
  ...pageQuery,
  action: line(64)
    .optional()
    .meta({ examples: ['hold.release'] }),
  actor: line(200).optional().meta({ description: 'Login, or name of a key' }),
  object: line(140)
    .optional()
    .meta({ examples: ['alert:17'] }),
  from: MomentText.optional(),
  to: MomentText.optional(),
});

/** One act, as it stands in the chain. */
export const AuditEntry = z
  .object({
    seq: z.int(),
    at: Moment,
    actor: z.string(),
    actorKind: z.enum(['user', 'key', 'terminal', 'system']),
    institutionId: z.int().nullable(),
    action: z.string(),
    object: z.string(),
    reason: z.string().nullable(),
    detail: z.unknown(),
  })
  .meta({ id: 'AuditEntry' });
export const AuditPage = pageOf(AuditEntry).meta({ id: 'AuditPage' });

export const AuditVerifyQuery = z.strictObject({
  anchor: line(200).optional().meta({
    description: 'An end of the chain noted down earlier: is the record still its sequel?',
  }),
});

/** Whether the chain of acts is whole. */
export const AuditVerdict = z
  .object({
    whole: z.boolean(),
    entries: z.int(),
    anchor: z.string().meta({ description: 'The end of what holds: note it down elsewhere' }),
    broken: z.object({ seq: z.int(), breach: z.string() }).nullable(),
  })
  .meta({ id: 'AuditVerdict' });
