import type { z } from 'zod';
import type * as takedown from '../http/contract/takedown.ts';
import type { Caller, QueryValue } from './caller.ts';

export type Takedown = z.output<typeof takedown.Takedown>;
export type TakedownDetail = z.output<typeof takedown.TakedownDetail>;
export type TakedownPage = z.output<typeof takedown.TakedownPage>;
export type TakedownOptions = z.output<typeof takedown.TakedownOptions>;
export type TakedownLetter = z.output<typeof takedown.TakedownLetter>;
export type TakedownMeasures = z.output<typeof takedown.TakedownMeasures>;
export type TakedownAct = z.input<typeof takedown.TakedownAct>;
export type Appeals = z.output<typeof takedown.Appeals>;
export type Capture = z.output<typeof takedown.Capture>;
export type CaptureTaken = z.output<typeof takedown.CaptureTaken>;

export interface TakedownQuery {
  readonly state?: readonly Takedown['state'][];
  readonly channel?: string;
  readonly overdue?: boolean;
  readonly post?: number;
  readonly campaign?: number;
  readonly limit?: number;
  readonly cursor?: string;
}

export const takedownCalls = (caller: Caller) => ({
  list: ({ state, ...query }: TakedownQuery = {}) =>
    caller.json<TakedownPage>('GET', '/v1/takedowns', {
      query: { ...query, state: state?.join(',') },
    }),

  /** With what you may do now. */
  one: (takedownId: number) => caller.json<TakedownDetail>('GET', `/v1/takedowns/${takedownId}`),

  /** Every way to ask for removal, with its law. */
  channels: () =>
    caller.json<z.output<typeof takedown.TakedownChannels>>('GET', '/v1/takedown-channels'),

  /** What could be asked for one post, the fitting way first. */
  options: (postId: number) =>
    caller.json<TakedownOptions>('GET', `/v1/posts/${postId}/takedown-options`),

  draft: (body: z.input<typeof takedown.DraftTakedown>, idempotencyKey?: string) =>
    caller.json<Takedown>('POST', '/v1/takedowns', { body, idempotencyKey }),

  /** `version` is the one that was seen. */
  edit: (takedownId: number, version: number, body: z.input<typeof takedown.EditTakedown>) =>
    caller.json<Takedown>('PATCH', `/v1/takedowns/${takedownId}`, { version, body }),

  act: (takedownId: number, version: number, body: TakedownAct) =>
    caller.json<Takedown>('POST', `/v1/takedowns/${takedownId}/acts`, { version, body }),

  /** The text to send; the look is written down. */
  letter: (takedownId: number, kind: 'request' | 'withdrawal' = 'request') =>
    caller.json<TakedownLetter>('GET', `/v1/takedowns/${takedownId}/letter`, { query: { kind } }),

  /** With what the post says and its sealed copies; the look is written down. */
  appeals: (takedownId: number) =>
    caller.json<Appeals>('GET', `/v1/takedowns/${takedownId}/appeals`),

  appeal: (takedownId: number, body: z.input<typeof takedown.OpenAppeal>) =>
    caller.json<z.output<typeof takedown.Appeal>>('POST', `/v1/takedowns/${takedownId}/appeals`, {
      body,
    }),

  decideAppeal: (
    takedownId: number,
    appealId: number,
    version: number,
    body: z.input<typeof takedown.DecideAppeal>,
  ) =>
    caller.json<z.output<typeof takedown.Appeal>>(
      'POST',
      `/v1/takedowns/${takedownId}/appeals/${appealId}/decision`,
      { version, body },
    ),

  measures: (query: { from?: number; to?: number; channel?: string } = {}) =>
    caller.json<TakedownMeasures>('GET', '/v1/takedown-measures', { query }),
});

export const captureCalls = (caller: Caller) => ({
  /** Sealed copies of a post, latest first. */
  ofPost: (postId: number, query: { limit?: number; cursor?: string } = {}) =>
    caller.json<z.output<typeof takedown.CapturePage>>('GET', `/v1/posts/${postId}/captures`, {
      query: query as Record<string, QueryValue>,
    }),

  /** Fetches the page and seals what comes. */
  seal: (postId: number) => caller.json<CaptureTaken>('POST', `/v1/posts/${postId}/captures`),

  /** The package as one file; the look is written down. */
  async package(captureId: number): Promise<Blob> {
    const path = `/v1/captures/${captureId}/package`;
    const response = await caller.send('GET', path, { accept: 'application/zip' });
    return response.blob();
  },
});
