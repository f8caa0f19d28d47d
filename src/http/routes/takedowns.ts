import type { Language } from '../../domain/language.ts';
import { actOnTakedown } from '../../service/watch/takedowns/act-on-takedown.ts';
import { decideAppeal, listAppeals, openAppeal } from '../../service/watch/takedowns/appeals.ts';
import { draftTakedown } from '../../service/watch/takedowns/draft-takedown.ts';
import { editTakedown } from '../../service/watch/takedowns/edit-takedown.ts';
import { listTakedowns } from '../../service/watch/takedowns/list-takedowns.ts';
import { measureTakedowns } from '../../service/watch/takedowns/measure-takedowns.ts';
import { optionsForPost } from '../../service/watch/takedowns/options-for-post.ts';
import { showLetter } from '../../service/watch/takedowns/show-letter.ts';
import { showTakedown } from '../../service/watch/takedowns/show-takedown.ts';
import type { TakedownView } from '../../service/watch/takedowns/takedown-view.ts';
import { channelTitle } from '../../service/watch/takedowns/takedown-view.ts';
import type { TakedownBook } from '../../watch/takedown/takedown-book.ts';
import {
  Appeal,
  AppealParams,
  Appeals,
  CapturedPostParams,
  DecideAppeal,
  DraftTakedown,
  EditTakedown,
  LetterQuery,
  MeasuresQuery,
  OpenAppeal,
  Takedown,
  TakedownAct,
  TakedownChannels,
  TakedownDetail,
  TakedownLetter,
  TakedownMeasures,
  TakedownOptions,
  TakedownPage,
  TakedownParams,
  TakedownQuery,
} from '../contract/takedown.ts';
import { etagOf } from '../etag.ts';
import { route } from '../route.ts';
import {
  channelReply,
  optionsReply,
  refusal,
  takedownDetailReply,
  takedownReply,
} from '../takedowns/takedown-reply.ts';
import { WORKERS } from './readers.ts';

const list = route({
  method: 'GET',
  path: '/v1/takedowns',
  tag: 'takedowns',
  summary: 'Requests to take pages down, latest draft first',
  access: { roles: WORKERS },
  query: TakedownQuery,
  reply: { 200: TakedownPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal, language }, { takedowns }) => {
    const { state, channel, overdue, post, campaign, limit, cursor } = query;
    const filter = { states: state, channel, overdue, postId: post, campaignId: campaign };
    const { items, next } = await listTakedowns(takedowns, principal, filter, { limit, cursor });
    const words = { book: takedowns.book, language };
    return { status: 200, body: { items: items.map((item) => takedownReply(item, words)), next } };
  },
});

const one = route({
  method: 'GET',
  path: '/v1/takedowns/:takedownId',
  tag: 'takedowns',
  summary: 'One request: what was done, what was seen of the page since, what you may do',
  access: { roles: WORKERS },
  params: TakedownParams,
  reply: { 200: TakedownDetail },
  problems: ['QRG_TAKEDOWN_UNKNOWN'],
  handler: async ({ params, principal, language }, { takedowns }) => {
    const detail = await showTakedown(takedowns, principal, params.takedownId);
    return {
      status: 200,
      body: takedownDetailReply(detail, { book: takedowns.book, language }),
      headers: { etag: etagOf(detail.version) },
    };
  },
});

const channels = route({
  method: 'GET',
  path: '/v1/takedown-channels',
  tag: 'takedowns',
  summary: 'Ways to ask for removal: whom, for what, by what law, who decides',
  access: { roles: WORKERS },
  reply: { 200: TakedownChannels },
  handler: ({ language }, { takedowns: { book } }) => ({
    status: 200,
    body: {
      items: [...book.channels.values()].map((channel) =>
        channelReply(channel, { book, language }),
      ),
    },
  }),
});

