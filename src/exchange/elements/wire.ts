/** A plain value of JSON. */
export type Wire = string | number | boolean | readonly Wire[] | { readonly [key: string]: Wire };
export type WireObject = { readonly [key: string]: Wire };

/**
 * An element of a case as exchange carries it: keys in snake case, and what is not told left out (null and empty lists), for
 * formats that forbid both. `except` names the fields, in camel case, that the format says elsewhere.
 */
export function toWire(element: object, except: readonly string[] = []): WireObject {
  const told = Object.entries(element).filter(([key]) => !except.includes(key));
  return Object.fromEntries(
    told.flatMap(([key, value]) => {
      const wire = wireOf(value);
      return wire === undefined ? [] : [[snake(key), wire] as const];
    }),
  );
}

function wireOf(value: unknown): Wire | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((v) => wireOf(v)!);
  if (typeof value === 'object') return toWire(value);
  return value as string | number | boolean;
}

/** The same with keys in camel case; a schema of element-schema.ts gives the rest. Own keys only, nothing of a prototype. */
export function fromWire(wire: unknown): unknown {
  if (Array.isArray(wire)) return wire.map(fromWire);
  if (typeof wire !== 'object' || wire === null) return wire;
  return Object.fromEntries(Object.entries(wire).map(([key, v]) => [camel(key), fromWire(v)]));
}

/** Names of properties have three letters at least in STIX (section 3.1; `id` is excepted). */
const LONGER: Readonly<Record<string, string>> = { by: 'said_by' };
const SHORTER = new Map(Object.entries(LONGER).map(([short, long]) => [long, short]));

export const snake = (key: string): string =>
  Object.hasOwn(LONGER, key) ? LONGER[key]! : key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
const camel = (key: string): string =>
  SHORTER.get(key) ?? key.replace(/_([a-z])/g, (_, c: string) => c.toUpperCase());
