import type { RiskChanges, RiskParameters } from '../api.ts';

type Factor = RiskParameters['factors'][number];
type FactorChange = NonNullable<RiskChanges['factors']>[number];

/** Figures as somebody writes them, by place; those not touched are not in it. */
export type RiskDraft = Readonly<Record<string, string>>;

const GROUPS = {
  levels: ['medium', 'high', 'circumstancesMost'],
  links: ['householdMost', 'crowdAddress', 'crowdIp'],
  review: ['low', 'medium', 'high'],
} as const;

export type FigureGroup = keyof typeof GROUPS;

export const groupPlace = (group: FigureGroup, name: string): string => `${group}.${name}`;
export const stepPlace = (factor: string, step: number, part: 'from' | 'points'): string =>
  `${factor}.steps.${step}.${part}`;
export const limitPlace = (factor: string, limit: string): string => `${factor}.limits.${limit}`;

/** The number that stands in a place; undefined where it was not touched or is none. */
function written(draft: RiskDraft, place: string): number | undefined {
  const text = draft[place]?.trim() ?? '';
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? undefined : value;
}

/** What a draft wants otherwise, as the service takes it: only what differs, and how many figures that is. */
export function changesOf(
  parameters: RiskParameters,
  draft: RiskDraft,
): { readonly changes: RiskChanges; readonly count: number } {
  let count = 0;
  const differing = (place: string, before: number): number | undefined => {
    const value = written(draft, place);
    if (value === undefined || value === before) return undefined;
    count++;
    return value;
  };
  const changes: Record<string, unknown> = {};
  for (const [group, names] of Object.entries(GROUPS)) {
    const before = parameters[group as FigureGroup] as unknown as Record<string, number>;
    const figures = named(names, (name) =>
      differing(groupPlace(group as FigureGroup, name), before[name]),
    );
    if (figures !== undefined) changes[group] = figures;
  }
  const factors = parameters.factors.flatMap((factor) => factorChange(factor, differing) ?? []);
  if (factors.length > 0) changes.factors = factors;
  return { changes, count };
}

function factorChange(
  { factor, steps, limits }: Factor,
  differing: (place: string, before: number) => number | undefined,
): FactorChange | undefined {
  const asked = steps.map(({ from, points }, i) => ({
    from: differing(stepPlace(factor, i, 'from'), from),
    points: differing(stepPlace(factor, i, 'points'), points),
  }));
  const changedLimits = named(Object.keys(limits), (name) =>
    differing(limitPlace(factor, name), limits[name]),
  );
  const isStepped = asked.some(({ from, points }) => from !== undefined || points !== undefined);
  if (!isStepped && changedLimits === undefined) return undefined;
  return {
    factor,
    ...(isStepped && {
      // Steps are told whole: what they ask to be done stays that of the step in the same place.
      steps: asked.map(({ from, points }, i) => ({
        from: from ?? steps[i].from,
        points: points ?? steps[i].points,
      })),
    }),
    ...(changedLimits !== undefined && { limits: changedLimits }),
  };
}

/** Figures that there are, by name; undefined when there are none. */
function named(
  names: readonly string[],
  figure: (name: string) => number | undefined,
): Record<string, number> | undefined {
  const found = names.flatMap((name) => {
    const value = figure(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
