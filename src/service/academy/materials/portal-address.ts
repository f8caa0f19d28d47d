import { isIPv4 } from 'node:net';

/**
 * Where a code on paper may lead. A poster hangs for years, so its address is the configured one (QORGAN_PUBLIC_URL) wherever there
 * is one. Without it, the host that a request names is taken only where it can lead nowhere but to the same machine or the same
 * school: this machine, an address of a private network (RFC 1918), a name of the local network (RFC 6762, `.local`). Any other host is
 * whatever somebody wrote into a header: no code is printed then.
 *
 * @returns 'https://qorgan.example', without a slash at its end; undefined where no address can be told
 */
export function portalOrigin(
  publicUrl: string | undefined,
  host: string | undefined,
): string | undefined {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  if (host === undefined || !/^[\w.-]{1,120}(?::\d{1,5})?$/.test(host)) return undefined;
  const address = `http://${host}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return isNear(url.hostname) ? url.origin : undefined;
}

function isNear(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.local')) return true;
  if (!isIPv4(name)) return false;
  const [a, b] = name.split('.').map(Number);
  return a === 127 || a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b <= 31);
}
