import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/language.ts';
import { ASKS, CONTACT_KINDS, TECHNIQUES } from '../../domain/post.ts';
import { loadTakedownBook } from '../../service/law/load-takedown-book.ts';
import {
  accusingWord,
  captureFilling,
  draftLetter,
  fillLetter,
  type PostFacts,
  sendFilling,
  withdrawalLetter,
} from './letter.ts';
import { placesIn, SEAL_PLACES, SEND_PLACES } from './letter-places.ts';

const book = await loadTakedownBook();
const FOUND = Date.parse('2026-11-26T12:00:05+05:00');
const SHA = 'ab'.repeat(32);

const facts: PostFacts = {
  url: 'https://t.me/rabota_kz_example/17',
  foundAt: FOUND,
  label: 'dropper',
  asks: ['card', 'kyc'],
  techniques: ['urgency', 'young'],
  contacts: [
    { kind: 'phone', value: '+77010000067' },
    { kind: 'handle', value: '@kurator_example' },
  ],
  campaign: { others: 4, firstAt: FOUND },
  previous: { number: '12/3', at: FOUND },
};

const channels = [...book.channels.values()];
const capture = { at: FOUND + 60_000, sha256: SHA, timestamped: false };
const sent = { sender: 'Qala Bank', number: '12-3/456', at: FOUND + 3_600_000 };

const draft = (id: string, language: (typeof LANGUAGES)[number], more: Partial<PostFacts> = {}) => {
  const channel = book.channels.get(id)!;
  const ground = book.grounds.get(channel.grounds[0])!;
  return draftLetter(book, channel, language, ground, 'Telegram', { ...facts, ...more });
};

describe('a letter', () => {
  const cases = channels.flatMap(({ id }) => LANGUAGES.map((language) => [id, language] as const));

  it.each(cases)('%s in %s leaves nothing open once it is sealed and sent', (id, language) => {
    const drafted = draft(id, language);
    const open = placesIn(`${drafted.subject}\n${drafted.body}`);
    expect([...SEAL_PLACES, ...SEND_PLACES]).toEqual(expect.arrayContaining(open));
    const sealed = fillLetter(drafted, captureFilling(book, language, capture));
    const { subject, body } = fillLetter(sealed, sendFilling(language, sent));
    const text = `${subject}\n${body}`;
    expect(text).not.toMatch(/[{}[\]]/);
    for (const said of [facts.url, SHA, sent.number, sent.sender, '2026-11-26 07:00:05 UTC'])
      expect(text).toContain(said);
    expect(accusingWord(book, text)).toBeUndefined();
  });

  it.each(cases)(
    '%s in %s has a word for everything a post may ask, press and carry',
    (id, language) => {
      for (const label of ['dropper', 'drug_courier', 'drug_ad'] as const) {
        const { body } = draft(id, language, {
          label,
          asks: ASKS,
          techniques: TECHNIQUES,
          contacts: CONTACT_KINDS.map((kind) => ({ kind, value: `value-of-${kind}` })),
        });
        expect(body).not.toMatch(/undefined|\{(?:list|count|first)\}/);
        expect(accusingWord(book, body)).toBeUndefined();
      }
    },
  );

  it('gives contacts in full only where the channel needs them', () => {
    const full = draft('platform_memorandum', 'ru').body;
    expect(full).toContain('+77010000067');
    const masked = draft('host_abuse', 'ru').body;
    expect(masked).not.toContain('+77010000067');
    expect(masked).toContain('@ku•••');
  });

  it('says nothing where nothing is known', () => {
    const bare = draft('host_abuse', 'en', {
      asks: [],
      techniques: [],
      contacts: [],
      campaign: null,
      previous: null,
    });
    expect(bare.body).not.toMatch(/asked for|presses|Contacts|Series|Written before/);
    expect(bare.body).not.toMatch(/\n\n\n/);
  });

  it('is not written by the page it is about', () => {
    const url = 'https://example.kz/{sender}?\n\nNo guilt {number}';
    const drafted = draft('host_abuse', 'en', { url });
    const filled = fillLetter(drafted, sendFilling('en', sent)).body;
    expect(filled).toContain('https://example.kz/%7Bsender%7D? No guilt %7Bnumber%7D');
    const withDollar = draft('host_abuse', 'en', {
      contacts: [{ kind: 'link', value: '$&$1' }],
    }).body;
    expect(withDollar).toContain('link $&$1');
  });

  it('names at most twenty contacts and counts the rest', () => {
    const contacts = Array.from({ length: 25 }, (_, i) => ({
      kind: 'handle' as const,
      value: `@name_${i}`,
    }));
    expect(draft('platform_memorandum', 'en', { contacts }).body).toContain('and 5 more');
  });

  it('cites the law as an office does, and never a rule of our own', () => {
    expect(draft('media_body_package', 'ru').body).toContain('пункт 1-1 статьи 41-1');
    expect(draft('media_body_package', 'kk').body).toContain('41-1-баптың 1-1-тармағы');
    expect(draft('media_body_package', 'en').body).toContain('article 41-1(1-1)');
    expect(draft('platform_complaint', 'ru').body).toContain(
      'пункт 1 статьи 11, пункт 1 статьи 14',
    );
    expect(draft('host_abuse', 'kk').body).toContain('232-1-бап');
    for (const language of LANGUAGES)
      expect(draft('host_abuse', language).body).not.toContain('takedowns(');
  });

  it('is taken back by another', () => {
    for (const language of LANGUAGES) {
      const { subject, body } = withdrawalLetter(book, language, 'reversed', {
        ...sent,
        url: facts.url,
      });
      const text = `${subject}\n${body}`;
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain(sent.number);
      expect(accusingWord(book, text)).toBeUndefined();
    }
  });
});

it('knows a word that accuses, in any language and case', () => {
  expect(accusingWord(book, 'Это Мошенники!')).toBe('мошенники');
  expect(accusingWord(book, 'Ол кінәлі.')).toBe('кінәлі');
  expect(accusingWord(book, 'the offender')).toBe('offender');
  expect(accusingWord(book, 'пропаганда мошенничества, алаяқтық, Criminal Code')).toBeUndefined();
});
