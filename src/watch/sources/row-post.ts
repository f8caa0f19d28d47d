import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { absoluteLink } from './absolute-link.ts';
import type { FoundPost } from './source-post.ts';
import { sourceTime } from './source-time.ts';

/** What a column of a table, or a key of an object, may hold. */
export type RowField = 'id' | 'text' | 'at' | 'author' | 'url' | 'links' | 'media';

/** Spellings of titles, lower case, without punctuation. */
const SPELLINGS: Readonly<Record<RowField, readonly string[]>> = {
  id: ['id', 'postid', 'messageid', 'externalid', 'номер', 'нөмір', 'нөмірі'],
  text: [
    'text',
    'message',
    'body',
    'content',
    'post',
    'текст',
    'сообщение',
    'пост',
    'мәтін',
    'мәтіні',
    'хабарлама',
    'жазба',
  ],
  at: [
    'at',
    'date',
    'time',
    'datetime',
    'timestamp',
    'created',
    'createdat',
    'published',
    'дата',
    'время',
    'датавремя',
    'күні',
    'уақыты',
    'уақыт',
  ],
  author: [
    'author',
    'from',
    'sender',
    'channel',
    'chat',
    'user',
    'автор',
    'канал',
    'отправитель',
    'авторы',
    'арна',
    'жіберуші',
  ],
  url: [
    'url',
    'link',
    'permalink',
    'source',
    'адрес',
    'ссылка',
    'источник',
    'мекенжай',
    'мекенжайы',
    'сілтеме',
    'дереккөз',
  ],
  links: ['links', 'urls', 'ссылки', 'сілтемелер'],
  media: ['media', 'hasmedia', 'photo', 'медиа', 'фото'],
};

const FIELD_OF: ReadonlyMap<string, RowField> = new Map(
  Object.entries(SPELLINGS).flatMap(([field, titles]) =>
    titles.map((title) => [title, field as RowField] as const),
  ),
);

/** Field that a title names, in any case, with or without punctuation. */
export const rowFieldOf = (title: string): RowField | undefined =>
  FIELD_OF.get(
    title
      .slice(0, 64)
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );

export type RowCells = Readonly<Partial<Record<RowField, string>>>;

/**
 * A post of a row. Without a time it is of when the file was read; without an id its address names it, else its line.
 * Fails with QRG_WATCH_ROW_TEXT, QRG_WATCH_ROW_TIME.
 *
 * @param readAt epoch ms
 */
export function postOfRow(cells: RowCells, line: number, readAt: number): Result<FoundPost> {
  const text = cells.text?.trim();
  if (!text) return fail('QRG_WATCH_ROW_TEXT');
  const told = cells.at?.trim();
  const at = told ? sourceTime(told) : readAt;
  if (at === undefined) return fail('QRG_WATCH_ROW_TIME', { value: told ?? '' });
  const url = absoluteLink(cells.url, 'https://row.invalid/');
  const isUrl = url !== undefined && !url.startsWith('https://row.invalid/');
  return ok({
    externalId: cells.id?.trim() || (isUrl ? url : `row ${line}`),
    url: isUrl ? url : undefined,
    at,
    author: cells.author?.trim() || undefined,
    text,
    links: linksOf(cells.links),
    hasMedia: /^(?:1|true|yes|да|иә)$/i.test(cells.media?.trim().slice(0, 8) ?? ''),
  });
}

/** Several addresses with blanks, commas or bars between. */
const linksOf = (told: string | undefined): string[] =>
  (told ?? '')
    .slice(0, 100_000)
    .split(/[\s,;|]+/)
    .filter((word) => /^(?:https?|tg):/i.test(word))
    .map((word) => absoluteLink(word, 'https://row.invalid/'))
    .filter((link) => link !== undefined);
