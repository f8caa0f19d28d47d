import { parse } from 'tldts';
import { parseHandle } from '../../domain/handle.ts';
import { parsePhone } from '../../domain/phone.ts';
import type { Contact } from './found.ts';

/** Where a link leads: whom it is a contact of, and the site unless it is only a way to reach somebody. */
export interface LinkTarget {
  readonly contact: Pick<Contact, 'kind' | 'value'> | undefined;
  readonly site: { readonly domain: string; readonly host: string } | undefined;
}

const NOWHERE: LinkTarget = { contact: undefined, site: undefined };
const TELEGRAM = /^(?:[a-z0-9_]+\.)?(?:t\.me|telegram\.me|telegram\.dog)$/;
const WHATSAPP = /^(?:wa\.me|(?:api|web|www)\.whatsapp\.com|whatsapp\.com)$/;
/** Networks where people have pages, by host; what every one calls itself here. */
const NETWORKS: Readonly<Record<string, string>> = {
  'instagram.com': 'instagram.com',
  'instagr.am': 'instagram.com',
  'vk.com': 'vk.com',
  'vk.ru': 'vk.com',
  'vkontakte.ru': 'vk.com',
  'tiktok.com': 'tiktok.com',
  'facebook.com': 'facebook.com',
  'fb.com': 'facebook.com',
  'ok.ru': 'ok.ru',
  'threads.net': 'threads.net',
};
/** First words of paths that are no page of a person: posts, videos, the network's own. */
const NO_PAGE =
  /^(?:p|reel|reels|tv|explore|stories|accounts|share|sharer|sharer\.php|watch|groups|events|photo|photo\.php|permalink\.php|story\.php|login|video|videos|feed|im|al_feed\.php|dk|music|tag|discover|hashtag|marketplace|wall.*|album.*|photo-.*|video-.*|topic-.*|t|post)$/;

/** Reads a link, its scheme optional. Never throws; a link that says nothing of anybody leads nowhere. */
export function linkTarget(written: string): LinkTarget {
  if (/^tg:/i.test(written)) return { contact: telegramContact(written), site: undefined };
  if (/^(?:tel|sms|callto|viber|whatsapp):/i.test(written)) return numberTarget(written);
  const link = splitLink(written);
  if (link === undefined) return NOWHERE;
  const { host, path, query } = link;
  if (TELEGRAM.test(host)) {
    const contact = telegramContact(`https://${host}${path}${query}`);
    return { contact: contact ?? pageOf(host, path), site: undefined };
  }
  if (WHATSAPP.test(host)) return whatsappTarget(host, path, query);
  const site = siteOf(host);
  if (site === undefined) return NOWHERE;
  const network = NETWORKS[site.domain];
  const page = network === undefined ? undefined : profileOf(network, path, query);
  if (page !== undefined)
    return { contact: { kind: 'profile', value: `${network}/${page}` }, site: undefined };
  return { contact: pageOf(host, path), site };
}

/** Registrable domain (the public suffix list with its private part: each page of a free host is somebody's own) and host. */
export function siteOf(host: string): { domain: string; host: string } | undefined {
  const read = parse(host, { allowPrivateDomains: true, validateHostname: false });
  if (read.isIp === true) return { domain: host, host };
  if (read.domain === null || read.domain === undefined) return undefined;
  const known = read.isIcann === true || read.isPrivate === true || host.endsWith('.onion');
  return known ? { domain: read.domain, host } : undefined;
}

interface SplitLink {
  readonly host: string;
  /** '' or '/…' */
  readonly path: string;
  /** '' or '?…' */
  readonly query: string;
}

function splitLink(written: string): SplitLink | undefined {
  const rest = written.replace(/^h(?:tt|xx)ps?:\/\//i, '').replace(/^[^/?#@]{1,64}@/, '');
  const parts = /^([^/?#:]{3,253})(?::\d{1,5})?(\/[^?#]*)?(\?[^#]*)?/u.exec(rest);
  if (parts === null) return undefined;
  const host = parts[1]
    .toLowerCase()
    .replace(/\.+$/, '')
    .replace(/^www\./, '');
  return { host, path: parts[2] ?? '', query: parts[3] ?? '' };
}

function telegramContact(link: string): LinkTarget['contact'] {
  const read = parseHandle(link);
  if (!read.ok) return undefined;
  const { kind, value } = read.value;
  return kind === 'username' ? nameContact(value) : { kind, value };
}

/** A Telegram name: names of bots end in 'bot', and only theirs do (core.telegram.org/bots/features). */
export const nameContact = (name: string): Pick<Contact, 'kind' | 'value'> => ({
  kind: name.endsWith('bot') ? 'bot' : 'handle',
  value: name,
});

function whatsappTarget(host: string, path: string, query: string): LinkTarget {
  const asked = /[?&]phone=(?:\+|%2b)?(\d{7,15})/i.exec(query)?.[1];
  const number = asked ?? /^\/(?:send\/)?\+?(\d{7,15})\/?$/.exec(path)?.[1];
  const contact = number === undefined ? pageOf(host, path) : phoneContact(number);
  return { contact, site: undefined };
}

function numberTarget(written: string): LinkTarget {
  const number = /(?:^(?:tel|sms|callto):|phone=|number=)(?:\+|%2b)?([\d().\- ]{7,20})/i.exec(
    written,
  )?.[1];
  return { contact: number === undefined ? undefined : phoneContact(number), site: undefined };
}

function phoneContact(number: string): LinkTarget['contact'] {
  const digits = number.replace(/\D/g, '');
  // Such links want the country code; people of zone 7 write the trunk 8 all the same.
  const national = /^[78]\d{10}$/.test(digits) || digits.length === 10;
  const read = parsePhone(national ? digits : `+${digits}`);
  return read.ok ? { kind: 'phone', value: read.value.value } : undefined;
}

function profileOf(network: string, path: string, query: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const first = parts[0]?.toLowerCase();
  if (first === undefined) return undefined;
  const id = /[?&]id=(\d{1,20})/.exec(query)?.[1];
  if (first === 'profile.php') return id;
  if ((first === 'profile' || first === 'group') && /^\d{1,20}$/.test(parts[1] ?? ''))
    return `${first}/${parts[1]}`;
  if (network === 'tiktok.com' && !first.startsWith('@')) return undefined;
  const name = first.replace(/^@/, '');
  return !NO_PAGE.test(name) && /^[\w.]{2,64}$/.test(name) ? name : undefined;
}

const PATH_MOST = 200;

const pageOf = (host: string, path: string): LinkTarget['contact'] => ({
  kind: 'link',
  value: `${host}${path.slice(0, PATH_MOST).replace(/\/+$/, '')}`,
});
