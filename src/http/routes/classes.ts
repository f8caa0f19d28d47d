import { classRows } from '../../service/academy/classes/class-rows.ts';
import { lookAtClass } from '../../service/academy/classes/class-view.ts';
import { joinClass } from '../../service/academy/classes/join-class.ts';
import { lookAsLearner } from '../../service/academy/classes/learner-view.ts';
import { openClass } from '../../service/academy/classes/open-class.ts';
import { showResults } from '../../service/academy/classes/show-results.ts';
import { removeClass, stepClass } from '../../service/academy/classes/step-class.ts';
import { takeAnswers } from '../../service/academy/classes/take-answers.ts';
import { accept } from '../../service/portal/proofs/proofs.ts';
import {
  ClassKey,
  ClassParams,
  ClassResults,
  ClassRowsWish,
  ClassStep,
  ClassView,
  JoinedClass,
  LearnerAnswers,
  LearnerParams,
  LearnerView,
  NewClass,
  NewLearner,
  OpenedClass,
} from '../contract/class.ts';
import { type Route, route } from '../route.ts';

/** Twenty answers and a key are far below. */
const BODY_MOST = 8 * 1024;
const SMALL = { tag: 'classes', access: { public: true }, bodyMost: BODY_MOST } as const;

const open = route({
  method: 'POST',
  path: '/v1/classes',
  ...SMALL,
  summary: 'Open a class; nobody is asked who they are',
  description: 'The answer has the code for pupils and the key of the teacher, which is told once.',
  body: NewClass,
  reply: { 201: OpenedClass },
  problems: [
    'QRG_CLASS_MANY',
    'QRG_CLASS_OFTEN',
    'QRG_PROOF_WRONG',
    'QRG_PROOF_OLD',
    'QRG_PROOF_USED',
    'QRG_PROOF_OFTEN',
  ],
  handler: async ({ body: { proof, ...wish }, address }, { portal: { classes, proofs } }) => {
    accept(proofs, proof, 'class');
    return { status: 201, body: await openClass(classes, wish, address) };
  },
});

const look = route({
  method: 'POST',
  path: '/v1/classes/look',
  ...SMALL,
  summary: 'How far a class is, for its teacher',
  description:
    'The key is a secret: it comes in a body, because addresses are kept by browsers and proxies.',
  body: ClassKey,
  reply: { 200: ClassView },
  problems: ['QRG_CLASS_KEY', 'QRG_CLASS_OFTEN'],
  handler: async ({ body, address }, { portal: { classes } }) => ({
    status: 200,
    body: await lookAtClass(classes, body.key, address),
  }),
});

const step = route({
  method: 'POST',
  path: '/v1/classes/step',
  ...SMALL,
  summary: 'Take a class a step on: open or close a form, or end',
  body: ClassStep,
  reply: { 200: ClassView },
  problems: ['QRG_CLASS_KEY', 'QRG_CLASS_OFTEN', 'QRG_CLASS_STEP'],
  handler: async ({ body, address }, { portal: { classes } }) => ({
    status: 200,
    body: await stepClass(classes, body, address),
  }),
});

const results = route({
  method: 'POST',
  path: '/v1/classes/results',
  ...SMALL,
  summary: 'What a class learned, once it is over',
  body: ClassKey,
  reply: { 200: ClassResults },
  problems: ['QRG_CLASS_KEY', 'QRG_CLASS_OFTEN', 'QRG_CLASS_RESULTS_EARLY'],
  handler: async ({ body, address }, { portal: { classes } }) => ({
    status: 200,
    body: await showResults(classes, body.key, address),
  }),
});

const rows = route({
  method: 'POST',
  path: '/v1/classes/rows',
  ...SMALL,
  summary: 'Answers of a class that is over, a row for each pupil and message',
  body: ClassRowsWish,
  reply: {
    200: { media: 'text/csv; charset=utf-8', description: 'CSV, parted by semicolons, UTF-8' },
  },
  problems: ['QRG_CLASS_FEW', 'QRG_CLASS_KEY', 'QRG_CLASS_OFTEN', 'QRG_CLASS_RESULTS_EARLY'],
  handler: async ({ body, address }, { portal: { classes } }) => ({
    status: 200,
    stream: await classRows(classes, body, address),
    headers: { 'content-disposition': 'attachment; filename="qorgan-class.csv"' },
  }),
});

const remove = route({
  method: 'POST',
  path: '/v1/classes/remove',
  ...SMALL,
  summary: 'Delete a class with everything in it, before its 60 days are over',
  body: ClassKey,
  reply: { 204: null },
  problems: ['QRG_CLASS_KEY', 'QRG_CLASS_OFTEN'],
  handler: async ({ body, address }, { portal: { classes } }) => {
    await removeClass(classes, body.key, address);
    return { status: 204 };
  },
});

const join = route({
  method: 'POST',
  path: '/v1/classes/:code/learners',
  ...SMALL,
  summary: 'Come into a class as a pupil; only the age band is asked',
  params: ClassParams,
  body: NewLearner,
  reply: { 201: JoinedClass },
  problems: ['QRG_CLASS_CODE', 'QRG_CLASS_FULL', 'QRG_CLASS_JOIN_CLOSED', 'QRG_CLASS_OFTEN'],
  handler: async ({ params: { code }, body, address }, { portal: { classes } }) => ({
    status: 201,
    body: await joinClass(classes, { code, address }, body.ageBand),
  }),
});

const learner = route({
  method: 'GET',
  path: '/v1/classes/:code/learners/:learner',
  ...SMALL,
  summary: 'What a pupil has to do now, and what the pupil answered',
  params: LearnerParams,
  reply: { 200: LearnerView },
  problems: ['QRG_CLASS_CODE', 'QRG_CLASS_LEARNER', 'QRG_CLASS_OFTEN'],
  handler: async ({ params, address }, { portal: { classes } }) => ({
    status: 200,
    body: await lookAsLearner(classes, { ...params, address }),
  }),
});

const answers = route({
  method: 'PUT',
  path: '/v1/classes/:code/learners/:learner/answers',
  ...SMALL,
  summary: 'Answer the form that is open, in part or whole; the first answer to an item stays',
  params: LearnerParams,
  body: LearnerAnswers,
  reply: { 200: LearnerView },
  problems: [
    'QRG_CLASS_CODE',
    'QRG_CLASS_ITEM',
    'QRG_CLASS_LEARNER',
    'QRG_CLASS_OFTEN',
    'QRG_CLASS_SITTING',
  ],
  handler: async ({ params, body, address }, { portal: { classes } }) => ({
    status: 200,
    body: await takeAnswers(classes, { ...params, ...body, address }),
  }),
});

export const CLASS_ROUTES: readonly Route[] = [
  open,
  look,
  step,
  results,
  rows,
  remove,
  join,
  learner,
  answers,
];
