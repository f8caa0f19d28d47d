import { formatDate } from '../../domain/format.ts';
import type { Language } from '../../domain/language.ts';
import { LOCAL_OFFSET_MS } from '../../domain/local-day.ts';
import { maskAccount, maskCard, maskHandle, maskPhone } from '../../domain/mask.ts';
import type { Ask, ContactKind, Technique } from '../../domain/post.ts';
import { type Filling, fillPlaces, plainValue } from './letter-places.ts';
import type {
  FoundedEntry,
  LetterWords,
  TakedownBook,
  TakedownChannel,
  UnlawfulLabel,
} from './takedown-book.ts';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** What a letter says of a post. */
export interface PostFacts {
  readonly url: string;
  readonly foundAt: number;
  readonly label: UnlawfulLabel;
  readonly asks: readonly Ask[];
  readonly techniques: readonly Technique[];
  readonly contacts: readonly { readonly kind: ContactKind; readonly value: string }[];
  /** Other posts of its campaign; null without any. */
  readonly campaign: { readonly others: number; readonly firstAt: number } | null;
  /** The request that this one follows, if that was sent. */
  readonly previous: { readonly number: string; readonly at: number } | null;
}

/** Contacts that a letter names; it counts the rest. */
const CONTACTS_MOST = 20;
/** Of an address or a contact. */
const VALUE_MOST = 500;

/** A letter as it stands when it is drafted: what the sealed copy and the sending bring is still open. */
export function draftLetter(
  book: TakedownBook,
  channel: TakedownChannel,
  language: Language,
  ground: FoundedEntry,
  addressee: string,
  facts: PostFacts,
): Letter {
  const { words } = book;
  const substance = book.substance.filter(({ labels }) => labels.includes(facts.label));
  const filling: Filling = {
    addressee: plainValue(addressee),
    url: cut(plainValue(facts.url)),
    found_utc: utcText(facts.foundAt),
    found_local: localText(facts.foundAt, language),
    label: words.label[facts.label][language],
    asks: listed(words.asks.intro[language], worded(words.asks, facts.asks, language)),
    techniques: listed(
      words.techniques.intro[language],
      worded(words.techniques, facts.techniques, language),
    ),
    contacts: contactsText(words, channel, facts.contacts, language),
    campaign: campaignText(words, facts, language),
    previous: previousText(words, facts, language),
    ground: entryText(book, ground, language),
    substance: substance.map((entry) => entryText(book, entry, language)).join('; '),
  };
  const { subject, body } = channel.template[language];
  return { subject: fillPlaces(subject, filling), body: fillPlaces(body, filling) };
}

/** What the sealed copy brings. `sha256` is of its package, hex. */
export const captureFilling = (
  { words }: TakedownBook,
  language: Language,
  capture: { readonly at: number; readonly sha256: string; readonly timestamped: boolean },
): Filling => ({
  sha256: capture.sha256,
  captured_utc: utcText(capture.at),
  captured_local: localText(capture.at, language),
  timestamp: words[capture.timestamped ? 'timestamped' : 'untimestamped'][language],
});

/** What the sending brings. */
export const sendFilling = (
  language: Language,
  sent: { readonly sender: string; readonly number: string; readonly at: number },
): Filling => ({
  sender: plainValue(sent.sender),
  number: plainValue(sent.number),
  date: formatDate(sent.at, language),
});

export const fillLetter = ({ subject, body }: Letter, filling: Filling): Letter => ({
  subject: fillPlaces(subject, filling),
  body: fillPlaces(body, filling),
});

/** The letter that takes a sent one back. */
export function withdrawalLetter(
  book: TakedownBook,
  language: Language,
  why: keyof TakedownBook['why'],
  sent: {
    readonly url: string;
    readonly sender: string;
    readonly number: string;
    readonly at: number;
  },
): Letter {
  return fillLetter(book.withdrawal[language], {
    ...sendFilling(language, sent),
    url: cut(plainValue(sent.url)),
    why: book.why[why][language],
  });
}