const options = route({
  method: 'GET',
  path: '/v1/posts/:postId/takedown-options',
  tag: 'takedowns',
  summary: 'What could be asked for one post, the fitting way first',
  access: { roles: WORKERS },
  params: CapturedPostParams,
  reply: { 200: TakedownOptions },
  problems: ['QRG_WATCH_POST_UNKNOWN'],
  handler: async ({ params: { postId }, principal, language }, { takedowns }) => {
    const found = await optionsForPost(takedowns, principal, postId, language);
    return {
      status: 200,
      body: optionsReply(postId, found, { book: takedowns.book, language }),
    };
  },
});

const draft = route({
  method: 'POST',
  path: '/v1/takedowns',
  tag: 'takedowns',
  summary: 'Draft a request for a post that a person said to be an unlawful offer',
  description: 'Nothing is sent: another person approves the letter, sends it and says so.',
  access: { roles: ['analyst', 'investigator'] },
  body: DraftTakedown,
  repeatable: 'answer',
  reply: { 201: Takedown },
  problems: [
    'QRG_WATCH_POST_UNKNOWN',
    'QRG_TAKEDOWN_POST',
    'QRG_TAKEDOWN_EDITED',
    'QRG_TAKEDOWN_ADDRESS',
    'QRG_TAKEDOWN_CHANNEL',
    'QRG_TAKEDOWN_GROUND',
    'QRG_TAKEDOWN_CAPTURE',
    'QRG_TAKEDOWN_COPY',
    'QRG_TAKEDOWN_EXISTS',
  ],
  handler: async ({ body, principal, language }, { takedowns }) => {
    const takedown = await draftTakedown(takedowns, principal, body);
    return {
      status: 201,
      body: takedownReply(takedown, { book: takedowns.book, language }),
      headers: {
        etag: etagOf(takedown.version),
        location: `/v1/takedowns/${takedown.takedownId}`,
      },
    };
  },
});

/** A request as it is now, and its version for the next act. */
const answerOf = (takedown: TakedownView, book: TakedownBook, language: Language) =>
  ({
    status: 200,
    body: takedownReply(takedown, { book, language }),
    headers: { etag: etagOf(takedown.version) },
  }) as const;

const edit = route({
  method: 'PATCH',
  path: '/v1/takedowns/:takedownId',
  tag: 'takedowns',
  summary: 'Write words of the letter anew; only who drafted it does',
  access: { roles: ['analyst', 'investigator'] },
  params: TakedownParams,
  body: EditTakedown,
  ifMatch: true,
  reply: { 200: Takedown },
  problems: [
    'QRG_TAKEDOWN_UNKNOWN',
    'QRG_TAKEDOWN_VERSION',
    'QRG_TAKEDOWN_STATE',
    'QRG_TAKEDOWN_DRAFTER',
    'QRG_TAKEDOWN_ACCUSES',
  ],
  handler: async ({ params, version, body, principal, language }, { takedowns }) => {
    const takedown = await editTakedown(takedowns, principal, params.takedownId, version, body);
    return answerOf(takedown, takedowns.book, language);
  },
});

const act = route({
  method: 'POST',
  path: '/v1/takedowns/:takedownId/acts',
  tag: 'takedowns',
  summary: 'One act of a person on a request, with a reason',
  access: { roles: WORKERS },
  params: TakedownParams,
  body: TakedownAct,
  ifMatch: true,
  reply: { 200: Takedown },
  problems: [
    'QRG_TAKEDOWN_UNKNOWN',
    'QRG_TAKEDOWN_VERSION',
    'QRG_TAKEDOWN_STATE',
    'QRG_TAKEDOWN_ROLE',
    'QRG_TAKEDOWN_SAME_PERSON',
    'QRG_TAKEDOWN_UNSEALED',
    'QRG_TAKEDOWN_CAPTURE',
    'QRG_TAKEDOWN_COPY',
    'QRG_TAKEDOWN_POST',
    'QRG_TAKEDOWN_EDITED',
    'QRG_TAKEDOWN_NO_ANSWER',
    'QRG_TAKEDOWN_TIME',
    'QRG_TAKEDOWN_LETTER',
    'QRG_TAKEDOWN_LETTER_BARE',
    'QRG_TAKEDOWN_ACCUSES',
  ],
  handler: async ({ params, version, body, principal, language }, { takedowns }) => {
    const takedown = await actOnTakedown(takedowns, principal, params.takedownId, version, body);
    return answerOf(takedown, takedowns.book, language);
  },
});

