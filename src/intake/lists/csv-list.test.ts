import { describe, expect, it, test } from 'vitest';
import { listFieldOf } from './list-columns.ts';
import { inventParties, readAll } from './list-files.fixture.ts';

const [a, b, c] = inventParties(21, 3);
const keysOf = (read: Awaited<ReturnType<typeof readAll>>) =>
  read.entries.map(({ line, entry }) => [line, ...entry.keys.map((k) => `${k.kind} ${k.value}`)]);

test.each([
  ['ИИН', 'iin_or_bin'],
  ['ЖСН/БСН', 'iin_or_bin'],
  ['№ телефона', 'phone'],
  ['Номер телефона 2', 'phone'],
  ['phone_2', 'phone'],
  ['accountNumber', 'account'],
  ['Шот нөмірі', 'account'],
  ['Ф.И.О.', 'name'],
  ['birthDate', 'birth'],
  ['Дата включения', 'since'],
  ['Аяқталу күні', 'until'],
  ['Сумма', undefined],
])('title %s', (title, field) => {
  expect(listFieldOf(title)).toBe(field);
});

describe('a table of parties', () => {
  it('is read in Russian, Kazakh and English, with any delimiter', async () => {
    const kk = await readAll(`ЖСН;Шот;Аты-жөні\n${a.iin};${a.iban};${a.name}\n`);
    const en = await readAll(`iin\tiban\tname\n${a.iin}\t${a.iban}\t"${a.name}"\n`);
    const ru = await readAll(`Перечень,,\n\nИИН,Счет,ФИО\n${a.iin},${a.iban},${a.name}\n`);
    for (const read of [kk, en, ru]) {
      expect(read.faults).toEqual([]);
      expect(read.entries).toHaveLength(1);
      expect(read.entries[0].entry.names).toEqual([{ text: a.name, quality: 'main' }]);
      expect(keysOf(read)[0].slice(1)).toEqual(keysOf(kk)[0].slice(1));
    }
  });

  it('is read in Windows-1251 and UTF-16', async () => {
    const text = `ИИН;ФИО;Основание\r\n${a.iin};${a.name};мошенничество\r\n`;
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const cp1251 = Uint8Array.from([...text], (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });
    for (const bytes of [utf16, cp1251]) {
      const { entries } = await readAll(bytes);
      expect(entries[0].entry.reason).toBe('мошенничество');
    }
  });

  it('takes several values from one cell and from columns by one name', async () => {
    const read = await readAll(
      `Телефон,Телефон 2,Карта\n"${a.phone}; ${b.phone}",8${c.phone.slice(2)},${a.pan}\n`,
    );
    expect(keysOf(read)).toEqual([
      [2, `phone ${a.phone}`, `phone ${b.phone}`, `phone ${c.phone}`, `card ${a.pan}`],
    ]);
  });

  it('makes a name of its parts and hides a card number in words', async () => {
    const { entries } = await readAll(
      `ИИН,Фамилия,Имя,Отчество,Примечание\n${a.iin},Тестов,Аян,Ерланович,карта ${a.pan}\n`,
    );
    expect(entries[0].entry.names[0].text).toBe('Тестов Аян Ерланович');
    expect(entries[0].entry.note).not.toContain(a.pan);
  });

  it('lets a day of the end count whole, in the time of Kazakhstan', async () => {
    const { entries } = await readAll(`ИИН;С;По\n${a.iin};01.03.2026;31.03.2026\n`);
    expect(entries[0].entry.since).toBe(Date.parse('2026-03-01T00:00+05:00'));
    expect(entries[0].entry.until).toBe(Date.parse('2026-04-01T00:00+05:00'));
  });

  it('names every column it takes nothing from', async () => {
    expect((await readAll(`ИИН,Сумма,Банк\n${a.iin},5,x\n`)).ignored).toEqual(['Сумма', 'Банк']);
  });
});

describe('what is wrong in a table', () => {
  it('costs the cell where the rest still tells who it is', async () => {
    const wrong = `${a.iin.slice(0, 11)}${(Number(a.iin[11]) + 1) % 10}`;
    const read = await readAll(`ИИН,Телефон\n${wrong},${a.phone}\n`);
    expect(keysOf(read)).toEqual([[2, `phone ${a.phone}`]]);
    expect(read.faults).toMatchObject([
      { line: 2, column: 'ИИН', code: 'QRG_IIN_CHECK', effect: 'cell_left_out' },
    ]);
  });

  it('costs the row where nobody is left, or its time is unclear', async () => {
    const read = await readAll(
      [
        'ИИН,Телефон,По',
        '123,нет,', // nobody
        `${a.iin},,когда-нибудь`, // for how long?
        `${b.iin},"${b.phone}`, // a quote that never closes
        `${c.iin}`, // too short
        `${c.iin},,,extra`,
        `${c.iin},,31.12.2026`,
      ].join('\n'),
    );
    expect(keysOf(read)).toEqual([[7, `iin ${c.iin}`]]);
    expect(read.faults.map(({ line, code, effect }) => [line, code, effect])).toEqual([
      [2, 'QRG_ID_ZEROS', 'cell_left_out'],
      [2, 'QRG_LIST_NOBODY', 'row_refused'],
      [3, 'QRG_ROW_TIME', 'row_refused'],
      [4, 'QRG_ROW_QUOTE_OPEN', 'row_refused'],
      [5, 'QRG_ROW_COLUMNS_FEW', 'row_refused'],
      [6, 'QRG_ROW_COLUMNS_MANY', 'row_refused'],
    ]);
  });

  it('puts back zeros that a spreadsheet took away, and says so', async () => {
    const born2000 = inventParties(5, 400).find(({ iin }) => iin.startsWith('0'));
    const restored = await readAll(`ИИН\n${born2000?.iin.replace(/^0+/, '')}\n`);
    expect(keysOf(restored)).toEqual([[2, `iin ${born2000?.iin}`]]);
    expect(restored.faults).toMatchObject([{ code: 'QRG_LIST_ZEROS', effect: 'cell_restored' }]);
  });

  it('never repeats a number', async () => {
    const { faults } = await readAll(`ИИН,С,Телефон\n${a.iin},${a.pan},x${b.iin}\n`);
    expect(faults.length).toBeGreaterThan(0);
    expect(JSON.stringify(faults)).not.toMatch(/\d{5}/);
  });

  it('is told of the whole file where no column says who', async () => {
    await expect(readAll('сумма,дата\n1,2\n')).rejects.toMatchObject({
      problem: { code: 'QRG_LIST_COLUMNS' },
    });
    await expect(readAll(`ИИН,С,Дата включения\n${a.iin},,\n`)).rejects.toMatchObject({
      problem: { code: 'QRG_LIST_COLUMN_TWICE' },
    });
  });
});

test('does not depend on where the file is cut', async () => {
  const rows = inventParties(3, 40).map((p) => `${p.iin};${p.iban};"${p.name}; он же";${p.phone}`);
  const text = `\ufeffИИН;IBAN;ФИО;Телефон\r\n${rows.join('\r\n')}`;
  const whole = await readAll(text);
  expect(whole.entries).toHaveLength(40);
  for (const size of [1, 7, 1000]) expect(await readAll(text, { size })).toEqual(whole);
});
