import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../language.ts';
import { ERROR_CODES, entryOf, hintOf, messageOf } from './catalogue.ts';

const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('the error catalogue', () => {
  it('names every code QRG_… in capitals', () => {
    for (const code of ERROR_CODES) expect(code).toMatch(/^QRG(_[A-Z0-9]+)+$/);
  });

  // An area spread over another one's code would silently replace it.
  it('has each code in one file only', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const seen = new Map<string, string>();
    for (const file of readdirSync(import.meta.dirname)) {
      if (!file.endsWith('.ts') || file.startsWith('catalogue')) continue;
      const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
      for (const [, code] of text.matchAll(/^ {2}(QRG_\w+):/gm)) {
        expect(seen.get(code), `${code} in ${file}`).toBeUndefined();
        seen.set(code, file);
      }
    }
    expect([...seen.keys()].sort()).toEqual([...ERROR_CODES].sort());
  });

  it.each(ERROR_CODES)('%s says the same in every language', (code) => {
    const { message, hint, status } = entryOf(code);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    for (const text of hint === undefined ? [message] : [message, hint]) {
      for (const language of LANGUAGES) {
        expect(text[language].trim(), language).not.toBe('');
        expect(holes(text[language]), language).toEqual(holes(text.ru));
      }
      expect(new Set(LANGUAGES.map((language) => text[language])).size).toBe(LANGUAGES.length);
    }
    expect(message.kk, 'kk is Cyrillic').toMatch(/[а-яәғқңөұүһі]/i);
  });

  it('fills what it is given, leaves the rest and cuts a long value', () => {
    const problem = {
      code: 'QRG_MONEY_DIGITS',
      args: { value: 'x'.repeat(500), exponent: 2 },
    } as const;
    expect(messageOf(problem, 'en')).toBe(
      `The amount "${'x'.repeat(239)}…" has more than 2 decimals`,
    );
    expect(messageOf({ code: 'QRG_MONEY_TEXT', args: {} }, 'en')).toContain('{value}');
    expect(hintOf(problem, 'ru')).toBe('');
    expect(hintOf({ code: 'QRG_MONEY_TEXT', args: {} }, 'kk')).not.toBe('');
  });
});
