import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageOf, QorganError } from '../../domain/errors/catalogue.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { dataFolder } from '../package-root.ts';
import { loadTakedownBook } from './load-takedown-book.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-takedown-'));
  cpSync(join(dataFolder, 'law', 'kz'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What loading says after `from` was replaced by `to`. */
async function told(from: string, to: string): Promise<string> {
  const path = join(folder, 'takedown.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    await loadTakedownBook('kz', folder);
    return 'good';
  } catch (error) {
    if (!(error instanceof QorganError)) throw error;
    return messageOf(error.problem, 'en');
  }
}

describe('the shipped ways to ask for removal', () => {
  it('load; every entry of law names its source, its mark and whether somebody checked it', async () => {
    const book = await loadTakedownBook();
    const entries = [...book.terms.values(), ...book.grounds.values(), ...book.substance];
    expect(entries.length).toBeGreaterThan(12);
    for (const { act, article, source, mark, verified, text } of entries) {
      for (const said of [article, source, mark, verified]) expect(said).toBeTruthy();
      expect(book.acts.get(act), act).toBeDefined();
      expect(mark === 'house').toBe(book.acts.get(act)!.house);
      expect(new Set(LANGUAGES.map((language) => text[language])).size).toBe(3);
    }
  });

  it('say by what terms of article 41-1 a block is ordered and executed', async () => {
    const { terms, channels } = await loadTakedownBook();
    const length = (id: string) => `${terms.get(id)!.value} ${terms.get(id)!.unit}`;
    expect(length('body-order')).toBe('1 hours');
    expect(length('execution')).toBe('2 hours');
    expect(length('urgent-notice')).toBe('24 hours');
    expect(length('author-removal')).toBe('6 hours');
    expect(length('complaint-answer')).toBe('20 calendar_days');
    // The two who decide on a block get a package, and nobody else is told that they may order one.
    for (const { to, package: withPackage } of channels.values())
      expect(withPackage).toBe(to === 'body');
  });

  it('look again after an hour, a day, a week and a month', async () => {
    expect((await loadTakedownBook()).recheckHours).toEqual([1, 24, 7 * 24, 30 * 24]);
  });

  it('speak of three languages, each in its own words', async () => {
    const { channels } = await loadTakedownBook();
    for (const { id, template } of channels.values()) {
      const bodies = LANGUAGES.map((language) => template[language].body);
      expect(new Set(bodies).size, id).toBe(3);
      expect(template.kk.body).toMatch(/[әғқңөұүһі]/);
      expect(template.en.body).not.toMatch(/[а-я]/i);
    }
  });
});

describe('a wrong file is named with its line and place', () => {
  it.each([
    [
      'a place that nothing fills',
      'Страница: {url}',
      'Страница: {page}',
      /takedown\.yaml:\d+.*\{page\}/,
    ],
    ['a block that is not there', '[[law]]', '[[laws]]', /\[\[laws\]\]/],
    [
      'a letter that accuses',
      'Жалуемся на контент, размещённый на вашей платформе.',
      'Жалуемся на мошенника на вашей платформе.',
      /accuses somebody: мошенника/,
    ],
    ['a ground that is not there', 'grounds: [host-rules]', 'grounds: [host-rule]', /host-rule/],
    ['a term that is not there', 'terms: [ask-again]', 'terms: [ask-agein]', /ask-agein/],
    ['an act that is not there', 'act: communications', 'act: comunications', /comunications/],
    [
      'an answer that has no term',
      'answer: complaint-answer',
      'answer: body-answer',
      /body-answer/,
    ],
    [
      'a channel that is not there',
      'channels: [host_abuse, regulator_register',
      'channels: [host_abus, regulator_register',
      /host_abus/,
    ],
    ['rechecks out of order', '[1, 24, 168, 720]', '[1, 168, 24, 720]', /must grow/],
    [
      'a channel without a ground for drugs',
      'grounds: [platforms.14.fraud, platforms.14.drugs, communications.41-1.1-1]',
      'grounds: [platforms.14.fraud]',
      /no ground for drug_courier/,
    ],
  ])('%s', async (_, from, to, wanted) => {
    expect(await told(from, to)).toMatch(wanted);
  });
});
