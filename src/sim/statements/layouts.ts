import type { SimBank } from '../banks.ts';
import {
  type Cell,
  commaSum,
  dottedDate,
  dottedMoment,
  excelMoment,
  numberSum,
  plainSum,
  pointSum,
  type Sheet,
  slashedDate,
  yearFirstMoment,
} from './cells.ts';
import { numberRow, OFFICIAL_HEADER, sideCells } from './columns.ts';
import type { Side, Statement, StatementRow } from './statement.ts';
import { kindText, purposeCodeText, purposeText, systemText } from './wording.ts';

const [DATE, CURRENCY, KIND, SYSTEM, SUM, SUM_KZT, ...REST] = OFFICIAL_HEADER;
const SIDES = REST.slice(0, 10);
const [CODE, PURPOSE] = REST.slice(10);

/** Kaspi: ten rows about the account, a two-row merged header, a row of numbers, 17 columns. */
function kaspi(statement: Statement): Sheet {
  const balance = (minor: number) => `${plainSum(minor)} вал ${plainSum(minor)} нац`;
  const about: Cell[][] = [
    ['АО «Kaspi Bank»'],
    ['Выписка по счету'],
    ['Клиент:', statement.owner.name],
    ['ИИН/БИН:', statement.owner.id],
    ['Счет:', statement.account],
    ['Валюта счета:', 'KZT'],
    // The bank's own form has a Latin "c" here.
    ['Период:', `c ${slashedDate(statement.from)} по ${slashedDate(statement.to)}`],
    ['Входящий остаток:', balance(statement.openingMinor)],
    ['Исходящий остаток:', balance(statement.closingMinor)],
    [],
  ];
  const single = [DATE, CURRENCY, KIND, SUM, SUM_KZT];
  const side = ['Наименование/ФИО', 'ИИН/БИН', 'Резидентство', 'Банк', 'Номер счета'];
  const blank = Array.from({ length: 4 }, () => null);
  const top = [...single, 'Плательщик', ...blank, 'Получатель', ...blank, CODE, PURPOSE];
  const below = [...single.map(() => null), ...side, ...side, null, null];
  const column = (c: number) => ({ from: [10, c], to: [11, c] }) as const;
  const across = (c: number) => ({ from: [10, c], to: [10, c + 4] }) as const;
  const rows = statement.rows.map((row): Cell[] => [
    dottedMoment(row.at),
    'KZT',
    `${kindText(row)} (${row.out ? 'исх., дебет' : 'вх., кредит'})`,
    commaSum(row.amountMinor),
    commaSum(row.amountMinor),
    ...sideCells(withoutCashAccount(row, row.payer, 'cash_in'), 'Резидент', false),
    ...sideCells(withoutCashAccount(row, row.payee, 'cash_out'), 'Резидент', false),
    purposeCodeText(row),
    purposeText(row),
  ]);
  return {
    name: 'kaspi_gold',
    rows: [...about, top, below, numberRow(17), ...rows],
    merges: [...[0, 1, 2, 3, 4, 15, 16].map(column), ...[5, 10].map(across)],
  };
}

/** Kaspi names its cash desk but gives it no account number. */
function withoutCashAccount(row: StatementRow, side: Side, channel: StatementRow['channel']): Side {
  return row.channel === channel ? { ...side, account: '' } : side;
}

