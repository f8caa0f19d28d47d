import type { Language } from '../../src/domain/language.ts';
import { maskAccount } from '../../src/domain/mask.ts';
import type { ReportModel } from '../../src/report/model.ts';
import { fillIn } from './say.ts';
import { UNIT_TEXTS, type UnitTextName } from './unit-texts.ts';

const say = (
  language: Language,
  name: UnitTextName,
  args?: Readonly<Record<string, number>>,
): string => fillIn(UNIT_TEXTS[name][language], args);

/**
 * How numbers, sums and times read on the page. Digits go through Intl with Russian conventions for
 * Kazakh too: browsers say they support kk-KZ but ship no data for it (Chromium prints "1,234.5" and "M03").
 */
export interface Format {
  number: (value: number) => string;
  /** Whole units with the currency; hundredths only where the sum is small enough for them to matter. */
  money: (minor: number) => string;
  /** At most three digits: '4,3 млн ₸'. */
  moneyShort: (minor: number) => string;
  share: (share: number) => string;
  /** Date and time in Kazakhstan; the date alone when the input has no time of day. */
  moment: (at: number) => string;
  date: (at: number) => string;
  /** The date without its year. */
  dayMonth: (at: number) => string;
  /** 'HH:MM'; '' without a clock. */
  time: (at: number) => string;
  period: (from: number, to: number) => string;
  duration: (ms: number | null) => string;
  /** An account for a list: a number that could be used is masked unless numbers are shown. */
  account: (account: string) => string;
  /** A sentence with the accounts named in it masked likewise. */
  masked: (text: string, accounts: readonly string[]) => string;
}

/** Narrow no-break space: groups digits and keeps a unit with its number. */
const THIN = '\u202f';
/** Kazakhstan has had one time zone, UTC+5, since 1 March 2024. */
const LOCAL_OFFSET_MS = 5 * 3_600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Days counted from zero (simulations) come out as the first years of the epoch: no bank file does. */
const COUNTED_DAYS_END = Date.UTC(1980, 0, 1);
const SIGNS: Readonly<Record<string, string>> = { KZT: '₸', USD: '$', EUR: '€', RUB: '₽' };
const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export interface FormatNeeds {
  language: Language;
  reveal: boolean;
  model: Pick<ReportModel, 'currency' | 'clock'> & { totals: Pick<ReportModel['totals'], 'to'> };
}

export function createFormat({ language, reveal, model }: FormatNeeds): Format {
  const { clock, currency } = model;
  const digits = digitWriter(language);
  const times = timeWriter(language, clock, model.totals.to < COUNTED_DAYS_END);
  const unit = minorUnits(currency);
  const sign = currency === '' ? '' : `${THIN}${SIGNS[currency] ?? currency}`;
  const account = (name: string): string => (reveal ? name : maskNumber(name));
  return {
    ...times,
    number: (value) => digits(value, 0),
    money: (minor) => {
      const major = minor / unit;
      const small = Math.abs(major) < 100 && !Number.isInteger(major);
      return digits(major, small ? 2 : 0) + sign;
    },
    moneyShort: (minor) => short(minor / unit, digits, language) + sign,
    share: (share) => `${digits(share * 100, 0)}${language === 'en' ? '' : THIN}%`,
    duration: (ms) => (ms === null ? '—' : duration(ms, clock, language)),
    account,
    masked: (text, accounts) =>
      reveal ? text : accounts.reduce((all, name) => all.replaceAll(name, maskNumber(name)), text),
  };
}

type DigitWriter = (value: number, decimals: number) => string;

function digitWriter(language: Language): DigitWriter {
  const locale = language === 'en' ? 'en' : 'ru';
  const made = new Map<number, Intl.NumberFormat>();
  return (value, decimals) => {
    let format = made.get(decimals);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
      made.set(decimals, format);
    }
    return format
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? THIN : part.value))
      .join('');
  };
}

/** Minor units in one unit of a currency, as the browser knows it; a hundred where the input names none. */
export function minorUnits(currency: string): number {
  try {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return 10 ** (options.maximumFractionDigits ?? 2);
  } catch {
    return 100;
  }
}

const STEPS = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
] as const;

function short(major: number, digits: DigitWriter, language: Language): string {
  for (const [size, word] of STEPS) {
    // 999 950 already reads as 1 million
    if (Math.abs(major) < size * 0.9995) continue;
    const scaled = major / size;
    return `${digits(scaled, Math.abs(scaled) < 99.95 ? 1 : 0)}${THIN}${say(language, word)}`;
  }
  return digits(major, Math.abs(major) < 100 ? 2 : 0);
}

type TimeWriter = Pick<Format, 'moment' | 'date' | 'dayMonth' | 'time' | 'period'>;

function timeWriter(language: Language, clock: 'exact' | 'day', counted: boolean): TimeWriter {
  // A file of days has no hour that an offset could move.
  const local = (at: number): Date => new Date(clock === 'day' ? at : at + LOCAL_OFFSET_MS);
  const date = (at: number): string => {
    const d = local(at);
    if (counted) return say(language, 'dayNumber', { n: Math.floor(at / DAY_MS) });
    const [day, month, year] = [d.getUTCDate(), d.getUTCMonth(), d.getUTCFullYear()];
    return language === 'en'
      ? `${day}\u00a0${MONTHS_EN[month]}\u00a0${year}`
      : `${two(day)}.${two(month + 1)}.${year}`;
  };
  const time = (at: number): string => {
    if (clock === 'day') return '';
    const d = local(at);
    return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  };
  return {
    date,
    dayMonth: (at) => (counted ? date(at) : date(at).replace(/[.\u00a0]\d{4}$/, '')),
    time,
    moment: (at) => (clock === 'day' ? date(at) : `${date(at)} ${time(at)}`),
    period: (from, to) => {
      const [first, last] = [date(from), date(to)];
      return first === last ? first : `${first} – ${last}`;
    },
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

function duration(ms: number, clock: 'exact' | 'day', language: Language): string {
  const part = (n: number, unit: 'seconds' | 'minutes' | 'hours' | 'days'): string =>
    `${n}${THIN}${say(language, unit)}`;
  if (clock === 'day')
    return ms < DAY_MS ? say(language, 'sameDay') : part(Math.round(ms / DAY_MS), 'days');
  if (ms < MINUTE_MS) return part(Math.round(ms / 1000), 'seconds');
  if (ms < 90 * MINUTE_MS) return part(Math.round(ms / MINUTE_MS), 'minutes');
  if (ms < 10 * HOUR_MS) {
    const minutes = Math.round(ms / MINUTE_MS);
    const rest = minutes % 60;
    const hours = part(Math.floor(minutes / 60), 'hours');
    return rest === 0 ? hours : `${hours} ${part(rest, 'minutes')}`;
  }
  if (ms < 2 * DAY_MS) return part(Math.round(ms / HOUR_MS), 'hours');
  return part(Math.round(ms / DAY_MS), 'days');
}

/** Names of a simulation ('C1305', '-1') stay whole; an IBAN, a card, a phone has nine digits in a row or this form. */
function maskNumber(name: string): string {
  const plain = name.replace(/\s/g, '');
  const usable = /\d{9}/.test(plain) || /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain);
  return usable && !name.includes('*') ? maskAccount(name) : name;
}
