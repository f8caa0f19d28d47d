import { describe, expect, it } from 'vitest';
import { readFeed } from './feed.ts';

const HERE = 'https://news.example/rss';
const NOW = Date.UTC(2026, 0, 2);
const read = (xml: string) => {
  const feed = readFeed(xml, HERE, NOW);
  if (!feed.ok) throw new Error(feed.problem.code);
  return feed.value;
};

describe('a feed', () => {
  it('of RSS 2.0 gives title and text of its items', () => {
    const { title, posts } =
      read(`<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel>
      <title>Жаңалықтар</title><link>https://news.example/</link>
      <item><title>Задержаны дропперы</title><link>https://news.example/1?a=1&amp;b=2</link><guid isPermaLink="false">n-1</guid>
      <pubDate>Thu, 01 Jan 2026 12:00:00 +0500</pubDate><dc:creator>Редакция</dc:creator>
      <description>&lt;p&gt;Коротко &lt;a href="/more"&gt;ещё&lt;/a&gt;&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>Полностью&nbsp;тут <a href="https://t.me/invented_x">канал</a></p><img src="x">]]></content:encoded></item>
      <item><description>без адреса</description></item>
      </channel></rss>`);
    expect(title).toBe('Жаңалықтар');
    expect(posts).toEqual([
      expect.objectContaining({
        externalId: 'n-1',
        url: 'https://news.example/1?a=1&b=2',
        at: Date.UTC(2026, 0, 1, 7),
        author: 'Редакция',
        text: 'Задержаны дропперы\nПолностью\u00a0тут канал',
        links: ['https://t.me/invented_x'],
        hasMedia: true,
      }),
    ]);
  });

  it('of Atom reads text, HTML and XHTML', () => {
    const { posts } = read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>
      <entry><id>urn:1</id><title type="html">Tom &amp;amp; Ann</title><link rel="self" href="/self"/><link href="/a/1"/>
      <updated>2026-01-01T00:00:00Z</updated><author><name>Ann</name><uri>https://x.example</uri></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one <a href="/two">two</a></p></div></content></entry></feed>`);
    expect(posts[0]).toMatchObject({
      externalId: 'urn:1',
      url: 'https://news.example/a/1',
      author: 'Ann',
      links: ['https://news.example/two'],
    });
    expect(posts[0].text.replace(/\s+/g, ' ')).toBe('Tom & Ann one two');
  });

  it('that breaks off gives what stood before, and says where it broke', () => {
    const { posts, rejects } = read(
      '<rss><channel><item><guid>1</guid><title>one</title></item><item><guid>2</guid><title>two</channel></rss>',
    );
    expect(posts.map(({ externalId }) => externalId)).toEqual(['1']);
    expect(rejects).toMatchObject([{ code: 'QRG_WATCH_XML', line: 3 }]);
  });

  it('with entities that explode or read other files is refused', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "${'ha'.repeat(10)}"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><guid>1</guid><title>&b;</title></item></channel></rss>`;
    const file =
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><title>&x;</title></rss>';
    for (const xml of [bomb, file])
      expect(readFeed(xml, HERE, NOW)).toMatchObject({ problem: { code: 'QRG_WATCH_XML_DTD' } });
  });

  it('is bounded in depth and entries, and none where it is another thing', () => {
    const deep = `<rss>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</rss>`;
    expect(readFeed(deep, HERE, NOW)).toMatchObject({
      problem: { code: 'QRG_WATCH_XML', args: { reason: 'nested too deeply' } },
    });
    const many = `<rss><channel>${'<item><guid>1</guid><title>x</title></item>'.repeat(3_000)}</channel></rss>`;
    const { posts, rejects } = read(many);
    expect(posts).toHaveLength(1_000);
    expect(rejects).toMatchObject([{ code: 'QRG_WATCH_MANY' }]);
    for (const other of ['<html><body/></html>', '<urlset/>'])
      expect(readFeed(other, HERE, NOW)).toMatchObject({ problem: { code: 'QRG_WATCH_FEED' } });
    expect(readFeed('no xml', HERE, NOW).ok).toBe(false);
  });
});
