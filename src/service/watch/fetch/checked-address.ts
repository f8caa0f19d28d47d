import { lookup } from 'node:dns/promises';
import { isIP, isIPv4 } from 'node:net';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import { hostOf, portOf } from './checked-url.ts';
import { isPublicAddress } from './public-address.ts';

/** All addresses of a name. Rejects when there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The address to connect to. The name is asked once and the connection goes to this very address, so a name server that
 * answers otherwise the second time changes nothing. Every address of the answer is checked: one closed one among open ones
 * refuses the name.
 * Fails with QRG_WATCH_HOST, QRG_WATCH_ADDRESS.
 *
 * @param allowedPrivate 'address:port' of servers of ones own that may be asked though they are not of the open internet
 */
export async function checkedAddress(
  url: URL,
  resolve: Resolve,
  allowedPrivate: ReadonlySet<string>,
): Promise<Result<string>> {
  const host = hostOf(url);
  const found = isIP(host) !== 0 ? [host] : await addressesOf(host, resolve);
  if (found.length === 0) return fail('QRG_WATCH_HOST', { host });
  const isOwn = (address: string) => allowedPrivate.has(`${address}:${portOf(url)}`);
  if (!found.every((address) => isOwn(address) || isPublicAddress(address)))
    return fail('QRG_WATCH_ADDRESS', { host });
  // Not every machine has IPv6; what has no IPv4 is rare.
  return ok(found.find((address) => isIPv4(address)) ?? found[0]);
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host);
  } catch {
    return [];
  }
}
