import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TelegramExport } from './telegram-export.ts';

const bytesOf = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, 1));

function read(value: unknown, step = 1 << 16) {
  const bytes = bytesOf(value);
  const reader = new TelegramExport();
  for (let from = 0; from < bytes.length; from += step)
    reader.write(bytes.subarray(from, from + step));
  return { end: reader.end(), broken: reader.isBroken, ...reader.take() };
}

const CHAT = {
  name: 'Работа "рядом"',
  type: 'public_channel',
  id: 1234567890,
  messages: [
    {
      id: 1,
      type: 'service',
      date: '2026-01-01T10:00:00',
      date_unixtime: '1767243600',
      action: 'create_channel',
      text: '',
    },
    {
      id: 2,
      type: 'message',
      date: '2026-01-01T11:00:00',
      date_unixtime: '1767247200',
      edited: '2026-01-01T11:05:00',
      edited_unixtime: '1767247500',
      from: 'Работа рядом',
      from_id: 'channel1234567890',
      reply_to_message_id: 1,
      forwarded_from: 'Другой',
      photo: '(File not included.)',
      text: [
        'Карты, ',
        { type: 'bold', text: 'дорого' },
        ' пиши ',
        { type: 'text_link', text: 'сюда', href: 'https://t.me/invented_manager' },
        ' или ',
        { type: 'link', text: 't.me/invented_bot' },
      ],
      text_entities: [{ type: 'plain', text: 'Карты, ' }],
      inline_bot_buttons: [[{ type: 'url', text: 'Ответить', data: 'https://t.me/invented_two' }]],
    },
    {
      id: 3,
      type: 'message',
      date: '2026-01-01T12:00:00',
      date_unixtime: '1767250800',
      text: 'Жұмыс {бар} ]',
      from: null,
    },
    { id: 4, type: 'message', date: 'not a day', text: 'x' },
    {
      id: 5,
      type: 'message',
      date: '2026-01-01T12:00:00',
      date_unixtime: '1767250800',
      text: 'Ж'.repeat(600_000),
    },
  ],
};

describe('an export of Telegram', () => {
  it('gives messages with hidden links, edits, replies and media; refused ones as data', () => {
    const { posts, rejects, end } = read(CHAT);
    expect(end).toBeUndefined();
    expect(posts).toHaveLength(3);
    expect(posts[0]).toMatchObject({
      externalId: '1234567890/2',
      at: 1767247200_000,
      author: 'Работа рядом',
      text: 'Карты, дорого пиши сюда или t.me/invented_bot',
      links: [
        'https://t.me/invented_manager',
        'https://t.me/invented_bot',
        'https://t.me/invented_two',
      ],
      hasMedia: true,
      editedAt: 1767247500_000,
      replyTo: '1234567890/1',
      forwardedFrom: 'Другой',
    });
    expect(posts[1]).toMatchObject({ author: 'Работа "рядом"', text: 'Жұмыс {бар} ]' });
    expect(posts[2].text).toHaveLength(20_000);
    expect(rejects).toMatchObject([
      { line: 4, code: 'QRG_WATCH_MESSAGE', args: { reason: 'date' }, effect: 'refused' },
      { line: 5, code: 'QRG_WATCH_TEXT_LONG', effect: 'cut' },
    ]);
  });

  it('of many chats gives those of each', () => {
    const other = { ...CHAT, name: 'Другой', id: 77, messages: CHAT.messages.slice(2, 3) };
    const all = {
      about: 'x',
      chats: { about: 'y', list: [CHAT, other] },
      left_chats: { list: [] },
    };
    expect(read(all).posts.map(({ externalId }) => externalId)).toEqual([
      '1234567890/2',
      '1234567890/3',
      '1234567890/5',
      '77/3',
    ]);
  });

  it('does not depend on where its chunks are cut', () => {
    const small = { ...CHAT, messages: CHAT.messages.slice(0, 4) };
    const whole = read(small);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (step) => {
        expect(read(small, step)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('bounds a message that is nested or long beyond any', () => {
    const deep = `{"messages":[{"id":1,"date_unixtime":"1767247200","text":${'['.repeat(200_000)}${']'.repeat(200_000)}},{"id":2,"date_unixtime":"1767247200","text":"next"}]}`;
    const long = `{"messages":[{"id":1,"text":"${'x'.repeat(5 << 20)}"},{"id":2,"date_unixtime":"1767247200","text":"next"}]}`;
    for (const [file, reason] of [
      [deep, 'deep'],
      [long, 'long'],
    ])
      expect(read(file)).toMatchObject({
        end: undefined,
        posts: [{ text: 'next' }],
        rejects: [{ code: 'QRG_WATCH_MESSAGE', args: { reason } }],
      });
    expect(read(`${'{"a":'.repeat(100_000)}1`)).toMatchObject({ broken: true, end: 'format' });
  });

  it.each([
    ['', 'format'],
    ['hello', 'format'],
    ['[1,2]', 'format'],
    ['{"messages":{}}', 'format'],
    ['{"messages":[{"id":1', 'cut short'],
    ['{"messages":[]]', 'cut short'],
    ['{"messages":[]} {', 'cut short'],
  ])('that is none or cut short is told: %s', (text, end) => {
    expect(read(text).end).toBe(end);
  });
});
