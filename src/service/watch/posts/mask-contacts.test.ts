import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CONTACT_KINDS } from '../../../domain/post.ts';
import type { Contact } from '../../../watch/extract/found.ts';
import { hideCardsInPlace, keptCard } from './hide-cards.ts';
import { maskContacts, shownContact } from './mask-contacts.ts';

const whole = (text: string, kind: Contact['kind']) =>
  maskContacts(text, [{ kind, starts: 0, ends: text.length }]);

it.each([
  ['phone', '8 (701) 000-00-17', '8 (701) •••-••-17'],
  ['phone', '+7 701 000 00 17', '+7 701 ••• •• 17'],
  ['handle', '@recruiter_1', '@re•••••••_•'],
  ['handle', 'https://t.me/s/recruiter', 'https://t.me/s/re•••••••'],
  ['handle', '@ab', '@••'],
  ['invite', 'https://t.me/+AbCdEfGhIjKl', 'https://t.me/+••••••••••Kl'],
  ['profile', 'instagram.com/somebody', 'instagram.com/••••••dy'],
  ['card', '4400 4300 0000 0007', '4400 43•• •••• 0007'],
  ['iban', 'KZ86125KZT5004100100', 'KZ86••••••••••••0100'],
  ['link', 'shop.example/card', 'shop.example/card'],
] as const)('hides a %s in its place: %s', (kind, written, shown) => {
  expect(whole(written, kind)).toBe(shown);
});

it('keeps every other character where it was, whatever the places', () => {
  const place = fc.record({
    kind: fc.constantFrom(...CONTACT_KINDS),
    starts: fc.integer({ min: -1, max: 30 }),
    ends: fc.integer({ min: -1, max: 40 }),
  });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.array(place), (text, places) => {
      const masked = maskContacts(text, places);
      expect(masked).toHaveLength(text.length);
      expect(masked.isWellFormed()).toBe(text.isWellFormed());
      for (let i = 0; i < text.length; i++)
        if (masked[i] !== text[i]) {
          expect(masked[i]).toBe('•');
          // A letter of two units that a place cuts is hidden whole.
          const last = /\p{Cs}/u.test(text[i]) ? 1 : 0;
          expect(places.some(({ starts, ends }) => i >= starts && i < ends + last)).toBe(true);
        }
    }),
  );
});

it('hides the middle of cards in digits of any alphabet, in their place', () => {
  const text = 'карта 𝟒𝟒𝟎𝟎 4300 0000 0007 тут';
  const start = text.indexOf('𝟒');
  const found: Contact = { kind: 'card', value: '4400430000000007', start, end: start + 23 };
  expect(hideCardsInPlace(text, [found])).toBe('карта 𝟒𝟒𝟎𝟎 43** **** 0007 тут');
  expect(hideCardsInPlace('4400430000000007', [])).toBe('440043******0007');
  expect(keptCard('4400430000000007')).toBe('440043******0007');
});

it('shows contacts in lists as the rest of the house does', () => {
  expect(shownContact('phone', '+77010000017')).toBe('+7 701 ••• •• 17');
  expect(shownContact('bot', 'pay_bot')).toBe('@pa•••');
  expect(shownContact('card', '440043******0007')).toBe('440043 •••••• 0007');
  expect(shownContact('invite', 'AbCdEfGhIjKl')).not.toContain('AbCd');
});
