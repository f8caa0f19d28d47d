import { UTC_OFFSET_MS } from '../calendar.ts';

/** A number shown through an Excel format, e.g. a date. */
export interface Formatted {
  readonly value: number;
  readonly format: string;
}
export type Cell = string | number | Formatted | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Merged ranges, both ends included, 0-based. */
  readonly merges?: readonly {
    readonly from: readonly [row: number, column: number];
    readonly to: readonly [row: number, column: number];
  }[];
}

const DAY_MS = 86_400_000;
/** Days from Excel's day 0 to 1 January 1970. */
const EXCEL_EPOCH = 25_569;

interface LocalParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly time: string;
}

/** The wall clock in Kazakhstan, UTC+5. */
function local(at: number): LocalParts {
  const iso = new Date(at + UTC_OFFSET_MS).toISOString();
  return {
    year: iso.slice(0, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    time: iso.slice(11, 19),
  };
}

export function dottedDate(at: number): string {
  const { year, month, day } = local(at);
  return `${day}.${month}.${year}`;
}

export function slashedDate(at: number): string {
  const { year, month, day } = local(at);
  return `${day}/${month}/${year}`;
}

export const dottedMoment = (at: number): string => `${dottedDate(at)} ${local(at).time}`;

/** `YYYY.MM.DD HH:MM:SS` */
export function yearFirstMoment(at: number): string {
  const { year, month, day, time } = local(at);
  return `${year}.${month}.${day} ${time}`;
}

/** The moment as Excel keeps it: days since 1900 in local time, shown as a date. */
export function excelMoment(at: number): Formatted {
  return {
    value: (at + UTC_OFFSET_MS) / DAY_MS + EXCEL_EPOCH,
    format: 'dd.mm.yyyy hh:mm:ss',
  };
}

/** `12 345,67` */
export function commaSum(minor: number): string {
  return grouped(minor, ' ', ',');
}

/** `12 345.67` with no-break spaces */
export function pointSum(minor: number): string {
  return grouped(minor, '\u00a0', '.');
}

/** `12345.67` */
export function plainSum(minor: number): string {
  return grouped(minor, '', '.');
}

export const numberSum = (minor: number): number => minor / 100;

function grouped(minor: number, space: string, point: string): string {
  const whole = String(Math.floor(minor / 100)).replace(/\B(?=(\d{3})+$)/g, space);
  return `${whole}${point}${String(minor % 100).padStart(2, '0')}`;
}
