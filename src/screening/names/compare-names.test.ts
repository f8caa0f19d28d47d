import { describe, expect, test } from 'vitest';
import { compareNames } from './compare-names.ts';
import { NAME_THRESHOLD } from './name-index.ts';
import type { NameAsked, NamedParty } from './name-match.ts';

const score = (asked: string, listed: string, party: NamedParty = 'person'): number =>
  compareNames({ text: asked, party }, { text: listed, party, entry: 1 }).score;

describe('one person', () => {
  test.each([
    ['Ахметов Нурлан Болатович', 'AKHMETOV NURLAN'],
    ['Ахметова Айгерим', 'Akhmetov Aigerim'],
    ['Ахметов Н.Б.', 'Ахметов Нурлан Болатович'],
    ['Нурлан Ахметов', 'Ахметов, Нурлан'],
    ['Қасымов Ерлан', 'Kassymov Yerlan'],
    ['Жүнісова Гүлнәр Әбішқызы', 'Zhunusova Gulnar Abishevna'],
    ['Жұмабаев Шыңғыс', "Jumabaev S'yn'g'ys"],
    ['Ýalihanov Sholpan', 'Уәлиханов Шолпан'],
    ['Нұрлан ұлы Бекзат', 'Nurlanuly Bekzat'],
    ['Нур Султан Ахметов', 'Ахметов Нурсултан'],
    ['Aхметoв Hурлан', 'Ахметов Нурлан'],
    ['Axmetov Alexey', 'Ахметов Алексей'],
    ['Щербаков Юрий', 'Chtcherbakov Iouri'],
    ['Семёнов Артём', 'Semyonov Artyom'],
    ['Салтыков-Щедрин Михаил', 'Saltykov Shchedrin Mikhail'],
    ['al-Qasimi Yusuf', 'Alqasimi Yusuf'],
    ['Ахметов Нурлан Болатович', 'Ахметов Нурлам Болатович'],
  ])('%s, %s', (asked, listed) => {
    expect(score(asked, listed)).toBeGreaterThanOrEqual(NAME_THRESHOLD);
    expect(score(listed, asked)).toBeCloseTo(score(asked, listed), 10);
  });
});

describe('two persons', () => {
  test.each([
    ['Омаров Марат Асанович', 'Омаров Асан Маратович'],
    ['Омаров Марат Асанович', 'Омаров Асан'],
    ['Ахметов Нурлан Болатович', 'Ахметов Нурлан Серикович'],
    ['Ахметов К.Б.', 'Ахметов Нурлан Болатович'],
    ['Ахметов Серик', 'Ахметов Нурлан'],
    ['Ахметов', 'Ахметов Нурлан'],
    ['Ли Анна', 'Ким Анна'],
    ['🙂', 'Ахметов Нурлан'],
    ['', ''],
  ])('%s, %s', (asked, listed) => {
    expect(score(asked, listed)).toBeLessThan(NAME_THRESHOLD);
  });
});

test.each([
  ['ТОО «Алтын Трейд 17»', 'Altyn Treid 17 LLP', true],
  ['ТОО «Алтын Трейд 17»', 'ТОО «Алтын Трейд 18»', false],
  ['«Самрук-Қазына» АҚ', 'АО Самрук Казына', true],
  ['«Самрук-Қазына» АҚ', 'Samruk-Kazyna JSC', true],
  ['Жауапкершілігі шектеулі серіктестігі «Бастау»', 'ТОО Бастау', true],
  ['ТОО «Бастау Групп»', 'ТОО «Береке Групп»', false],
  ['ИП Ахметов Н.', 'ИП Ахметов Нурлан', true],
])('organisations: %s, %s', (asked, listed, isSame) => {
  expect(score(asked, listed, 'organisation') >= NAME_THRESHOLD).toBe(isSame);
});

describe('the explanation', () => {
  const parts = (asked: string, listed: string, party: NamedParty = 'person') =>
    compareNames({ text: asked, party }, { text: listed, party, entry: 1 }).parts.map(
      ({ asked: a, listed: l, part, how }) => `${part} ${a || '-'} ${how} ${l || '-'}`,
    );

  test('names each part and how it met', () => {
    expect(parts('Касымов Нурлан С.', 'Қасымов Нурлам Serikuly')).toEqual([
      'surname касымов variant қасымов',
      'given нурлан typo нурлам',
      'patronymic с initial serikuly',
    ]);
    expect(parts('Akhmetov Nurlan', 'Ахметов Нурлан Болатович')).toEqual([
      'surname akhmetov script ахметов',
      'given nurlan script нурлан',
      'patronymic - missing болатович',
    ]);
  });

  test('tells forms of organisations', () => {
    expect(parts('ТОО Бастау', 'Bastau LLP', 'organisation')).toEqual([
      'word бастау script bastau',
      'form тоо variant llp',
    ]);
  });
});

describe('what is known beside the name', () => {
  const asked: NameAsked = {
    text: 'Ахметов Нурлан',
    party: 'person',
    births: [{ day: '1990-03-05' }],
    iinOrBin: '900305300017',
  };
  const match = (listed: Partial<NameAsked>, text = 'Akhmetov Nurlan') =>
    compareNames(asked, { text, party: 'person', entry: 1, ...listed });

  test('a birth moves the score both ways', () => {
    const [same, near, unknown, differs] = [
      match({ births: [{ day: '1990-03-05' }] }),
      match({ births: [{ day: '1990-05-03' }] }),
      match({}),
      match({ births: [{ day: '1972-11-21' }] }),
    ];
    expect([same.birth, near.birth, unknown.birth, differs.birth]).toEqual([
      'same',
      'near',
      'unknown',
      'differs',
    ]);
    expect(same.score).toBeGreaterThan(near.score);
    expect(near.score).toBeGreaterThan(unknown.score);
    expect(differs.score).toBeLessThan(NAME_THRESHOLD);
  });

  test('the same IIN is a hit whatever the names say, another one makes a hit unlikely', () => {
    expect(match({ iinOrBin: '900305300017' }, 'Ким Анна')).toMatchObject({
      score: 1,
      key: 'same',
    });
    const other = match({ iinOrBin: '721121300015' });
    expect(other.key).toBe('differs');
    expect(other.score).toBeLessThan(NAME_THRESHOLD);
  });
});

test('work is bounded for names of any length', () => {
  const long = 'Ахметов '.repeat(100_000);
  const match = compareNames(
    { text: long, party: 'person' },
    { text: `${'ж'.repeat(10_000)} ${long}`, party: 'unknown', entry: 1 },
  );
  expect(match.parts.length).toBeLessThan(40);
});
