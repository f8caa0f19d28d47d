import type { z } from 'zod';
import { messageOf, type Problem } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { TakedownOptions as Options } from '../../service/watch/takedowns/options-for-post.ts';
import type { TakedownDetail as Detail } from '../../service/watch/takedowns/show-takedown.ts';
import { channelTitle, type TakedownView } from '../../service/watch/takedowns/takedown-view.ts';
import type {
  TakedownChannel as Channel,
  FoundedEntry,
  TakedownBook,
} from '../../watch/takedown/takedown-book.ts';
import type {
  Takedown,
  TakedownChannel,
  TakedownDetail,
  TakedownOptions,
} from '../contract/takedown.ts';
import type { Frozen } from '../route.ts';

/** What puts a request in words for its reader. */
export interface TakedownWords {
  readonly book: TakedownBook;
  readonly language: Language;
}

type Reply<T extends z.ZodType> = Frozen<z.input<T>>;

export function takedownReply(
  takedown: TakedownView,
  { book, language }: TakedownWords,
): Reply<typeof Takedown> {
  const { channel, ground, ...rest } = takedown;
  const { id, act, article, verified } = groundReply(ground, { book, language });
  return {
    ...rest,
    channel: { channel, title: channelTitle(book, channel, language) },
    ground: { id, act, article, verified },
  };
}

export function takedownDetailReply(
  detail: Detail,
  words: TakedownWords,
): Reply<typeof TakedownDetail> {
  const { acts, checks, events, capture, reposts, followedBy, ...view } = detail;
  const channel = words.book.channels.get(view.channel);
  return {
    ...takedownReply(view, words),
    ground: groundReply(view.ground, words),
    terms: channel === undefined ? [] : termsReply(channel, words),
    capture,
    checks,
    events,
    acts: acts.map(({ kind, problem }) => ({ kind, ...refusal(problem, words.language) })),
    reposts,
    followedBy,
  };
}

export function optionsReply(
  postId: number,
  { host, problem, options }: Options,
  words: TakedownWords,
): Reply<typeof TakedownOptions> {
  const { code, detail } = refusal(problem, words.language);
  return {
    postId,
    host,
    code,
    detail,
    channels: options.map(({ channel, grounds, ...option }) => ({
      ...channelReply(channel, words),
      ...option,
      grounds: grounds.map((id) => groundReply(id, words)),
      ground: grounds[0] ?? channel.grounds[0],
    })),
  };
}

export function channelReply(
  channel: Channel,
  words: TakedownWords,
): Reply<typeof TakedownChannel> {
  const { language } = words;
  return {
    channel: channel.id,
    title: channel.title[language],
    addressees: channel.addressees.map((kind) => kind[language]),
    asks: channel.asks[language],
    decides: channel.decides[language],
    contacts: channel.contacts,
    package: channel.package,
    grounds: channel.grounds.map((id) => groundReply(id, words)),
    terms: termsReply(channel, words),
  };
}

/** Whether something may be done, and if not, why. */
export const refusal = (problem: Problem | null, language: Language) => ({
  allowed: problem === null,
  code: problem?.code ?? null,
  detail: problem === null ? null : messageOf(problem, language),
});

function termsReply(channel: Channel, { book, language }: TakedownWords) {
  return channel.terms.flatMap((id) => {
    const term = book.terms.get(id);
    if (term === undefined) return [];
    const { value, unit, title } = term;
    const { edition: _, ...entry } = entryReply(term, { book, language });
    return [{ ...entry, title: title[language], value, unit }];
  });
}

/** A ground that left the book since is shown by its id. */
function groundReply(id: string, words: TakedownWords) {
  const ground = words.book.grounds.get(id);
  return ground === undefined
    ? {
        id,
        act: '—',
        article: '—',
        edition: 'none',
        text: '—',
        source: '—',
        verified: 'no' as const,
      }
    : entryReply(ground, words);
}

function entryReply(
  { id, act, article, text, source, verified }: FoundedEntry,
  { book, language }: TakedownWords,
) {
  const known = book.acts.get(act);
  return {
    id,
    act: known?.name[language] ?? act,
    article,
    edition: known?.edition ?? 'none',
    text: text[language],
    source,
    verified,
  };
}
