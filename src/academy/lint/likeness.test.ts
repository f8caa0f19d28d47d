import { expect, it } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { LikenessIndex, type Shingles, shinglesOf } from './likeness.ts';

const MESSAGE =
  'Привет! Видел твоё сообщение в чате, ты ещё ищешь подработку на лето? Есть место в кафе у парка.';

const like = (a: string, b: string, most = 0.5): boolean =>
  new LikenessIndex([shinglesOf(a)]).like(shinglesOf(b), most).length === 1;

it('finds the same message with another number, name of a contact and look-alike letters', () => {
  expect(
    like(`${MESSAGE} Плачу 5000, пиши @example_one`, `${MESSAGE} Плачу 9000, пиши @example_two`),
  ).toBe(true);
  expect(like(MESSAGE, MESSAGE.replaceAll('о', 'o'))).toBe(true);
});

it('finds a line that stands in a longer message', () => {
  expect(like(MESSAGE, 'Видел твоё сообщение в чате, ты ещё ищешь подработку')).toBe(true);
});

it('leaves other messages and short phrases', () => {
  expect(
    like(
      MESSAGE,
      'Завтра контрольная по алгебре, не забудь тетрадь и циркуль, встретимся у входа.',
    ),
  ).toBe(false);
  expect(like(MESSAGE, 'Привет! Видел')).toBe(false);
  expect(like('', '')).toBe(false);
});

it('finds what comparing each with each finds', () => {
  const random = createRandom(4);
  const words = [
    'карта',
    'деньги',
    'чат',
    'друг',
    'мама',
    'банк',
    'код',
    'работа',
    'школа',
    'день',
  ];
  const texts = Array.from({ length: 60 }, () =>
    Array.from({ length: random.int(2, 12) }, () => random.pick(words)).join(' '),
  ).map(shinglesOf);
  const shared = (a: Shingles, b: Shingles): number => [...a].filter((one) => b.has(one)).length;
  const index = new LikenessIndex(texts);
  let found = 0;
  for (const text of texts) {
    const slow = texts.flatMap((other, i) => {
      const shorter = Math.min(text.size, other.size);
      return shorter >= 20 && shared(text, other) > 0.5 * shorter ? [i] : [];
    });
    expect(index.like(text, 0.5)).toEqual(slow);
    found += slow.length;
  }
  expect(found).toBeGreaterThan(100);
});
