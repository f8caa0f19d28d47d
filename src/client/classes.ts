import type { z } from 'zod';
import type * as schema from '../http/contract/class.ts';
import type { Caller } from './caller.ts';

export type ClassView = z.output<typeof schema.ClassView>;
export type OpenedClass = z.output<typeof schema.OpenedClass>;
export type ClassResults = z.output<typeof schema.ClassResults>;
export type LearnerView = z.output<typeof schema.LearnerView>;
export type JoinedClass = z.output<typeof schema.JoinedClass>;

/** Classes of a teacher. */
export const classCalls = (caller: Caller) => ({
  open: (body: z.input<typeof schema.NewClass>) =>
    caller.json<OpenedClass>('POST', '/v1/classes', { body }),

  /** How far it is, by the teacher's key. */
  look: (key: string) => caller.json<ClassView>('POST', '/v1/classes/look', { body: { key } }),

  step: (body: z.input<typeof schema.ClassStep>) =>
    caller.json<ClassView>('POST', '/v1/classes/step', { body }),

  results: (key: string) =>
    caller.json<ClassResults>('POST', '/v1/classes/results', { body: { key } }),

  /** Answers as CSV. */
  rows: (body: z.input<typeof schema.ClassRowsWish>): Promise<Blob> =>
    caller
      .send('POST', '/v1/classes/rows', {
        body: JSON.stringify(body),
        mediaType: 'application/json',
        accept: 'text/csv',
      })
      .then((response) => response.blob()),

  remove: (key: string) => caller.json<void>('POST', '/v1/classes/remove', { body: { key } }),

  join: (code: string, body: z.input<typeof schema.NewLearner>) =>
    caller.json<JoinedClass>('POST', `/v1/classes/${encodeURIComponent(code)}/learners`, { body }),

  /** What a pupil has to do now. */
  learner: (code: string, learner: string) =>
    caller.json<LearnerView>('GET', learnerPath(code, learner)),

  answer: (code: string, learner: string, body: z.input<typeof schema.LearnerAnswers>) =>
    caller.json<LearnerView>('PUT', `${learnerPath(code, learner)}/answers`, { body }),
});

const learnerPath = (code: string, learner: string): string =>
  `/v1/classes/${encodeURIComponent(code)}/learners/${encodeURIComponent(learner)}`;
