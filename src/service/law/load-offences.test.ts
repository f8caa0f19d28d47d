import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FACT_KINDS } from '../../domain/case/case-fact.ts';
import { messageOf, QorganError } from '../../domain/errors/catalogue.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { dataFolder } from '../package-root.ts';
import { loadOffences, offenceCountries } from './load-offences.ts';
import { openOffenceLaw } from './offence-law.ts';

const SHIPPED = join(dataFolder, 'law', 'kz');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-offences-'));
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
    await loadOffences('kz', folder);
    return 'good';
  } catch (error) {
    if (!(error instanceof QorganError)) throw error;
    return messageOf(error.problem, 'en');
  }
}

describe('the shipped offences', () => {
  it('are of every country that has a folder', async () => {
    expect(await offenceCountries()).toEqual(['KZ', 'RU']);
    const law = await openOffenceLaw();
    expect(law.book('RU').offences.map(({ article }) => article)).toEqual(['187', '187']);
    expect(() => law.book('UZ')).toThrow('no data of the law of this country');
  });

  it.each(['kz', 'ru'])(
    'of %s say source, period, mark and whether anybody verified',
    async (country) => {
      const book = await loadOffences(country);
      const entries = [
        ...book.offences,
        ...book.release.values(),
        ...book.limits,
        ...book.protection,
      ];
      for (const { act, source, mark, verified, effective, text } of entries) {
        expect(book.acts.get(act)).toBeDefined();
        expect(verified).toBe('no');
        expect([source, effective.from].every((one) => one.length > 5)).toBe(true);
        expect(['P', 'B', 'D', 'house']).toContain(mark);
        expect(new Set(LANGUAGES.map((language) => text[language])).size).toBe(3);
      }
    },
  );

  it('derive the weights that the law names for 232-1', async () => {
    const { offences } = await loadOffences();
    const tiers = offences.filter(({ article }) => article === '232-1').flatMap((o) => o.tiers);
    expect(
      tiers.map(({ part, category, limitationYears }) => [part, category, limitationYears]),
    ).toEqual([
      ['1', 'misdemeanour', 1],
      ['2', 'minor', 2],
      ['3', 'medium', 5],
      ['4', 'minor', 2],
      ['5', 'medium', 5],
      ['6', 'medium', 5],
      ['7', 'grave', 10],
    ]);
  });

  it('ask for every fact that a person can say of an act', async () => {
    const book = await loadOffences();
    const asked = new Set<string>([
      ...book.offences.flatMap(({ elements, exclusions, tiers }) => [
        ...elements.flatMap(({ facts, against }) => [...facts, ...against]),
        ...exclusions.map(({ fact }) => fact),
        ...tiers.flatMap(({ circumstances }) => circumstances.flatMap(({ facts }) => facts)),
      ]),
      ...[...book.release.values()].flatMap(({ conditions, closedBy }) => [
        ...conditions.flatMap(({ asks }) => (asks.kind === 'fact' ? [asks.fact] : [])),
        ...closedBy,
      ]),
      // Sums that a size is measured by.
      ...['damage', 'criminal_income', 'reward_paid', 'reward_promised'],
    ]);
    expect(FACT_KINDS.filter((kind) => !asked.has(kind))).toEqual([]);
  });
});

describe('a wrong file is named with its line and place', () => {
  it.each([
    [
      'an unknown fact',
      'elements.yaml',
      'facts: [gave_access]',
      'facts: [gave_acess]',
      /elements\.yaml:\d+, elements\.0\.facts\.0/,
    ],
    [
      'an unknown condition',
      'elements.yaml',
      'hints: [holds_flow_account]',
      'hints: [rich]',
      /elements\.0\.hints/,
    ],
    [
      'a missing language',
      'offences/access.yaml',
      '      kk: Өз шотына,',
      '      kz: Өз шотына,',
      /access\.yaml:\d+, offences\.0\.title/,
    ],
    [
      'an element that is not there',
      'offences/access.yaml',
      'elements: [access, reward]',
      'elements: [access, rewards]',
      /access\.yaml:\d+, rewards: is not in elements\.yaml/,
    ],
    [
      'a core that is no element',
      'offences/access.yaml',
      'core: [access]',
      'core: [payments]',
      /is not among its elements/,
    ],
    [
      'a circumstance that is not there',
      'offences/money.yaml',
      '[group, office, system-user',
      '[groop, office, system-user',
      /groop: is not in circumstances\.yaml/,
    ],
    [
      'a ground of release that is not there',
      'offences/access.yaml',
      'release: [kz.criminal.232-1.note]',
      'release: [kz.note]',
      /is not in release\.yaml/,
    ],
    [
      'a breach that is no part',
      'offences/duties.yaml',
      'kz.administrative.214.3, kz',
      'kz.administrative.214.99, kz',
      /is the part of no offence/,
    ],
    [
      'an act that is not there',
      'offences/access.yaml',
      'act: criminal',
      'act: criminel',
      /no act criminel in acts\.yaml/,
    ],
    [
      'two editions of one day',
      'offences/money.yaml',
      'to: 2025-09-15',
      'to: 2025-09-16',
      /two editions hold for one day/,
    ],
    [
      'an edition that does not say what it changed',
      'offences/money.yaml',
      '    since:\n      effect: mixed\n      text:\n        ru:',
      '    note:\n        ru:',
      /money\.yaml:\d+/,
    ],
    [
      'a size both ways',
      'offences/access.yaml',
      'at_least: 200 }',
      'at_least: 200, over: 200 }',
      /at_least or over/,
    ],
    [
      'a part without a reason',
      'offences/access.yaml',
      '        amount: { measure: reward, at_least: 200 }\n',
      '',
      /each other needs a size or a circumstance/,
    ],
    [
      'text that was not read',
      'offences/access.yaml',
      'edition: 2025-09-16',
      'edition: none',
      /mark P needs the edition/,
    ],
    [
      'two values of the unit',
      'units.yaml',
      'to: 2025-12-31',
      'to: 2026-01-01',
      /two values hold for one day/,
    ],
    [
      'a condition that asks nothing',
      'release.yaml',
      '        fact: first_offence\n',
      '',
      /grounds\.0\.conditions\.0/,
    ],
    ['broken YAML', 'minors.yaml', 'limits:', 'limits: [', /minors\.yaml:\d+/],
  ])('%s', async (_, file, from, to, message) => {
    expect(await told(file, from, to)).toMatch(message);
  });

  it('says a country that is not there', async () => {
    await expect(loadOffences('xx', join(folder, 'none'))).rejects.toThrow(
      'no data of the law of this country',
    );
  });
});
