import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { createRandom } from '../../domain/random.ts';
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
} from './element-fields.ts';
import { FIELD_CLASSES, type FieldClass } from './field-class.ts';
import { FIELD_WORDS } from './field-words.ts';
import { minimise } from './minimise.ts';

const RULES: Readonly<Record<string, Readonly<Record<string, { readonly of: string }>>>> = {
  institution: INSTITUTION_RULES,
  officer: OFFICER_RULES,
  parties: PARTY_RULES,
  accounts: ACCOUNT_RULES,
  transfers: TRANSFER_RULES,
  posts: POST_RULES,
  contacts: CONTACT_RULES,
  signals: SIGNAL_RULES,
  networks: NETWORK_RULES,
  holds: HOLD_RULES,
  facts: FACT_RULES,
};

/** Every word and number of a value, with where it stands. */
function* leaves(value: unknown, path = ''): Generator<[string, string]> {
  if (value === null || value === undefined || typeof value === 'boolean') return;
  if (typeof value !== 'object') yield [path, String(value)];
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`);
}

/**
 * The fixture with a word of its own in each place that is of a class, so that any of them that survives shows where it came from.
 * Enumerations, which a word cannot replace, stay.
 */
function marked(file: CaseFile): CaseFile {
  const mark = (value: unknown, of: string): unknown => {
    if (typeof value === 'string') return `⟦${of}⟧`;
    if (Array.isArray(value)) return value.map((inner) => mark(inner, of));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, mark(v, of)]));
    return value;
  };
  const element = (value: object, rules: Readonly<Record<string, { readonly of: string }>>) =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const of = rules[key]?.of ?? 'frame';
        return [key, of === 'frame' || key === 'id' ? inner : mark(inner, of)];
      }),
    );
  const rest = Object.fromEntries(
    Object.entries(RULES).map(([list, rules]) => {
      const value = file[list as keyof CaseFile] as object;
      return [
        list,
        Array.isArray(value) ? value.map((e) => element(e, rules)) : element(value, rules),
      ];
    }),
  );
  return { ...(element(file, CASE_RULES) as unknown as CaseFile), ...rest } as CaseFile;
}

describe('minimisation', () => {
  const fixture = caseFileFixture();
  const facts = fixture.facts.map((fact) => ({ ...fact, note: 'said at the branch' }));
  const whole = marked({ ...fixture, facts });

  it('lets nothing through that was not chosen, whatever is chosen', () => {
    const random = createRandom(7);
    const seen = new Set<string>();
    for (let round = 0; round < 300; round++) {
      const chosen = new Set(FIELD_CLASSES.filter(() => random.next() < 0.3));
      for (const [path, text] of leaves(minimise(whole, chosen)))
        for (const [, of] of text.matchAll(/⟦([^⟧]+)⟧/g)) {
          seen.add(of);
          expect(chosen.has(of as FieldClass), `${of} at ${path}`).toBe(true);
        }
    }
    // Every class that is a word was seen to leave at least once; numbers and yes-or-no are looked at below.
    const wordless: readonly FieldClass[] = [
      'party.pep',
      'party.client',
      'account.holder',
      'account.openedAt',
      'transfer.reference',
      'transfer.time',
      'transfer.amount',
      'post.time',
    ];
    expect(FIELD_CLASSES.filter((of) => !seen.has(of) && !wordless.includes(of))).toEqual([]);
  });

  it('with every class is the case as it was', () => {
    const file = caseFileFixture();
    expect(minimise(file, FIELD_CLASSES)).toEqual(file);
  });

  it('with no class is empty', () => {
    const file = minimise(caseFileFixture(), []);
    for (const list of [
      'parties',
      'accounts',
      'transfers',
      'posts',
      'contacts',
      'signals',
      'networks',
      'holds',
      'facts',
    ] as const)
      expect(file[list], list).toEqual([]);
    expect([file.number, file.title, file.institution.code, file.officer]).toEqual([
      '',
      '',
      '',
      null,
    ]);
  });

  it('tells no number, no time and no reference of a bank that was not chosen', () => {
    const file = caseFileFixture();
    const told = [
      ...leaves(minimise(file, ['transfer.channel', 'account.home', 'signal.rule'])),
    ].map(([, text]) => text);
    const text = told.join('\n');
    for (const { account } of file.accounts) expect(text).not.toContain(account);
    for (const { at, amountMinor } of file.transfers) {
      expect(told).not.toContain(String(at));
      expect(told).not.toContain(String(amountMinor));
    }
    for (const { id } of file.transfers) expect(told).not.toContain(id);
    expect(text).toContain('transfer-1');
    expect(text).toContain('account-1');
  });

  it('refers to nothing that is not there', () => {
    const random = createRandom(11);
    for (let round = 0; round < 100; round++) {
      const file = minimise(
        caseFileFixture(),
        FIELD_CLASSES.filter(() => random.next() < 0.25),
      );
      const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
      const accounts = ids(file.accounts);
      const all = [
        ...accounts,
        ...ids(file.parties),
        ...ids(file.transfers),
        ...ids(file.posts),
        ...ids(file.contacts),
      ];
      for (const { payer, payee } of file.transfers)
        expect(accounts).toEqual(expect.arrayContaining([payer, payee]));
      for (const { holder } of file.accounts)
        if (holder !== null) expect(ids(file.parties)).toContain(holder);
      for (const { transfer } of file.holds) expect(ids(file.transfers)).toContain(transfer);
      for (const { party } of file.facts) expect(ids(file.parties)).toContain(party);
      for (const ref of [
        ...file.signals.flatMap(({ about }) => about),
        ...file.contacts.flatMap(({ seenWith }) => seenWith),
        ...file.facts.flatMap(({ shownBy }) => shownBy),
      ])
        expect(all).toContain(ref);
    }
  });

  it('drops a field that nobody classed', () => {
    const file = caseFileFixture();
    const odd = { ...file.parties[0]!, secret: 'not classed' };
    const out = minimise({ ...file, parties: [odd] }, FIELD_CLASSES);
    expect(JSON.stringify(out)).not.toContain('not classed');
  });

  it('has words for every class in each language', () => {
    for (const of of FIELD_CLASSES)
      for (const text of [FIELD_WORDS[of].title, FIELD_WORDS[of].why])
        expect(new Set([text.ru, text.kk, text.en]).size, of).toBe(3);
  });
});
