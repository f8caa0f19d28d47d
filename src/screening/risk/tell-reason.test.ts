import { expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/language.ts';
import { loadRiskParameters } from '../../service/risk/load-risk-parameters.ts';
import { FACTORS } from './factors/all-factors.ts';
import type { RiskReason } from './rating.ts';
import { AT } from './risk.fixture.ts';
import { tellMeasure, tellReason } from './tell-reason.ts';

const { parameters } = await loadRiskParameters();

test('words come in three languages, with money and dates as people write them', () => {
  const flow: RiskReason = {
    factor: 'flow-over-income',
    points: 25,
    facts: { inMonthMinor: 50_000_000, incomeMonthMinor: 8_500_000 },
  };
  const told = LANGUAGES.map((language) =>
    tellReason(flow, parameters, language).replace(/\s/g, ' '),
  );
  expect(told).toEqual([
    'За 30 дней поступило 500 000 ₸, а доход в месяц – 85 000 ₸',
    '30 күнде 500 000 ₸ түсті, ал айлық табысы – 85 000 ₸',
    '500,000 KZT came in within 30 days, and the income a month is 85,000 KZT',
  ]);
  const expired: RiskReason = {
    factor: 'document-expired',
    points: 25,
    facts: { expiredAt: AT },
  };
  expect(tellReason(expired, parameters, 'ru')).toBe('Срок действия документа истёк 26.11.2026');
});

test('ids among the facts have words', () => {
  const hit: RiskReason = { factor: 'name-hit', points: 30, facts: { list: 'terror' } };
  expect(tellReason(hit, parameters, 'kk')).toMatch(/терроризмге қатысы бар/);
});

test('every reason and measure has words in every language, without a hole', () => {
  for (const [factor, { facts }] of FACTORS)
    for (const language of LANGUAGES)
      expect(
        tellReason(
          { factor, points: 1, facts: Object.fromEntries(facts.map((fact) => [fact, 1])) },
          parameters,
          language,
        ),
      ).not.toMatch(/[{}]/);
  for (const measure of parameters.measures.keys())
    for (const language of LANGUAGES)
      expect(tellMeasure({ measure }, parameters, language)?.text).not.toBe('');
});

test('a measure brings its source', () => {
  expect(tellMeasure({ measure: 'pep-approval' }, parameters, 'en')?.source).toMatchObject({
    source: expect.stringMatching(/art\. 8\(1\)\(3\)/),
    mark: 'P',
    verified: 'no',
  });
});

test('what older parameters knew is told by its id', () => {
  expect(tellReason({ factor: 'full-moon', points: 5, facts: {} }, parameters, 'ru')).toBe(
    'full-moon',
  );
  expect(tellMeasure({ measure: 'silver-bullet' }, parameters, 'ru')).toBeUndefined();
});
