import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../domain/case/case-file.fixture.ts';
import { readMisp } from './misp/read-misp.ts';
import { writeMisp } from './misp/write-misp.ts';
import { readStix } from './stix/read-stix.ts';
import { writeStix } from './stix/write-stix.ts';
import type { Written } from './written.ts';

const file = caseFileFixture();
const jsonOf = (result: ReturnType<typeof writeStix>): unknown => {
  if (!result.ok) throw new Error(result.problem.code);
  return JSON.parse(new TextDecoder().decode((result.value satisfies Written).bytes));
};
const FORMATS = [
  ['STIX', jsonOf(writeStix(file, { tlp: 'amber' })), readStix],
  ['MISP', jsonOf(writeMisp(file, { tlp: 'amber' })), readMisp],
] as const;

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    true,
    -1,
    1e308,
    'a'.repeat(200_000),
    '__proto__',
    'constructor',
    'red',
    '9999-99-99T99:99:99Z',
    [[[[[]]]]],
    { toString: 1, hasOwnProperty: 1 },
  ),
  fc.jsonValue(),
);

/** Replaces, drops, doubles or renames what stands at places that numbers choose. */
function mutate(json: unknown, steps: readonly (readonly [number, number, unknown])[]): unknown {
  const root = structuredClone(json);
  for (const [place, how, value] of steps) {
    let at = root as Record<string, unknown> | unknown[];
    let rest = place;
    for (let depth = 0; depth < 12; depth++) {
      const keys = Object.keys(at);
      if (keys.length === 0) break;
      const key = keys[rest % keys.length]!;
      rest = Math.floor(rest / keys.length) * 31 + 7 * depth + place;
      const inner = (at as Record<string, unknown>)[key];
      if (typeof inner === 'object' && inner !== null && (depth < 2 || rest % 3 !== 0)) {
        at = inner as typeof at;
        continue;
      }
      change(at, key, how, value);
      break;
    }
  }
  return root;
}

function change(
  at: Record<string, unknown> | unknown[],
  key: string,
  how: number,
  value: unknown,
): void {
  const inner = (at as Record<string, unknown>)[key];
  if (Array.isArray(at)) {
    if (how === 0) at.splice(Number(key), 1);
    else if (how === 1) at.push(inner, at[0]);
    else at[Number(key)] = structuredClone(value);
  } else if (how === 0) delete at[key];
  else if (how === 1) put(at, '__proto__', structuredClone(inner));
  else put(at, key, structuredClone(value));
}

/** As JSON.parse does: any key is a property of its own. */
const put = (at: object, key: string, value: unknown): void => {
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
};

