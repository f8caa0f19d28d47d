import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, originalSpan } from './normalise.ts';

/** What hides words, and what only looks like it. */
const HOSTILE = fc.array(
  fc.constantFrom(
    ...['к', 'а', 'р', 'a', 'p', 'o', 'Н', 'H', 'ә', 'і', 'һ', '0', '3', '6', ' ', '.', '-', '\n'],
    ...[
      '\u200b',
      '\ufe0f',
      '\u0301',
      '\u20e3',
      '🅱',
      '🇰',
      '🇿',
      'ᴘ',
      'ﬁ',
      'ﷺ',
      '\ud83d',
      '\u0130',
      'α',
    ],
  ),
  { maxLength: 80 },
);

describe('normalise', () => {
  it.each([
    ['П р о б е й', 'пробей'],
    ['з.а.к.л.а.д', 'заклад'],
    ['закладчиииик', 'закладчик'],
    ['крипт0валюта Ра6ота 3акладчик', 'криптовалюта работа закладчик'],
    ['зaрaбoтoк', 'заработок'],
    ['нαпрαвление', 'направление'],
    ['пᴘоҕᴇй', 'пробей'],
    ['Прuвeт', 'привет'],
    ['🅱️АЖНО', 'важно'],
    ['ка\u200bрта', 'карта'],
    ['саrd', 'card'],
  ])('reads %s as %s', (written, meant) => {
    expect(normalise(written).text).toBe(meant);
  });

  it.each(['әіңғүұқөһ', 'һәм тиімді', '3месяца 18лет 5к', 'card', 'и т.д. и т.п.', '🇰🇿 қазақстан'])(
    'leaves %s as it is',
    (text) => {
      expect(normalise(text).text).toBe(text);
    },
  );

  it('keeps the other thing a letter may have meant', () => {
    expect(normalise('nужны').replaced).toEqual([
      { start: 0, end: 5, heard: 'нужны', mixed: true },
    ]);
  });

  it('leads every place back into the original, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          HOSTILE.map((some) => some.join('')),
        ),
        (text) => {
          const { text: read, map, replaced } = normalise(text);
          expect(map.starts).toHaveLength(read.length);
          expect(map.ends).toHaveLength(read.length);
          for (let at = 0; at < read.length; at++) {
            const { start, end } = originalSpan(map, { start: at, end: at + 1 });
            expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : map.starts[at - 1]);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          for (const { start, end } of replaced)
            expect(end).toBeLessThanOrEqual(read.length + start * 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
