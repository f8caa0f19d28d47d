import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../domain/case/case-file.ts';
import { createRandom } from '../domain/random.ts';
import { factsOf, inOrder } from './facts-of-file.fixture.ts';
import {
  ACCOUNT_RULES,
  CASE_RULES,
  CONTACT_RULES,
  FACT_RULES,
  HOLD_RULES,
  INSTITUTION_RULES,
  NETWORK_RULES,
  OFFICER_RULES,
  PARTY_RULES,
  POST_RULES,
  SIGNAL_RULES,
  TRANSFER_RULES,
} from './fields/element-fields.ts';
import { FIELD_CLASSES, type FieldClass } from './fields/field-class.ts';
import { minimise } from './fields/minimise.ts';
import { readMisp } from './misp/read-misp.ts';
import { MISP_CARRIES, writeMisp } from './misp/write-misp.ts';
import { readStix } from './stix/read-stix.ts';
import { STIX_CARRIES, writeStix } from './stix/write-stix.ts';

const FORMATS = [
  { name: 'STIX', write: writeStix, read: readStix, carries: STIX_CARRIES },
  { name: 'MISP', write: writeMisp, read: readMisp, carries: MISP_CARRIES },
] as const;

type Rules = Readonly<Record<string, { readonly of: string }>>;

/** The element with the name of its class in each place that is text: '⟦party.name⟧'. */
function marked<E extends object>(element: E, rules: Rules): E {
  const mark = (value: unknown, of: string): unknown => {
    if (typeof value === 'string') return `⟦${of}⟧`;
    if (Array.isArray(value)) return value.map((inner) => mark(inner, of));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, mark(v, of)]));
    return value;
  };
  const entries = Object.entries(element).map(([key, value]) => {
    const of = rules[key]?.of ?? 'frame';
    return [key, of === 'frame' || key === 'id' ? value : mark(value, of)];
  });
  return Object.fromEntries(entries) as E;
}

function markedFile(file: CaseFile): CaseFile {
  const all = <E extends object>(list: readonly E[], rules: Rules) =>
    list.map((e) => marked(e, rules));
  return {
    ...marked(file, CASE_RULES),
    institution: marked(file.institution, INSTITUTION_RULES),
    officer: marked(file.officer!, OFFICER_RULES),
    parties: all(file.parties, PARTY_RULES),
    accounts: all(file.accounts, ACCOUNT_RULES),
    transfers: all(file.transfers, TRANSFER_RULES),
    posts: all(file.posts, POST_RULES),
    contacts: all(file.contacts, CONTACT_RULES),
    signals: all(file.signals, SIGNAL_RULES),
    networks: all(file.networks, NETWORK_RULES),
    holds: all(file.holds, HOLD_RULES),
    facts: all(file.facts, FACT_RULES),
  };
}

const textOf = (result: ReturnType<typeof writeStix>): string => {
  if (!result.ok) throw new Error(result.problem.code);
  return new TextDecoder().decode(result.value.bytes);
};

describe.each(FORMATS)('a package in $name', ({ write, read, carries }) => {
  const fixture = caseFileFixture();
  const facts = fixture.facts.map((fact) => ({ ...fact, note: 'said at the branch' }));

  it('has no word of a class that was not chosen, whatever was chosen', () => {
    const whole = markedFile({ ...fixture, facts });
    const random = createRandom(11);
    const seen = new Set<string>();
    for (let round = 0; round < 150; round++) {
      const chosen = new Set(FIELD_CLASSES.filter(() => random.next() < 0.3));
      const text = textOf(write(minimise(whole, chosen), { tlp: 'amber' }));
      for (const [, of] of text.matchAll(/⟦([^⟧]+)⟧/g)) {
        seen.add(of!);
        expect(chosen.has(of as FieldClass), of).toBe(true);
      }
    }
    expect(seen.size).toBeGreaterThan(35);
  });

  it('has no number, time or sum that was not chosen', () => {
    const text = textOf(
      write(minimise(fixture, ['transfer.channel', 'signal.rule']), { tlp: 'amber' }),
    );
    for (const { account } of fixture.accounts) expect(text).not.toContain(account);
    for (const { at, amountMinor } of fixture.transfers) {
      expect(text).not.toContain(new Date(at).toISOString().slice(0, 16));
      expect(text).not.toContain(String(amountMinor));
      expect(text).not.toContain(String(amountMinor / 100));
    }
    expect(text).not.toContain(fixture.number);
  });

  it('does not take elements of two cases for one where their numbers may not leave', () => {
    const uuids = (seed: number) => {
      const file = minimise(caseFileFixture(seed), [
        'account.number',
        'account.role',
        'party.role',
        'transfer.amount',
      ]);
      const text = textOf(write(file, { tlp: 'amber' }));
      return [...text.matchAll(/"(?:id|uuid)": ?"(?:[a-z-]+--)?([0-9a-f-]{36})"/g)].map(
        ([, id]) => id!,
      );
    };
    const one = new Set(uuids(1));
    // The mark, the extension and its maker, and the account abroad, which is one account in both.
    const shared = uuids(2).filter((id) => one.has(id));
    expect(one.size).toBeGreaterThan(10);
    expect(shared.length).toBeLessThanOrEqual(4);
  });

  it('carries every class, as it declares', () => {
    expect([...carries]).toEqual([...FIELD_CLASSES]);
  });

  it('gives a case of five thousand transfers back', () => {
    const transfers = Array.from({ length: 5_000 }, (_, i) => ({
      ...fixture.transfers[i % 6]!,
      id: `t${i}`,
      at: fixture.transfers[0]!.at + i * 1_000,
    }));
    const file = { ...fixture, transfers, signals: [], holds: [] };
    const result = read(new TextEncoder().encode(textOf(write(file, { tlp: 'green' }))));
    if (!result.ok) throw new Error(result.problem.code);
    const { pap: _, ...told } = inOrder(result.value);
    const { pap: __, ...expected } = factsOf(file, { tlp: 'green' });
    expect(told).toEqual(expected);
  });
});
