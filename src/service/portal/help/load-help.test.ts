import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageOf, QorganError } from '../../../domain/errors/catalogue.ts';
import { LANGUAGES, type Localized } from '../../../domain/language.ts';
import { loadOffences } from '../../law/load-offences.ts';
import { dataFolder } from '../../package-root.ts';
import { helpJson, lawJson, loadHelp } from './load-help.ts';

const SHIPPED = join(dataFolder, 'help', 'kz');
const book = await loadOffences();

/** Every text in three languages below a value. */
function textsIn(value: unknown, path = ''): { path: string; text: Localized }[] {
  if (value === null || typeof value !== 'object') return [];
  if ('ru' in value && 'kk' in value && 'en' in value) return [{ path, text: value as Localized }];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${path}.${key}`));
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?…»"])\s+/u);
const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)?.length ?? 0;
const WORDS_MOST = 20;
const WORDS_MEAN_MOST = 12;

describe('the shipped help', () => {
  it('says everything in three languages that differ', async () => {
    const { help, words } = await loadHelp(book);
    const texts = textsIn({ help, words });
    expect(texts.length).toBeGreaterThan(150);
    for (const { path, text } of texts)
      expect(new Set(LANGUAGES.map((one) => text[one])).size, path).toBe(3);
  });

  it('is read by somebody of eleven: sentences are short', async () => {
    const { help, words } = await loadHelp(book);
    const { statements: _, ...read } = help;
    for (const language of LANGUAGES) {
      const counts = textsIn({ read, words }).flatMap(({ path, text }) =>
        sentences(text[language]).map((one) => {
          expect(wordsOf(one), `${path} ${language}: ${one}`).toBeLessThanOrEqual(WORDS_MOST);
          return wordsOf(one);
        }),
      );
      const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
      expect(mean, language).toBeLessThan(WORDS_MEAN_MOST);
    }
  });

  it('asks a parent formally and a teenager as a friend', async () => {
    const { help } = await loadHelp(book);
    const formal = help.steps.filter(({ voice }) => voice === 'formal');
    const friend = help.steps.filter(({ voice }) => voice === 'friend');
    // A teenager and a parent read one line of a contact.
    const contacts = JSON.stringify(help.contacts);
    expect(contacts).not.toMatch(
      /(?<!\p{L})(?:ты|теб[яе]|твой|звони|вы|вас|сен|саған|шал|сіз)(?!\p{L})/iu,
    );
    expect(JSON.stringify(formal)).not.toMatch(
      /(?<!\p{L})(?:ты|тебя|тебе|твой|сен|саған)(?!\p{L})/iu,
    );
    expect(JSON.stringify(friend)).not.toMatch(/(?<!\p{L})(?:вы|вам|вас|сіз|сізге)(?!\p{L})/iu);
  });

  it('promises nothing: what the law lets happen, somebody else decides', async () => {
    const { words } = await loadHelp(book);
    expect(words.release[0].decides.ru).toMatch(/решаем не мы/);
    const all = JSON.stringify(await loadHelp(book));
    expect(all).not.toMatch(
      /гарантир|тебя не накажут|ничего не будет|кепілдік береміз|guarantee/iu,
    );
  });

  it('is given to the portal as JSON', async () => {
    expect(JSON.parse(await helpJson()).situations).toHaveLength(6);
    expect(JSON.parse(await lawJson()).provisions.length).toBeGreaterThan(8);
  });
});

describe('a wrong file is named with its line and place', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qorgan-help-'));
    cpSync(SHIPPED, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function told(file: string, from: string, to: string): Promise<string> {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text, `${file} has ${from}`).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
    try {
      await loadHelp(book, folder);
      return 'good';
    } catch (error) {
      if (!(error instanceof QorganError)) throw error;
      expect(error.problem.code).toBe('QRG_HELP_FILE');
      return messageOf(error.problem, 'en');
    }
  }

  it.each([
    ['broken YAML', 'steps.yaml', 'steps:\n', 'steps: [\n', /steps\.yaml:\d+/],
    [
      'an unknown word',
      'steps.yaml',
      'mark: practice',
      'mark: rumour',
      /steps\.yaml:\d+, steps\.0\.mark/,
    ],
    [
      'a missing source',
      'contacts.yaml',
      '    source: number of',
      '    sauce: number of',
      /contacts\.yaml:\d+/,
    ],
    ['a number that is none', 'contacts.yaml', "number: '102'", "number: '1O2'", /number/],
    [
      'a language that is missing',
      'situations.yaml',
      '      kk: Маған қоқан-лоққы жасап жатыр\n',
      '',
      /title\.kk/,
    ],
    [
      'a contact that is not there',
      'steps.yaml',
      'contacts: [bank]',
      'contacts: [banks]',
      /no contact banks/,
    ],
    [
      'a step that is not there',
      'situations.yaml',
      'steps: [block-card',
      'steps: [lock-card',
      /no step lock-card/,
    ],
    [
      'a step in another voice',
      'situations.yaml',
      'steps: [parent-calm',
      'steps: [block-card',
      /another voice/,
    ],
    [
      'a step twice',
      'situations.yaml',
      'tell-bank, keep-proof, tell-adult, expect',
      'tell-bank, tell-bank, tell-adult, expect',
      /twice/,
    ],
    [
      'a step that nobody takes',
      'situations.yaml',
      'steps: [danger-now, ',
      'steps: [',
      /danger-now: no situation/,
    ],
    ['an id twice', 'contacts.yaml', 'id: afm', 'id: police', /police: is there twice/],
    [
      'a hole that nothing asks for',
      'statements.yaml',
      'произошло: {what}',
      'произошло: {whatever}',
      /\{(?:what|whatever)\} must stand/,
    ],
    [
      'a provision that is not there',
      'law-words.yaml',
      'id: kz.criminal.218',
      'id: kz.criminal.219',
      /no offence/,
    ],
    [
      'a ban without words',
      'law-words.yaml',
      'ban: kz.payments.25.14.access',
      'ban: kz.payments.25.15',
      /no words for/,
    ],
    [
      'a release that is not there',
      'law-words.yaml',
      'id: kz.criminal.232-1.note',
      'id: kz.criminal.1',
      /no release/,
    ],
    [
      'a condition without words',
      'law-words.yaml',
      '      helped:\n',
      '      helper:\n',
      /condition help/,
    ],
    [
      'an age that is not the law’s',
      'law-words.yaml',
      'from: 16\n    to: 17',
      'from: 15\n    to: 17',
      /begins at its age|must follow/,
    ],
  ])('%s', async (_, file, from, to, wanted) => {
    expect(await told(file, from, to)).toMatch(wanted);
  });

  it('a note by a person who checked is taken', async () => {
    expect(
      await told('contacts.yaml', 'verified: no', 'verified: { by: A. Reader, on: 2026-12-01 }'),
    ).toBe('good');
  });
});
