import { z } from 'zod';
import type { SourcePost } from '../sources/source-post.ts';

export const postRecord = z.strictObject({
  format: z.literal('qorgan-post/1'),
  externalId: z.string(),
  url: z.string().nullable(),
  at: z.iso.datetime(),
  author: z.string().nullable(),
  text: z.string(),
  links: z.array(z.string()),
  hasMedia: z.boolean(),
  /** Time of the last edit; the word 'edited' where the source says only that. */
  edited: z.string().nullable(),
  views: z.number().nullable(),
  replyTo: z.string().nullable(),
  forwardedFrom: z.string().nullable(),
});

/** What was read out of the bytes: post.json. */
export type PostRecord = z.output<typeof postRecord>;

export const postRecordOf = (post: SourcePost): PostRecord => ({
  format: 'qorgan-post/1',
  externalId: post.externalId,
  url: post.url ?? null,
  at: new Date(post.at).toISOString(),
  author: post.author ?? null,
  text: post.text,
  links: [...post.links],
  hasMedia: post.hasMedia,
  edited: editedOf(post.editedAt),
  views: post.views ?? null,
  replyTo: post.replyTo ?? null,
  forwardedFrom: post.forwardedFrom ?? null,
});

function editedOf(at: number | undefined): string | null {
  if (at === undefined) return null;
  return at === 0 ? 'edited' : new Date(at).toISOString();
}
