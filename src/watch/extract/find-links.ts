import type { Claims } from './claims.ts';
import type { Contact, Extracted } from './found.ts';
import { linkTarget, siteOf } from './link-target.ts';

export interface FoundLinks {
  readonly contacts: Contact[];
  readonly domains: Extracted['domains'][number][];
}

const WITH_SCHEME =
  /(?<![\p{L}\d])(?:h(?:tt|xx)ps?:\/\/|(?:tg|viber|whatsapp):\/{0,2}(?=[a-z])|(?:tel|sms|callto):\+?(?=[\d(]))[^\s<>"'«»“”`{}|\\^]{3,2000}/giu;
/** Host and path without a scheme: 't.me/name', 'site.kz'. Labels are bounded, so that the search stays linear. */
const SCHEMELESS =
  /(?<![\p{L}\d@._/-])(?:[\p{L}\d](?:[\p{L}\d_-]{0,62})\.){1,6}[\p{L}]{2,24}(?![\p{L}\d_-])(?::\d{1,5})?(?:\/[^\s<>"'«»“”`{}|\\^]{0,2000}|(?=[\s,;:!?)\]"'»”.]|$))/giu;
const GLUED = /^[\u0400-\u04ff]{4,}(?=[a-z\d])/i;
/** The link of a Telegram name taken apart to hide it: 't . me / name', 't[.]me/name', 'т.ме/name', 't точка me/name'. */
const TAKEN_APART =
  /(?<![\p{L}\d.])[tт] {0,2}(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\)| dot | точка |·|•) {0,2}(?:me|ме) {0,2}[/\\] {0,2}((?:\+|joinchat[/\\])?[\w-]{4,64})/giu;
const MESSENGER = /^(?:h(?:tt|xx)ps?:\/\/)?(?:[\w-]+\.)?(?:t|telegram|wa)\.(?:me|dog)\/|^tg:/i;
const MAIL =
  /(?<![p{L}\d._%+-])[\w.%+-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,62})\.){1,5}[a-z]{2,24}(?![\w-])/gi;

/** Ends of hosts that people write without a scheme. Others ('Node.js', 'main.rs') need 'https://' or a path. */
const USUAL_END = new Set(
  `com net org info biz kz ru рф қаз su kg uz by ua tj az am ge tr cn eu de uk pl cc io ai app link click site online shop store
   xyz top club pro bet casino win vip live space website fun website tech life world today one page agency work jobs money cash
   bank exchange onion la lat icu buzz lol mobi`.split(/\s+/),
);

/** Links, also hidden ones, and the domains they lead to. E-mail addresses are claimed and are nobody's contact here. */
export function findLinks(folded: { readonly text: string }, claims: Claims): FoundLinks {
  const { text } = folded;
  const found: FoundLinks = { contacts: [], domains: [] };
  if (text.includes('@'))
    for (const { index, 0: mail } of text.matchAll(MAIL)) claims.claim(index, index + mail.length);
  if (/:[/\d+(]|(?:tg|viber|whatsapp):/i.test(text))
    for (const match of text.matchAll(WITH_SCHEME)) addLink(found, claims, match.index, match[0]);
  if (/[tт][^\p{L}]{0,3}(?:dot|точка)?[^\p{L}]{0,3}[mм][eе]/iu.test(text))
    addTakenApart(found, claims, text);
  if (/[\p{L}\d]\.\p{L}/u.test(text))
    for (const match of text.matchAll(SCHEMELESS)) {
      // A word that runs into the link, 'подробностиsite.kz', is none of it.
      const before = GLUED.exec(match[0])?.[0].length ?? 0;
      const link = match[0].slice(before);
      if (isLink(link)) addLink(found, claims, match.index + before, link);
    }
  return found;
}

function addTakenApart(found: FoundLinks, claims: Claims, text: string): void {
  for (const match of text.matchAll(TAKEN_APART)) {
    const target = match[1].replace('\\', '/');
    const link = `t.me/${target}`;
    // A link that is written plainly is read with all that follows it.
    if (text.slice(match.index, match.index + link.length) === link) continue;
    addTarget(found, claims, match.index, match.index + match[0].length, link);
  }
}

function isLink(written: string): boolean {
  const [host, ...path] = written.split('/');
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.');
  const end = labels.at(-1) ?? '';
  const hasPath = path.join('/') !== '';
  if (/^(?:t|telegram|wa)\.(?:me|dog)$/i.test(host)) return hasPath;
  if (/\.t\.me$/i.test(host)) return true;
  if (!hasPath && !USUAL_END.has(end) && labels[0] !== 'www') return false;
  // 'Работа.kz' is a name and no host; a label of both alphabets imitates one.
  const label = labels.at(-2) ?? '';
  const cyrillicEnd = /\p{Script=Cyrillic}/u.test(end);
  if (!cyrillicEnd && /\p{Script=Cyrillic}/u.test(label) && !/[a-z]/.test(label)) return false;
  if (cyrillicEnd && !/^(?:рф|қаз|рус|бел|укр|москва|онлайн|сайт|дети)$/.test(end)) return false;
  return siteOf(labels.join('.')) !== undefined;
}

function addLink(found: FoundLinks, claims: Claims, start: number, written: string): void {
  // Links of messengers have no other signs: in 't.me/name!пишите' the name ends before.
  const isMessenger = MESSENGER.test(written);
  const link = withoutTail(isMessenger ? written.split(/[^\w+\-./?=&%@:#]/)[0] : written);
  addTarget(found, claims, start, start + link.length, link);
}

function addTarget(
  found: FoundLinks,
  claims: Claims,
  start: number,
  end: number,
  link: string,
): void {
  if (!claims.isFree(start, end)) return;
  const { contact, site } = linkTarget(link);
  claims.claim(start, end);
  if (contact !== undefined) found.contacts.push({ ...contact, start, end });
  if (site !== undefined && !found.domains.some(({ host }) => host === site.host))
    found.domains.push(site);
}

/** Signs at the end belong to the sentence, and so does a bracket that was not opened in the link. */
function withoutTail(written: string): string {
  const opened = written.split('(').length;
  let closed = written.split(')').length;
  let end = written.length;
  for (; end > 0; end--) {
    const last = written[end - 1];
    if (last === ')' && closed > opened) closed--;
    else if (!/[.,;:!?*'"…\]]/.test(last)) break;
  }
  return written.slice(0, end);
}
