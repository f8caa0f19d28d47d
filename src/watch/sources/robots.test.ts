import { describe, expect, it } from 'vitest';
import { readRobots } from './robots.ts';

const asks = (text: string, path: string) => readRobots(text, 'qorgan').allows(path);

describe('robots.txt', () => {
  // Examples of RFC 9309, 5.1 and 5.2, with our name for theirs.
  it('follows the group that names us, else that of all', () => {
    const text =
      'User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\nUser-Agent: qorgan/1.0\nUser-agent: barbot\nAllow: /example/page.html\nDisallow: /example/\n';
    expect(asks(text, '/example/page.html')).toBe(true);
    expect(asks(text, '/example/other.html')).toBe(false);
    expect(asks(text, '/picture.gif')).toBe(true);
    expect(readRobots(text, 'other').allows('/a/picture.gif')).toBe(false);
    expect(readRobots(text, 'other').allows('/picture.gif?x')).toBe(true);
  });

  it('lets the longest pattern count, and of equal ones the one that allows', () => {
    const text =
      'User-agent: *\nDisallow: /\nAllow: /open\nDisallow: /open/not\nDisallow: /same\nAllow: /same';
    for (const [path, allowed] of [
      ['/', false],
      ['/open/yes', true],
      ['/open/not/this', false],
      ['/same', true],
      ['/robots.txt', true],
    ] as const)
      expect(asks(text, path), path).toBe(allowed);
  });

  it('joins groups of one name, ignores comments and what it does not know', () => {
    const text =
      '\ufeffUser-agent: qorgan # us\nSitemap: /x\nDisallow: /a\n\nuser-agent: *\ndisallow: /\n\nUSER-AGENT: Qorgan\nDisallow: /b\nCrawl-delay: 500';
    expect(asks(text, '/a1')).toBe(false);
    expect(asks(text, '/b1')).toBe(false);
    expect(asks(text, '/c')).toBe(true);
    expect(readRobots(text, 'qorgan').delaySeconds).toBe(60);
  });

  it('sees a letter and its percent form as one', () => {
    expect(asks('User-agent: *\nDisallow: /объявления', `/${encodeURI('объявления')}/1`)).toBe(
      false,
    );
    expect(asks('User-agent: *\nDisallow: /foo/bar?baz=%68ttp', '/foo/bar?baz=http')).toBe(false);
  });

  it('without rules lets everything be read; an empty Disallow forbids nothing', () => {
    expect(asks('', '/x')).toBe(true);
    expect(asks('User-agent: *\nDisallow:', '/x')).toBe(true);
  });

  it('of hostile patterns costs bounded work', () => {
    const stars = `User-agent: *\nDisallow: /${'*a'.repeat(1_000)}$\n`.repeat(200);
    expect(asks(stars, `/${'a'.repeat(2_000)}b`)).toBe(true);
    expect(asks(`disallow: ${' '.repeat(400_000)}x`, '/')).toBe(true);
  });
});