describe.each(FORMATS)('a hostile package of %s', (_, json, read) => {
  const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  it('is read or refused, and throws nothing, however it was changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(3), odd), { minLength: 1, maxLength: 12 }),
        (steps) => {
          const result = read(bytesOf(mutate(json, steps)));
          if (!result.ok) expect(result.problem.code).toMatch(/^QRG_FOREIGN_/);
          else
            for (const { what, ids } of result.value.left) {
              expect(what.length).toBeLessThanOrEqual(100);
              expect(ids.length).toBeLessThanOrEqual(10);
            }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is read or refused when its bytes were broken', () => {
    const bytes = bytesOf(json);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }),
        (broken) => {
          const copy = bytes.slice();
          for (const [at, byte] of broken) copy[at] = byte;
          const result = read(copy);
          if (!result.ok) expect(result.problem.code).toMatch(/^QRG_FOREIGN_/);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('leaves no mark on the prototype of objects', () => {
    const text = JSON.stringify(json).replaceAll('"type":', '"__proto__":{"hacked":1},"type":');
    read(new TextEncoder().encode(text));
    expect(({} as Record<string, unknown>).hacked).toBeUndefined();
  });
});

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const COUNT = 99_999;

describe('a package whose time would grow faster than its size', () => {
  const stix = (objects: readonly object[]) => {
    const result = readStix(new TextEncoder().encode(JSON.stringify({ type: 'bundle', objects })));
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };
  const EXTENSION = 'extension-definition--435aea0e-4be4-4ae0-b280-515d1079fde5';
  const many = <T>(count: number, make: (n: number) => T) =>
    Array.from({ length: count }, (_, n) => make(n));

  it('of twenty thousand entries with marks of their own in one object', () => {
    const [object] = (
      FORMATS[0][1] as {
        objects: { type: string; extensions: Record<string, { accounts: object[] }> }[];
      }
    ).objects.filter(({ type }) => type === 'user-account');
    const [entry] = object!.extensions[EXTENSION]!.accounts;
    const granular_markings = many(20_000, (n) => ({
      marking_ref: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
      selectors: [`extensions.${EXTENSION}.accounts.[${n}]`],
    }));
    const accounts = many(20_000, (n) => ({ ...entry, id: `a${n}` }));
    const facts = stix([
      { ...object!, granular_markings, extensions: { [EXTENSION]: { accounts } } },
    ]);
    expect(facts.accounts).toHaveLength(1_000);
    expect(facts.left).toMatchObject([
      { why: 'broken', what: 'user-account.accounts', count: 19_000 },
    ]);
    expect(facts.accounts.at(-1)!.origin!.tlp).toBe('green');
  });

  it('of lists of a million in one element, each entry wrong', () => {
    const phones = many(1_000_000, () => 1);
    const party = { id: 'c1', kind: 'person', is_client: true, phones };
    const identity = { type: 'identity', id: `identity--${uuid(1)}`, name: 'A', roles: ['mule'] };
    const facts = stix([{ ...identity, extensions: { [EXTENSION]: { party } } }]);
    expect(facts.left).toEqual([{ why: 'broken', what: 'identity', count: 1, ids: [identity.id] }]);
  });

  it('of a thousand names in one pattern, and a hundred thousand marks on it', () => {
    const marking = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';
    const pattern = `[${many(900, (n) => `url:value = 'h${n}'`).join(' OR ')}]`;
    const indicator = {
      type: 'indicator',
      id: `indicator--${uuid(1)}`,
      pattern,
      pattern_type: 'stix',
    };
    const facts = stix([{ ...indicator, object_marking_refs: many(COUNT, () => marking) }]);
    expect(facts.contacts).toHaveLength(900);
  });

  it('of values as long as the package', () => {
    const facts = stix([
      { type: 'url', id: `url--${uuid(1)}`, value: 'x'.repeat(5_000_000) },
      { type: 'identity', id: `identity--${uuid(2)}`, name: 'x'.repeat(5_000_000) },
    ]);
    expect([facts.contacts, facts.parties]).toEqual([[], []]);
    expect(facts.left.map(({ why, what }) => `${why} ${what}`)).toEqual([
      'broken contacts',
      'broken url',
      'broken parties',
    ]);
  });

  it('of elements that all call one object theirs', () => {
    const json = structuredClone(FORMATS[1][1]) as {
      Event: {
        Object: { name: string; uuid: string; Attribute: object[]; ObjectReference: object[] }[];
      };
    };
    const objects = json.Event.Object;
    const seen = objects.find(({ name }) => name === 'bank-account')!;
    seen.Attribute = many(20_000, (n) => ({ ...seen.Attribute[0], uuid: uuid(n) }));
    const reference = { referenced_uuid: seen.uuid, relationship_type: 'characterizes' };
    for (const object of objects)
      if (object.name === 'mule-case-element')
        object.ObjectReference = many(1_000, () => reference);
    const result = readMisp(new TextEncoder().encode(JSON.stringify(json)));
    expect(result).toMatchObject({ ok: true, value: { accounts: { length: 6 } } });
  });

  it('of more parts than a package may have', () => {
    const Attribute = many(1_000_001, () => 0);
    const event = {
      Event: { uuid: uuid(1), info: 'x', Object: [{ uuid: uuid(2), name: 'url', Attribute }] },
    };
    expect(readMisp(new TextEncoder().encode(JSON.stringify(event)))).toMatchObject({
      problem: { code: 'QRG_FOREIGN_MANY' },
    });
  });
});

describe('a hundred thousand objects', () => {
  it('of STIX are read, each for what it is', () => {
    const objects = Array.from({ length: COUNT }, (_, n) =>
      n % 2 === 0
        ? {
            type: 'user-account',
            id: `user-account--${uuid(n)}`,
            account_type: 'bank-account',
            user_id: `N${n}`,
          }
        : {
            type: 'relationship',
            id: `relationship--${uuid(n)}`,
            relationship_type: 'r',
            source_ref: `user-account--${uuid(n - 1)}`,
            target_ref: `user-account--${uuid(n + 1)}`,
          },
    );
    const result = readStix(new TextEncoder().encode(JSON.stringify({ type: 'bundle', objects })));
    if (!result.ok) throw new Error(result.problem.code);
    expect([result.value.accounts.length, result.value.relations.length]).toEqual([50_000, 49_999]);
  });

  it('of STIX with kinds made up are counted, and few are named', () => {
    const objects = Array.from({ length: COUNT }, (_, n) => ({
      type: `x-${n}`,
      id: `x-${n}--${uuid(n)}`,
    }));
    const result = readStix(new TextEncoder().encode(JSON.stringify({ type: 'bundle', objects })));
    if (!result.ok) throw new Error(result.problem.code);
    const { left } = result.value;
    expect(left.length).toBeLessThanOrEqual(510);
    expect(left.reduce((sum, { count }) => sum + count, 0)).toBe(COUNT);
  });

  it('of MISP that all refer to one another are read', () => {
    const objects = [0, 1].map((n) => ({
      uuid: uuid(n),
      name: 'url',
      Attribute: [
        {
          uuid: uuid(10 + n),
          type: 'url',
          object_relation: 'url',
          value: `https://e.example/${n}`,
        },
      ],
      ObjectReference: Array.from({ length: 50_000 }, () => ({
        referenced_uuid: uuid(1 - n),
        relationship_type: 'related-to',
      })),
    }));
    const event = { Event: { uuid: uuid(99), info: 'x', Object: objects } };
    const result = readMisp(new TextEncoder().encode(JSON.stringify(event)));
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.value.relations).toHaveLength(100_000);
  });
});
