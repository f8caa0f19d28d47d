import { describe, expect, it } from 'vitest';
import type { CaseFact, FactKind } from '../../domain/case/case-fact.ts';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { loadOffences } from '../../service/law/load-offences.ts';
import { draftOf } from './draft.ts';
import { DRAFT_TEXTS, FACT_WORDS } from './draft-texts.ts';
import { QUALIFIED_PARTIES_MOST, qualify } from './qualify.ts';
import { QUALIFY_TEXTS } from './qualify-texts.ts';
import { sentence } from './said.ts';
import { judge, TEST_ACTS } from './test-acts.fixture.ts';

const book = await loadOffences();
const TODAY = Date.UTC(2026, 10, 23, 6);
const file = caseFileFixture();
const found = qualify(book, file, TODAY);

const partyOf = (id: string, of = found) => of.parties.find(({ party }) => party.id === id);
const findingOf = (party: string, offence: string, of = found) =>
  partyOf(party, of)?.findings.find((one) => one.offence.id === offence);
const actOf = (name: string) => {
  const act = TEST_ACTS.find((one) => one.name.startsWith(name));
  if (act === undefined) throw new Error(`no test act ${name}`);
  return judge(book, act);
};

describe('a case with transfers, a post and few facts', () => {
  it('supports the dropper of 17 who was promised money, with the links that say so', () => {
    const access = findingOf('c2', 'kz.criminal.232-1.access');
    expect(access).toMatchObject({
      state: 'supported',
      age: { atAct: 17, reached: true, least: 16 },
      tier: { tier: { id: 'kz.criminal.232-1.1' } },
      limitation: { until: '2027-04-05', halved: true, over: false },
    });
    expect(access?.elements[0].for).toEqual([
      { type: 'fact', id: '1' },
      { type: 'post', id: 'p9' },
    ]);
    expect(access?.minor.map(({ id }) => id)).toEqual(['no-arrest', 'fine', 'community']);
    expect(partyOf('c2')?.protection.map(({ id }) => id)).toEqual([
      'recruit',
      'guardian',
      'note-helps',
    ]);
  });

  it('only points to what transfers show: nobody said what the second dropper did or knew', () => {
    const payments = findingOf('c3', 'kz.criminal.232-1.payments');
    expect(payments).toMatchObject({ state: 'partly', tier: { state: 'hinted' }, release: [] });
    expect(payments?.elements.map(({ element, state }) => [element.id, state])).toEqual([
      ['payments', 'hinted'],
      ['reward', 'missing'],
    ]);
    expect(payments?.elements[0].for).toEqual([{ type: 'transfer', id: 't4' }]);
    expect(findingOf('c3', 'kz.criminal.218')?.elements[1]).toMatchObject({ state: 'missing' });
  });

  it('asks for the age of the foreign buyer, and says how many elements there are', () => {
    expect(findingOf('o5', 'kz.criminal.232-1.acquisition')).toMatchObject({
      state: 'partly',
      age: { atAct: null, reached: null },
    });
  });

  it('holds nothing against the victim, and no crime against the company', () => {
    expect(partyOf('c1')).toBeUndefined();
    const company = partyOf('c4')?.findings ?? [];
    expect(company.filter(({ offence }) => offence.kind === 'crime')).toEqual([]);
  });

  it('names the duties of the institution, with what their breach costs', () => {
    expect(found.duties.map(({ offence }) => offence.id)).toEqual(
      expect.arrayContaining(['kz.aml.13.2.after', 'kz.aml.10-1', 'kz.payments.25-1.3-1.hold']),
    );
    const report = found.duties.find(({ offence }) => offence.id === 'kz.aml.13.2.after');
    expect(sentence(report!.notes[0], 'en')).toMatch(/600\sMRP \(2,595,000\sKZT\).*214\(3\)/s);
    const state: CaseFile = {
      ...file,
      parties: file.parties.map((party) => ({ ...party, isClient: false })),
    };
    expect(qualify(book, state, TODAY).duties).toEqual([]);
  });

  it('shows the best supported of very many, and each other by its id', () => {
    const many = Array.from({ length: QUALIFIED_PARTIES_MOST + 5 }, (_, i) => `m${i}`);
    const crowd: CaseFile = {
      ...file,
      parties: [...many.map((id) => ({ ...file.parties[2], id })), file.parties[1]],
      accounts: [
        ...many.map((id) => ({ ...file.accounts[2], id: `x${id}`, holder: id })),
        ...file.accounts,
      ],
      transfers: many.flatMap((id, i) => [
        { ...file.transfers[1], id: `in${i}`, payee: `x${id}` },
        { ...file.transfers[3], id: `out${i}`, payer: `x${id}` },
      ]),
    };
    const of = qualify(book, crowd, TODAY);
    expect(of.parties).toHaveLength(QUALIFIED_PARTIES_MOST);
    expect(of.parties[0].party.id).toBe('c2');
    expect(of.left).toBe(6);
    const last = many.at(-1);
    const alone = qualify(book, crowd, TODAY, last);
    expect(alone.parties.map(({ party }) => party.id)).toEqual([last]);
    expect(draftOf(book, crowd, of, 'en')).toContain('6 more parties');
  });

  it('says the same of the same case', () => {
    expect(JSON.stringify(qualify(book, file, TODAY))).toBe(JSON.stringify(found));
  });
});

