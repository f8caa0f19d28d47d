import { isIPv4, isIPv6 } from 'node:net';

type Block = readonly [prefix: string, bits: number];

/**
 * Networks that are not of the open internet: IANA IPv4 Special-Purpose Address Registry (RFC 6890 and later), multicast and
 * reserved space, and the one public address at which a cloud answers its own machines (Azure, 168.63.129.16).
 */
const IPV4_CLOSED: readonly Block[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 only global unicast (2000::/3) is open, without the parts that are for protocols, documentation and old tunnels. */
const IPV6_OPEN: Block = ['2000::', 3];
const IPV6_CLOSED: readonly Block[] = [
  ['2001::', 23], // protocols; Teredo, which carries IPv4
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4, which carries IPv4
  ['3fff::', 20],
];
/** IPv4 in IPv6 that answers of name servers hold: mapped, and NAT64 (RFC 6052). The address inside counts. */
const IPV4_INSIDE: readonly Block[] = [
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
];

/** Whether an address, as a name server tells it, is of the open internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !isIn(bytesOfIpv4(address), IPV4_CLOSED);
  // A zone ('fe80::1%eth0') is of this machine.
  if (!isIPv6(address) || address.includes('%')) return false;
  const bytes = bytesOfIpv6(address);
  if (isIn(bytes, IPV4_INSIDE)) return !isIn(bytes.subarray(12), IPV4_CLOSED);
  return isIn(bytes, [IPV6_OPEN]) && !isIn(bytes, IPV6_CLOSED);
}

const isIn = (bytes: Uint8Array, blocks: readonly Block[]): boolean =>
  blocks.some(([prefix, bits]) => {
    const start = bytes.length === 4 ? bytesOfIpv4(prefix) : bytesOfIpv6(prefix);
    return commonBits(bytes, start) >= bits;
  });

function commonBits(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    const differs = a[i] ^ b[i];
    if (differs !== 0) return 8 * i + Math.clz32(differs) - 24;
  }
  return 8 * a.length;
}

const bytesOfIpv4 = (address: string): Uint8Array =>
  Uint8Array.from(address.split('.').map(Number));

function bytesOfIpv6(address: string): Uint8Array {
  // '::ffff:1.2.3.4' ends in four decimal bytes.
  const written = address.replace(/\d+\.\d+\.\d+\.\d+$/, (tail) => {
    const [a, b, c, d] = bytesOfIpv4(tail);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head, tail] = written.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = tail === undefined ? 0 : 8 - head.length - tail.length;
  const words = [...head, ...Array<string>(zeros).fill('0'), ...(tail ?? [])];
  return Uint8Array.from(
    words.flatMap((word) => {
      const value = Number.parseInt(word, 16);
      return [value >> 8, value & 255];
    }),
  );
}
