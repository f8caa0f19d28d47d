import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeIin } from '../domain/fake/iin.ts';
import { createRandom } from '../domain/random.ts';
import { commandFolder } from './command-folder.fixture.ts';
import { runScreen } from './screen-command.ts';

const random = createRandom(3);
const iin = fakeIin(random, { bornAt: Date.UTC(1990, 2, 5), sex: 'male' });
const homoglyph = iin.replace(/0/, 'О');

const folder = commandFolder();

const at = (name: string): string => join(folder.dir, name);

async function screen(file: string, list: string, ...options: string[]) {
  await writeFile(at('clients.csv'), file);
  await writeFile(at('list'), list);
  const args = [at('clients.csv'), '--list', at('list'), '--out', at('hits.csv'), ...options];
  const code = await runScreen(args, 'en');
  const lines = async (name: string): Promise<string[]> =>
    (await readFile(at(name), 'utf8')).trimEnd().split('\n').slice(1);
  return { code, hits: await lines('hits.csv'), rejects: await lines('hits.rejects.csv') };
}

const LIST = [
  'Номер записи;ФИО;Псевдоним;Дата рождения;ИИН',
  `A-7;Қасымов Нұрлан Серікұлы;Nurlan the Fox;05.03.1990;${iin}`,
  'B-1;Тестова Анна Ивановна;;;',
].join('\n');

describe('qorgan screen', () => {
  it('finds names across scripts and tells how they met', async () => {
    const { code, hits } = await screen(
      'name,birth date\nKassymov Nurlan,1990-05-03\nKim Anna,\n',
      LIST,
    );
    expect(code).toBe(0);
    expect(hits).toEqual([
      expect.stringMatching(
        /^2,Kassymov Nurlan,A-7,Қасымов Нұрлан Серікұлы,0\.97\d,near,unknown,surname kassymov \/ қасымов \(another script\); given name nurlan/,
      ),
    ]);
    expect(folder.said).toContain('Rows looked for: 2');
  });

  it('finds by IIN whatever the name says, and by surname, name and patronymic in columns', async () => {
    const { hits } = await screen(
      `Фамилия;Имя;Отчество;ЖСН\nТЕСТОВА;Анна;;\nСоколов;Пётр;;${iin}\n`,
      LIST,
    );
    expect(hits.map((line) => line.split(',').slice(0, 7).join())).toEqual([
      '2,ТЕСТОВА Анна,B-1,Тестова Анна Ивановна,0.990,unknown,unknown',
      '3,Соколов Пётр,A-7,Қасымов Нұрлан Серікұлы,1.000,same,same',
    ]);
  });

  it('reads a list in JSON; an entry without an id is called by its line', async () => {
    const { hits } = await screen('ФИО\nТестов Иван\n', '[\n{"name":"Testov Ivan"}\n]');
    expect(hits[0]).toMatch(/^2,Тестов Иван,2,Testov Ivan,0\.9/);
  });

  it('loses no row: what cannot be taken stands in the rejects with line and code', async () => {
    const rows = [
      `${'Ж'.repeat(10_000)},,`,
      '🙂 —,,',
      'Тестова Анна,31.02.1990,',
      `Тестова Анна,,${homoglyph}`,
      '12345,,',
    ];
    const { hits, rejects } = await screen(`ФИО,Дата рождения,ИИН\n${rows.join('\n')}\n`, LIST);
    expect(hits.map((line) => line.split(',')[0])).toEqual(['4', '5']);
    expect(rejects.map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'clients.csv,2,QRG_LIST_LONG',
      'clients.csv,2,QRG_LIST_NOBODY',
      'clients.csv,3,QRG_LIST_NOBODY',
      'clients.csv,4,QRG_ROW_TIME',
      'clients.csv,5,QRG_ID_GLYPH',
    ]);
    expect(folder.said).toContain('hits.rejects.csv');
  });

  it('exits with 1 on a hit only when asked to', async () => {
    const file = 'name\nTestova Anna\n';
    expect((await screen(file, LIST)).code).toBe(0);
    expect((await screen(file, LIST, '--fail-on', 'hit')).code).toBe(1);
    expect((await screen('name\nKim Boris\n', LIST, '--fail-on', 'hit')).code).toBe(0);
  });

  it.each([
    ['--threshold', '0.5'],
    ['--threshold', ''],
    ['--fail-on', 'moon'],
  ])('refuses %s %s', async (...option) => {
    await expect(screen('name\nA B\n', LIST, ...option)).rejects.toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'QRG_USAGE' }) }),
    );
  });

  it('leaves nothing behind when an input is no good', async () => {
    await expect(screen('a,b\n1,2\n', LIST)).rejects.toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'QRG_LIST_COLUMNS' }) }),
    );
    expect((await readdir(folder.dir)).sort()).toEqual(['clients.csv', 'list']);
  });

  it('names a file that is not there', async () => {
    const args = [at('none.csv'), '--list', at('none'), '--out', at('hits.csv')];
    await expect(runScreen(args, 'en')).rejects.toThrow(
      expect.objectContaining({
        problem: { code: 'QRG_FILE_UNREADABLE', args: { file: at('none'), reason: 'ENOENT' } },
      }),
    );
  });
});