describe('what people say', () => {
  const say = (kind: FactKind, says: 'yes' | 'no', more: Partial<CaseFact> = {}): CaseFact => ({
    ...file.facts[0],
    ...{ factId: 100, kind, says, party: 'c3', value: null, shownBy: ['t4'] },
    ...more,
  });
  const withFacts = (...facts: CaseFact[]) => qualify(book, { ...file, facts }, TODAY);

  it('is open where two people say two things', () => {
    const of = withFacts(
      say('gave_access', 'yes'),
      say('reward_paid', 'yes'),
      say('reward_paid', 'no', { factId: 101 }),
    );
    const access = findingOf('c3', 'kz.criminal.232-1.access', of);
    expect(access?.state).toBe('partly');
    expect(access?.elements[1].state).toBe('disputed');
    expect(access?.elements[1].against).toContainEqual({ type: 'fact', id: '101' });
  });

  it('of one kind of reward denied leaves the other', () => {
    const of = withFacts(say('gave_access', 'yes'), say('reward_paid', 'no'));
    expect(findingOf('c3', 'kz.criminal.232-1.access', of)?.elements[1].state).toBe('missing');
  });

  it('of a sum in another currency is not counted, and said so', () => {
    const value = { type: 'money', amountMinor: 900_000_00, currency: 'USD' } as const;
    const of = withFacts(say('gave_access', 'yes'), say('reward_paid', 'yes', { value }));
    const access = findingOf('c3', 'kz.criminal.232-1.access', of);
    expect(access?.tier?.tier.part).toBe('1');
    expect(access?.notes.map((note) => sentence(note, 'en')).join()).toContain('(USD)');
  });

  it('of an act that straddles the beginning of the law counts what came after', () => {
    const of = withFacts(
      say('gave_access', 'yes', { actAt: Date.UTC(2025, 7, 1) }),
      say('gave_access', 'yes', { factId: 101, actAt: Date.UTC(2025, 9, 1) }),
      say('reward_paid', 'yes', { factId: 102 }),
    );
    const access = findingOf('c3', 'kz.criminal.232-1.access', of);
    expect(access).toMatchObject({ state: 'supported', act: { from: '2025-08-01' } });
    expect(access?.notes.map(({ text }) => text)).toContain('note_straddles_law');
  });

  it('of an act whose day was not told goes by the transfers of the party', () => {
    const of = withFacts(
      say('gave_access', 'yes', { actAt: null }),
      say('reward_paid', 'yes', { actAt: null }),
    );
    expect(findingOf('c3', 'kz.criminal.232-1.access', of)?.act).toEqual({
      ...{ from: '2026-10-05', to: '2026-10-05', basis: 'transfers' },
    });
  });
});

