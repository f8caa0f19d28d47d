import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/language.ts';
import { accountLabels, judgeAccounts } from '../../learning/evaluation/accounts.ts';
import { ACCOUNTS, labelledSets } from '../../learning/evaluation/evaluation.fixture.ts';
import type { Evaluation } from '../../learning/evaluation/evaluation.ts';
import { judgeNetworks } from '../../learning/evaluation/networks.ts';
import { judgedPatterns } from '../../learning/evaluation/patterns.ts';
import { judgeReach } from '../../learning/evaluation/reach.ts';
import { judgeTransfers } from '../../learning/evaluation/transfers.ts';
import { breakable } from './markup.ts';
import { renderEvaluation } from './page.ts';

const HOSTILE = '"><script>alert(1)</script>&amp;\'';

const evaluations = labelledSets.map(({ rows: told, said }): Evaluation => {
  const rows = { ...told, typologies: [HOSTILE, 'cycle'] };
  const outside = new Uint8Array(ACCOUNTS);
  const labels = accountLabels(rows, 0, outside);
  const accounts = judgeAccounts(labels, new Float32Array(ACCOUNTS));
  const { patterns, begunBefore } = judgedPatterns(rows, 0);
  const loss = [{ figure: 'prAuc', card: 0.7, here: 0.6, loss: 0.1 }] as const;
  return {
    version: 1,
    rows: {
      all: rows.count,
      judged: rows.count,
      positives: 1,
      inPatterns: 1,
      rejected: 0,
      repeats: 0,
      from: 0,
      to: rows.at[rows.count - 1],
    },
    label: 'label',
    clock: 'day',
    perDay: 2,
    days: 1,
    rounds: 5,
    model: {
      name: HOSTILE,
      loss: { arrival: loss, retrospect: loss },
      outside: [{ feature: HOSTILE, low: 0, high: 1, share: 0.2 }],
    },
    transfers: judgeTransfers(
      rows,
      { arrival: said, retrospect: said },
      { from: 0, perDay: 2, rounds: 5, seed: 1 },
    ),
    accounts: { arrival: accounts, retrospect: accounts },
    networks: judgeNetworks(rows, [], patterns, labels, outside),
    reach: judgeReach(rows, patterns, begunBefore, said.alarm),
  };
});

describe.each(LANGUAGES)('evaluation.html, %s', (language) => {
  test('shows numbers only, lets no word of the input become markup, and asks for nothing', () => {
    fc.assert(
      fc.property(evaluations, (evaluation) => {
        const page = renderEvaluation(evaluation, language);
        expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
        expect(page).not.toContain('<script');
        expect(page).not.toMatch(/https?:|@import|\bsrc=/);
        expect(page).toContain('&#60;script&#62;');
        expect(page).toBe(renderEvaluation(evaluation, language));
      }),
      { numRuns: 50 },
    );
  });
});

test('an id breaks between its words and nowhere else, and stays text', () => {
  expect(breakable('RapidFundMovement').text).toBe('Rapid<wbr>Fund<wbr>Movement');
  expect(breakable('gather_<b>').text).toBe('gather_<wbr>&#60;b&#62;');
});