const letter = route({
  method: 'GET',
  path: '/v1/takedowns/:takedownId/letter',
  tag: 'takedowns',
  summary: 'The text to send, or to take it back with; the look is written down',
  access: { roles: WORKERS },
  params: TakedownParams,
  query: LetterQuery,
  reply: { 200: TakedownLetter },
  problems: ['QRG_TAKEDOWN_UNKNOWN', 'QRG_TAKEDOWN_NOT_SENT'],
  handler: async ({ params, query, principal, language }, { takedowns }) => ({
    status: 200,
    body: await showLetter(takedowns, principal, params.takedownId, query.kind, language),
  }),
});

const appeals = route({
  method: 'GET',
  path: '/v1/takedowns/:takedownId/appeals',
  tag: 'takedowns',
  summary: 'Appeals, with what they are about; the look is written down',
  access: { roles: WORKERS },
  params: TakedownParams,
  reply: { 200: Appeals },
  problems: ['QRG_TAKEDOWN_UNKNOWN'],
  handler: async ({ params, principal, language }, { takedowns }) => {
    const found = await listAppeals(takedowns, principal, params.takedownId);
    const { problem, ...rest } = found;
    return { status: 200, body: { ...rest, decide: refusal(problem, language) } };
  },
});

const appeal = route({
  method: 'POST',
  path: '/v1/takedowns/:takedownId/appeals',
  tag: 'takedowns',
  summary: 'Write down a letter against a request, whoever wrote it',
  access: { roles: WORKERS },
  params: TakedownParams,
  body: OpenAppeal,
  repeatable: 'answer',
  reply: { 201: Appeal },
  problems: ['QRG_TAKEDOWN_UNKNOWN', 'QRG_TAKEDOWN_STATE', 'QRG_TAKEDOWN_APPEALS'],
  handler: async ({ params, body, principal }, { takedowns }) => {
    const opened = await openAppeal(takedowns, principal, params.takedownId, body);
    return { status: 201, body: opened, headers: { etag: etagOf(opened.version) } };
  },
});

const decide = route({
  method: 'POST',
  path: '/v1/takedowns/:takedownId/appeals/:appealId/decision',
  tag: 'takedowns',
  summary: 'Decide an appeal: somebody who neither drafted nor sent the request',
  access: { roles: ['supervisor', 'investigator'] },
  params: AppealParams,
  body: DecideAppeal,
  ifMatch: true,
  reply: { 200: Appeal },
  problems: [
    'QRG_TAKEDOWN_UNKNOWN',
    'QRG_TAKEDOWN_APPEAL_UNKNOWN',
    'QRG_TAKEDOWN_VERSION',
    'QRG_TAKEDOWN_APPEAL_DECIDED',
    'QRG_TAKEDOWN_SAME_PERSON',
    'QRG_TAKEDOWN_CAPTURE',
  ],
  handler: async ({ params, version, body, principal }, { takedowns }) => {
    const decided = await decideAppeal(takedowns, principal, params, version, body);
    return { status: 200, body: decided, headers: { etag: etagOf(decided.version) } };
  },
});

const measures = route({
  method: 'GET',
  path: '/v1/takedown-measures',
  tag: 'takedowns',
  summary: 'How well requests go: hours, what came back, what was wrong to ask, appeals',
  access: { roles: WORKERS },
  query: MeasuresQuery,
  reply: { 200: TakedownMeasures },
  handler: async ({ query, principal, language }, { takedowns }) => {
    const { byChannel, ...rest } = await measureTakedowns(takedowns, principal, query);
    const titled = byChannel.map((figures) => ({
      ...figures,
      title: channelTitle(takedowns.book, figures.channel, language),
    }));
    return { status: 200, body: { ...rest, byChannel: titled } };
  },
});

export const TAKEDOWN_ROUTES = [
  list,
  one,
  channels,
  options,
  draft,
  edit,
  act,
  letter,
  appeals,
  appeal,
  decide,
  measures,
];
