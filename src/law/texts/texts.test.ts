import { describe, expect, it } from 'vitest';
import { articlesOf } from './articles.ts';
import { type Cited, checkTexts, citedIn, type FoundText, type ReadText } from './check-texts.ts';
import { digestOf } from './digest.ts';

/** A made-up code in the form of a Git corpus. */
const CHAPTER = `↑ [Вся редакция](../rus.md)

## Глава 3. О ПТИЦАХ

<a id="st11"></a>

### Статья 11. Кормление птиц

1. Кормить птиц можно в парках –

   за это дают до ста «зёрен».

2. То же, совершённое зимой, –

   1) утром;

   *2) исключен Законом от 01.01.2020 № 1-VI;*

   Примечание. Кормушки не считаются.

1\\. Пункт примечания.

> *Сноска. Статья 11 с изменениями, внесенными Законом от 01.01.2021 № 180-VІ.*

<a id="st11-1"></a>

### Статья 11-1. Пение

Петь можно всем.

## Глава 4. О РЫБАХ

### Статья 12. Рыбы

Статья 11 настоящего Кодекса рыб не касается.
`;
const [feeding] = articlesOf(CHAPTER);

describe('articles of a text', () => {
  it('begin at their headings and end at the next heading of any kind', () => {
    const found = articlesOf(CHAPTER);
    expect(found.map(({ number, title, line }) => [number, title, line])).toEqual([
      ['11', 'Кормление птиц', 7],
      ['11-1', 'Пение', 27],
      ['12', 'Рыбы', 33],
    ]);
    expect(found[1].lines.join('')).not.toContain('РЫБАХ');
  });

  it('may be paragraphs, in Kazakh, and a file that is one article', () => {
    const kazakh = '232-1-бап. Қолжетімділік\n\n1. Мәтін.\n\n233-бап. Басқа\n\nМәтін.';
    expect(articlesOf(kazakh).map(({ number, language }) => [number, language])).toEqual([
      ['232-1', 'kk'],
      ['233', 'kk'],
    ]);
    const bold = '**Статья 5. Название**\n\nТекст.\n\nСтатья 6 этого закона о другом.';
    expect(articlesOf(bold).map(({ number }) => number)).toEqual(['5']);
    const one = '# ҚР Қылмыстық кодексі (№ 226-V), 232-1-бап. Редакция 16.09.2025\n\n1. Мәтін.';
    expect(articlesOf(one)).toMatchObject([{ number: '232-1', language: 'kk', line: 1 }]);
    expect(articlesOf('# Закон о птицах\n\nТекст без статей.')).toEqual([]);
  });
});

describe('the digest of an article', () => {
  const digest = (text: string) => digestOf(articlesOf(text)[0]);

  it('has the numbered parts, and the items of a note belong to the note', () => {
    expect(Object.keys(digestOf(feeding).parts)).toEqual(['1', '2', 'note']);
  });

  it.each([
    ['white space', CHAPTER.replace('Кормить птиц', 'Кормить\u00a0\n  птиц')],
    ['quotes and dashes', CHAPTER.replace('«зёрен»', '"зерен"').replace('парках –', 'парках -')],
    ['marks of Markdown', CHAPTER.replace('### Статья 11.', '#### **Статья 11.**')],
    ['footnotes', CHAPTER.replace(/> \*Сноска.*\n/, '')],
    ['an item that was taken out', CHAPTER.replace(/ {3}\*2\).*\n/, '')],
    ['editors in square brackets', CHAPTER.replace('утром;', 'утром; [с 01.01.2022]')],
    ['links', CHAPTER.replace('птиц можно', '[птиц](../x.md#a) можно')],
  ])('is the same whatever the %s', (_, other) => {
    expect(digest(other)).toEqual(digest(CHAPTER));
  });

  it.each([
    ['a number', CHAPTER.replace('до ста', 'до двухсот'), ['1']],
    ['a comma', CHAPTER.replace('То же, совершённое', 'То же совершённое'), ['2']],
    ['the note', CHAPTER.replace('не считаются', 'считаются'), ['note']],
    ['the title', CHAPTER.replace('Кормление птиц', 'Корм птиц'), []],
  ])('is another for %s', (_, other, parts) => {
    const [before, after] = [digest(CHAPTER), digest(other)];
    expect(after.whole).not.toBe(before.whole);
    expect(Object.keys(before.parts).filter((p) => before.parts[p] !== after.parts[p])).toEqual(
      parts,
    );
  });

  it('leaves out a part with a gap, and is then of no whole', () => {
    const gap = digest(CHAPTER.replace('за это дают', '[…] дают'));
    expect(gap.whole).toBeNull();
    expect(Object.keys(gap.parts)).toEqual(['2', 'note']);
  });
});

