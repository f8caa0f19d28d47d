import * as XLSX from '@e965/xlsx';
import { fakeBin } from '../../domain/fake/bin.ts';
import { fakeKzIban } from '../../domain/fake/iban-kz.ts';
import { fakeIin } from '../../domain/fake/iin.ts';
import { createRandom, type Random } from '../../domain/random.ts';

// Statements as the banks' programs would write them, for tests. Nothing here comes from the reader's tables:
// headers are spelled out as each bank spells them.

export interface Side {
  name: string;
  id: string;
  bank: string;
  account: string;
}

/** One true operation, before any bank wrote it down. Local time 'YYYY-MM-DD HH:MM:SS'. */
export interface Operation {
  when: string;
  payer: Side;
  payee: Side;
  tenge: number;
  purpose: string;
  knp: string;
}

export type Value = string | number | null;

export const BANKS = {
  kaspi: { code: '722', name: 'АО "Kaspi Bank"' },
  halyk: { code: '601', name: 'АО «Народный Банк Казахстана»' },
  forte: { code: '965', name: 'АО "ForteBank"' },
} as const;

const SURNAMES = ['Сериков', 'Ким', 'Ахметова', 'Иванова', 'Жұмабай', 'Өмірзақова'];
const NAMES = ['Алихан', 'Дана', 'Виктор', 'Әсел', 'Ольга', 'Нұрлан'];

export function person(random: Random, bank: keyof typeof BANKS): Side {
  const bornAt = Date.UTC(random.int(1960, 2008), random.int(0, 11), random.int(1, 28));
  return {
    name: `${random.pick(SURNAMES)} ${random.pick(NAMES)}`,
    id: fakeIin(random, { bornAt, sex: random.chance(0.5) ? 'male' : 'female' }),
    bank: BANKS[bank].name,
    account: fakeKzIban(random, BANKS[bank].code),
  };
}

export function company(random: Random, bank: keyof typeof BANKS): Side {
  return {
    name: `ТОО "Фирма ${random.int(1, 999)}"`,
    id: fakeBin(random, Date.UTC(random.int(2003, 2024), 3, 1)),
    bank: BANKS[bank].name,
    account: fakeKzIban(random, BANKS[bank].code),
  };
}

/** `count` operations in which `own` pays or is paid, in time order, no two at the same minute. */
export function operations(random: Random, own: Side, others: Side[], count: number): Operation[] {
  const start = Date.UTC(2026, 1, 2, 9);
  return Array.from({ length: count }, (_, i) => {
    const other = random.pick(others);
    const out = random.chance(0.5);
    return {
      when: new Date(start + (i * 97 + 1) * 60_000 + random.int(0, 59) * 1000)
        .toISOString()
        .slice(0, 19)
        .replace('T', ' '),
      payer: out ? own : other,
      payee: out ? other : own,
      tenge: random.int(500, 900_000) + random.int(0, 99) / 100,
      purpose: random.pick(['Перевод', 'За аренду квартиры', 'Возврат долга', 'Сыйлық']),
      knp: '119',
    };
  });
}

export const seeded = (seed: number): Random => createRandom(seed);

/** Epoch ms UTC of a local time from 2024-03-01 on (UTC+5), worked out apart from the reader. */
export const utc = (when: string): number => Date.parse(`${when.replace(' ', 'T')}+05:00`);

const day = (when: string, by: string) => when.slice(0, 10).split('-').reverse().join(by);
const serial = (when: string) => Date.parse(`${when.replace(' ', 'T')}Z`) / 86_400_000 + 25_569;
const sides = (o: Operation): Value[] => [
  o.payer.name,
  o.payer.id,
  'Резидент',
  o.payer.bank,
  o.payer.account,
  o.payee.name,
  o.payee.id,
  'Резидент',
  o.payee.bank,
  o.payee.account,
];

export const OFFICIAL_HEADER = [
  'Дата и время операции',
  'Валюта операции',
  'Виды операции (категория документа)',
  'Наименование СДП (при наличии)',
  'Сумма в валюте ее проведения',
  'Сумма в тенге',
  'Наименование/ФИО плательщика',
  'ИИН/БИН плательщика',
  'Резидентство плательщика',
  'Банк плательщика',
  'Номер счета плательщика',
  'Наименование/ФИО получателя',
  'ИИН/БИН получателя',
  'Резидентство получателя',
  'Банк получателя',
  'Номер счета получателя',
  'Код назначения платежа',
  'Назначение платежа',
];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Annex 10: header, row of numbers, dates as Excel serials. */
export function official(ops: Operation[]): Value[][] {
  return [
    OFFICIAL_HEADER,
    numbers(18),
    ...ops.map((o) => [
      serial(o.when),
      'KZT',
      'Перевод',
      null,
      o.tenge,
      o.tenge,
      ...sides(o),
      o.knp,
      o.purpose,
    ]),
  ];
}