/** 'Law on communications, article 41-1(2): in own words'. A rule of the house is ours and not for an addressee to look up. */
const entryText = (book: TakedownBook, entry: FoundedEntry, language: Language): string =>
  book.acts.get(entry.act)?.house
    ? entry.text[language]
    : `${placeText(book, entry, language)}: ${entry.text[language]}`;

/** 'Law on communications, article 41-1(2)'. */
export function placeText(
  { acts }: TakedownBook,
  { act, article }: Pick<FoundedEntry, 'act' | 'article'>,
  language: Language,
): string {
  const known = acts.get(act);
  const name = known?.name[language] ?? act;
  return known?.house ? `${name}, ${article}` : `${name}, ${articleText(article, language)}`;
}

const ARTICLE = /^([\d-]+)(?:\(([\d-]+)\))?$/;

/** Article and item as an office writes them: '41-1(1-1)' is 'пункт 1-1 статьи 41-1'. */
function articleText(articles: string, language: Language): string {
  const named = articles.split(', ').map((one) => {
    const [, article, item] = ARTICLE.exec(one) ?? [];
    if (article === undefined) return one;
    if (language === 'en') return `article ${one}`;
    if (language === 'ru')
      return item === undefined ? `статья ${article}` : `пункт ${item} статьи ${article}`;
    return item === undefined ? `${article}-бап` : `${article}-баптың ${item}-тармағы`;
  });
  return named.join(', ');
}

/** The first word in a text that says somebody is guilty; undefined when there is none. */
export function accusingWord(
  { accusing }: Pick<TakedownBook, 'accusing'>,
  text: string,
): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const stems = Object.values(accusing).flat();
  return words.find((word) => stems.some((stem) => word.startsWith(stem)));
}

/** '26.11.2026 07:00:05 UTC' in the ISO order, which every office reads. */
const utcText = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const PLACE_OF_TIME = { ru: 'время Казахстана', kk: 'Қазақстан уақыты', en: 'Kazakhstan time' };

function localText(at: number, language: Language): string {
  const clock = new Date(at + LOCAL_OFFSET_MS).toISOString().slice(11, 19);
  return `${formatDate(at, language)} ${clock}, ${PLACE_OF_TIME[language]}`;
}

const cut = (text: string): string =>
  text.length <= VALUE_MOST ? text : `${text.slice(0, VALUE_MOST)}…`;

const listed = (intro: string, items: readonly string[]): string =>
  items.length === 0 ? '' : intro.replace('{list}', () => items.join(', '));

const worded = <K extends string>(
  words: Readonly<Record<K, Readonly<Record<Language, string>>>>,
  keys: readonly K[],
  language: Language,
): string[] => keys.map((key) => words[key][language]);

function contactsText(
  { contacts: words }: LetterWords,
  channel: TakedownChannel,
  contacts: PostFacts['contacts'],
  language: Language,
): string {
  const shown = contacts.slice(0, CONTACTS_MOST).map(({ kind, value }) => {
    const plain = channel.contacts === 'full' ? value : maskContact(kind, value);
    return `${words[kind][language]} ${cut(plainValue(plain))}`;
  });
  const rest = contacts.length - shown.length;
  if (rest > 0) shown.push(words.more[language].replace('{count}', String(rest)));
  return listed(words.intro[language], shown);
}

/** A card is kept masked already; what leads to a page hides all but where it leads. */
function maskContact(kind: ContactKind, value: string): string {
  switch (kind) {
    case 'phone':
      return maskPhone(value);
    case 'handle':
    case 'bot':
      return maskHandle(value);
    case 'card':
      return maskCard(value);
    case 'iban':
    case 'wallet':
      return maskAccount(value);
    default:
      return `${value.replace(/^\w+:\/\//, '').split('/')[0]}/•••`;
  }
}

function campaignText(words: LetterWords, { campaign }: PostFacts, language: Language): string {
  if (campaign === null || campaign.others === 0) return '';
  return words.campaign[language]
    .replace('{count}', String(campaign.others))
    .replace('{first}', formatDate(campaign.firstAt, language));
}

function previousText(words: LetterWords, { previous }: PostFacts, language: Language): string {
  if (previous === null) return '';
  return words.previous[language]
    .replace('{number}', () => plainValue(previous.number))
    .replace('{date}', formatDate(previous.at, language));
}
