import type { CellObject } from '@e965/xlsx';
import { LOCAL_OFFSET_MS } from '../domain/local-day.ts';

/** The kinds of cells a report's sheets are made of. A cell never holds a formula. */

/** Longest text a cell of a workbook may hold (ECMA-376 does not say; Excel's limit). */
const LONGEST_CELL = 32_767;
const DAY_MS = 86_400_000;
/** Day 25,569 of the 1900 date system is 1 January 1970. */
const EPOCH_DAY = 25_569;

/**
 * Text, typed as text: what begins with '=', '+', '-' or '@' stays the characters it is. Characters that XML
 * cannot carry are dropped, as a workbook holding one would not open.
 */
export function text(value: string): CellObject {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these may not stand in XML 1.0
  const clean = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
  return { t: 's', v: clean.slice(0, LONGEST_CELL), z: '@' };
}

export const count = (value: number): CellObject => ({ t: 'n', v: value, z: '#,##0' });

export const plain = (value: number): CellObject => ({ t: 'n', v: value });

export const share = (value: number): CellObject => ({ t: 'n', v: value, z: '0%' });

/** Money in whole currency units; the sum itself keeps its minor units. */
export const money = (minor: number, digits: number): CellObject => ({
  t: 'n',
  v: minor / 10 ** digits,
  z: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`,
});

/** Hours and minutes, past 24 hours too; empty where nothing is known. */
export function duration(ms: number | null): CellObject {
  return ms === null ? text('') : { t: 'n', v: ms / DAY_MS, z: '[h]:mm:ss' };
}

/** A moment in Kazakhstan; the date alone when the input has no time of day. */
export function moment(at: number, clock: 'exact' | 'day'): CellObject {
  return clock === 'day'
    ? { t: 'n', v: Math.floor(at / DAY_MS) + EPOCH_DAY, z: 'yyyy-mm-dd' }
    : { t: 'n', v: (at + LOCAL_OFFSET_MS) / DAY_MS + EPOCH_DAY, z: 'yyyy-mm-dd hh:mm' };
}
