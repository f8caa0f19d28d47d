import type { z } from 'zod';
import type * as report from '../http/contract/report.ts';
import type * as talk from '../http/contract/report-talk.ts';
import type { Caller } from './caller.ts';

/** What anybody may tell, without a name. */
export const reportCalls = (caller: Caller) => ({
  /** With a key of its own a report that is sent again is the same one. */
  tell: (body: z.input<typeof report.NewReport>, idempotencyKey?: string) =>
    caller.json<z.output<typeof report.ReportReceived>>('POST', '/v1/reports', {
      body,
      idempotencyKey,
    }),

  /** How a report goes on. */
  status: (receipt: string) =>
    caller.json<z.output<typeof report.ReportStatus>>('GET', `/v1/reports/${receipt}`),

  talk: (receipt: string) =>
    caller.json<z.output<typeof talk.ReportTalk>>('GET', `/v1/reports/${receipt}/talk`),

  answer: (receipt: string, body: z.input<typeof talk.NewAnswer>, idempotencyKey?: string) =>
    caller.json<z.output<typeof talk.ReportTalk>>('POST', `/v1/reports/${receipt}/answers`, {
      body,
      idempotencyKey,
    }),

  /** A PNG, JPEG or WebP of at most 5 MB. */
  async addPicture(receipt: string, picture: Blob): Promise<z.output<typeof talk.PictureAdded>> {
    const sent = { body: picture, mediaType: picture.type };
    const response = await caller.send('POST', `/v1/reports/${receipt}/pictures`, sent);
    return (await response.json()) as z.output<typeof talk.PictureAdded>;
  },
});

type Shown = z.output<typeof talk.ReportOfPost>;

/** Reports as people of the console see them. */
export const reportTalkCalls = (caller: Caller) => ({
  ofPost: (postId: number) => caller.json<Shown>('GET', `/v1/posts/${postId}/report`),

  reveal: (postId: number, body: z.input<typeof talk.RevealReport>) =>
    caller.json<Shown>('POST', `/v1/posts/${postId}/report/reveal`, { body }),

  ask: (postId: number, body: z.input<typeof talk.NewQuestion>, idempotencyKey?: string) =>
    caller.json<Shown>('POST', `/v1/posts/${postId}/report/questions`, { body, idempotencyKey }),

  mute: (postId: number, body: z.input<typeof talk.NewMute>) =>
    caller.json<Shown>('POST', `/v1/posts/${postId}/report/mutes`, { body }),

  liftMute: (muteId: number, body: z.input<typeof talk.LiftMute>) =>
    caller.json<Shown>('POST', `/v1/report-mutes/${muteId}/lift`, { body }),

  /** A picture of a report; each look is written down. */
  picture: async (pictureId: number): Promise<Blob> =>
    (await caller.send('GET', `/v1/report-pictures/${pictureId}`, { accept: 'image/webp' })).blob(),
});
