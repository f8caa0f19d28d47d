import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakePan } from '../../domain/fake/card.ts';
import { fakeHandle } from '../../domain/fake/handle.ts';
import { fakeKzIban } from '../../domain/fake/iban-kz.ts';
import { fakeKzPhone } from '../../domain/fake/phone.ts';
import { fakeWallet } from '../../domain/fake/wallet.ts';
import { createRandom, type Random } from '../../domain/random.ts';
import { parseWallet } from '../../domain/wallet/parse.ts';
import { CHAINS } from '../../domain/wallet/wallet.ts';
import { loadNames } from '../../service/watch/names/load-names.ts';
import { contactKey, hashKindOf } from './contact-key.ts';
import { extract, TEXT_MOST } from './extract.ts';
import type { Contact } from './found.ts';
import { namedThings } from './named-things.ts';

const NAMES = namedThings(await loadNames());

/** Pieces of which hostile and ordinary texts are made. */
const PIECES = [
  'Пишите',
  'в',
  'лс',
  '8',
  '701',
  '+7',
  '@',
  't.me/',
  'https://',
  '.kz',
  '₸',
  '50',
  'тыс',
  '-',
  '(',
  ')',
  '*',
  'О',
  'KZ86',
  '0x',
  'T',
  '🔥',
  '\u200b',
  '\u0336',
  '️⃣',
  '𝟕',
  'к@спи',
  'Kr**en',
  '%',
  '\n',
  '  ',
  'telegram:',
  'поиске',
  'İ',
  'ﷺ',
  '\ud800',
  '9999',
  'аптасына',
  'теңге',
  '://',
  '//',
  '[.]',
  'ё',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join('')),
);

describe('extraction', () => {
  it('never throws, and every place lies in the text and is not empty', () => {
    fc.assert(
      fc.property(text, (post) => {
        const { contacts, sums, shares, banks, brands, cities } = extract(post, NAMES);
        for (const { start, end } of [
          ...contacts,
          ...sums,
          ...shares,
          ...banks,
          ...brands,
          ...cities,
        ]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(post.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no stretch of a text for two contacts, and tells them in order', () => {
    fc.assert(
      fc.property(text, (post) => {
        let last = 0;
        for (const { start, end } of extract(post, NAMES).contacts) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

const WORDS =
  'срочно нужны люди оплата сразу пишите қазір жазыңыз жұмыс бар күнделікті төлем easy money write now карта перевод 🔥 💸'.split(
    ' ',
  );

/** A post with something in it, amid words and signs that do not touch it. */
function amid(random: Random, thing: string): string {
  const side = () =>
    Array.from({ length: random.int(0, 8) }, () => random.pick(WORDS)).join(
      random.pick([' ', ', ', '\n']),
    );
  return `${side()}${random.pick([' ', '\n', ': ', ' (', ' «'])}${thing}${random.pick([' ', '\n', ', ', '!', ') ', '» '])}${side()}`;
}

const found = (post: string): string[] => extract(post, NAMES).contacts.map(contactKey);

/** Writes digits in groups as people do. */
const grouped = (
  random: Random,
  value: string,
  sizes: readonly number[],
  signs: readonly string[],
) => {
  const sign = random.pick(signs);
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  return sizes.map((size, i) => value.slice(starts[i], starts[i] + size)).join(sign);
};

describe('an identifier amid any words', () => {
  const everySeed = (check: (random: Random) => void) =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => check(createRandom(seed))),
      { numRuns: 500 },
    );

  it('is found when it is a phone', () =>
    everySeed((random) => {
      const phone = fakeKzPhone(random);
      const written = random.pick([
        phone,
        phone.replace('+7', '8'),
        grouped(random, phone, [2, 3, 3, 2, 2], [' ', '-', ' - ']),
        grouped(random, phone.replace('+7', '8'), [1, 3, 3, 2, 2], [' ', '-', '.']),
        phone.replace(/^\+7(...)(...)(..)(..)$/, '8 ($1) $2-$3-$4'),
      ]);
      const post = amid(random, written);
      // '… 700 000 00 00' in threes of noughts is a sum to any reader.
      if (!/(?:^|\D)000(?:\D|$)/.test(written))
        expect(found(post), post).toContain(`phone:${phone}`);
    }));

  it('is found when it is a card', () =>
    everySeed((random) => {
      const pan = fakePan(random);
      const post = amid(
        random,
        random.pick([pan, grouped(random, pan, [4, 4, 4, 4], [' ', '-', '.', '  '])]),
      );
      expect(found(post), post).toContain(`card:${pan}`);
    }));

  it('is found when it is an account', () =>
    everySeed((random) => {
      const iban = fakeKzIban(random, random.pick(['722', '601', '125']));
      const post = amid(
        random,
        random.pick([iban, iban.toLowerCase(), grouped(random, iban, [4, 4, 4, 4, 4], [' ', '-'])]),
      );
      expect(found(post), post).toContain(`account:${iban}`);
    }));

  it('is found when it is a wallet', () =>
    everySeed((random) => {
      const wallet = fakeWallet(random, random.pick(CHAINS));
      const read = parseWallet(wallet);
      const post = amid(random, wallet);
      expect(found(post), post).toContain(`wallet:${read.ok ? read.value.address : ''}`);
    }));

  it('is found when it is a Telegram name', () =>
    everySeed((random) => {
      const handle = fakeHandle(random);
      const post = amid(
        random,
        random.pick([
          `@${handle}`,
          `t.me/${handle}`,
          `https://t.me/${handle}`,
          `в телеграм: ${handle}`,
          `найдите в поиске ${handle}`,
        ]),
      );
      expect(found(post), post).toContain(`handle:${handle}`);
    }));
});

describe('time', () => {
  // Each is 20,000 units of what a careless pattern tries again from every place.
  const HOSTILE: readonly string[] = [
    'о',
    '8',
    '8 ',
    '8 7О',
    '1 000 ',
    '@a',
    '@',
    'a.',
    't.',
    'a@',
    'https://',
    'http://a',
    'тг: ',
    'поиске и ',
    '((',
    '))',
    '50-',
    'KZ86 ',
    'kz',
    '0x',
    '*',
    'k*',
    'а б ',
    '9999 ',
    '\u200b',
    '🔥',
    '1,',
    '50 тыс ',
    'https://a.kz/))',
    'aa.aa',
    'ё',
    '_',
    '@@ ',
  ];
  /** A pattern that tries again from every place takes seconds for one of these; a linear one some 20 ms. */
  const MOST_MS = 500;

  it.each(HOSTILE)('stays in proportion to a text of %j', (piece) => {
    const post = piece.repeat(Math.ceil(TEXT_MOST / piece.length)).slice(0, TEXT_MOST);
    const took = Array.from({ length: 3 }, () => {
      const from = performance.now();
      extract(post, NAMES);
      return performance.now() - from;
    });
    expect(Math.min(...took)).toBeLessThan(MOST_MS);
  });
});

describe('the key of a contact', () => {
  const contact = (kind: Contact['kind'], value: string) => ({ kind, value });

  it('is one for a handle and a bot of that name, as their hash is', () => {
    expect(contactKey(contact('bot', 'pay_bot'))).toBe(contactKey(contact('handle', 'pay_bot')));
    expect(hashKindOf(contact('iban', 'KZ'))).toBe('account');
  });
});
