import { expect, test } from 'vitest';
import { messageOf } from '../../domain/errors/catalogue.ts';
import { openSource } from '../open.ts';
import { readText, withFile } from '../read-for-test.ts';
import type { ReadWishes } from '../read-plan.ts';

const HEAD = 'Дата;Плательщик;Получатель;Сумма\n';
const ROWS = '05.03.2026;A1;B1;5,5\n06.03.2026;A2;B2;1 000,25\n';
const PAIRS = [
  ['A1', 'B1', 550],
  ['A2', 'B2', 100_025],
];

async function read(text: string, wishes?: Partial<ReadWishes>) {
  const { transfers, rejects } = await readText(text, wishes);
  expect(rejects).toEqual([]);
  return transfers.map(({ payer, payee, amountMinor }) => [payer, payee, amountMinor]);
}

const why = (text: string, map?: ReadWishes['map']): Promise<string> =>
  withFile('in.csv', text, async (path) => {
    const opened = await openSource(path, { name: 'in', file: 0, ...(map && { map }) });
    return opened.ok ? 'ok' : messageOf(opened.problem, 'en');
  });

test.each([
  ['a title', `Выписка по счету KZ1\n\n${HEAD}${ROWS}`],
  [
    'a dozen lines about the client, with commas',
    `${'Клиент: Иванов, Иван, ИП\n'.repeat(12)}${HEAD}${ROWS}`,
  ],
  ['lines padded to the width of the table', `Выписка;;;\nСчет:;KZ1;;\n${HEAD}${ROWS}`],
  ["Excel's line about the delimiter", `\ufeffsep=;\r\n${HEAD}${ROWS}`],
  ['the same in quotes, and a title', `"sep=;"\nВыписка\n${HEAD}${ROWS}`],
])('the header is found below %s', async (_, text) => {
  expect(await read(text)).toEqual(PAIRS);
});

test('a line about the delimiter is believed', async () => {
  const text = `sep=|\nДата|Плательщик|Получатель|Сумма\n05.03.2026|A,1|B,1|5,5\n`;
  expect(await read(text)).toEqual([['A,1', 'B,1', 550]]);
});

test('lines are counted from the top of the file', async () => {
  const { rejects } = await readText(`Выписка\n\n${HEAD}05.03.2026;A1;B1;много\n`);
  expect(rejects.map(({ line, code }) => [line, code])).toEqual([[4, 'QRG_ROW_AMOUNT']]);
});

test('columns told by name or by number are found below a title, with titles or without', async () => {
  const map = { at: 'D', payer: 'Кто', payee: 'Кому', amount: 'S' };
  expect(await read(`Выписка\nD;Кто;Кому;S\n${ROWS}`, { map })).toEqual(PAIRS);
  const numbers = { at: '#1', payer: '#2', payee: '#3', amount: '#4' };
  expect(await read(`Выписка\nD;Кто;Кому;S\n${ROWS}`, { map: numbers })).toEqual(PAIRS);
  expect(await read(`Выписка\n${ROWS}`, { map: numbers })).toEqual(PAIRS);
});

test('where there is no header the first rows are shown, and where titles lack a column the titles', async () => {
  expect(await why('Справка о счете\nX;Y;Z\n1;2;3\n4;5;6\n')).toBe(
    'No row with the titles of columns was found. First rows: Справка о счете ⏎ X | Y | Z ⏎ 1 | 2 | 3',
  );
  expect(await why('at;payer;amount\n1;2;3\n')).toBe(
    'No column for "payee" among: at, payer, amount',
  );
  expect(await why(`Справка\n${HEAD.trim()};Сумма\n${ROWS}`)).toContain(
    'Several columns fit "amount"',
  );
  expect(await why(`${'Справка\n'.repeat(15)}${HEAD}${ROWS}`)).toContain('No row with the titles');
});
