import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { hrefOf, parseRoute } from './route.ts';
import { say, TEXTS, type TextName } from './texts.ts';

describe('texts', () => {
  test.each(Object.keys(TEXTS) as TextName[])(
    '%s takes the same arguments in every language',
    (name) => {
      const args = LANGUAGES.map((l) => (TEXTS[name][l].match(/\{\w+\}/g) ?? []).toSorted());
      expect(args[1]).toEqual(args[0]);
      expect(args[2]).toEqual(args[0]);
      for (const language of LANGUAGES) expect(say(language, name).trim()).not.toBe('');
    },
  );
});

describe('addresses', () => {
  test('any account name is found again', () => {
    for (const id of ['KZ12', 'a/b?c=d', '100%', '</script>', ' ', 'ә'])
      expect(parseRoute(hrefOf('account', id, 'lang=kk'))).toMatchObject({ page: 'account', id });
  });
  test('an unknown or broken address is the list of networks', () => {
    for (const hash of ['', '#', '#/nowhere', '#/%E0%A4%A', '#/__proto__'])
      expect(parseRoute(hash).page).toBe('networks');
  });
});
