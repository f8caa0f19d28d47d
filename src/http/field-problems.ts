import type { z } from 'zod';
import { type ErrorCode, messageOf, type Problem } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { FieldProblem } from './contract/problem.ts';

type Issue = z.core.$ZodIssue;

/** Fields named in one reply: a batch of thousands may have a mistake in each. */
const FIELDS_MOST = 20;

/** What is wrong with one field, before it is put in words. Values are left out: they are personal data. */
export interface FieldFault {
  /** JSON Pointer, or the name of a parameter. */
  readonly path: string;
  readonly problem: Problem;
}

/** Thrown when parameters or a body do not fit their schema. */
export class InvalidRequest extends Error {
  readonly faults: readonly FieldFault[];
  constructor(faults: readonly FieldFault[]) {
    super('the request does not fit its schema');
    this.name = 'InvalidRequest';
    this.faults = faults;
  }
}

/** Where a value stood. */
type Place = 'body' | 'parameter';

/** `input` is what was read: a fault where it has nothing is a missing field, whatever else was wanted there. */
export function faultsOf(error: z.core.$ZodError, input: unknown, place: Place): FieldFault[] {
  const found = error.issues.flatMap((issue) => spread(issue, []));
  return found.slice(0, FIELDS_MOST).map((one) => faultOf(one, input, place));
}

export function fieldProblems(faults: readonly FieldFault[], language: Language): FieldProblem[] {
  return faults.map(({ path, problem }) => ({
    path,
    code: problem.code,
    message: messageOf(problem, language),
  }));
}

interface Found {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** Of a union the member that came nearest: whose faults lie deepest, the fewest of those. */
function spread(issue: Issue, above: readonly PropertyKey[]): Found[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const members = issue.errors.map((issues) => issues.flatMap((inner) => spread(inner, path)));
  const depth = (found: readonly Found[]): number => Math.max(...found.map((f) => f.path.length));
  return members.reduce((best, member) => {
    const deeper = depth(member) - depth(best);
    return deeper > 0 || (deeper === 0 && member.length < best.length) ? member : best;
  });
}

function faultOf({ issue, path }: Found, input: unknown, place: Place): FieldFault {
  const names = path.map(String);
  return {
    path:
      place === 'body'
        ? names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
        : names.join('.'),
    problem: isThere(input, path) ? problemOf(issue) : told('QRG_FIELD_MISSING'),
  };
}

const isThere = (input: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  ) !== undefined;

function problemOf(issue: Issue): Problem {
  switch (issue.code) {
    case 'invalid_type':
      return told('QRG_FIELD_TYPE', { expected: typeName(issue.expected) });
    case 'unrecognized_keys':
      return told('QRG_FIELD_UNKNOWN', { names: issue.keys.join(', ') });
    case 'too_small':
      return told(isSize(issue.origin) ? 'QRG_FIELD_SHORT' : 'QRG_FIELD_LOW', {
        least: Number(issue.minimum) + (issue.inclusive === false ? 1 : 0),
      });
    case 'too_big':
      return told(isSize(issue.origin) ? 'QRG_FIELD_LONG' : 'QRG_FIELD_HIGH', {
        most: Number(issue.maximum),
      });
    case 'invalid_value':
      return told('QRG_FIELD_CHOICE', { values: issue.values.map(String).join(', ') });
    default:
      return told('QRG_FIELD_FORM');
  }
}

const told = (code: ErrorCode, args: Problem['args'] = {}): Problem => ({ code, args });

const isSize = (origin: string): boolean => origin === 'string' || origin === 'array';

const typeName = (expected: string): string => (expected === 'int' ? 'integer' : expected);
