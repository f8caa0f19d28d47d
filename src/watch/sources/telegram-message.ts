import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { absoluteLink } from './absolute-link.ts';
import { type FoundPost, MOST_LINKS, MOST_TEXT } from './source-post.ts';
import { sourceTime } from './source-time.ts';

/** Name and id of the chat that a message stands in, as the export tells them. */
export interface ExportedChat {
  readonly name?: string;
  readonly id?: string;
}

/** Fields that tell of a picture, a film, a file or a voice, whether it was exported along or not. */
const MEDIA = ['photo', 'file', 'media_type', 'location_information', 'contact_information'];

type Told = Readonly<Record<string, unknown>>;

/**
 * One message of result.json as Telegram Desktop writes it: `text` is a string or an array of parts, a part may hide its
 * target behind other words; buttons lead on as links do. undefined for what nobody wrote (somebody joined, a pinned post).
 * Fails with QRG_WATCH_MESSAGE.
 */
export function readTelegramMessage(
  value: unknown,
  chat: ExportedChat,
): Result<FoundPost | undefined> {
  if (!isObject(value)) return fail('QRG_WATCH_MESSAGE', { reason: 'object' });
  if (value.type === 'service') return ok(undefined);
  const id = idOf(value.id);
  if (id === undefined) return fail('QRG_WATCH_MESSAGE', { reason: 'id' });
  const at = sourceTime(textOf(value.date_unixtime)) ?? sourceTime(textOf(value.date));
  if (at === undefined) return fail('QRG_WATCH_MESSAGE', { reason: 'date' });
  const words = wordsOf(value);
  const hasMedia = MEDIA.some((field) => value[field] !== undefined && value[field] !== null);
  if (words.text.trim() === '' && !hasMedia) return ok(undefined);
  const answered = idOf(value.reply_to_message_id);
  const prefix = chat.id ?? chat.name ?? 'chat';
  return ok({
    externalId: `${prefix}/${id}`,
    at,
    author: textOf(value.from) ?? textOf(value.author) ?? chat.name,
    text: words.text,
    links: words.links,
    hasMedia,
    editedAt: sourceTime(textOf(value.edited_unixtime)) ?? sourceTime(textOf(value.edited)),
    replyTo: answered === undefined ? undefined : `${prefix}/${answered}`,
    forwardedFrom: textOf(value.forwarded_from),
  });
}

/** Text of the message, question and answers of a poll, words and targets of buttons. */
function wordsOf(message: Told): { text: string; links: string[] } {
  const text: string[] = [];
  const links: string[] = [];
  let length = 0;
  const say = (told: string | undefined) => {
    // One part more than is kept: who cuts the text sees that it was longer.
    if (told !== undefined && length <= MOST_TEXT) length += text.push(told) && told.length;
  };
  for (const part of partsOf(message.text ?? message.text_entities)) {
    if (typeof part === 'string') say(part);
    else if (isObject(part)) {
      say(textOf(part.text));
      keepLink(links, textOf(part.href) ?? (part.type === 'link' ? textOf(part.text) : undefined));
    }
  }
  if (isObject(message.poll)) {
    say(`\n${textOf(message.poll.question) ?? ''}`);
    for (const answer of partsOf(message.poll.answers))
      if (isObject(answer)) say(`\n${textOf(answer.text) ?? ''}`);
  }
  for (const button of partsOf(message.inline_bot_buttons).flatMap(partsOf))
    if (isObject(button) && button.type === 'url') keepLink(links, textOf(button.data));
  return { text: text.join(''), links };
}

/** More parts than a message can have are not looked at. */
const MOST_PARTS = 10_000;

const partsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, MOST_PARTS) : value === undefined ? [] : [value];

function keepLink(links: string[], told: string | undefined): void {
  if (told === undefined || links.length >= MOST_LINKS) return;
  const link = absoluteLink(/^[a-z]+:/i.test(told) ? told : `https://${told}`, 'https://t.me/');
  if (link !== undefined) links.push(link);
}

const isObject = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^-?\d{1,19}$/.test(id) ? id : undefined;
}
