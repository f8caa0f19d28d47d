import type { Problem } from '../../domain/errors/catalogue.ts';

/** A post as a source shows it, before anybody reads or keeps it. */
export interface SourcePost {
  /** What the source calls it, the same each time it is seen: 'channel/15', a guid, a link. At most 300 UTF-16 units. */
  readonly externalId: string;
  readonly url: string | undefined;
  /** Epoch ms; what the source says, and where it says nothing, when it was fetched. */
  readonly at: number;
  /** A name of a channel or of a person, as shown. */
  readonly author: string | undefined;
  /** At most MOST_TEXT UTF-16 units. */
  readonly text: string;
  /** Targets of links, also of those hidden behind other words; http, https and tg only, at most MOST_LINKS. */
  readonly links: readonly string[];
  readonly hasMedia: boolean;
  /** Epoch ms of the last edit where it is said; 0 where only the fact is. */
  readonly editedAt: number | undefined;
  readonly views: number | undefined;
  /** externalId of the post that this one answers. */
  readonly replyTo: string | undefined;
  /** Whose post this repeats, as shown. */
  readonly forwardedFrom: string | undefined;
  /** Index of the answer in `Collected.fetched` that the post was read from. */
  readonly fetched: number | undefined;
}

/** One row, message or entry that was not taken as it stands, and why. */
export interface RowReject extends Problem {
  /** 1-based line of a text, or number of the message, entry or record. */
  readonly line: number;
  readonly effect: 'refused' | 'cut';
}

/** A post of Telegram has at most 4,096 characters, an article of a site some 10,000. */
export const MOST_TEXT = 20_000;
export const MOST_LINKS = 200;
const MOST_ID = 300;
const MOST_NAME = 200;

/** What a parser found of a post; the rest is filled in. */
export type FoundPost = Pick<SourcePost, 'externalId' | 'at' | 'text'> & Partial<SourcePost>;

export interface BoundedPost {
  readonly post: SourcePost;
  /** The text was longer than MOST_TEXT. */
  readonly wasCut: boolean;
}

/** The post within its bounds, no half of a surrogate pair at its end, no NUL (a database takes none). */
export function boundedPost(found: FoundPost): BoundedPost {
  const text = found.text.replaceAll('\0', '').trim();
  return {
    wasCut: text.length > MOST_TEXT,
    post: {
      externalId: cut(found.externalId, MOST_ID),
      url: found.url,
      at: found.at,
      author: found.author === undefined ? undefined : cut(found.author.trim(), MOST_NAME),
      text: cut(text, MOST_TEXT),
      links: [...new Set(found.links ?? [])].slice(0, MOST_LINKS),
      hasMedia: found.hasMedia ?? false,
      editedAt: found.editedAt,
      views: found.views,
      replyTo: found.replyTo,
      forwardedFrom:
        found.forwardedFrom === undefined ? undefined : cut(found.forwardedFrom.trim(), MOST_NAME),
      fetched: found.fetched,
    },
  };
}

/** The reject that tells of a text that was cut. */
export const cutReject = (line: number): RowReject => ({
  line,
  effect: 'cut',
  code: 'QRG_WATCH_TEXT_LONG',
  args: { most: MOST_TEXT },
});

/** The first `most` UTF-16 units, without the first half of a pair at the end. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}
