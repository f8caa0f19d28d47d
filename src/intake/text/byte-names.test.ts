import { expect, test } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { ByteNames } from './byte-names.ts';

test('numbers names as a Map of strings does, whatever their length', () => {
  const random = createRandom(2);
  const names = new ByteNames();
  const known = new Map<string, number>();
  const listed: string[] = [];
  for (let i = 0; i < 60_000; i++) {
    const stem = random.pick([
      '',
      'a',
      'KZ86125KZT5004100',
      'Қайырбек Нұрсұлтанұлы, шот №',
      'x'.repeat(20),
    ]);
    const name = stem + random.int(0, random.pick([9, 20_000]));
    const expected = known.get(name) ?? known.size;
    known.set(name, expected);
    const bytes = Buffer.from(`<${name}>`);
    expect(names.intern(bytes, 1, bytes.length - 1)).toBe(expected);
    if (random.chance(0.001)) listed.push(...names.takeFresh());
  }
  expect([...listed, ...names.takeFresh()]).toEqual([...known.keys()]);
});

test('a name that is not UTF-8 is not taken; the last one taken can be given back', () => {
  const names = new ByteNames();
  const put = (text: string | Uint8Array) =>
    names.intern(Buffer.from(text), 0, Buffer.from(text).length);
  expect(put('a')).toBe(0);
  expect(put(Uint8Array.of(0xff, 0x41))).toBe(-1);
  for (const name of ['b', 'longer than what stands in a slot']) {
    expect(put(name)).toBe(1);
    names.forgetLast();
    expect(put('c')).toBe(1);
    names.forgetLast();
  }
  expect(put('a')).toBe(0);
  expect(names.takeFresh()).toEqual(['a']);
});

test('names that differ only in zero bytes or in length are different', () => {
  const names = new ByteNames();
  const put = (...bytes: number[]) => names.intern(Uint8Array.from(bytes), 0, bytes.length);
  expect([put(0), put(0, 0), put(0, 0, 0, 0), put(0, 0, 0, 0, 0), put(), put(0)]).toEqual([
    0, 1, 2, 3, 4, 0,
  ]);
});
