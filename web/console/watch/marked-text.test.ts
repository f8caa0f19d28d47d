import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedText } from './marked-text.ts';

test('marks that overlap share a part, and each part knows all of its marks', () => {
  const text = 'Сдай карту, пиши +7 701 ••• •• 67';
  const parts = markedText(
    text,
    [[{ start: 0, end: 10 }], [{ start: 5, end: 16 }]],
    [{ start: 17, end: 33, contactId: 4 }],
  );
  expect(parts.map(({ text, reasons, contactId }) => [text, reasons, contactId])).toEqual([
    ['Сдай ', [0], null],
    ['карту', [0, 1], null],
    [', пиши', [1], null],
    [' ', [], null],
    ['+7 701 ••• •• 67', [], 4],
  ]);
});

test('whatever the marks, the parts joined are the text and none is empty', () => {
  const span = fc.record({
    start: fc.integer({ min: -3, max: 50 }),
    end: fc.integer({ min: -3, max: 60 }),
  });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      fc.array(fc.array(span, { maxLength: 4 }), { maxLength: 5 }),
      fc.array(span, { maxLength: 4 }),
      (text, reasons, contacts) => {
        const people = contacts.map((one, contactId) => ({ ...one, contactId }));
        const parts = markedText(text, reasons, people);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const part of parts) expect(part.text).not.toBe('');
        for (const { start, text: own, reasons: marks } of parts)
          for (const mark of marks)
            expect(
              reasons[mark].some((one) => one.start <= start && one.end >= start + own.length),
            ).toBe(true);
      },
    ),
  );
});
