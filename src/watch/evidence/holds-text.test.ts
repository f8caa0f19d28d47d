import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { holdsText } from './holds-text.ts';

const TEXT = 'Ищем людей с картой 🅱️анка\nЖазыңыз: @test_onay — 50 000 ₸';

describe('the text of a post is held by', () => {
  it.each([
    [
      'HTML',
      'text/html',
      '<p>Ищем <b>людей</b> с картой <i class="e"><b>🅱️</b></i>анка<br/>Жазыңыз: <a href="#">@test_onay</a>&nbsp;&mdash; 50&#160;000 &#x20B8;</p>',
    ],
    [
      'a feed with HTML inside',
      'application/rss+xml',
      '<item><title>Ищем людей с картой 🅱️анка</title><link>http://x.example</link><description>&lt;p&gt;Жазы&amp;#1187;ыз: &lt;b&gt;@test_onay&lt;/b&gt; — 50 000 ₸&lt;/p&gt;</description></item>',
    ],
    [
      'a feed with CDATA',
      'text/xml',
      '<description><![CDATA[<p>Ищем людей с картой анка</p>Жазыңыз: <b>@test_onay</b> — 50 000]]></description>',
    ],
    [
      'an export of Telegram',
      'application/json',
      JSON.stringify({
        messages: [
          {
            id: 1,
            type: 'message',
            date: '2026',
            text: [
              'Ищем людей с ',
              { type: 'bold', text: 'картой' },
              ' 🅱️анка\nЖазыңыз: ',
              { type: 'text_link', text: '@test_onay', href: 'https://t.example' },
              ' — 50 000 ₸',
            ],
          },
        ],
      }),
    ],
    [
      'JSON with escapes',
      'application/json',
      JSON.stringify({ text: TEXT }).replace(
        /[^\0-\x7f]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ],
    ['a row of CSV', 'text/csv', `id,text\n1,"${TEXT}"`],
    ['an attribute', 'text/html', `<meta property="og:description" content="${TEXT}">`],
  ])('%s', (_, type, body) => {
    expect(holdsText(utf8(body), type, TEXT)).toBe('held');
    expect(holdsText(utf8(body), type, TEXT.replace('50', '60'))).toBe('absent');
  });

  it('a page of an older charset, told by header or page', () => {
    const bytes = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect(holdsText(bytes, 'text/html; charset=windows-1251', 'Привет')).toBe('held');
    const page = Uint8Array.from([...utf8('<meta charset="windows-1251">'), ...bytes]);
    expect(holdsText(page, 'text/html', 'Привет')).toBe('held');
    expect(holdsText(bytes, 'text/html; charset=klingon', 'Привет')).toBe('opaque');
    expect(holdsText(bytes, 'image/png', 'Привет')).toBe('opaque');
  });

  it('nothing that is made to be slow', () => {
    const started = performance.now();
    const hostile = [
      '<'.repeat(1e6),
      '&#'.repeat(5e5),
      '['.repeat(1e6),
      '<![CDATA['.repeat(1e5),
      '\\u'.repeat(5e5),
    ];
    for (const body of hostile)
      expect(holdsText(utf8(body), 'application/json', TEXT)).toBe('absent');
    const lines = Array.from({ length: 10_000 }, (_, i) => `z${i}`).join('\n');
    expect(holdsText(utf8('z'.repeat(5e6)), 'text/html', lines)).toBe('absent');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
