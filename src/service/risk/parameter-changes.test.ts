import { describe, expect, it } from 'vitest';
import { readRiskParameters } from '../../screening/risk/parameters.ts';
import { orThrow } from '../or-throw.ts';
import { loadRiskParameters } from './load-risk-parameters.ts';
import { changedText, mergeChanges, type ParameterChanges } from './parameter-changes.ts';

const { text, parameters: shipped } = await loadRiskParameters();

const changed = (changes: ParameterChanges, number = 1) =>
  orThrow(readRiskParameters(changedText(text, changes, number)));

describe('parameters that an institution changed', () => {
  it('are the shipped ones where nothing is changed, under a name of their own', () => {
    const { version, ...same } = changed({}, 7);
    expect(version).toBe(`${shipped.version}+7`);
    expect({ ...same, version: shipped.version }).toEqual(shipped);
  });

  it('have other figures, and the words and sources that they had', () => {
    const after = changed({
      levels: { medium: 20, high: 70 },
      links: { householdMost: 4, crowdIp: 30 },
      review: { high: 30 },
      factors: [{ factor: 'flow-over-income', limits: { least_kzt: 500_000 } }],
    });
    expect(after.levels).toEqual({ ...shipped.levels, medium: 20, high: 70 });
    expect(after.links).toMatchObject({
      householdMost: 4,
      crowdFrom: { address: shipped.links.crowdFrom.address, ip: 30 },
    });
    expect(after.review.days).toEqual({ ...shipped.review.days, high: 30 });
    const before = shipped.factors.get('flow-over-income');
    expect(after.factors.get('flow-over-income')).toEqual({
      ...before,
      limits: { ...before?.limits, least_kzt: 500_000 },
    });
  });

  it('keep the measures of a step in the same place, of the last one for a new step', () => {
    const steps = [
      { from: 5, points: 1 },
      { from: 20, points: 2, measures: [] },
      { from: 30, points: 3 },
      { from: 40, points: 4 },
      { from: 50, points: 5 },
    ];
    const after = changed({ factors: [{ factor: 'cards', steps }] }).factors.get('cards');
    const before = shipped.factors.get('cards')?.steps ?? [];
    expect(after?.steps.map(({ measures }) => measures)).toEqual([
      before[0].measures,
      [],
      before[2].measures,
      before[3].measures,
      before[3].measures,
    ]);
  });

  it('take steps where there were plain points', () => {
    const steps = [{ from: 1, points: 7 }];
    const after = changed({ factors: [{ factor: 'number-absent', steps }] });
    expect(after.factors.get('number-absent')?.steps).toMatchObject(steps);
  });

  it('pass over a factor that is no longer shipped', () => {
    const gone = { factor: 'no-such-factor', steps: [{ from: 1, points: 7 }] };
    expect(changed({ factors: [gone] }).factors).toEqual(shipped.factors);
  });

  it('are refused by the reader that refuses shipped ones', () => {
    const text90 = changedText(text, { levels: { medium: 90 } }, 1);
    expect(readRiskParameters(text90)).toMatchObject({
      ok: false,
      problem: { code: 'QRG_RISK_PARAMETERS' },
    });
  });
});

describe('one change after another', () => {
  const first: ParameterChanges = {
    levels: { medium: 20 },
    factors: [
      { factor: 'cards', steps: [{ from: 6, points: 1 }] },
      { factor: 'flow-over-income', limits: { least_kzt: 1 } },
    ],
  };

  it('is both, the later one where they speak of the same', () => {
    const later: ParameterChanges = {
      levels: { medium: undefined, high: 80 },
      factors: [
        { factor: 'cards', steps: [{ from: 7, points: 2 }] },
        { factor: 'flow-over-income', limits: { income_floor_kzt: 2 } },
      ],
    };
    expect(mergeChanges(first, later)).toMatchObject({
      levels: { medium: 20, high: 80 },
      factors: [
        { factor: 'cards', steps: [{ from: 7, points: 2 }] },
        { factor: 'flow-over-income', limits: { least_kzt: 1, income_floor_kzt: 2 } },
      ],
    });
  });

  it('with nothing is the first', () => {
    expect(changed(mergeChanges(first, {}))).toEqual(changed(first));
    expect(changed(mergeChanges({}, first))).toEqual(changed(first));
  });
});
