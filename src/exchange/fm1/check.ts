import { parseIinOrBin } from '../../domain/iin-or-bin.ts';
import { codesOn, type Fm1Book, type Fm1Code } from './code-book.ts';
import { type Fm1Document, type Fm1Row, type Fm1Values, rowsOf } from './document.ts';
import type { Fm1Field } from './field.ts';
import { FM1_PROBLEMS, type Fm1Problem, type Fm1ProblemCode } from './problems.ts';
import { replacedIn, standsFor } from './wire.ts';

export interface Fm1Checking {
  readonly book: Fm1Book;
  /** Codes of signs of suspicion that were loaded; null: none were. */
  readonly signs: readonly Fm1Code[] | null;
  /** Day of the notice (Almaty), 'YYYY-MM-DD': codes hold on it, and nothing is later. */
  readonly day: string;
}

/** Code of requisite 1.5 for suspicion. */
const SUSPICION = '2';
/** Code of 1.4 for an operation that has no time. */
const NO_TIME = '4';
/** Code of 4.2 for a client. */
const CLIENT = '2';
const TENGE = '398';

/**
 * What is wrong with a document, in the order of the form. What stops keeps it from being submitted; the rest is worth a look.
 * Needed by the form of 2024 and the conditions of the format: docs/reference/fm1.md lists them.
 */
export function checkFm1(document: Fm1Document, checking: Fm1Checking): Fm1Problem[] {
  const { message, participants } = document;
  const found = rowsOf(document).flatMap((row) => checkRow(row, message, checking));
  const say = (field: string, code: Fm1ProblemCode, told: Told = {}): void => {
    found.push(problem({ place: 'message', field, code, ...told }));
  };
  if (participants.length === 0) say('3.4', 'participants');
  counted(message, '3.4', participants.length, say);
  if (document.references.length > 0) counted(message, '1.1(2)', document.references.length, say);
  if (['2', '3'].includes(message['1.3'] ?? '') && document.references.length === 0)
    say('1.1(2)', 'references');
  checkSigns(message, say);
  checkAmounts(message, say);
  for (const [i, { fields, founders }] of participants.entries())
    if (fields['4.5'] === '1' && fields['4.2'] === CLIENT && founders.length === 0)
      found.push(
        problem({ place: `participants/${i + 1}`, field: '4.9', code: 'founders', stops: false }),
      );
  return found;
}

/** Problems of one part of the form, of the institution's own data for instance. */
const checkRow = (row: Fm1Row, message: Fm1Values, checking: Fm1Checking): Fm1Problem[] =>
  row.fields.flatMap((field) => {
    const value = row.values[field.id] ?? '';
    const at = { place: row.place, field: field.id };
    if (value === '')
      return missing(field, row, message).map((told) => problem({ ...at, ...told }));
    return [...wrong(field, value, row, checking), ...signsOf(value), ...untold(field)].map(
      (told) => problem({ ...at, ...told }),
    );
  });

interface Told {
  readonly n?: string | number;
  readonly x?: string;
  readonly stops?: boolean;
}

function problem({
  place,
  field,
  code,
  n = '',
  x = '',
  stops = true,
}: Told & Pick<Fm1Problem, 'place' | 'field' | 'code'>): Fm1Problem {
  const { ru, kk, en } = FM1_PROBLEMS[code];
  const fill = (text: string): string => text.replace('{n}', String(n)).replace('{x}', x);
  return { place, field, code, stops, text: { ru: fill(ru), kk: fill(kk), en: fill(en) } };
}

type Found = Told & Pick<Fm1Problem, 'code'>;

function missing(field: Fm1Field, row: Fm1Row, message: Fm1Values): Found[] {
  const need = needOf(field, row.values, message);
  if (need === 'no') return [];
  return [need === 'should' ? { code: 'should', stops: false } : { code: 'required' }];
}

/** What only a bank of the person knows is no duty of another: of who is not its client an entity tells what it has. */
const KNOWN_OF_ANYBODY = ['4.1', '4.2', '4.3', '4.5'];

function needOf(
  { id, need }: Fm1Field,
  values: Fm1Values,
  message: Fm1Values,
): 'yes' | 'should' | 'no' {
  const isStranger = id.startsWith('4.') && values['4.2'] !== undefined && values['4.2'] !== CLIENT;
  const yes = isStranger && !KNOWN_OF_ANYBODY.includes(id) ? 'should' : 'yes';
  switch (need) {
    case 'always':
      return yes;
    case 'should':
      return 'should';
    case 'suspicious':
      return message['1.5'] === SUSPICION ? yes : 'no';
    case 'operated':
      return message['1.4'] === NO_TIME ? 'no' : yes;
    case 'purpose':
      return message['3.3(2)'] === 'True' ? 'no' : yes;
    case 'named':
      return values['4.8(2)'] === 'True' || values['4.14(2.1)'] === 'True' ? 'no' : yes;
    default:
      return 'no';
  }
}

