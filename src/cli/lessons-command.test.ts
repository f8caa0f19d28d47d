import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../domain/language.ts';
import { lessonsFolder } from '../service/academy/lessons/read-lessons.ts';
import { commandFolder } from './command-folder.fixture.ts';
import { runLessons } from './lessons-command.ts';

const folder = commandFolder();

/** A copy of the shipped lessons with one contact in them that could be real. */
async function withFault(): Promise<void> {
  await cp(lessonsFolder, folder.dir, { recursive: true });
  const path = join(folder.dir, 'boosters.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/en: .*/, 'en: "Write to @somebody_real."'));
}

describe('qorgan lessons check', () => {
  it('finds nothing in the shipped lessons, and says how many they are', async () => {
    expect(await runLessons(['check'], 'en')).toBe(0);
    expect(folder.said).toMatch(/^Scenes: \d+ \(\d+ traps\)\. Forms: 3\. .* To mend: 0\.$/m);
  });

  it('names file, line and path of a fault in every language, and ends with 1', async () => {
    await withFault();
    for (const language of LANGUAGES) {
      folder.said = '';
      expect(await runLessons(['check', folder.dir], language)).toBe(1);
      expect(folder.said).toMatch(/^boosters\.yaml:\d+ items\.0\.text\.en: .*@somebody_real/m);
      expect(folder.said).not.toMatch(/[{}]/);
    }
  });

  it('says it as data', async () => {
    await withFault();
    expect(await runLessons(['check', folder.dir, '--json'], 'en')).toBe(1);
    const { notes } = JSON.parse(folder.said);
    expect(notes).toEqual([
      expect.objectContaining({
        ...{ file: 'boosters.yaml', path: 'items.0.text.en' },
        problem: { code: 'QRG_LESSON_CONTACT', args: { contact: '@somebody_real' } },
      }),
    ]);
  });

  it('goes on past a file that cannot be read', async () => {
    await withFault();
    await writeFile(join(folder.dir, 'plans.yaml'), 'plans: [');
    expect(await runLessons(['check', folder.dir], 'en')).toBe(1);
    expect(folder.said).toMatch(/^Lesson: plans\.yaml:\d+, /m);
    expect(folder.said).toContain('@somebody_real');
  });

  it('refuses what is no folder and no use', async () => {
    const codeOf = (args: string[]): Promise<string> =>
      runLessons(args, 'en').then(
        () => '',
        (error) => error.problem.code,
      );
    expect(await codeOf(['check', join(folder.dir, 'no')])).toBe('QRG_FILE_UNREADABLE');
    for (const args of [[], ['look'], ['check', folder.dir, 'more'], ['check', '--deep']])
      expect(await codeOf(args)).toBe('QRG_USAGE');
  });
});
