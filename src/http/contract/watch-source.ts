import { z } from 'zod';
import { SOURCE_KINDS } from '../../store/tables/watch.ts';
import { integerText, line, Moment, SERIAL_MOST } from './text.ts';

export const WatchSourceParams = z.strictObject({ sourceId: integerText(1, SERIAL_MOST) });

/** A month in minutes. */
const EVERY_MOST_MIN = 43_200;
const SOURCES_MOST = 1_000;

/** Kinds that are asked over the network; the others are handed over as files, or told by people. */
export const ASKED_KINDS = ['telegram_channel', 'feed', 'sitemap', 'page'] as const;
export const FILE_KINDS = ['telegram_export', 'rows', 'warc'] as const;

const Address = line(2_000).regex(/^https?:\/\/\S+$/i);
const EveryMin = z
  .int()
  .min(1)
  .max(EVERY_MOST_MIN)
  .meta({ description: 'Minutes between two looks' });

export const NewWatchSource = z
  .strictObject({
    kind: z.enum([...ASKED_KINDS, ...FILE_KINDS]),
    name: line(200),
    url: Address.optional().meta({
      description: 'A public page; wanted for kinds that are asked, refused for files',
      examples: ['https://t.me/s/example'],
    }),
    everyMin: EveryMin.optional().meta({ description: 'Left out: asked when a person says so' }),
    own: z.boolean().optional().meta({
      description:
        'Only your institution sees it and its posts. Everybody’s are made by who sees all, for whom that is the usual',
    }),
  })
  .meta({
    id: 'NewWatchSource',
    examples: [
      {
        kind: 'telegram_channel',
        name: 'Работа Алматы',
        url: 'https://t.me/s/example',
        everyMin: 30,
      },
    ],
  });

/** What is left out stays. */
export const ChangeWatchSource = z
  .strictObject({
    name: line(200).optional(),
    url: Address.optional(),
    everyMin: EveryMin.nullable().optional(),
    state: z.enum(['active', 'paused']).optional(),
  })
  .meta({ id: 'ChangeWatchSource' });

const HEALTH = ['waiting', 'ok', 'failing', 'paused', 'by_hand'] as const;

export const WatchSource = z
  .object({
    sourceId: z.int(),
    institutionId: z.int().nullable().meta({ description: 'null: everybody’s' }),
    kind: z.enum(SOURCE_KINDS),
    name: z.string(),
    url: z.string().nullable(),
    everyMin: z.int().nullable(),
    state: z.enum(['active', 'paused']),
    health: z.enum(HEALTH),
    nextAt: Moment.nullable(),
    lastAt: Moment.nullable().meta({ description: 'Looked at last' }),
    lastOkAt: Moment.nullable().meta({ description: 'Looked at last and read' }),
    lastError: z
      .object({ code: z.string(), message: z.string(), hint: z.string() })
      .nullable()
      .meta({ description: 'In the language asked; null after a success' }),
    failures: z.int().meta({ description: 'One after the other' }),
    posts: z.int(),
    unlawful: z.int().meta({ description: 'Posts that recruit or sell drugs' }),
    createdAt: Moment,
    createdBy: z.string(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
  })
  .meta({ id: 'WatchSource' });
export type WatchSource = z.infer<typeof WatchSource>;

export const WatchSourceList = z
  .object({ items: z.array(WatchSource).max(SOURCES_MOST) })
  .meta({ id: 'WatchSourceList' });

export const ImportPostsQuery = z.strictObject({
  name: line(200).meta({ description: 'Name of the file: its ending tells the format' }),
});

/** What became of a batch of posts. */
export const PostsTaken = z
  .object({
    new: z.int(),
    edited: z.int(),
    again: z.int().meta({ description: 'Known as they are' }),
    gone: z.int().meta({ description: 'Their page says no more that they are there' }),
    unlawful: z.int().meta({ description: 'Of the new and edited: offers that recruit or sell' }),
    rejected: z.int().meta({ description: 'Rows that could not be read' }),
    rejects: z
      .array(z.object({ line: z.int().nullable(), code: z.string(), message: z.string() }))
      .max(100),
  })
  .meta({ id: 'PostsTaken' });
export type PostsTaken = z.infer<typeof PostsTaken>;
