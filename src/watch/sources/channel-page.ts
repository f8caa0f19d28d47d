import { absoluteLink } from './absolute-link.ts';
import { TextGatherer } from './html/text-gatherer.ts';
import { classesOf, type HtmlElement, type HtmlSink, walkHtml } from './html/walk-html.ts';
import {
  boundedPost,
  cutReject,
  MOST_LINKS,
  type RowReject,
  type SourcePost,
} from './source-post.ts';
import { sourceTime } from './source-time.ts';

/** The public preview of a Telegram channel: a page of its posts, oldest first. */
export interface ChannelPage {
  /** Name in the address of the channel, in lower case. */
  readonly channel: string;
  readonly title: string;
  readonly posts: readonly SourcePost[];
  readonly rejects: readonly RowReject[];
  /** Number of the post before which the next older page begins; undefined on the oldest page. */
  readonly before: number | undefined;
}

/** A page of the preview shows some 20. */
const MOST_POSTS = 200;

const MEDIA = [
  'photo_wrap',
  'video_player',
  'roundvideo_player',
  'document_wrap',
  'voice_player',
  'sticker_wrap',
  'location_wrap',
].map((name) => `tgme_widget_message_${name}`);

/**
 * Reads the page that t.me/s/NAME answers. undefined when it shows no channel: closed, gone, or a page of another kind.
 *
 * @param url address of the page, for links that are relative
 * @param at epoch ms of the fetch, for a post that says no time
 */
export function readChannelPage(html: string, url: string, at: number): ChannelPage | undefined {
  const reader = new ChannelReader(url, at);
  walkHtml(html, reader);
  return reader.page();
}

/** Where inside of a post the reader is; what each part holds does not nest. */
type Part = 'text' | 'poll' | 'author' | 'signed' | 'forwarded' | 'views' | 'meta' | 'reply';

const PARTS: readonly (readonly [name: string, part: Part])[] = [
  // The quoted beginning of another post stands inside of the reply.
  ['tgme_widget_message_reply', 'reply'],
  ['tgme_widget_message_text', 'text'],
  ['tgme_widget_message_poll', 'poll'],
  ['tgme_widget_message_owner_name', 'author'],
  ['tgme_widget_message_from_author', 'signed'],
  ['tgme_widget_message_forwarded_from_name', 'forwarded'],
  ['tgme_widget_message_views', 'views'],
  ['tgme_widget_message_meta', 'meta'],
];

interface ClassedElement extends HtmlElement {
  readonly classes: ReadonlySet<string>;
}

class Draft {
  readonly id: string;
  readonly depth: number;
  readonly texts: Record<Part, TextGatherer>;
  readonly links: string[] = [];
  url: string | undefined;
  at: number | undefined;
  replyTo: string | undefined;
  hasMedia = false;
  isService = false;

  constructor(id: string, depth: number) {
    this.id = id;
    this.depth = depth;
    const part = () => new TextGatherer();
    this.texts = {
      text: part(),
      poll: part(),
      author: part(),
      signed: part(),
      forwarded: part(),
      views: part(),
      meta: part(),
      reply: part(),
    };
  }
}

class ChannelReader implements HtmlSink {
  readonly #url: string;
  readonly #fetchedAt: number;
  readonly #posts: SourcePost[] = [];
  readonly #rejects: RowReject[] = [];
  readonly #title = new TextGatherer();
  #titleDepth = 0;
  #isChannel = false;
  #seen = 0;
  #before: number | undefined;
  #draft: Draft | undefined;
  #part: Part | undefined;
  #partDepth = 0;

  constructor(url: string, at: number) {
    this.#url = url;
    this.#fetchedAt = at;
  }

