import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

const HERE = 'https://board.example/ads/7';

describe('a page', () => {
  it('gives what a reader sees of its main part', () => {
    const page = readPage(
      `<html><head><title>Доска &mdash; объявление</title><link rel="canonical" href="/ads/7">
       <meta property="article:published_time" content="2026-01-05T10:00:00+05:00"><style>p{}</style></head>
       <body><nav><a href="/">Главная</a> Разделы</nav><main><h1>Карта керек</h1><p>Күніне 50&nbsp;000&nbsp;₸,
       жазыңыз: <a href="//t.me/invented_name">осында</a></p><script>document.write('жасырын')</script>
       <p style="color:red; display: none">көрінбейді</p><p hidden>бұл да</p><img src="a.png"></main>
       <footer>© доска</footer></body></html>`,
      HERE,
    );
    expect(page).toMatchObject({
      title: 'Доска — объявление',
      text: 'Карта керек\nКүніне 50\u00a0000\u00a0₸, жазыңыз: осында',
      links: ['https://t.me/invented_name'],
      canonical: 'https://board.example/ads/7',
      publishedAt: Date.UTC(2026, 0, 5, 5),
      hasMedia: true,
    });
  });

  it('takes all of a page without a main part, and no name of another site', () => {
    const page = readPage(
      '<link rel=canonical href="https://bank.example/"><p>one<p>two<div>three</div><a href="javascript:alert(1)">x</a>',
      HERE,
    );
    expect(page.text).toBe('one\ntwo\nthree\nx');
    expect(page).toMatchObject({ canonical: undefined, links: [] });
  });

  it.each([
    ['open tags', '<div>'.repeat(500_000)],
    ['wrong closing tags', '<a>'.repeat(400) + '</b></i>'.repeat(300_000)],
    ['one tag of attributes', `<p ${'a=1 '.repeat(500_000)}>x`],
    ['an endless comment', `<!--${'-'.repeat(2_000_000)}`],
    ['quotes and brackets', `<p "'`.repeat(400_000)],
    ['entities', '&amp;&#x41;&'.repeat(200_000)],
    ['letters without a blank', 'x'.repeat(4_000_000)],
    ['breaks', 'x<br>'.repeat(290_000)],
    ['styles', `<p style="${'; '.repeat(1_000_000)}">`],
  ])('is read in bounded work: %s', (_, html) => {
    const { text, links } = readPage(html, HERE);
    expect(links.length).toBeLessThanOrEqual(200);
    // One piece of text more than is kept, at most.
    expect(text.length).toBeLessThanOrEqual(html.length);
  });
});
