import type { z } from 'zod';
import type * as source from '../http/contract/watch-source.ts';
import type { Caller } from './caller.ts';

export type WatchSource = z.output<typeof source.WatchSource>;
export type PostsTaken = z.output<typeof source.PostsTaken>;

export const watchSourceCalls = (caller: Caller) => ({
  all: () => caller.json<z.output<typeof source.WatchSourceList>>('GET', '/v1/watch-sources'),

  create: (body: z.input<typeof source.NewWatchSource>, idempotencyKey?: string) =>
    caller.json<WatchSource>('POST', '/v1/watch-sources', { body, idempotencyKey }),

  /** Changes, pauses or resumes; `seen` is the version that was read. */
  change: (sourceId: number, seen: number, body: z.input<typeof source.ChangeWatchSource>) =>
    caller.json<WatchSource>('PATCH', `/v1/watch-sources/${sourceId}`, { version: seen, body }),

  /** Looks now: resolves when what was found is taken. */
  run: (sourceId: number) => caller.json<PostsTaken>('POST', `/v1/watch-sources/${sourceId}/run`),

  /** Takes posts of a file: a Telegram export, rows as CSV or JSON lines, WARC. */
  upload: async (
    sourceId: number,
    name: string,
    file: Blob | Uint8Array<ArrayBuffer> | string,
  ): Promise<PostsTaken> => {
    const response = await caller.send('POST', `/v1/watch-sources/${sourceId}/files`, {
      query: { name },
      body: file,
      mediaType: 'application/octet-stream',
    });
    return (await response.json()) as PostsTaken;
  },
});
