import { bankCodeOf, isKzIban, type PersonId, readAccount, readPersonId } from './cell-identity.ts';
import { readCurrency } from './cell-money.ts';
import { readPeriod } from './cell-time.ts';
import { normalSpelling } from './spelling.ts';
import type { Cell, Sheet } from './workbook.ts';

/** What the lines above the header, or the sheet's name, say about the statement. Absent = not said. */
export interface StatementAbout {
  account?: string;
  /** ISO 4217 of the account. */
  currency?: string;
  ownerId?: PersonId;
  ownerName?: string;
  /** Epoch ms UTC, both inclusive. */
  from?: number;
  to?: number;
}

/** Labels in `normalSpelling` form, as they begin a line; the longest that fits is taken. */
const LABELS: readonly (readonly [
  keyof StatementAbout | 'balance' | 'period',
  readonly string[],
])[] = [
  [
    'currency',
    ['валюта счета', 'валюта контракта', 'валюта', 'шот валютасы', 'валютасы', 'currency'],
  ],
  ['period', ['период выписки', 'период', 'за период', 'кезең', 'үзінді кезеңі', 'period']],
  [
    'balance',
    [
      'входящий остаток',
      'исходящий остаток',
      'начальный баланс',
      'конечный баланс',
      'остаток',
      'баланс',
    ],
  ],
  [
    'account',
    ['номер счета', 'счет', 'contract', 'контракт', 'иик', 'iban', 'шот нөмірі', 'шот', 'account'],
  ],
  ['ownerId', ['иин бин', 'бин иин', 'иин', 'бин', 'жсн бсн', 'жсн', 'бсн', 'iin bin']],
  [
    'ownerName',
    [
      'клиент',
      'наименование клиента',
      'фио клиента',
      'владелец',
      'наименование фио',
      'фио',
      'клиент атауы',
      'client',
      'customer',
    ],
  ],
];

/** Reads what stands above row `headerRow` (from 0), and the sheet's name. */
export function readAbout(sheet: Sheet, headerRow: number): StatementAbout {
  const about: StatementAbout = {};
  for (const row of sheet.rows.slice(0, headerRow)) if (row !== undefined) readLine(row, about);
  const byName = accountOfSheetName(sheet.name);
  if (byName !== undefined) {
    about.account ??= byName.account;
    if (byName.currency !== '') about.currency ??= byName.currency;
  }
  return about;
}

/** 'KZ…', 'KZ…KZT', 'KZ… USD': a sheet an account and currency. */
export function accountOfSheetName(
  name: string,
): { account: string; currency: string } | undefined {
  const parts = /^(KZ\d{2}[0-9A-Z]{16})[\s_-]*([A-Z]{3})?$/.exec(name.trim().toUpperCase());
  return parts ? { account: parts[1] ?? '', currency: parts[2] ?? '' } : undefined;
}

function readLine(row: readonly Cell[], about: StatementAbout): void {
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (typeof cell !== 'string') continue;
    const said = labelled(cell);
    if (said === undefined) {
      const iban = ibanIn(cell);
      if (iban !== undefined) about.account ??= iban;
      continue;
    }
    const beside = row.slice(column + 1).find((next) => next !== null) ?? null;
    take(said.what, said.value === '' ? beside : said.value, about);
  }
}

function labelled(cell: string): { what: (typeof LABELS)[number][0]; value: string } | undefined {
  const colon = cell.indexOf(':');
  const label = normalSpelling(colon < 0 ? cell : cell.slice(0, colon));
  const whole = LABELS.find(([, texts]) => texts.includes(label));
  if (whole !== undefined)
    return { what: whole[0], value: colon < 0 ? '' : cell.slice(colon + 1).trim() };
  // Without a colon the value follows the label: 'Contract KZ…', 'ИИН/БИН 900101…'.
  const words = cell.split(/\s+/);
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const start = normalSpelling(words.slice(0, count).join(' '));
    const found = LABELS.find(([, texts]) => texts.includes(start));
    if (found !== undefined) return { what: found[0], value: words.slice(count).join(' ') };
  }
  return undefined;
}

function take(what: (typeof LABELS)[number][0], value: Cell, about: StatementAbout): void {
  const text = String(value ?? '').trim();
  if (text === '') return;
  if (what === 'currency') {
    const currency = readCurrency(value);
    if (currency.ok && currency.value !== '') about.currency ??= currency.value;
  } else if (what === 'period') {
    const period = readPeriod(text);
    if (period !== undefined && about.from === undefined) Object.assign(about, period);
  } else if (what === 'account') {
    const account = ibanIn(text) ?? readAccount(text.split(/[\s,;(]/)[0] ?? '');
    if (account !== undefined) about.account ??= account;
  } else if (what === 'ownerId') takeOwner(text, about);
  else if (what === 'ownerName') about.ownerName ??= text;
}

/** The number alone, or followed by the owner's name on the same line. */
function takeOwner(text: string, about: StatementAbout): void {
  const parts = /^(\d[\d ]{7,14}\d)(?!\d)[\s,;-]*(.*)$/.exec(text);
  const id = readPersonId((parts?.[1] ?? text).replaceAll(' ', ''));
  if (id === undefined) return;
  about.ownerId ??= id;
  const name = (parts?.[2] ?? '').trim();
  if (name !== '' && /\p{L}/u.test(name)) about.ownerName ??= name;
}

function ibanIn(text: string): string | undefined {
  const found = /K\s?Z\s?\d{2}(?:\s?[0-9A-Z]){16}/i.exec(text)?.[0];
  const account = found === undefined ? undefined : readAccount(found);
  return account !== undefined && isKzIban(account) && bankCodeOf(account) !== undefined
    ? account
    : undefined;
}