/** Kaspi: ten rows about the client, a header of two merged rows, row of numbers, 17 columns, totals. */
export function kaspi(own: Side, ops: Operation[]): { rows: Value[][]; merges: XLSX.Range[] } {
  const about = ['Наименование/ФИО', 'ИИН/БИН', 'Резидентство', 'Банк', 'Номер счета'];
  const gap = [null, null, null, null];
  const rows: Value[][] = [
    ['Выписка по счету'],
    [`Клиент: ${own.name}`],
    [`ИИН/БИН: ${own.id}`],
    [`Счет: ${own.account}`],
    ['Валюта счета: KZT'],
    ['Период: c 01/02/2026 по 28/02/2026'],
    ['Входящий остаток: 300.27 вал 126386.65 нац'],
    ['Исходящий остаток: 0.00 вал 0.00 нац'],
    [],
    [],
    [
      'Дата и время операции',
      'Валюта операции',
      'Виды операции (категория документа)',
      'Сумма в валюте ее проведения',
      'Сумма в тенге',
      'Плательщик',
      ...gap,
      'Получатель',
      ...gap,
      'Код назначения платежа',
      'Назначение платежа',
    ],
    [null, null, null, null, null, ...about, ...about, null, null],
    numbers(17),
    ...ops.map((o) => [
      `${day(o.when, '.')} ${o.when.slice(11)}`,
      'KZT',
      o.payer === own ? 'Исх. платеж (дебет)' : 'Вх. платеж',
      o.tenge,
      o.tenge,
      ...sides(o),
      o.knp,
      o.purpose,
    ]),
    ['Итого', null, null, ops.reduce((s, o) => s + o.tenge, 0), null],
  ];
  const vertical = [0, 1, 2, 3, 4, 15, 16].map((c) => ({ s: { r: 10, c }, e: { r: 11, c } }));
  const horizontal = [5, 10].map((c) => ({ s: { r: 10, c }, e: { r: 10, c: c + 4 } }));
  return { rows, merges: [...vertical, ...horizontal] };
}

const russian = (n: number) =>
  n
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?=,))/g, ' ');

/** Halyk: eight rows about the client, 19 columns with a sum by credit and one by debit, sums as text. */
export function halyk(own: Side, ops: Operation[]): Value[][] {
  return [
    ['АО «Народный Банк Казахстана»'],
    [`ИИН/БИН ${own.id} ${own.name}`],
    [`Contract ${own.account}`],
    ['Валюта контракта', 'KZT'],
    ['Период выписки', '01.02.2026 - 28.02.2026'],
    ['Начальный баланс', '0,00'],
    ['Конечный баланс', '0,00'],
    [],
    [
      ...OFFICIAL_HEADER.slice(0, 4),
      'Сумма в валюте её проведения по кредиту',
      'Сумма в валюте её проведения по дебету',
      'Сумма в тенге',
      ...OFFICIAL_HEADER.slice(6),
    ],
    ...ops.map((o) => [
      `${day(o.when, '.')} ${o.when.slice(11)}`,
      'KZT',
      'Перевод',
      null,
      o.payee === own ? russian(o.tenge) : '0,00',
      o.payer === own ? russian(o.tenge) : '0,00',
      russian(o.tenge),
      ...sides(o),
      o.knp,
      o.purpose,
    ]),
  ];
}

/** Freedom: an empty row, then 17 columns without a purpose: its text stands under the code. */
export function freedom(ops: Operation[]): Value[][] {
  return [
    [],
    OFFICIAL_HEADER.slice(0, 17),
    ...ops.map((o) => [
      `${day(o.when, '.')} ${o.when.slice(11)}`,
      'KZT',
      'Перевод',
      null,
      o.tenge,
      o.tenge,
      ...sides(o),
      o.purpose,
    ]),
  ];
}

/** VTB: its own spelling of two headers, years first, a currency with its name, money out below zero. */
export function vtb(own: Side, ops: Operation[]): Value[][] {
  const header = OFFICIAL_HEADER.map((h) => h.replace('Резидентство', 'Резиденство'));
  header[2] = 'Вид операции (КД)';
  return [
    header,
    ...ops.map((o) => [
      `${o.when.slice(0, 10).replaceAll('-', '.')} ${o.when.slice(11)}`,
      'KZT - Тенге',
      o.payer === own ? '2 - Внешние исходящие' : '1 - Внешние входящие',
      null,
      o.payer === own ? -o.tenge : o.tenge,
      o.payer === own ? -o.tenge : o.tenge,
      ...sides(o),
      o.knp,
      o.purpose,
    ]),
  ];
}

export interface SheetParts {
  name?: string;
  rows: Value[][];
  merges?: XLSX.Range[];
}

/** A workbook's bytes; `bookType` as SheetJS names it: 'xlsx', 'biff8' (.xls), 'html', 'xlml'. */
export function workbook(sheets: SheetParts[], bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new();
  sheets.forEach(({ name, rows, merges }, i) => {
    const sheet = XLSX.utils.aoa_to_sheet(rows);
    if (merges !== undefined) sheet['!merges'] = merges;
    XLSX.utils.book_append_sheet(book, sheet, name ?? `Лист${i + 1}`);
  });
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
}
