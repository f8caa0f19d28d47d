import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { type Origin, stricter, TLP, type Tlp } from '../../domain/case/marking.ts';
import { createRandom, type Random } from '../../domain/random.ts';
import { releasable, whyWithheld } from './releasable.ts';

const LISTS = ['parties', 'accounts', 'transfers', 'posts', 'contacts'] as const;
const PARTNERS = ['volga', 'ertis', 'afm', 'interpol'];

const origin = (tlp: Tlp, namedTo: readonly string[] = [], packageId = 5): Origin => ({
  packageId,
  from: 'volga',
  tlp,
  namedTo,
});

describe('marks of other houses', () => {
  it.each<[Tlp, readonly string[], readonly string[], ReturnType<typeof whyWithheld>]>([
    ['red', ['ertis'], ['ertis'], 'red'],
    ['red', [], ['volga'], 'red'],
    ['amber+strict', ['ertis'], ['ertis'], 'strict'],
    ['amber+strict', [], ['ertis'], 'strict'],
    ['amber', ['ertis'], ['ertis'], null],
    ['amber', ['ertis', 'afm'], ['ertis', 'afm'], null],
    ['amber', ['ertis'], ['ertis', 'afm'], 'not_named'],
    ['amber', [], ['ertis'], 'not_named'],
    ['amber', ['ertis'], [], 'not_named'],
    ['green', [], ['ertis'], null],
    ['clear', [], ['ertis', 'afm'], null],
  ])('%s, named to %j, asked for %j: %s', (tlp, namedTo, partners, why) => {
    expect(whyWithheld({ tlp, namedTo }, partners)).toBe(why);
  });

  it('takes out what hangs on what stays, and every mention of it', () => {
    const file = caseFileFixture();
    const accounts = file.accounts.map((a) =>
      a.id === 'a4' ? { ...a, origin: origin('red') } : a,
    );
    const parties = file.parties.map((p) =>
      p.id === 'c2' ? { ...p, origin: origin('amber') } : p,
    );
    const released = releasable({ ...file, accounts, parties }, ['ertis'], 'green');
    expect(released.file.transfers.map(({ id }) => id)).toEqual(['t1', 't2']);
    expect(released.file.holds).toEqual([]);
    expect(released.file.facts.map(({ party }) => party)).toEqual(['o5']);
    expect(released.file.accounts.find(({ id }) => id === 'a2')?.holder).toBeNull();
    expect(released.file.signals[0]?.about).toEqual(['a2']);
    expect(released.withheld.map(({ id, why }) => [id, why])).toEqual([
      ['c2', 'not_named'],
      ['a4', 'red'],
      ['t3', 'red'],
      ['t4', 'red'],
      ['t5', 'red'],
      ['t6', 'red'],
    ]);
    expect([released.tlpLeast, released.sources]).toEqual(['green', []]);
  });

  it('holds for any marks and partners', () => {
    const random = createRandom(3);
    for (let round = 0; round < 400; round++) {
      const file = randomlyMarked(random);
      const partners = PARTNERS.filter(() => random.next() < 0.4);
      const own = TLP[Math.floor(random.next() * TLP.length)]!;
      const { file: out, tlpLeast, sources, withheld } = releasable(file, partners, own);
      const origins = LISTS.flatMap((list) => out[list].flatMap(({ origin: o }) => o ?? []));
      for (const { tlp, namedTo } of origins) {
        expect(['red', 'amber+strict']).not.toContain(tlp);
        if (tlp === 'amber') expect(namedTo).toEqual(expect.arrayContaining(partners));
        // A package is as strict as the strictest in it.
        expect(stricter(tlpLeast, tlp)).toBe(tlpLeast);
      }
      expect(stricter(tlpLeast, own)).toBe(tlpLeast);
      expect(sources).toEqual([...new Set(origins.map((o) => o.packageId))].sort((a, b) => a - b));
      // Nothing is lost in silence, and no word of what stays is left.
      const stays = new Set(withheld.map(({ id }) => id));
      for (const list of LISTS)
        for (const { id } of file[list])
          expect(out[list].some((e) => e.id === id)).toBe(!stays.has(id));
      const refs = [
        ...out.accounts.flatMap(({ holder }) => holder ?? []),
        ...out.transfers.flatMap(({ payer, payee }) => [payer, payee]),
        ...out.contacts.flatMap(({ seenWith }) => seenWith),
        ...out.signals.flatMap(({ about }) => about),
        ...out.holds.map(({ transfer }) => transfer),
        ...out.facts.flatMap(({ party, shownBy }) => [party, ...shownBy]),
      ];
      for (const ref of refs) expect(stays.has(ref)).toBe(false);
    }
  });
});

function randomlyMarked(random: Random): CaseFile {
  const file = caseFileFixture(1 + Math.floor(random.next() * 1e6));
  const mark = <E extends { readonly origin: Origin | null }>(elements: readonly E[]): E[] =>
    elements.map((e) =>
      random.next() < 0.5
        ? e
        : {
            ...e,
            origin: origin(
              TLP[Math.floor(random.next() * TLP.length)]!,
              PARTNERS.filter(() => random.next() < 0.6),
              1 + Math.floor(random.next() * 3),
            ),
          },
    );
  return {
    ...file,
    parties: mark(file.parties),
    accounts: mark(file.accounts),
    transfers: mark(file.transfers),
    posts: mark(file.posts),
    contacts: mark(file.contacts),
  };
}
