import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from './json-depth.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;

test('tells the depth of any JSON as counting it does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 8 }), (value, most) => {
      const bytes = Buffer.from(JSON.stringify(value));
      // What JSON writes of a value counts, not the value: JSON has no -0.
      expect(isDeeperThan(bytes, most)).toBe(depthOf(JSON.parse(bytes.toString())) > most);
    }),
  );
});

test.each([
  ['[[[', 2, true],
  ['[[[', 3, false],
  ['"[[[[["', 0, false],
  ['"\\"[["', 0, false],
  ['"\\\\"[[', 1, true],
  ['"never ends [[[[', 0, false],
  [']]]]]][', 1, false],
  ['', 0, false],
])('%s beyond %i: %s', (text, most, deeper) => {
  expect(isDeeperThan(Buffer.from(text), most)).toBe(deeper);
});
