import { BlockList, isIPv4 } from 'node:net';
import { LINK_KINDS, type LinkKind } from '../../screening/risk/profile.ts';
import type { ToldCustomer } from './kept-customer.ts';

/** What ties a customer to others, in a form in which two spellings of one thing are equal. */
export interface LinkKey {
  readonly kind: LinkKind;
  readonly value: string;
}

/** Each once; phones are among the identifiers, which are kept anyway. */
export function linkKeysOf({
  devices,
  ips,
  address,
}: Pick<ToldCustomer, 'devices' | 'ips' | 'address'>): LinkKey[] {
  const keys: LinkKey[] = [
    ...devices.map((device) => ({ kind: 'device' as const, value: device.normalize('NFKC') })),
    ...ips.filter(isPublic).map((ip) => ({ kind: 'ip' as const, value: plainIp(ip) })),
    ...(address === undefined ? [] : [{ kind: 'address' as const, value: plainAddress(address) }]),
  ];
  const told = keys.filter(({ value }) => value !== '');
  return [...new Map(told.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}

/** An identifier of this kind ties those who have it to each other. */
export const isLinkKind = (kind: string): kind is LinkKind =>
  (LINK_KINDS as readonly string[]).includes(kind);

/** Words that stand beside what tells an address apart, and are left out, shortened or written out as the writer likes. */
const ADDRESS_WORDS = new Set(
  (
    'ул улица көшесі көш к street st пр проспект пркт даңғылы даң avenue ave мкр микрорайон ықшамаудан ы а шағын ауданы аудан ' +
    'дом д үй house кв квартира пәтер п apt apartment г город қаласы қ қала city рк казахстан қазақстан kazakhstan'
  ).split(' '),
);

/** Letters and digits in their order: 'г. Алматы, ул. Абая, д. 10, кв. 5' and 'Алматы, Абая 10-5' are one. */
function plainAddress(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  return words.filter((word) => !ADDRESS_WORDS.has(word)).join(' ');
}

/** An IPv6 network of one customer is a /64 at least: the rest of the address changes by the day. */
const IPV6_GROUPS = 4;

function plainIp(ip: string): string {
  if (isIPv4(ip)) return ip;
  const { hostname } = new URL(`http://[${ip}]`);
  const [head, tail = ''] = hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array(Math.max(0, missing)).fill('0'), ...groups(tail)];
  return `${all.slice(0, IPV6_GROUPS).join(':')}::/64`;
}

/** Addresses inside of a network say nothing of who sits where. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

const isPublic = (ip: string): boolean => !PRIVATE.check(ip, isIPv4(ip) ? 'ipv4' : 'ipv6');
