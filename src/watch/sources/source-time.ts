import { LOCAL_OFFSET_MS } from '../../domain/local-day.ts';

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
const LOCAL = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
/** RFC 822 as feeds write it: 'Tue, 03 Jun 2025 09:39:21 +0500'. */
const MAIL =
  /^(?:\w{3},?\s+)?(\d{1,2})\s+(\w{3})\w*\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[A-Z]{1,5})?$/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** RFC 822, 5.1. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** No post of the internet is older than it. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Time of a post as sources write it, epoch ms: ISO 8601, RFC 822 of feeds, '31.12.2025 18:30', seconds or milliseconds
 * since 1970. Without a zone it is the local time of Kazakhstan (UTC+5). undefined when it is none of these.
 */
export function sourceTime(told: string | number | undefined): number | undefined {
  const text = String(told ?? '')
    .slice(0, 64)
    .trim();
  const at = /^\d{9,14}$/.test(text) ? sinceEpoch(Number(text)) : written(text);
  return at !== undefined && at >= EARLIEST && at < LATEST ? at : undefined;
}

/** Seconds until the year 5138, then milliseconds from 1973 on. */
const sinceEpoch = (number: number): number => (number < 1e11 ? number * 1000 : number);

function written(text: string): number | undefined {
  const iso = ISO.exec(text);
  if (iso !== null)
    return moment([iso[1], iso[2], iso[3]], [iso[4], iso[5], iso[6]], zoneMs(iso[7]));
  const local = LOCAL.exec(text);
  if (local !== null)
    return moment([local[3], local[2], local[1]], [local[4], local[5], local[6]], LOCAL_OFFSET_MS);
  const mail = MAIL.exec(text);
  if (mail === null) return undefined;
  const month = MONTHS.indexOf(mail[2].toLowerCase()) + 1;
  return moment([mail[3], String(month), mail[1]], [mail[4], mail[5], mail[6]], zoneMs(mail[7]));
}

function zoneMs(told: string | undefined): number {
  if (told === undefined) return LOCAL_OFFSET_MS;
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(told);
  if (offset === null) return (ZONES[told.toUpperCase()] ?? 0) * 3_600_000;
  const ms = (Number(offset[2]) * 60 + Number(offset[3])) * 60_000;
  return offset[1] === '-' ? -ms : ms;
}

type Told = string | undefined;

function moment(
  day: [Told, Told, Told],
  clock: [Told, Told, Told],
  zone: number,
): number | undefined {
  const [year, month, date] = day.map(Number);
  const [hour, minute, second] = clock.map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const at = Date.UTC(year, month - 1, date, hour, minute, second);
  // 31 February is no day, though JavaScript makes one of it.
  return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date &&
    month >= 1 &&
    month <= 12
    ? at - zone
    : undefined;
}
