import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { DAY_MS, utcOfLocal } from '../local-time.ts';
import type { Cell } from './workbook.ts';

export interface When {
  /** Epoch ms UTC; local midnight when only the day is told. */
  readonly at: number;
  /** The cell has a date and no time of day. */
  readonly dayOnly: boolean;
}

/** Days from the zero of Excel's 1900 calendar (with its leap day that never was) and of its 1904 calendar to 1970. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** Statements are about living people's accounts: what lies outside is a misread number. */
const EARLIEST = Date.UTC(1993, 10, 15); // the tenge's first day
const LATEST = Date.UTC(2100, 0, 1);

const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6}))?)?$/;
const ZONE = /(Z|[+-]\d{2}:?\d{2})$/;

/** Reads a date cell: an Excel serial or a text as banks write it, day before month. Times are Kazakhstan's unless a zone is told. */
export function readWhen(cell: Cell, from1904: boolean, clockCell: Cell = null): Result<When> {
  if (cell === null) return fail('QRG_ROW_TIME', { value: '' });
  const when =
    typeof cell === 'number' ? fromSerial(cell, from1904) : fromText(cell.replace(/\s+/g, ' '));
  const full = when === undefined || !when.dayOnly ? when : withClock(when, clockCell);
  if (full === undefined || full.local < EARLIEST || full.local >= LATEST)
    return fail('QRG_ROW_TIME', { value: String(cell) });
  const at = full.zoneMs === undefined ? utcOfLocal(full.local) : full.local - full.zoneMs;
  return ok({ at, dayOnly: full.dayOnly });
}

interface LocalWhen {
  readonly local: number;
  readonly dayOnly: boolean;
  readonly zoneMs?: number;
}

/** Serials carry rounding errors of a few ms and banks post by the second: round to it. */
function fromSerial(serial: number, from1904: boolean): LocalWhen {
  const days = serial - (from1904 ? EPOCH_1904 : EPOCH_1900);
  return { local: Math.round(days * 86_400) * 1000, dayOnly: Number.isInteger(serial) };
}

function fromText(text: string): LocalWhen | undefined {
  const zone = ZONE.exec(text.includes(':') ? text : '')?.[1];
  const bare = zone === undefined ? text : text.slice(0, -zone.length).trim();
  const [date, clock, ...rest] = bare.split(/[ T,]+/);
  if (date === undefined || rest.length > 0) return undefined;
  const day = dayOf(date);
  if (day === undefined) return undefined;
  if (clock === undefined || clock === '') return { local: day, dayOnly: true };
  const ms = clockMs(clock);
  if (ms === undefined) return undefined;
  const when = { local: day + ms, dayOnly: false };
  return zone === undefined ? when : { ...when, zoneMs: zoneMs(zone) };
}

function dayOf(text: string): number | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const year = Number(dayFirst[3]);
    return validDay(year < 100 ? 2000 + year : year, Number(dayFirst[2]), Number(dayFirst[1]));
  }
  const yearFirst = YEAR_FIRST.exec(text);
  return yearFirst
    ? validDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
    : undefined;
}

function validDay(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? at : undefined;
}

function clockMs(text: string): number | undefined {
  const parts = CLOCK.exec(text);
  if (!parts) return undefined;
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const fraction = Math.floor(Number(`0.${parts[4] ?? '0'}`) * 1000);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
}

function zoneMs(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(/\D/g, '');
  const ms = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
  return zone.startsWith('-') ? -ms : ms;
}

/** A time of day from its own column: a text or the fraction of a day. */
function withClock(when: LocalWhen, cell: Cell): LocalWhen | undefined {
  if (cell === null) return when;
  const ms =
    typeof cell === 'number'
      ? Math.round((cell - Math.floor(cell)) * (DAY_MS / 1000)) * 1000
      : clockMs(cell);
  return ms === undefined ? undefined : { local: when.local + ms, dayOnly: false };
}

const DATE_IN_TEXT = /\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}/g;

/** The first two dates inside a text such as 'c 01/02/2026 по 28/02/2026': [start of the first day, end of the last]. */
export function readPeriod(text: string): { from: number; to: number } | undefined {
  const days = [...text.matchAll(DATE_IN_TEXT)].map(([date]) => dayOf(date));
  const [first, last] = days;
  if (first === undefined || last === undefined || last < first) return undefined;
  return { from: utcOfLocal(first), to: utcOfLocal(last + DAY_MS) - 1 };
}
