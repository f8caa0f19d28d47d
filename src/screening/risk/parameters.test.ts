import { describe, expect, it, test } from 'vitest';
import { loadRiskParameters } from '../../service/risk/load-risk-parameters.ts';
import { FACTORS } from './factors/all-factors.ts';
import { PARAMETERS_MOST, readRiskParameters } from './parameters.ts';

const { text: PARAMETERS_TEXT, parameters: shipped } = await loadRiskParameters();

const changed = (from: string, to: string) => {
  const text = PARAMETERS_TEXT.replace(from, to);
  expect(text).not.toBe(PARAMETERS_TEXT);
  return readRiskParameters(text);
};

const problemOf = (result: ReturnType<typeof readRiskParameters>) =>
  result.ok ? undefined : result.problem;

describe('the shipped parameters', () => {
  it('have an entry for every factor, with words and a source', () => {
    const { factors } = shipped;
    expect([...factors.keys()].sort()).toEqual([...FACTORS.keys()].sort());
  });

  it('call nothing compared with the official text that nobody compared', () => {
    const { factors, measures } = shipped;
    for (const { verified } of [...factors.values(), ...measures.values()])
      expect(verified).toBe('no');
  });

  it('mark as the house’s what has no other source, and only that', () => {
    const { factors, measures, events } = shipped;
    for (const { source, mark } of [...factors.values(), ...measures.values(), ...events.values()])
      expect(mark === 'house', source).toBe(source.startsWith('own rule'));
  });
});

test.each([
  ['a word that is not known', 'weighs: sign', 'wieghs: sign', /wieghs|weighs/],
  ['a factor that is missing', 'id: number-invalid', 'id: number-unlike', /not known/],
  ['a factor told twice', 'id: number-invalid', 'id: number-absent', /twice/],
  ['a measure that is not there', 'id: identify-first', 'id: identify-last', /identify-first/],
  ['a fact that is not there', '{expiredAt}', '{expiresAt}', /expiresAt/],
  ['a limit that is not asked for', 'within_hours: 48', 'within_days: 2', /within_hours/],
  ['steps that do not ascend', '{ from: 3, points: 55 }', '{ from: 1, points: 55 }', /ascend/],
  ['levels the wrong way round', '  medium: 25', '  medium: 60', /below high/],
  ['circumstances that would make a rating high', 'most: 35', 'most: 60', /below high/],
  ['a confirmed hit that would not', 'points: 100', 'points: 59', /at once/],
  ['a text without one language', '\n    text:\n      ru:', '\n    text:\n      uz:', /uz|ru/],
  ['a day that is not one', 'date: 2026-07-12', 'date: 2026-02-30', /date/i],
])('refuses %s', (_, from, to, what) => {
  const problem = problemOf(changed(from, to));
  expect(problem?.code).toBe('QRG_RISK_PARAMETERS');
  expect(`${problem?.args.path} ${problem?.args.what}`).toMatch(what);
});

test('an age cannot be made a sign', () => {
  const text = PARAMETERS_TEXT.replace(
    /(id: age-minor\n\s+weighs: )circumstance/,
    (_, before) => `${before}sign`,
  );
  expect(problemOf(readRiskParameters(text))?.args).toMatchObject({
    path: expect.stringMatching(/^factors\.\d+\.weighs$/),
  });
});

test('the line of what is wrong is told', () => {
  const text = PARAMETERS_TEXT.replace('weighs: sign', 'weighs: omen');
  const line = PARAMETERS_TEXT.slice(0, PARAMETERS_TEXT.indexOf('weighs: sign')).split('\n').length;
  expect(problemOf(readRiskParameters(text))?.args.line).toBe(line);
});

test('neither broken YAML, nor aliases, nor a huge file gets through', () => {
  expect(problemOf(readRiskParameters('country: [kz'))?.code).toBe('QRG_RISK_PARAMETERS');
  const laughs = [...'abcdefghi'].map((name, i, all) =>
    i === 0 ? 'a: &a [1]' : `${name}: &${name} [${`*${all[i - 1]},`.repeat(9)}]`,
  );
  expect(problemOf(readRiskParameters(laughs.join('\n')))?.args.what).toMatch(/aliases/);
  expect(problemOf(readRiskParameters('#'.repeat(PARAMETERS_MOST + 1)))?.code).toBe(
    'QRG_RISK_PARAMETERS',
  );
  expect(problemOf(readRiskParameters(''))?.code).toBe('QRG_RISK_PARAMETERS');
});
