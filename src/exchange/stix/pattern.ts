/** `[type:property = 'value' AND …]`: what an indicator of ours looks for (STIX 2.1, section 9). */
export const equalityPattern = (type: string, equal: Readonly<Record<string, string>>): string =>
  `[${Object.entries(equal)
    .map(([property, value]) => `${type}:${property} = '${quoted(value)}'`)
    .join(' AND ')}]`;

const quoted = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

/** What an indicator names: the properties of one object each. */
export interface NamedObject {
  readonly type: string;
  readonly equal: Readonly<Record<string, string>>;
}

/** Longer patterns are left: people do not write them, and no reader has to try. */
const PATTERN_MOST = 20_000;
const COMPARISON =
  /\s*([a-z0-9-]{3,250}):([a-z0-9_]{1,250})\s*=\s*'((?:[^'\\]|\\.)*)'\s*(AND\b|OR\b|\])/suy;

/**
 * The objects of a pattern of simple equality: `[a:b = 'x']`, with AND between properties of one object or OR between objects.
 * Null for every other pattern (LIKE, sets, several observations, qualifiers): half of a pattern says something else.
 */
export function readPattern(pattern: string): NamedObject[] | null {
  if (pattern.length > PATTERN_MOST) return null;
  const text = pattern.trim();
  if (!text.startsWith('[')) return null;
  const comparisons: { type: string; property: string; value: string; then: string }[] = [];
  COMPARISON.lastIndex = 1;
  for (let then = ''; then !== ']'; ) {
    const match = COMPARISON.exec(text);
    if (match === null) return null;
    const [, type, property, value] = match as unknown as [string, string, string, string];
    then = match[4]!;
    comparisons.push({ type, property, value: value.replace(/\\(.)/gsu, '$1'), then });
    if (then === ']' && match.index + match[0].length !== text.length) return null;
  }
  const joints = new Set(comparisons.slice(0, -1).map(({ then }) => then));
  if (joints.size > 1) return null;
  if (!joints.has('AND')) return comparisons.map(oneOf);
  const [first] = comparisons;
  const properties = new Map(comparisons.map(({ property, value }) => [property, value]));
  if (comparisons.some(({ type }) => type !== first!.type)) return null;
  if (properties.size < comparisons.length) return null;
  return [{ type: first!.type, equal: Object.fromEntries(properties) }];
}

const oneOf = ({ type, property, value }: { type: string; property: string; value: string }) => ({
  type,
  equal: { [property]: value },
});