function wrong(field: Fm1Field, value: string, row: Fm1Row, checking: Fm1Checking): Found[] {
  const found: Found[] = [];
  if (value.length > field.most) found.push({ code: 'long', n: field.most });
  const form = formOf(field, value, checking.day);
  if (form !== undefined) found.push(form);
  else if (field.codes !== undefined) found.push(...codeOf(field.codes, value, checking));
  if (field.id === '4.13') found.push(...taxNumber(value, row.values));
  if (['2.9', '4.23'].includes(field.id) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    found.push({ code: 'email', stops: field.id === '2.9' });
  return found;
}

function formOf({ type }: Fm1Field, value: string, day: string): Found | undefined {
  switch (type) {
    case 'number':
      return /^\d+$/.test(value) ? undefined : { code: 'number' };
    case 'date':
      if (!isDay(value)) return { code: 'date' };
      return value > day ? { code: 'future' } : undefined;
    case 'moment':
      if (!isMoment(value)) return { code: 'moment' };
      return value.slice(0, 10) > day ? { code: 'future' } : undefined;
    case 'amount':
      return /^\d{1,20}\.\d{2}$/.test(value) && /[1-9]/.test(value)
        ? undefined
        : { code: 'amount' };
    case 'flag':
      return value === 'True' || value === 'False' ? undefined : { code: 'flag' };
    case 'country':
      return /^[A-Z]{2}$/.test(value) ? undefined : { code: 'country' };
    case 'tax_number':
      return parseIinOrBin(value).ok && value.length === 12
        ? undefined
        : { code: 'tax_number', x: value };
    default:
      return undefined;
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) && isDay(text.slice(0, 10));

/** Tables of which only a part was read. */
const OPEN_TABLES = ['participants', 'deals', 'currencies'];

function codeOf(table: string, code: string, { book, signs, day }: Fm1Checking): Found[] {
  if (table === 'signs') {
    if (signs === null) return [{ code: 'no_signs', stops: false }];
    return signs.some((sign) => sign.code === code) ? [] : [{ code: 'code' }];
  }
  if (codesOn(book, table, day).some((one) => one.code === code)) return [];
  return OPEN_TABLES.includes(table) ? [{ code: 'code_open', stops: false }] : [{ code: 'code' }];
}

/** A resident's number has a check digit; numbers of other countries have forms of their own. */
function taxNumber(value: string, values: Fm1Values): Found[] {
  if (values['4.4'] !== undefined && values['4.4'] !== 'KZ') return [];
  const read = parseIinOrBin(value);
  if (!read.ok || value.length !== 12)
    return [{ code: 'tax_number', x: value, stops: values['4.2'] === CLIENT }];
  const wanted = values['4.5'] === '1' ? 'bin' : 'iin';
  return values['4.5'] === undefined || read.value.kind === wanted
    ? []
    : [{ code: 'tax_kind', stops: false }];
}

const signsOf = (value: string): Found[] =>
  replacedIn(value).map((sign) => ({
    code: 'replaced',
    x: shown(sign),
    n: shown(standsFor(sign)),
    stops: false,
  }));

/** Signs without a look of their own by number. */
const shown = (sign: string): string =>
  /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign)
    ? `«${sign}»`
    : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const untold = ({ tag }: Fm1Field): Found[] =>
  tag === '' ? [{ code: 'no_tag', stops: false }] : [];

type Say = (field: string, code: Fm1ProblemCode, told?: Told) => void;

function counted(message: Fm1Values, field: string, n: number, say: Say): void {
  const told = message[field];
  if (told !== undefined && told !== '' && told !== String(n)) say(field, 'count', { n });
}

function checkSigns(message: Fm1Values, say: Say): void {
  const [first = '', second = '', third = ''] = ['3.10', '3.11', '3.12'].map((id) => message[id]);
  if (first === '' && (second !== '' || third !== '')) say('3.10', 'sign_order');
  if (second !== '' && second === first) say('3.11', 'sign_twice', { stops: false });
  if (third !== '' && (third === first || third === second))
    say('3.12', 'sign_twice', { stops: false });
}

function checkAmounts(message: Fm1Values, say: Say): void {
  const { '3.5': currency, '3.6': amount, '3.7': tenge } = message;
  if (currency === TENGE && amount && tenge && amount !== tenge) say('3.7', 'amounts');
}
