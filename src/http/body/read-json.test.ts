import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';

const read = (text: string) => {
  const result = readJson(Buffer.from(text));
  return result.ok ? result.value : result.problem.code;
};

test.each([
  ['{"a":[1,"ә"]}', { a: [1, 'ә'] }],
  ['null', null],
  ['{', 'QRG_HTTP_JSON'],
  ['\ufeff{}', 'QRG_HTTP_JSON'],
  ['{"__proto__":1}', 'QRG_HTTP_JSON_KEY'],
  ['[{"\\u005F\\u005fproto\\u005f_":1}]', 'QRG_HTTP_JSON_KEY'],
  ['{"\\u005f\\u005f\\u0070roto__":1}', 'QRG_HTTP_JSON_KEY'],
  ['{"text":"__proto__"}', { text: '__proto__' }],
  [`${'['.repeat(64)}${']'.repeat(64)}`, expect.any(Array)],
  [`${'['.repeat(65)}${']'.repeat(65)}`, 'QRG_HTTP_JSON_DEPTH'],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});
