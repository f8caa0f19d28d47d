import { LANGUAGES, type Localized } from '../../domain/language.ts';
import { FACTORS } from './factors/all-factors.ts';
import type { FactorRule } from './factors/factor-rule.ts';
import type { ParametersShape } from './parameter-schema.ts';
import { REVIEW_EVENTS } from './review-events.ts';

/** What is wrong, and where in the document. */
export interface Wrong {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

type FactorShape = ParametersShape['factors'][number];

/** The first thing that the form alone cannot tell to be wrong. */
export function wrongIn(shape: ParametersShape): Wrong | undefined {
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  return (
    wrongLevels(shape.levels) ??
    wrongIds('factors', ids(shape.factors), [...FACTORS.keys()]) ??
    wrongIds('events', ids(shape.events), REVIEW_EVENTS) ??
    wrongIds('measures', ids(shape.measures)) ??
    wrongMeasures(shape) ??
    first(shape.factors, (factor, index) => wrongFactor(factor, index, shape.levels))
  );
}

/** Circumstances alone never make a rating high: that is held here, not by whoever edits the points. */
function wrongLevels({ medium, high, circumstancesMost }: ParametersShape['levels']) {
  if (!(medium > 0 && medium < high))
    return { path: ['levels', 'medium'], what: 'must lie above 0 and below high' };
  return circumstancesMost >= high
    ? { path: ['levels', 'circumstances_most'], what: 'must lie below high' }
    : undefined;
}

/** Each once and, where it is said which there are, all of those and no other. */
function wrongIds(key: string, ids: readonly string[], known?: readonly string[]) {
  const at = ids.findIndex(
    (id, i) => ids.indexOf(id) < i || (known !== undefined && !known.includes(id)),
  );
  if (at >= 0)
    return {
      path: [key, at, 'id'],
      what: `${ids[at]}: ${ids.indexOf(ids[at]) < at ? 'twice' : 'not known'}`,
    };
  const missing = known?.find((id) => !ids.includes(id));
  return missing === undefined ? undefined : { path: [key], what: `${missing} is missing` };
}

function wrongMeasures({ measures, factors, due_diligence }: ParametersShape): Wrong | undefined {
  const known = new Set(measures.map(({ id }) => id));
  const lost = (ids: readonly string[], path: Wrong['path']): Wrong | undefined => {
    const id = ids.find((one) => !known.has(one));
    return id === undefined ? undefined : { path, what: `no measure ${id}` };
  };
  return (
    first(Object.entries(due_diligence), ([level, ids]) => lost(ids, ['due_diligence', level])) ??
    first(factors, ({ steps }, index) =>
      lost(
        steps.flatMap((step) => step.measures),
        ['factors', index, 'measures'],
      ),
    )
  );
}

function wrongFactor(factor: FactorShape, index: number, { high }: ParametersShape['levels']) {
  const rule = FACTORS.get(factor.id) as FactorRule;
  const wrong = (key: string, what: string): Wrong => ({ path: ['factors', index, key], what });
  const limits = Object.keys(factor.limits);
  if (limits.length !== rule.limits.length || !rule.limits.every((name) => limits.includes(name)))
    return wrong('limits', `must be ${rule.limits.join(', ') || 'none'}`);
  if (factor.steps.some(({ from }, i) => i > 0 && from <= factor.steps[i - 1].from))
    return wrong('steps', 'must ascend');
  if (factor.id === 'listed-confirmed' && factor.steps[0].points < high)
    return wrong('points', 'a confirmed hit must make the rating high at once');
  if (PROTECTED.has(factor.id) && factor.weighs !== 'circumstance')
    return wrong(
      'weighs',
      'must be circumstance: an age, a residence or an address proves nothing',
    );
  return wrongText(factor.text, rule, wrong);
}

/** Factors that must stay circumstances, whatever the institution sets. */
const PROTECTED: ReadonlySet<string> = new Set([
  'age-minor',
  'age-young-no-income',
  'age-elderly-new-phone',
  'nonresident-card',
  'shared-address',
  'shared-ip',
  'near-listed',
  'pep-domestic',
  'pep-foreign',
]);

const HOLE = /\{(\w+)\}/g;

function wrongText(
  text: Localized,
  { facts }: FactorRule,
  wrong: (key: string, what: string) => Wrong,
): Wrong | undefined {
  for (const language of LANGUAGES)
    for (const [, name] of text[language].matchAll(HOLE))
      if (!facts.includes(name)) return wrong('text', `${language}: there is no fact {${name}}`);
  return undefined;
}

function first<T>(
  items: readonly T[],
  wrong: (item: T, index: number) => Wrong | undefined,
): Wrong | undefined {
  for (const [index, item] of items.entries()) {
    const found = wrong(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
