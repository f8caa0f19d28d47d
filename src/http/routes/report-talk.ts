import { showPicture } from '../../service/watch/reports/pictures/show-picture.ts';
import { askReporter } from '../../service/watch/reports/talk/ask-reporter.ts';
import { liftMute, muteReporter } from '../../service/watch/reports/talk/mute-reporter.ts';
import { reportOfPost, revealReport } from '../../service/watch/reports/talk/report-of-post.ts';
import { PostParams } from '../contract/post.ts';
import {
  LiftMute,
  MuteParams,
  NewMute,
  NewQuestion,
  PictureParams,
  ReportOfPost,
  RevealReport,
} from '../contract/report-talk.ts';
import { route } from '../route.ts';
import { WORKERS } from './readers.ts';

/** Who says what a post is also talks with whoever told of it. */
const REVIEWERS = ['analyst', 'supervisor', 'investigator'] as const;

const one = route({
  method: 'GET',
  path: '/v1/posts/:postId/report',
  tag: 'posts',
  summary: 'What a citizen told beside a post: story, pictures, talk; contacts hidden',
  access: { roles: WORKERS },
  params: PostParams,
  reply: { 200: ReportOfPost },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_REPORT_NONE'],
  handler: async ({ params, principal }, { portal }) => ({
    status: 200,
    body: await reportOfPost(portal.reports, principal, params.postId),
  }),
});

const reveal = route({
  method: 'POST',
  path: '/v1/posts/:postId/report/reveal',
  tag: 'posts',
  summary: 'The same with the contacts in the talk; the look is written down with its reason',
  access: { roles: WORKERS },
  params: PostParams,
  body: RevealReport,
  reply: { 200: ReportOfPost },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_REPORT_NONE', 'QRG_AUDIT_BUSY'],
  handler: async ({ params, body, principal }, { portal }) => ({
    status: 200,
    body: await revealReport(portal.reports, principal, params.postId, body.reason),
  }),
});

const ask = route({
  method: 'POST',
  path: '/v1/posts/:postId/report/questions',
  tag: 'posts',
  summary: 'Ask whoever told of a post; they answer by their code, and nobody learns a name',
  access: { roles: REVIEWERS },
  params: PostParams,
  body: NewQuestion,
  repeatable: 'answer',
  reply: { 201: ReportOfPost },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_REPORT_NONE', 'QRG_REPORT_TALK_FULL'],
  handler: async ({ params, body, principal }, { portal }) => ({
    status: 201,
    body: await askReporter(portal.reports, principal, params.postId, body.text),
  }),
});

const mute = route({
  method: 'POST',
  path: '/v1/posts/:postId/report/mutes',
  tag: 'posts',
  summary: 'Take no more words to a report, or no reports from where it came for some hours',
  access: { roles: REVIEWERS },
  params: PostParams,
  body: NewMute,
  reply: { 201: ReportOfPost },
  problems: [
    'QRG_WATCH_POST_UNKNOWN',
    'QRG_REPORT_NONE',
    'QRG_REPORT_ORIGIN_GONE',
    'QRG_REPORT_MUTE_CHANGED',
  ],
  handler: async ({ params, body, principal }, { portal }) => ({
    status: 201,
    body: await muteReporter(portal.reports, principal, params.postId, body),
  }),
});

const lift = route({
  method: 'POST',
  path: '/v1/report-mutes/:muteId/lift',
  tag: 'posts',
  summary: 'End a mute before its time',
  access: { roles: REVIEWERS },
  params: MuteParams,
  body: LiftMute,
  reply: { 200: ReportOfPost },
  problems: ['QRG_REPORT_MUTE_UNKNOWN', 'QRG_REPORT_MUTE_CHANGED'],
  handler: async ({ params, body, principal }, { portal }) => ({
    status: 200,
    body: await liftMute(portal.reports, principal, params.muteId, body.reason),
  }),
});

const picture = route({
  method: 'GET',
  path: '/v1/report-pictures/:pictureId',
  tag: 'posts',
  summary: 'A picture of a report as it was made anew here; the look is written down',
  access: { roles: WORKERS },
  params: PictureParams,
  reply: { 200: { media: 'image/webp', description: 'Points only: no place, device or author' } },
  problems: ['QRG_REPORT_PICTURE_UNKNOWN', 'QRG_AUDIT_BUSY'],
  handler: async ({ params, principal }, { portal }) => ({
    status: 200,
    stream: chunks(await showPicture(portal.reports, principal, params.pictureId)),
  }),
});

const CHUNK_BYTES = 65_536;

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    yield bytes.subarray(from, from + CHUNK_BYTES);
}

export const REPORT_TALK_ROUTES = [one, reveal, ask, mute, lift, picture];
