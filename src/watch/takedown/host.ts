import type { Language } from '../../domain/language.ts';
import type { TakedownBook, TakedownChannel, TakedownHost } from './takedown-book.ts';

/** Where a page is, and which ways fit it, the fittest first. */
export interface HostOf {
  /** null: no platform that is known. */
  readonly host: TakedownHost | null;
  readonly domain: string;
  readonly channels: readonly string[];
}

/** By the end of the domain; null for what is no address of the web. */
export function hostOf(book: TakedownBook, url: string): HostOf | null {
  const domain = domainOf(url);
  if (domain === null) return null;
  const host =
    book.hosts.find(({ domains }) => domains.some((known) => isWithin(domain, known))) ?? null;
  return { host, domain, channels: host?.channels ?? book.elsewhere.channels };
}

function domainOf(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  return parsed.hostname.toLowerCase().replace(/\.$/, '') || null;
}

const isWithin = (domain: string, known: string): boolean =>
  domain === known || domain.endsWith(`.${known}`);

/** Where the page is, in words. */
export const hostTitle = ({ elsewhere }: TakedownBook, of: HostOf, language: Language): string =>
  of.host?.title ?? elsewhere.title[language].replace('{domain}', () => of.domain);

/** Whom a letter is written to, as far as the page tells: its platform, whoever hosts its domain, or the body of the channel. */
export function addresseeOf(
  { elsewhere }: TakedownBook,
  channel: TakedownChannel,
  of: HostOf,
  language: Language,
): string {
  if (channel.to === 'host')
    return elsewhere.addressee[language].replace('{domain}', () => of.domain);
  return channel.to === 'platform' && of.host !== null
    ? of.host.title
    : capital(channel.addressees[0][language]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
