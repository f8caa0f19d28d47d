import type { Cell } from './cells.ts';
import type { Side } from './statement.ts';

/** Headers of the official form (annex 10 of the rules on data for the financial monitoring agency), columns 1 to 18. */
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
] as const;

export const numberRow = (columns: number): number[] =>
  Array.from({ length: columns }, (_, i) => i + 1);

/** The five cells of one side. `numericId`: Excel took the IIN for a number and its leading zeros are lost. */
export function sideCells(side: Side, resident: string, numericId: boolean): Cell[] {
  return [side.name, numericId ? Number(side.id) : side.id, resident, side.bank, side.account];
}
