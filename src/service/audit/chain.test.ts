import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';
import { type AuditContent, type AuditLink, breachOf, EMPTY_CHAIN, linkTo } from './chain.ts';

const CONTENT: Omit<AuditContent, 'seq'> = {
  at: 1_700_000_000_000,
  actor: 'aigul',
  actorKind: 'user',
  actorId: 7,
  institutionId: 2,
  action: 'alert.close',
  object: 'alert:17',
  reason: 'зарплата',
  detail: { outcome: 'false', scores: [1, 2.5] },
};

function chainOf(length: number): AuditLink[] {
  let end = EMPTY_CHAIN;
  return Array.from({ length }, (_, i) => {
    const next = linkTo(end, { ...CONTENT, actorId: i });
    end = next.end;
    return next.link;
  });
}

/** Number and kind of the first link that does not hold. */
function firstBreach(links: readonly AuditLink[]): [number, string] | undefined {
  let end = EMPTY_CHAIN;
  for (const link of links) {
    const breach = breachOf(end, link);
    if (breach !== undefined) return [end.seq + 1, breach];
    end = link;
  }
  return undefined;
}

describe('canonical JSON', () => {
  it('says the same whatever the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'x'], А: { z: 0, y: -0 } })).toBe(
      '{"a":[true,null,"x"],"b":1,"А":{"y":0,"z":0}}',
    );
  });

  it('survives a trip through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        let first: string;
        try {
          first = canonicalJson(value as Json);
        } catch {
          return;
        }
        expect(canonicalJson(JSON.parse(first))).toBe(first);
      }),
    );
  });

  it.each(['\0', '\ud800', { '\0': 1 }, Number.NaN, [Number.POSITIVE_INFINITY]] as Json[])(
    'refuses what the database would not give back: %j',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(RangeError);
    },
  );
});

describe('a chain of links', () => {
  it('holds as it was made', () => {
    const links = chainOf(5);
    expect(links.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(firstBreach(links)).toBeUndefined();
  });

  it.each([
    ['at', 1],
    ['actor', 'aigül'],
    ['actorKind', 'key'],
    ['actorId', 99],
    ['institutionId', null],
    ['action', 'alert.open'],
    ['object', 'alert:18'],
    ['reason', null],
    ['detail', { outcome: 'false', scores: [1, 2.6] }],
    ['hash', Buffer.alloc(32)],
  ])('shows that %s of a link was changed', (field, value) => {
    const links = chainOf(5);
    links[2] = { ...links[2], [field]: value };
    expect(firstBreach(links)).toEqual([3, 'altered']);
  });

  it('shows every single bit of a hash', () => {
    for (let bit = 0; bit < 256; bit++) {
      const links = chainOf(3);
      const hash = Buffer.from(links[1].hash);
      hash[bit >> 3] ^= 1 << (bit & 7);
      links[1] = { ...links[1], hash };
      expect(firstBreach(links)).toEqual([2, 'altered']);
    }
  });

  it('shows a link that is gone, put in, or swapped', () => {
    const links = chainOf(5);
    expect(firstBreach(links.filter(({ seq }) => seq !== 3))).toEqual([3, 'removed']);
    const swapped = links.with(1, { ...links[2], seq: 2 }).with(2, { ...links[1], seq: 3 });
    expect(firstBreach(swapped)).toEqual([2, 'unlinked']);
    const other = linkTo({ seq: 2, hash: Buffer.alloc(32, 1) }, CONTENT).link;
    expect(firstBreach(links.with(2, other))).toEqual([3, 'unlinked']);
  });

  it('shows a link whose words could never have been hashed', () => {
    const links = chainOf(2);
    expect(firstBreach(links.with(1, { ...links[1], reason: '\ud800' }))).toEqual([2, 'altered']);
  });

  it('ties the same words differently at each place', () => {
    const [one, two] = [linkTo(EMPTY_CHAIN, CONTENT), linkTo({ ...EMPTY_CHAIN, seq: 1 }, CONTENT)];
    expect(one.link.hash.equals(two.link.hash)).toBe(false);
  });
});
