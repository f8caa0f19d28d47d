import { fail, ok, type Result } from './errors/catalogue.ts';

/** Whom a Telegram name or link leads to. */
export interface Handle {
  /** A name, a secret invitation to a group or channel, or a link by phone number. */
  readonly kind: 'username' | 'invite' | 'phone';
  /** Lower case without '@' for a name (Telegram does not tell cases apart); the invitation as written; '+7…'. */
  readonly value: string;
}

/** telegram.org/faq: Latin letters, digits, '_'; first a letter, last not '_'. Four letters: bought names. */
const NAME = /^[a-z](?:_?[a-z0-9])+$/i;
const LINK = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)\/(.+)$/i;
const SUBDOMAIN = /^(?:https?:\/\/)?([a-z0-9_]+)\.t\.me\/?(?:[?#].*)?$/i;
const APP_LINK = /^tg:(?:\/\/)?(resolve|join)\?(.+)$/i;
/** First words of t.me links that are no names: telegram's own pages. */
const RESERVED = new Set(
  'addstickers addemoji addtheme addlist share proxy socks login iv setlanguage invoice bg boost giftcode c joinchat confirmphone contact'.split(
    ' ',
  ),
);

/**
 * Reads '@Name', 'Name', 't.me/Name', 'https://t.me/s/Name/15?x', 'tg://resolve?domain=Name' and the
 * links of invitations ('t.me/+AbC…', 't.me/joinchat/…') and numbers ('t.me/+7701…').
 * Fails with QRG_HANDLE_FORM.
 */
export function parseHandle(text: string): Result<Handle> {
  const written = text.trim();
  const target = linkTarget(written) ?? written.replace(/^@/, '');
  const phone = /^\+(\d{7,15})$/.exec(target)?.[1];
  if (phone !== undefined) return ok({ kind: 'phone', value: `+${phone}` });
  const invite = /^\+([\w-]{10,64})$/.exec(target)?.[1];
  if (invite !== undefined) return ok({ kind: 'invite', value: invite });
  if (
    target.length < 4 ||
    target.length > 32 ||
    !NAME.test(target) ||
    RESERVED.has(target.toLowerCase())
  )
    return fail('QRG_HANDLE_FORM', { value: written.slice(0, 60) });
  return ok({ kind: 'username', value: target.toLowerCase() });
}

/** Name, '+invitation' or '+number' that a link leads to; undefined when the text is no link. */
function linkTarget(written: string): string | undefined {
  const app = APP_LINK.exec(written);
  if (app !== null) {
    const query = new URLSearchParams(app[2]);
    if (app[1].toLowerCase() === 'join') return `+${query.get('invite') ?? ''}`;
    return query.get('domain') ?? `+${(query.get('phone') ?? '').replace(/^\+/, '')}`;
  }
  const host = SUBDOMAIN.exec(written)?.[1];
  if (host !== undefined && host.toLowerCase() !== 'www') return host;
  const path = LINK.exec(written)?.[1].split(/[?#]/)[0].split('/');
  if (path === undefined) return undefined;
  if (path[0].toLowerCase() === 'joinchat') return `+${path[1] ?? ''}`;
  return path[0].toLowerCase() === 's' && path[1] ? path[1] : path[0];
}

/** '@name' for a name, otherwise the link that opens it. */
export const formatHandle = ({ kind, value }: Handle): string =>
  kind === 'username' ? `@${value}` : kind === 'invite' ? `t.me/+${value}` : `t.me/${value}`;
