import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';

const MOST_URL = 2_048;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Port of an address, also where it is not written. */
export const portOf = (url: URL): number => Number(url.port) || DEFAULT_PORTS[url.protocol];

/** Host without the brackets of IPv6 and a last dot. */
export const hostOf = (url: URL): string =>
  url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');

/**
 * An address that may be asked for, as far as its text tells: http or https, no name or password, an ordinary port. Forms of
 * IPv4 in decimal, octal and hex come out as four numbers (`URL` writes them so) and are checked as such later.
 * Fails with QRG_WATCH_URL, QRG_WATCH_SCHEME, QRG_WATCH_CREDENTIALS, QRG_WATCH_PORT.
 *
 * @param ports ports beside 80 and 443 that may be asked
 */
export function checkedUrl(text: string, ports: ReadonlySet<number>): Result<URL> {
  if (text.length > MOST_URL || !URL.canParse(text))
    return fail('QRG_WATCH_URL', { value: text.slice(0, 100) });
  const url = new URL(text);
  if (DEFAULT_PORTS[url.protocol] === undefined) return fail('QRG_WATCH_SCHEME');
  if (url.username !== '' || url.password !== '') return fail('QRG_WATCH_CREDENTIALS');
  const port = portOf(url);
  if (port !== DEFAULT_PORTS[url.protocol] && !ports.has(port))
    return fail('QRG_WATCH_PORT', { port });
  if (hostOf(url) === '') return fail('QRG_WATCH_URL', { value: text.slice(0, 100) });
  url.hash = '';
  return ok(url);
}