describe('time', () => {
  it('says what a later law changed, and which counts', () => {
    const [fraud] = actOf('Fraud over the Internet before').findings;
    expect(fraud.offence.effective.to).toBe('2025-09-15');
    const [change] = fraud.changes.map(({ text }) => sentence(text, 'en'));
    expect(change).toContain('only what is milder reaches back');
    expect(change).toContain('article 5, 6');
    expect(fraud.tier?.tier.circumstances.map(({ id }) => id)).toContain('system-user');
  });

  it('says that by the unit of today a border case would be another part', () => {
    const [access] = actOf('800,000 in 2025').findings;
    expect(access.changes.map(({ text }) => sentence(text, 'en')).join()).toMatch(
      /would be part 1/,
    );
  });

  it('prints the arithmetic', () => {
    const [access] = actOf('Exactly 200 MRP').findings;
    expect(sentence(access.tier!.reasons[0], 'en').replaceAll('\u00a0', ' ')).toBe(
      'Reward or benefit: 865,000 KZT ÷ 4,325 KZT (MRP on 2026-10-05) = 200; the bound is from 200 MRP = 865,000 KZT.',
    );
  });

  it('knows when limitation is over', () => {
    const [access] = actOf('The first day of the article').findings;
    expect(access.limitation).toMatchObject({ until: '2026-09-16', over: true, years: 1 });
  });
});

describe('children', () => {
  it.each([13, 14, 15])('of %i have no crime of droppers, and are owed protection', (age) => {
    const child = actOf(`A card lent for money at ${age}`);
    expect(child.findings.filter(({ offence }) => offence.kind === 'crime')).toEqual([]);
    expect(child.protection.map(({ id }) => id)).toEqual(['no-liability', 'recruit', 'guardian']);
  });

  it('of 18 are no minors', () => {
    expect(actOf('The same at 18').protection).toEqual([]);
    expect(actOf('The same at 18').findings[0].minor.map(({ id }) => id)).toEqual([
      'eighteen-to-twenty',
    ]);
  });
});

/** Words that say of somebody that he did it. */
const ACCUSING = {
  ru: /виновн|виноват|\bвина\b|преступник|злоумышленник|осужд[её]н/i,
  kk: /кінәлі|кінәсі|айыпты|қылмыскер|сотталған/i,
  en: /guilt|culprit|criminals\b|offender|perpetrator|convict/i,
};

describe('no text says that somebody is guilty', () => {
  it('none of the program, none of the data, no draft', () => {
    for (const language of LANGUAGES) {
      const texts = [
        ...[QUALIFY_TEXTS, DRAFT_TEXTS, FACT_WORDS].flatMap((all) =>
          Object.values(all).map((text) => text[language]),
        ),
        ...textsIn(
          [book.offences, [...book.release.values()], book.limits, book.protection],
          language,
        ),
        draftOf(book, file, found, language),
      ];
      expect(texts.length).toBeGreaterThan(300);
      expect(texts.filter((text) => ACCUSING[language].test(text))).toEqual([]);
    }
  });
});

/** Every text of a language anywhere in the data. */
function textsIn(value: unknown, language: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === language && typeof inner === 'string' ? [inner] : textsIn(inner, language),
  );
}

describe('the draft', () => {
  it('shows with every provision its source, its day and whether it was compared', () => {
    for (const language of LANGUAGES) {
      const text = draftOf(book, file, found, language);
      const sources = text.match(/\*\(.*?\)\*/g) ?? [];
      expect(sources.length).toBeGreaterThan(10);
      const unverified = DRAFT_TEXTS.unverified[language];
      expect(sources.filter((source) => !source.includes(unverified))).toEqual([]);
      expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/);
    }
  });

  it('takes names as text and not as Markdown', () => {
    const named = {
      ...file,
      parties: file.parties.map((party) =>
        party.id === 'c2' ? { ...party, name: '# A [b](http://x) <i>' } : party,
      ),
    };
    const text = draftOf(book, named, qualify(book, named, TODAY), 'en');
    expect(text).toContain('\\# A \\[b\\](http://x) \\<i\\>');
  });
});