describe('the check', () => {
  const CITED: Cited[] = [
    { id: 'x.11.1', act: 'birds', article: '11', part: '1' },
    { id: 'x.11.2', act: 'birds', article: '11', part: '2' },
    { id: 'x.11', act: 'birds', article: '11', part: null },
    { id: 'x.11-1', act: 'birds', article: '11-1', part: null },
    { id: 'x.12', act: 'birds', article: '12', part: null },
    { id: 'x.99', act: 'birds', article: '99', part: null },
  ];
  const foundIn = (text: string, file = 'ch3.md'): FoundText[] =>
    articlesOf(text).map((article) => ({
      ...{ act: 'birds', article: article.number, language: article.language },
      ...{ file, line: article.line, ...digestOf(article) },
    }));
  const READ: ReadText[] = foundIn(CHAPTER)
    .filter(({ article }) => article !== '12')
    .map(({ act, article, language, whole, parts }) => ({
      ...{ act, article, language, whole, parts, edition: '2026-01-01' },
    }));
  const states = (text: string, more: FoundText[] = []) =>
    Object.fromEntries(
      checkTexts(CITED, READ, [...foundIn(text), ...more]).map(({ article, state, parts }) => [
        article,
        parts.length === 0 ? state : `${state} ${parts.join()}`,
      ]),
    );

  it('knows what is as it was, and what nobody has compared', () => {
    expect(states(CHAPTER)).toEqual({ '11': 'same', '11-1': 'same', '12': 'never', '99': 'never' });
  });

  it('names the parts that changed, came and went, and the provisions they touch', () => {
    const changed = CHAPTER.replace('до ста', 'до двухсот');
    expect(states(changed)['11']).toBe('changed 1');
    const [row] = checkTexts(CITED, READ, foundIn(changed));
    expect(row.provisions.filter(({ touched }) => touched).map(({ id }) => id)).toEqual([
      'x.11.1',
      'x.11',
    ]);
    expect(row.places).toEqual(['ch3.md:7']);
    const grown = CHAPTER.replace('   Примечание', '3. Новая часть.\n\n   Примечание');
    expect(states(grown)['11']).toBe('changed 3');
    const shrunk = CHAPTER.replace(/2\. То же[\s\S]*?(?= {3}Примечание)/, '');
    expect(states(shrunk)['11']).toBe('changed 2');
    expect(states(CHAPTER.replace('Кормление птиц', 'Корм птиц'))['11']).toBe('changed 0');
  });

  it('tells an article that is gone from one whose place is not in the folder', () => {
    const gone = CHAPTER.replace(/### Статья 11-1[\s\S]*?(?=## Глава)/, '');
    expect(states(gone)['11-1']).toBe('vanished');
    expect(states('### Статья 12. Рыбы\n\nТекст.')).toMatchObject({
      '11': 'not_here',
      '11-1': 'not_here',
    });
  });

  it('does not choose between two texts of one article', () => {
    const other = foundIn(CHAPTER.replace('до ста', 'до двухсот'), 'old/ch3.md');
    expect(states(CHAPTER, other)['11']).toBe('ambiguous 1');
    expect(states(CHAPTER, foundIn(CHAPTER, 'copy.md'))['11']).toBe('same');
  });

  it('compares of an extract only what was read', () => {
    const extract = READ.map((one) =>
      one.article === '11' ? { ...one, whole: null, parts: { '2': one.parts['2'] } } : one,
    );
    const [row] = checkTexts(CITED, extract, foundIn(CHAPTER.replace('до ста', 'до двух')));
    expect(row.state).not.toBe('changed');
  });
});

describe('what a citation names', () => {
  it.each([
    ['232-1', [['232-1', null]]],
    ['232-1(2)', [['232-1', '2']]],
    ['25-1(3-1)(2)', [['25-1', '3-1']]],
    [
      '71, 88',
      [
        ['71', null],
        ['88', null],
      ],
    ],
    [
      '68(2), 83(3)',
      [
        ['68', '2'],
        ['83', '3'],
      ],
    ],
    ['own rule', []],
  ])('%s', (text, expected) => {
    expect(citedIn(text).map(({ article, part }) => [article, part])).toEqual(expected);
  });
});
