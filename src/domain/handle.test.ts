import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeHandle } from './fake/handle.ts';
import { formatHandle, parseHandle } from './handle.ts';
import { createRandom } from './random.ts';

describe('parseHandle', () => {
  it('reads a generated name in every spelling', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const value = fakeHandle(createRandom(seed));
        for (const text of [
          value,
          `@${value.toUpperCase()}`,
          ` t.me/${value} `,
          `https://t.me/${value}/15?single`,
          `http://telegram.me/${value}`,
          `https://t.me/s/${value}`,
          `https://${value}.t.me/`,
          `tg://resolve?domain=${value}&start=x`,
        ])
          expect(parseHandle(text), text).toEqual({ ok: true, value: { kind: 'username', value } });
      }),
    );
  });

  it.each([
    ['https://t.me/+AbCdEfGh1234567_', 'invite', 'AbCdEfGh1234567_'],
    ['t.me/joinchat/AAAAAEabcDEF123-x', 'invite', 'AAAAAEabcDEF123-x'],
    ['tg://join?invite=AbCdEfGh1234567_', 'invite', 'AbCdEfGh1234567_'],
    ['https://t.me/+77010000000', 'phone', '+77010000000'],
    ['tg://resolve?phone=77010000000', 'phone', '+77010000000'],
  ])('%s is %s', (text, kind, value) => {
    const read = parseHandle(text);
    expect(read).toEqual({ ok: true, value: { kind, value } });
    if (read.ok) expect(parseHandle(formatHandle(read.value))).toEqual(read);
  });

  it.each([
    '',
    '@',
    '@abc',
    '@1name',
    '@name_',
    '@na__me',
    '@имя_имя',
    'two words',
    'a'.repeat(33),
    't.me/',
    't.me/share/url',
    't.me/joinchat',
    'https://example.org/name',
    'tg://resolve?start=x',
  ])('refuses %j', (text) =>
    expect(parseHandle(text)).toMatchObject({ problem: { code: 'QRG_HANDLE_FORM' } }),
  );
});
