import { z } from 'zod';
import { ASKS, CONTACT_KINDS, TECHNIQUES } from '../../domain/post.ts';
import { LETTER_NOTES } from '../../watch/takedown/takedown-book.ts';

/** How takedown.yaml of data/law/<country> is made. Unknown words are refused: a mistyped one would be silently ignored. */

const text = z.string().trim().min(1).max(4_000);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const id = z.string().regex(/^[a-z][a-z0-9_.-]*$/);
const channelId = z.string().regex(/^[a-z][a-z0-9_]*$/);
const labels = z.array(z.enum(['dropper', 'drug_courier', 'drug_ad'])).min(1);
const founded = {
  id,
  act: text,
  article: text,
  source: text,
  mark: z.enum(['P', 'B', 'D', 'house']),
  verified: z.union([z.literal('no'), z.strictObject({ by: text, on: z.iso.date() })]),
  text: localized,
};
const letter = z.strictObject({ subject: text, body: text });
const letters = z.strictObject({ ru: letter, kk: letter, en: letter });
const channelIds = z.array(channelId).min(1).max(8);

const worded = <K extends string>(keys: readonly K[]) =>
  z.strictObject(
    Object.fromEntries(keys.map((key) => [key, localized])) as Record<K, typeof localized>,
  );

export const takedownFile = z.strictObject({
  country: z.string().regex(/^[a-z]{2}$/),
  rechecks_hours: z.array(z.int().min(1).max(8_760)).min(1).max(16),
  repost_days: z.int().min(1).max(90),
  hosts: z
    .array(
      z.strictObject({
        id,
        title: text,
        domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)).min(1),
        channels: channelIds,
      }),
    )
    .max(200),
  elsewhere: z.strictObject({ channels: channelIds, title: localized, addressee: localized }),
  terms: z
    .array(
      z.strictObject({
        ...founded,
        value: z.int().min(1).max(366),
        unit: z.enum(['hours', 'calendar_days']),
        title: localized,
      }),
    )
    .max(32),
  grounds: z.array(z.strictObject({ ...founded, labels })).max(32),
  substance: z.array(z.strictObject({ ...founded, labels })).max(16),
  channels: z
    .array(
      z.strictObject({
        id: channelId,
        to: z.enum(['platform', 'host', 'body']),
        contacts: z.enum(['full', 'masked']),
        package: z.boolean(),
        answer: id,
        grounds: z.array(id).min(1).max(32),
        terms: z.array(id).min(1).max(32),
        title: localized,
        addressees: z.array(localized).min(1).max(16),
        asks: localized,
        decides: localized,
        template: letters,
      }),
    )
    .min(1)
    .max(32),
  blocks: z.record(z.string().regex(/^[a-z]+$/), localized),
  withdrawal: letters,
  why: worded(['reversed', 'withdrawn']),
  words: z.strictObject({
    label: worded(['dropper', 'drug_courier', 'drug_ad']),
    asks: worded(['intro', ...ASKS]),
    techniques: worded(['intro', ...TECHNIQUES]),
    contacts: worded(['intro', 'more', ...CONTACT_KINDS]),
    campaign: localized,
    previous: localized,
    timestamped: localized,
    untimestamped: localized,
  }),
  notes: worded(LETTER_NOTES),
  accusing: z.strictObject({
    ru: z.array(text).min(1),
    kk: z.array(text).min(1),
    en: z.array(text).min(1),
  }),
});
export type TakedownFile = z.output<typeof takedownFile>;