  page(): ChannelPage | undefined {
    if (this.#draft !== undefined) this.#finish(this.#draft);
    if (!this.#isChannel) return undefined;
    return {
      channel: channelOf(this.#url) ?? this.#posts[0]?.externalId.split('/')[0] ?? '',
      title: this.#title.toString(),
      posts: this.#posts,
      rejects: this.#rejects,
      before: this.#before,
    };
  }

  open(element: HtmlElement, depth: number): void {
    const classes = classesOf(element);
    const id = element.attributes['data-post'];
    if (id !== undefined && classes.has('tgme_widget_message')) this.#begin(id, depth);
    if (this.#draft !== undefined) this.#inside({ ...element, classes }, depth, this.#draft);
    else this.#around({ ...element, classes }, depth);
  }

  close(name: string, depth: number): void {
    if (this.#part !== undefined) this.#draft?.texts[this.#part].edge(name);
    if (depth === this.#partDepth) this.#leavePart();
    if (depth === this.#titleDepth) this.#titleDepth = 0;
    if (this.#draft?.depth === depth) this.#finish(this.#draft);
  }

  text(text: string): void {
    if (this.#part !== undefined) this.#draft?.texts[this.#part].add(text);
    else if (this.#titleDepth > 0) this.#title.add(text);
  }

  #begin(id: string, depth: number): void {
    if (this.#draft !== undefined) this.#finish(this.#draft);
    this.#isChannel = true;
    this.#draft = new Draft(id, depth);
  }

  #around(element: ClassedElement, depth: number): void {
    if (element.classes.has('tgme_channel_info')) this.#isChannel = true;
    if (element.classes.has('tgme_channel_info_header_title')) this.#titleDepth = depth;
    const isOlder = element.classes.has('tme_messages_more') || element.attributes.rel === 'prev';
    if (isOlder) this.#before ??= beforeOf(element, this.#url);
  }

  #inside(element: ClassedElement, depth: number, draft: Draft): void {
    const { name, attributes } = element;
    if (element.classes.has('service_message')) draft.isService = true;
    if (MEDIA.some((media) => element.classes.has(media))) draft.hasMedia = true;
    if (name === 'time') draft.at ??= sourceTime(attributes.datetime);
    if (element.classes.has('tgme_widget_message_date'))
      draft.url = absoluteLink(attributes.href, this.#url);
    this.#enterPart(element, depth, draft);
    if (this.#part === undefined) this.#linkBeside(element, draft);
    else {
      draft.texts[this.#part].edge(name);
      if (this.#part === 'text' && name === 'a') this.#link(attributes.href, draft);
    }
  }

  #enterPart(element: ClassedElement, depth: number, draft: Draft): void {
    if (this.#part !== undefined) return;
    const part = PARTS.find(([name]) => element.classes.has(name))?.[1];
    if (part === undefined) return;
    this.#part = part;
    this.#partDepth = depth;
    if (part === 'reply') draft.replyTo = postOf(element.attributes.href, this.#url);
  }

  #leavePart(): void {
    this.#part = undefined;
    this.#partDepth = 0;
  }

  /** Buttons below a post and the page that it shows a card of lead on as its words do. */
  #linkBeside(element: ClassedElement, draft: Draft): void {
    const leads = ['tgme_widget_message_inline_button', 'tgme_widget_message_link_preview'];
    if (leads.some((name) => element.classes.has(name))) this.#link(element.attributes.href, draft);
  }

  #link(href: string | undefined, draft: Draft): void {
    const link = absoluteLink(href, this.#url);
    if (link !== undefined && draft.links.length < MOST_LINKS) draft.links.push(link);
  }

  #finish(draft: Draft): void {
    this.#draft = undefined;
    this.#leavePart();
    this.#seen++;
    const { text, poll, author, signed, forwarded, views, meta } = draft.texts;
    const words = [text.toString(), poll.toString()].filter((part) => part !== '').join('\n');
    if (draft.isService || (words === '' && !draft.hasMedia) || this.#posts.length >= MOST_POSTS)
      return;
    const { post, wasCut } = boundedPost({
      externalId: draft.id.toLowerCase(),
      url: draft.url,
      at: draft.at ?? this.#fetchedAt,
      author: signed.toString() || author.toString() || undefined,
      text: words,
      links: draft.links,
      hasMedia: draft.hasMedia,
      editedAt: /edited|изменено|өзгертілді/i.test(meta.toString()) ? 0 : undefined,
      views: viewsOf(views.toString()),
      replyTo: draft.replyTo,
      forwardedFrom: forwarded.toString() || undefined,
    });
    this.#posts.push(post);
    if (wasCut) this.#rejects.push(cutReject(this.#seen));
  }
}

/** '1.2K' is 1,200. */
function viewsOf(told: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)([KM])?$/i.exec(told.trim());
  if (found === null) return undefined;
  const unit = { K: 1_000, M: 1_000_000 }[found[2]?.toUpperCase() ?? ''] ?? 1;
  return Math.round(Number(found[1]) * unit);
}

function beforeOf({ attributes }: HtmlElement, base: string): number | undefined {
  const link = absoluteLink(attributes.href, base);
  const told = attributes['data-before'] ?? (link && new URL(link).searchParams.get('before'));
  const before = Number(told);
  return told && Number.isSafeInteger(before) && before > 0 ? before : undefined;
}

/** 'channel/15' of a link to a post. */
function postOf(href: string | undefined, base: string): string | undefined {
  const link = absoluteLink(href, base);
  const path = link === undefined ? undefined : new URL(link).pathname;
  return /^\/(?:s\/)?(\w{4,64}\/\d{1,15})$/.exec(path ?? '')?.[1].toLowerCase();
}

/** Name of the channel in the address of its page: the last word but 's'. */
export function channelOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const words = new URL(url).pathname.split('/').filter((word) => word !== '' && word !== 's');
  return words[0]?.toLowerCase();
}

/**
 * Whether a page that shows no posts is that of a channel all the same: one without a public preview has its title there; a name
 * that nobody has (any more) has none.
 */
export function isClosedChannel(html: string): boolean {
  let hasTitle = false;
  walkHtml(html, {
    open(element) {
      hasTitle ||= classesOf(element).has('tgme_page_title');
    },
    close() {},
    text() {},
  });
  return hasTitle;
}
