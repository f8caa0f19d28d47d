import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageOf, QorganError } from '../../domain/errors/catalogue.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { dataFolder } from '../package-root.ts';
import { loadRuleset } from '../ruleset.ts';
import { loadLaw } from './load-law.ts';

const SHIPPED = join(dataFolder, 'law', 'kz');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-law-'));
  cpSync(SHIPPED, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What loading says after `from` was replaced by `to` in one file. */
async function told(file: string, from: string, to: string): Promise<string> {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text, `${file} has ${from}`).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    await loadLaw('kz', folder);
    return 'good';
  } catch (error) {
    if (!(error instanceof QorganError)) throw error;
    return messageOf(error.problem, 'en');
  }
}

describe('the shipped law', () => {
  it('loads, and every entry names its source, its mark and whether somebody checked it', async () => {
    const law = await loadLaw();
    const entries = [
      ...law.terms,
      ...law.provisions.values(),
      ...law.thresholds,
      ...law.income,
      ...law.services,
    ];
    expect(entries.length).toBeGreaterThan(40);
    for (const { act, article, source, mark, verified, text } of entries) {
      expect(law.acts.get(act), act).toBeDefined();
      for (const said of [article, source, mark, verified]) expect(said).toBeTruthy();
      expect(new Set(LANGUAGES.map((language) => text[language])).size).toBe(3);
    }
  });

  it('says by press or by itself what is not in a text that was read', async () => {
    const law = await loadLaw();
    for (const { act, mark } of [...law.terms, ...law.provisions.values(), ...law.income])
      if (law.acts.get(act)?.edition === 'none') expect(['B', 'D']).toContain(mark);
      else if (law.acts.get(act)?.house) expect(mark).toBe('house');
  });

  it('has no threshold that the rules of detection do not know', async () => {
    const [law, rules] = await Promise.all([loadLaw(), loadRuleset()]);
    const known = rules.thresholds.map(({ kzt }) => kzt);
    // Nobody splits a hundred million to stay under it by one payment: detection does not look there.
    for (const { id, kzt } of law.thresholds.filter((one) => one.kzt < 100_000_000))
      expect(known, id).toContain(kzt);
  });
});

describe('a wrong file is named with its line and place', () => {
  it.each([
    ['broken YAML', 'terms.yaml', 'terms:\n', 'terms: [\n', /terms\.yaml:\d+/],
    [
      'an unknown word',
      'terms.yaml',
      'unit: working_days',
      'unit: weeks',
      /terms\.yaml:1[5-9], terms\.0\.unit/,
    ],
    [
      'a missing source',
      'provisions.yaml',
      '    source: text of the edition of 19.07.2026\n',
      '',
      /provisions\.yaml:\d+, provisions\.0\.source/,
    ],
    [
      'a language that is missing',
      'terms.yaml',
      '      kk: Аударымды тоқтата тұру\n',
      '',
      /terms\.0\.title\.kk/,
    ],
    [
      'an act that is not described',
      'terms.yaml',
      'act: payments',
      'act: paymentz',
      /no act paymentz/,
    ],
    ['two editions of one day', 'terms.yaml', 'to: 2025-08-27', 'to: 2025-08-28', /two editions/],
    ['a term that is gone', 'terms.yaml', 'id: le-answer', 'id: le-reply', /no term le-answer/],
    [
      'a provision that is not described',
      'grounds.yaml',
      'provision: kz.aml.13.2',
      'provision: kz.aml.13.9',
      /kz\.aml\.13\.9/,
    ],
    [
      'a ground twice',
      'grounds.yaml',
      'kind: sanctions_list',
      'kind: terror_list',
      /terror_list must be there once/,
    ],
    [
      'a day of another year',
      'calendar.yaml',
      '- { date: 2026-01-02,',
      '- { date: 2025-01-02,',
      /calendar\.yaml:\d+.*another year/,
    ],
    [
      'a day twice',
      'calendar.yaml',
      '- { date: 2026-01-02,',
      '- { date: 2026-01-01,',
      /2026-01-01: twice/,
    ],
    [
      'a holiday on a weekend without its day off',
      'calendar.yaml',
      '    - { date: 2026-05-11, kind: transfer, of: 2026-05-09, name: victory, source: egov-2026, verified: no }\n',
      '',
      /exactly one transfer/,
    ],
    [
      'a transfer to the wrong day',
      'calendar.yaml',
      '{ date: 2026-05-11, kind: transfer',
      '{ date: 2026-05-12, kind: transfer',
      /next free day is 2026-05-11/,
    ],
    [
      'a worked Monday moved to work',
      'calendar.yaml',
      '2025-01-05, kind: moved_work',
      '2025-01-06, kind: moved_work',
      /worked anyway/,
    ],
    [
      'a source that is not named',
      'calendar.yaml',
      'source: order-436',
      'source: order-1',
      /no source order-1/,
    ],
    [
      'a notice that betrays a suspicion',
      'notices.yaml',
      'Перевод на {amount} пока не исполнен.',
      'Перевод на {amount} подозрителен.',
      /tells of a suspicion/,
    ],
    [
      'a told ground without words',
      'notices.yaml',
      '  le_information:\n',
      '  le_informations:\n',
      /le_information: no words/,
    ],
  ])('%s', async (_, file, from, to, wanted) => {
    expect(await told(file, from, to)).toMatch(wanted);
  });

  it('a note by a person who checked is taken', async () => {
    expect(
      await told('terms.yaml', 'verified: no', 'verified: { by: A. Lawyer, on: 2026-12-01 }'),
    ).toBe('good');
  });
});
