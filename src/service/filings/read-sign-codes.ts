import { QorganError } from '../../domain/errors/catalogue.ts';
import type { SignCode } from '../../store/tables/filings.ts';

const COLUMNS = ['code', 'text', 'from', 'to'] as const;
const CODES_MOST = 2_000;
const TEXT_MOST = 1_000;

/**
 * Reads the table of signs that an officer brings: CSV by RFC 4180 (comma or semicolon), a header `code,text,from,to`, one code a
 * line, days 'YYYY-MM-DD', `to` empty while the code holds. Throws QRG_FILING_SIGN_CODES with the line of the first thing wrong.
 */
export function readSignCodes(csv: string): SignCode[] {
  const rows = rowsOf(csv.replace(/^\ufeff/, ''));
  const header = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const places = COLUMNS.map((name) => header.indexOf(name));
  const missing = COLUMNS.find((_, i) => places[i] < 0);
  if (missing !== undefined) throw wrong(1, `no column ${missing}`);
  const codes: SignCode[] = [];
  for (const { cells, line } of rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (codes.length >= CODES_MOST) throw wrong(line, `more than ${CODES_MOST} codes`);
    const [code, text, from, to] = places.map((place) => (cells[place] ?? '').trim());
    const one = { code, text, from, to: to === '' ? null : to };
    check(one, line);
    const twice = codes.find((other) => other.code === code && overlap(other, one));
    if (twice !== undefined) throw wrong(line, `code ${code} holds twice for one day`);
    codes.push(one);
  }
  if (codes.length === 0) throw wrong(2, 'no code');
  return codes;
}

function check({ code, text, from, to }: SignCode, line: number): void {
  if (!/^\d{1,8}$/.test(code)) throw wrong(line, `code ${code.slice(0, 20)} is no number`);
  if (text === '' || text.length > TEXT_MOST) throw wrong(line, 'text is empty or too long');
  if (!isDay(from)) throw wrong(line, `from ${from.slice(0, 20)} is no day`);
  if (to !== null && !isDay(to)) throw wrong(line, `to ${to.slice(0, 20)} is no day`);
  if (to !== null && to < from) throw wrong(line, 'to is before from');
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const END = '9999-12-31';
const overlap = (a: SignCode, b: SignCode): boolean =>
  a.from <= (b.to ?? END) && b.from <= (a.to ?? END);

interface Row {
  readonly cells: string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

function rowsOf(text: string): Row[] {
  const mark = /^[^\n]*;/.test(text) && !/^[^\n;]*,/.test(text) ? ';' : ',';
  const rows: Row[] = [];
  let row: Row = { cells: [], line: 1 };
  let cell = '';
  let quoted = false;
  let line = 1;
  const endCell = (): void => {
    row.cells.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '\n') line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === mark) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push(row);
      row = { cells: [], line };
    } else if (sign !== '\r') cell += sign;
  }
  if (quoted) throw wrong(row.line, 'a quote is not closed');
  if (cell !== '' || row.cells.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

const wrong = (line: number, why: string): QorganError =>
  new QorganError('QRG_FILING_SIGN_CODES', { line, why });
