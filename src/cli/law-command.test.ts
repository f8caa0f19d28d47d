import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../domain/language.ts';
import { commandFolder } from './command-folder.fixture.ts';
import { runLaw } from './law-command.ts';

/** Official texts, where they lie beside the project. */
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'law');
const folder = commandFolder();

const put = async (name: string, text: string): Promise<void> => {
  const path = join(folder.dir, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error) => error.problem.code,
  );

describe('qorgan law check', () => {
  it('finds articles by the path of a corpus or the head of a file, and ends with 1 where one changed', async () => {
    const article = '### Статья 218. Название\n\n1. Не тот текст.\n';
    await put('codes/2014/0703-kodeks-81097/rus/ch8.md', `↑ [Вся](../rus.md)\n\n${article}`);
    await put('one.md', '# Кодекс № 226-V, статья 190\n\n### Статья 190. Название\n\nДругое.\n');
    await put('other/181097/x.md', '### Статья 188. Чужой закон\n\nТекст.\n');
    await put('readme.md', '# Про папку\n');
    expect(await runLaw(['check', folder.dir], 'en')).toBe(1);
    expect(folder.said).toMatch(/^CHANGED +criminal 218 \(ru\)$/m);
    expect(folder.said).toMatch(/^CHANGED +criminal 190 \(ru\)$/m);
    expect(folder.said).toContain('parts that changed: 1, 2, 3');
    expect(folder.said).toContain('where: codes/2014/0703-kodeks-81097/rus/ch8.md:3');
    expect(folder.said).toContain('kz.criminal.218.1');
    expect(folder.said).toMatch(/^not in folder +criminal 188 \(ru\)$/m);
    expect(folder.said).toContain('Files read: 2 of 4.');
  });

  it('says it in every language, and as data', async () => {
    await put('k.md', '# Кодекс № 226-V\n\n### Статья 205. Название\n\n1. Текст.\n');
    for (const language of LANGUAGES) {
      folder.said = '';
      expect(await runLaw(['check', folder.dir], language)).toBe(0);
      expect(folder.said).not.toMatch(/[{}]/);
    }
    folder.said = '';
    expect(await runLaw(['check', folder.dir, '--json'], 'en')).toBe(0);
    const { checks } = JSON.parse(folder.said);
    expect(checks).toContainEqual(
      expect.objectContaining({ act: 'criminal', article: '205', state: 'never' }),
    );
  });

  it('records what the folder says, and keeps what it does not hold', async () => {
    await put('k.md', '# Кодекс № 226-V\n\n### Статья 205. Название\n\n1. Текст.\n');
    const file = join(folder.dir, 'record.yaml');
    expect(await runLaw(['check', folder.dir, '--record', file], 'en')).toBe(0);
    const recorded = await readFile(file, 'utf8');
    expect(recorded).toMatch(/article: "205"\n {4}language: ru\n {4}edition: unknown/);
    expect(recorded).toMatch(/article: 232-1\n {4}language: ru\n {4}edition: 2025-09-16/);
  });

  it('refuses what is no folder of law, no country and no use', async () => {
    await put('readme.md', '# Про папку\n');
    expect(await codeOf(runLaw(['check', folder.dir], 'en'))).toBe('QRG_LAW_TEXTS_FOLDER');
    expect(await codeOf(runLaw(['check', join(folder.dir, 'no')], 'en'))).toBe(
      'QRG_FILE_UNREADABLE',
    );
    expect(await codeOf(runLaw(['check', folder.dir, '--country', 'xx'], 'en'))).toBe(
      'QRG_LAW_COUNTRY',
    );
    for (const args of [[], ['check'], ['look', folder.dir], ['check', folder.dir, 'more']])
      expect(await codeOf(runLaw(args, 'en'))).toBe('QRG_USAGE');
  });

  it.skipIf(!existsSync(SHARED))(
    'finds the texts that were read unchanged (skipped where ../shared/data/law is absent)',
    async () => {
      expect(await runLaw(['check', SHARED], 'en')).toBe(0);
      expect(folder.said).toContain('changed 0, vanished 0, several texts 0');
      for (const article of ['188', '190', '218', '232-1', '297', '299', '299-1'])
        expect(folder.said).toMatch(new RegExp(`^unchanged +criminal ${article} \\(ru\\)$`, 'm'));
      expect(folder.said).toMatch(/^unchanged +criminal 232-1 \(kk\)$/m);
      expect(folder.said).toMatch(/^unchanged +payments 25-1 \(ru\)$/m);
    },
  );
});
