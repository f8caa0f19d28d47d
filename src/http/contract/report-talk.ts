import { z } from 'zod';
import { ASKS } from '../../domain/post.ts';
import { MUTE_HOURS_MOST } from '../../service/watch/reports/talk/mute-reporter.ts';
import { MUTE_KINDS } from '../../store/tables/report-talk.ts';
import { REPORT_STATES } from '../../store/tables/watch.ts';
import { BIG_SERIAL_MOST, integerText, Moment, prose, Reason } from './text.ts';

export const NewAnswer = z
  .strictObject({ text: prose(2_000) })
  .meta({ id: 'NewAnswer', description: 'An answer, or something more that came to mind' });

/** What was asked and answered, as the one who told sees it. */
export const ReportTalk = z
  .object({
    messages: z
      .array(z.object({ at: Moment, from: z.enum(['reader', 'you']), text: z.string() }))
      .max(30),
    answersLeft: z.int().meta({ description: 'Messages that may still be added' }),
    picturesLeft: z.int(),
    pictures: z.int(),
    muted: z.boolean().meta({ description: 'Nothing more is taken to this report' }),
  })
  .meta({ id: 'ReportTalk' });

export const PictureAdded = z
  .object({ pictures: z.int().meta({ description: 'How many the report has now' }) })
  .meta({ id: 'PictureAdded' });

export const NewQuestion = z
  .strictObject({ text: prose(1_000, 3) })
  .meta({ id: 'NewQuestion', description: 'What the one who told is asked; without your name' });

export const RevealReport = z.strictObject({ reason: Reason }).meta({ id: 'RevealReport' });

const Mute = z
  .object({
    muteId: z.int(),
    kind: z.enum(MUTE_KINDS),
    at: Moment,
    until: Moment.nullable(),
    by: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'ReportMute' });

/** A report beside its post. */
export const ReportOfPost = z
  .object({
    at: Moment,
    state: z.enum(REPORT_STATES),
    story: z.string(),
    asks: z.array(z.enum(ASKS)).max(ASKS.length),
    pictures: z
      .array(z.object({ pictureId: z.int(), at: Moment, width: z.int(), height: z.int() }))
      .max(3),
    messages: z
      .array(
        z.object({
          at: Moment,
          by: z.string().nullable().meta({ description: 'null: the one who told' }),
          text: z.string().meta({ description: 'Contacts hidden, unless revealed' }),
        }),
      )
      .max(30),
    mutes: z.array(Mute).max(10).meta({ description: 'Those that hold' }),
    canMuteAddress: z.boolean().meta({
      description: 'From where it came is still kept, as a keyed hash; for a week',
    }),
  })
  .meta({ id: 'ReportOfPost' });
export type ReportOfPost = z.infer<typeof ReportOfPost>;

export const NewMute = z
  .strictObject({
    kind: z.enum(MUTE_KINDS).meta({
      description: 'receipt: this report takes no more words; address: no reports from there',
    }),
    hours: z.int().min(1).max(MUTE_HOURS_MOST).default(24).meta({ description: 'Of an address' }),
    reason: Reason,
  })
  .meta({ id: 'NewReportMute' });

export const MuteParams = z.strictObject({ muteId: integerText(1, BIG_SERIAL_MOST) });
export const LiftMute = z.strictObject({ reason: Reason }).meta({ id: 'LiftReportMute' });
export const PictureParams = z.strictObject({ pictureId: integerText(1, BIG_SERIAL_MOST) });
