import { describe, expect, it } from 'vitest';
import { holdsText } from './holds-text.ts';

const TEXT = 'Ищем людей с картой 🅱️анка\nЖазыңыз: @test_onay — 50 000 ₸';

describe('the text of a post is held by', () => {
  it.each([
    [
      'HTML',
      '<p>Ищем <b>людей</b> с картой <i class="e"><b>🅱️</b></i>анка<br/>Жазыңыз: <a href="#">@test_onay</a>&nbsp;&mdash; 50&#160;000 &#x20B8;</p>',
    ],
    [
      'a feed with HTML inside',
      '<item><title>Ищем людей с картой 🅱️анка</title><link>http://x.example</link><description>&lt;p&gt;Жазы&amp;#1187;ыз: &lt;b&gt;@test_onay&lt;/b&gt; — 50 000 ₸&lt;/p&gt;</description></item>',
    ],
    [
      'a feed with CDATA',
      '<description><![CDATA[<p>Ищем людей с картой анка</p>Жазыңыз: <b>@test_onay</b> — 50 000]]></description>',
    ],
    [
      'an export of Telegram',
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
      JSON.stringify({ text: TEXT }).replace(
        /[^\0-\x7f]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ],
    ['a row of CSV', `id,text\n1,"${TEXT}"`],
    ['an attribute', `<meta property="og:description" content="${TEXT}">`],
  ])('%s', (_, body) => {
    expect(holdsText(body, TEXT)).toBe(true);
    expect(holdsText(body, TEXT.replace('50', '60'))).toBe(false);
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
    for (const body of hostile) expect(holdsText(body, TEXT)).toBe(false);
    expect(holdsText(`[${'1,'.repeat(1e6)}"${TEXT.replace('\n', ' ')}"]`, TEXT)).toBe(true);
    const lines = Array.from({ length: 10_000 }, (_, i) => `z${i}`).join('\n');
    expect(holdsText('z'.repeat(5e6), lines)).toBe(false);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
