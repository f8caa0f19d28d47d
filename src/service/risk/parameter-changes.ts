import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** What an institution wants otherwise than shipped: only figures, never words or sources. What is not named stays. */
export interface ParameterChanges {
  readonly levels?: ChangedLevels | undefined;
  readonly links?: ChangedLinks | undefined;
  /** Days from one look to the next. */
  readonly review?: ChangedDays | undefined;
  readonly factors?: readonly FactorChange[] | undefined;
}

interface ChangedLevels {
  readonly medium?: number | undefined;
  readonly high?: number | undefined;
  readonly circumstancesMost?: number | undefined;
}

interface ChangedLinks {
  readonly householdMost?: number | undefined;
  readonly crowdAddress?: number | undefined;
  readonly crowdIp?: number | undefined;
}

interface ChangedDays {
  readonly low?: number | undefined;
  readonly medium?: number | undefined;
  readonly high?: number | undefined;
}

export interface FactorChange {
  readonly factor: string;
  readonly steps?: readonly ChangedStep[] | undefined;
  readonly limits?: Readonly<Record<string, number>> | undefined;
}

interface ChangedStep {
  readonly from: number;
  readonly points: number;
  /** Absent: those of the step in the same place. */
  readonly measures?: readonly string[] | undefined;
}

/** Both, the later one where they speak of the same. */
export function mergeChanges(before: ParameterChanges, later: ParameterChanges): ParameterChanges {
  const factors = new Map((before.factors ?? []).map((change) => [change.factor, change]));
  for (const change of later.factors ?? [])
    factors.set(change.factor, mergeFactor(factors.get(change.factor), change));
  return {
    levels: { ...before.levels, ...told(later.levels) },
    links: { ...before.links, ...told(later.links) },
    review: { ...before.review, ...told(later.review) },
    factors: [...factors.values()],
  };
}

const mergeFactor = (before: FactorChange | undefined, later: FactorChange): FactorChange => ({
  factor: later.factor,
  steps: later.steps ?? before?.steps,
  limits: { ...before?.limits, ...later.limits },
});

/** Without what is undefined, which would hide what was said before. */
const told = <T extends object>(changes: T | undefined): Partial<T> =>
  Object.fromEntries(
    Object.entries(changes ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

/**
 * The shipped parameters with what an institution changed, as a YAML text again, so that one reader checks either. A factor
 * that is no longer shipped is passed over.
 *
 * @param number of the version: part of its name
 */
export function changedText(shipped: string, changes: ParameterChanges, number: number): string {
  const document = parseDocument(shipped);
  document.set('version', `${document.get('version')}+${number}`);
  const { levels = {}, links = {}, review = {}, factors = [] } = changes;
  set(document, ['levels', 'medium'], levels.medium);
  set(document, ['levels', 'high'], levels.high);
  set(document, ['levels', 'circumstances_most'], levels.circumstancesMost);
  set(document, ['links', 'household_most'], links.householdMost);
  set(document, ['links', 'crowd_from', 'address'], links.crowdAddress);
  set(document, ['links', 'crowd_from', 'ip'], links.crowdIp);
  for (const level of ['low', 'medium', 'high'] as const)
    set(document, ['review', 'days', level], review[level]);
  for (const change of factors) changeFactor(document, change);
  return String(document);
}

function set(document: Document, path: readonly string[], value: number | undefined): void {
  if (value !== undefined) document.setIn(path, value);
}

function changeFactor(document: Document, { factor, steps, limits = {} }: FactorChange): void {
  const node = factorNode(document, factor);
  if (node === undefined) return;
  for (const [name, value] of Object.entries(limits)) node.setIn(['limits', name], value);
  if (steps === undefined) return;
  const before = stepsOf(node);
  const after = steps.map(({ from, points, measures }, place) => ({
    from,
    points,
    measures: measures ?? before[Math.min(place, before.length - 1)]?.measures ?? [],
  }));
  node.delete('points');
  node.set('steps', document.createNode(after));
}

function factorNode(document: Document, factor: string): YAMLMap | undefined {
  const factors = document.get('factors');
  if (!isSeq(factors)) return undefined;
  return factors.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === factor);
}

function stepsOf(node: YAMLMap): readonly { readonly measures?: readonly string[] }[] {
  const { steps = [] } = node.toJSON() as { steps?: { measures?: string[] }[] };
  return steps;
}
