import {
  generateDeterministicId,
  generateIPv4AddrId,
  generateUrlId,
} from '@security-alliance/stix/2.1';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { anyCaseFile } from '../random-case-file.fixture.ts';
import { equalityPattern, readPattern } from './pattern.ts';
import type { StixObject } from './stix-object.ts';
import { writeStix } from './write-stix.ts';

const objectsOf = (file: CaseFile, tlp: 'amber' | 'green' = 'amber'): StixObject[] => {
  const result = writeStix(file, { tlp });
  if (!result.ok) throw new Error(result.problem.code);
  return JSON.parse(new TextDecoder().decode(result.value.bytes)).objects;
};

const RFC_3339_MS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Values of properties of a name ending, at any depth. */
function* valuesOf(value: unknown, ending: RegExp): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (ending.test(key)) yield* Array.isArray(inner) ? inner : [inner];
    yield* valuesOf(inner, ending);
  }
}

describe('the form of a bundle', () => {
  it('has each object once, and every reference in the bundle', () => {
    fc.assert(
      fc.property(anyCaseFile, (file) => {
        const objects = objectsOf(file);
        const ids = objects.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const refs = [...valuesOf(objects, /_refs?$/)];
        expect(refs.filter((ref) => !ids.includes(String(ref)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells times in milliseconds and in order, and leaves out what is empty', () => {
    fc.assert(
      fc.property(anyCaseFile, (file) => {
        const objects = objectsOf(file);
        const times = [
          ...valuesOf(
            objects,
            /^(created|modified|valid_from|executed_at|posted_at)$|_(observed|seen)$/,
          ),
        ].filter((value) => typeof value === 'string');
        expect(times.filter((time) => !RFC_3339_MS.test(time as string))).toEqual([]);
        for (const { created, modified } of objects)
          if (modified !== undefined) expect(String(modified) >= String(created)).toBe(true);
        const observed = [...valuesOf(objects, /^executed_at$/)];
        expect(observed).toEqual([...observed].sort());
        expect([...valuesOf(objects, /./)]).not.toContain(null);
      }),
      { numRuns: 60 },
    );
  });

  it('names observables as another implementation of the specification does', () => {
    const file = caseFileFixture();
    const ip = { id: 'k9', kind: 'ip' as const, value: '198.51.100.7', seenWith: [], origin: null };
    const objects = objectsOf({ ...file, contacts: [...file.contacts, ip] });
    let compared = 0;
    for (const object of objects) {
      const { id, type, account_type, user_id, account_login, value } = object;
      const theirs =
        type === 'url'
          ? generateUrlId(String(value))
          : type === 'ipv4-addr'
            ? generateIPv4AddrId(String(value))
            : type === 'user-account'
              ? generateDeterministicId(
                  type,
                  JSON.parse(JSON.stringify({ account_type, user_id, account_login })),
                )
              : undefined;
      if (theirs === undefined) continue;
      expect(id).toBe(theirs);
      compared++;
    }
    expect(compared).toBe(10);
  });

  it('keeps ids of a case when the case grows, and changes only its version', () => {
    const file = caseFileFixture();
    const before = objectsOf(file);
    const after = new Map(
      objectsOf({ ...file, asOf: file.asOf + 1, title: 'Other' }).map((o) => [o.id, o]),
    );
    for (const { id, modified } of before) {
      expect(after.has(id)).toBe(true);
      if (modified !== undefined && id !== before[0]!.id && id !== before[1]!.id)
        expect(after.get(id)!.modified).not.toBe(modified);
    }
  });

  it('does not take the pseudonyms of two cases for one account', () => {
    const file = caseFileFixture();
    const hidden = (caseId: number): CaseFile => ({
      ...file,
      caseId,
      accounts: file.accounts.map((account, i) => ({ ...account, account: `account-${i + 1}` })),
    });
    const idsOf = (caseId: number) =>
      objectsOf(hidden(caseId)).flatMap(({ type, id, account_type }) =>
        type === 'user-account' && account_type === 'bank-account' ? [id] : [],
      );
    expect(idsOf(1)).toHaveLength(5);
    expect(idsOf(1).filter((id) => idsOf(2).includes(id))).toEqual([]);
  });

  it('looks for accounts in the flow, and never for a victim', () => {
    const file = caseFileFixture();
    const patterns = objectsOf(file).flatMap(({ pattern }) =>
      pattern === undefined ? [] : [String(pattern)],
    );
    const about = (i: number) =>
      patterns.filter((pattern) => pattern.includes(file.accounts[i]!.account));
    expect(about(0)).toEqual([]);
    expect(about(1)).toEqual([
      `[user-account:account_type = 'bank-account' AND user-account:user_id = '${file.accounts[1]!.account}']`,
    ]);
    expect(patterns).toContain("[url:value = 'https://t.me/s/example_rabota/31']");
  });

  it('marks each place as strictly as who sent it', () => {
    const file = caseFileFixture();
    const origin = { packageId: 8, from: 'bank-ru', tlp: 'amber+strict' as const, namedTo: [] };
    const iban = file.accounts[1]!.account;
    const contact = { id: 'k9', kind: 'iban' as const, value: iban, seenWith: ['p9'], origin };
    const objects = objectsOf({ ...file, contacts: [contact] }, 'green');
    const account = objects.find(({ user_id }) => user_id === iban)!;
    const strict = 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003';
    const green = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';
    expect(account.object_marking_refs).toEqual([strict]);
    expect(account.granular_markings).toEqual([
      {
        marking_ref: green,
        selectors: [
          'extensions.extension-definition--435aea0e-4be4-4ae0-b280-515d1079fde5.accounts.[0]',
        ],
      },
    ]);
    const grouping = objects.find(({ type }) => type === 'grouping')!;
    const place = (grouping.object_refs as string[]).indexOf(account.id);
    expect(grouping.object_marking_refs).toEqual([green]);
    expect(grouping.granular_markings).toContainEqual({
      marking_ref: strict,
      selectors: [`object_refs.[${place}]`],
    });
    // The definitions of all marks go along.
    expect(objects.filter(({ type }) => type === 'marking-definition').map(({ id }) => id)).toEqual(
      [strict, green],
    );
  });

  it('writes nothing that is red, and no time that cannot be said', () => {
    const file = caseFileFixture();
    const origin = { packageId: 1, from: 'x', tlp: 'red' as const, namedTo: ['y'] };
    const post = { ...file.posts[0]!, origin };
    expect(writeStix({ ...file, posts: [post] }, { tlp: 'green' })).toMatchObject({
      problem: { code: 'QRG_WRITTEN_RED', args: { what: 'p9' } },
    });
    expect(writeStix(file, { tlp: 'red' })).toMatchObject({ problem: { code: 'QRG_WRITTEN_RED' } });
    expect(writeStix({ ...file, asOf: 8.64e15 }, { tlp: 'green' })).toMatchObject({
      problem: { code: 'QRG_WRITTEN_TIME' },
    });
  });
});

describe('a pattern of simple equality', () => {
  it('is read as it was written, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (a, b) => {
        const equal = { user_id: a, account_login: b };
        expect(readPattern(equalityPattern('user-account', equal))).toEqual([
          { type: 'user-account', equal },
        ]);
      }),
    );
  });

  it.each([
    [
      "[url:value = 'a' OR ipv4-addr:value = 'b']",
      [
        { type: 'url', equal: { value: 'a' } },
        { type: 'ipv4-addr', equal: { value: 'b' } },
      ],
    ],
    [" [ url:value='a' ] ", [{ type: 'url', equal: { value: 'a' } }]],
    ["[url:value = 'a'] AND [url:value = 'b']", null],
    ["[url:value = 'a' AND ipv4-addr:value = 'b']", null],
    ["[url:value = 'a' AND url:value = 'b']", null],
    ["[url:value = 'a' OR url:value = 'b' AND url:value = 'c']", null],
    ["[url:value LIKE 'a%']", null],
    ["[url:value != 'a']", null],
    ["[url:value = 'a'] WITHIN 5 SECONDS", null],
    ["[file:hashes.'SHA-256' = 'a']", null],
    ["[url:value = 'a", null],
    ['[]', null],
    ['', null],
    [`[url:value = '${'a'.repeat(30_000)}']`, null],
  ])('%s', (pattern, expected) => {
    expect(readPattern(pattern)).toEqual(expected);
  });
});
