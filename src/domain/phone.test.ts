import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeKzPhone } from './fake/phone.ts';
import { formatPhone, parsePhone } from './phone.ts';
import { createRandom } from './random.ts';

const phone = fc.integer().map((seed) => fakeKzPhone(createRandom(seed)));

describe('parsePhone', () => {
  it('reads a generated number in every way people write it', () => {
    fc.assert(
      fc.property(phone, (value) => {
        const national = value.slice(2);
        const [a, b, c, d] = [
          [0, 3],
          [3, 6],
          [6, 8],
          [8, 10],
        ].map(([x, y]) => national.slice(x, y));
        for (const text of [
          value,
          formatPhone(value),
          national,
          `8${national}`,
          `7${national}`,
          `007${national}`,
          `+7 (${a}) ${b}-${c}-${d}`,
          `8 ${a} ${b} ${c} ${d}`,
          `\u00a0+7-${a}-${b}-${c}-${d}`,
          `${a}.${b}.${c}.${d}`,
        ])
          expect(parsePhone(text), text).toEqual({
            ok: true,
            value: { value, country: 'KZ', kind: 'mobile' },
          });
      }),
    );
  });

  it.each([
    ['+77172000000', 'KZ', 'landline'],
    ['+77272000000', 'KZ', 'landline'],
    ['+77510000000', 'KZ', 'voip'],
    ['+77470000000', 'KZ', 'unknown'], // in use by mobile operators, no source good enough yet
    ['+76000000000', 'KZ', 'unknown'],
    ['+79160000000', 'RU', 'unknown'],
    ['8 495 000 00 00', 'RU', 'unknown'],
    ['+996 555 000000', 'other', 'unknown'],
    ['00998 90 000 00 00', 'other', 'unknown'],
  ])('%s is of %s, %s', (text, country, kind) =>
    expect(parsePhone(text)).toMatchObject({ ok: true, value: { country, kind } }),
  );

  it.each([
    ['', 'QRG_PHONE_FORM'],
    ['12345', 'QRG_PHONE_FORM'],
    ['+7701123456', 'QRG_PHONE_FORM'],
    ['+770112345678', 'QRG_PHONE_FORM'],
    ['900101300123', 'QRG_PHONE_FORM'],
    ['7701123456x', 'QRG_PHONE_FORM'],
    ['+0123456789', 'QRG_PHONE_FORM'],
    ['+71230000000', 'QRG_PHONE_RANGE'],
  ])('refuses %j', (text, code) => expect(parsePhone(text)).toMatchObject({ problem: { code } }));
});