/** Halyk: eight rows about the contract, 19 columns with credit and debit apart, a row of totals. */
function halyk(statement: Statement): Sheet {
  const about: Cell[][] = [
    ['АО «Народный Банк Казахстана»'],
    ['Выписка по счету клиента'],
    ['ИИН/БИН', `${statement.owner.id} ${statement.owner.name}`],
    ['Contract', statement.account],
    ['Валюта контракта', 'KZT'],
    ['Период выписки', `${dottedDate(statement.from)} - ${dottedDate(statement.to)}`],
    ['Начальный баланс', numberSum(statement.openingMinor)],
    ['Конечный баланс', numberSum(statement.closingMinor)],
  ];
  const header = [
    DATE,
    CURRENCY,
    KIND,
    SYSTEM,
    `${SUM} по кредиту`,
    `${SUM} по дебету`,
    SUM_KZT,
    ...SIDES,
    CODE,
    PURPOSE,
  ];
  let credit = 0;
  let debit = 0;
  const rows = statement.rows.map((row): Cell[] => {
    const sum = numberSum(row.amountMinor);
    if (row.out) debit += row.amountMinor;
    else credit += row.amountMinor;
    return [
      dottedMoment(row.at),
      'KZT',
      kindText(row),
      systemText(row),
      row.out ? 0 : sum,
      row.out ? sum : 0,
      sum,
      ...sideCells(row.payer, 'резидент', false),
      ...sideCells(row.payee, 'резидент', false),
      purposeCodeText(row),
      purposeText(row),
    ];
  });
  const totals: Cell[] = ['Итого', null, null, null, numberSum(credit), numberSum(debit)];
  return { name: 'Выписка', rows: [...about, header, ...rows, totals] };
}

/** Freedom: the sheet is named by account and currency; 17 columns, the text stands under the code. */
function freedom(statement: Statement): Sheet {
  const rows = statement.rows.map((row): Cell[] => [
    excelMoment(row.at),
    'KZT',
    kindText(row),
    systemText(row),
    numberSum(row.amountMinor),
    numberSum(row.amountMinor),
    ...sideCells(row.payer, '1', true),
    ...sideCells(row.payee, '1', true),
    purposeText(row),
  ]);
  const header = [DATE, CURRENCY, KIND, SYSTEM, SUM, SUM_KZT, ...SIDES, CODE];
  return { name: `${statement.account}KZT`, rows: [[], header, ...rows] };
}

const VTB_SPELLING: Readonly<Record<string, string>> = {
  [KIND]: 'Вид операции (КД)',
  'Резидентство плательщика': 'Резиденство плательщика',
  'Резидентство получателя': 'Резиденство получателя',
};

/** VTB: the official 18 columns in its own spelling, dates year first, what goes out is negative. */
function vtb(statement: Statement): Sheet {
  const rows = statement.rows.map((row): Cell[] => {
    const sum = numberSum(row.out ? -row.amountMinor : row.amountMinor);
    return [
      yearFirstMoment(row.at),
      'KZT - Тенге',
      vtbKind(row),
      systemText(row),
      sum,
      sum,
      ...sideCells(row.payer, 'Да', true),
      ...sideCells(row.payee, 'Да', true),
      purposeCodeText(row),
      purposeText(row),
    ];
  });
  return {
    name: 'Лист1',
    rows: [OFFICIAL_HEADER.map((header) => VTB_SPELLING[header] ?? header), ...rows],
  };
}

function vtbKind(row: StatementRow): string {
  if (row.internal) return row.out ? '4 - Внутренние исходящие' : '3 - Внутренние входящие';
  return row.out ? '2 - Внешние исходящие' : '1 - Внешние входящие';
}

/**
 * The official form as it stands: 18 columns, a row of numbers, no direction. Home Credit begins at once and
 * keeps numbers; the others leave a line for a title and write sums as text.
 */
function official(statement: Statement, bank: SimBank): Sheet {
  const titled = bank.code !== '886';
  const rows = statement.rows.map((row): Cell[] => [
    titled ? dottedMoment(row.at) : excelMoment(row.at),
    'KZT',
    kindText(row),
    systemText(row),
    titled ? pointSum(row.amountMinor) : numberSum(row.amountMinor),
    titled ? pointSum(row.amountMinor) : numberSum(row.amountMinor),
    ...sideCells(row.payer, '1', !titled),
    ...sideCells(row.payee, '1', !titled),
    purposeCodeText(row),
    purposeText(row),
  ]);
  const title: Cell[][] = titled ? [[`${bank.name}. Сведения по счету ${statement.account}`]] : [];
  return { name: 'Sheet1', rows: [...title, [...OFFICIAL_HEADER], numberRow(18), ...rows] };
}

const LAYOUTS = { kaspi, halyk, freedom, vtb, official } as const;

/** The statement as the account's bank lays it out. */
export function layOut(statement: Statement, bank: SimBank): Sheet {
  return LAYOUTS[bank.layout](statement, bank);
}
