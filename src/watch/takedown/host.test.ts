import { expect, it } from 'vitest';
import { loadTakedownBook } from '../../service/law/load-takedown-book.ts';
import { addresseeOf, hostOf, hostTitle } from './host.ts';

const book = await loadTakedownBook();

it.each([
  ['https://t.me/s/example/17', 'telegram', 'platform_memorandum'],
  ['https://www.instagram.com/p/example', 'meta', 'platform_memorandum'],
  ['https://m.tiktok.com/@example', 'tiktok', 'platform_memorandum'],
  ['https://www.olx.kz/d/example', 'olx', 'platform_complaint'],
  ['https://rabota-example.kz/x', undefined, 'host_abuse'],
  ['https://not-t.me/x', undefined, 'host_abuse'],
  ['http://t.me.example.kz/', undefined, 'host_abuse'],
])('%s', (url, host, first) => {
  const of = hostOf(book, url)!;
  expect(of.host?.id).toBe(host);
  expect(of.channels[0]).toBe(first);
});

it('knows no host of what is no page', () => {
  for (const url of ['', 'tg://resolve?domain=x', 'javascript:1', 'nonsense'])
    expect(hostOf(book, url)).toBeNull();
});

it('writes to the platform, to whoever hosts the domain, or to the body', () => {
  const telegram = hostOf(book, 'https://t.me/x')!;
  const site = hostOf(book, 'https://example.kz/$&')!;
  const to = (id: string, of: typeof site) => addresseeOf(book, book.channels.get(id)!, of, 'en');
  expect(to('platform_memorandum', telegram)).toBe('Telegram');
  expect(to('host_abuse', site)).toContain('example.kz');
  expect(to('prosecutor_package', telegram)).toBe("Prosecutor General's Office");
  expect(hostTitle(book, site, 'kk')).toBe('example.kz сайты');
});
