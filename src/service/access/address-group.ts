import { isIPv6 } from 'node:net';

/**
 * Whom an address counts as: an IPv4 address itself, an IPv6 address its /64, because one subscriber has a whole /64 to
 * change addresses in (RFC 6177). IPv4 written as IPv6 counts as IPv4.
 */
export function addressGroup(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  if (mapped !== null) return mapped[1];
  if (!isIPv6(bare)) return bare;
  const [head, tail] = bare.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(Math.max(0, gap)).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * The largest network that one customer of a provider is usually given: a /48 of IPv6 (RFC 6177), with 65,536 groups in it; an
 * IPv4 address itself. Where strangers share a bound, no network may take all of it.
 */
export const addressNetwork = (address: string): string =>
  addressGroup(address).replace(/:[0-9a-f]+::\/64$/, '::/48');
