import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from './clock.ts';
import { tellStory } from './story.ts';
import type { StoryFacts } from './story-facts.ts';

const KZT = { currency: 'KZT', clock: 'exact' } as const;
const label = (account: number): string => `KZ${account}`;
/** Numbers and their units never break apart; for reading the test they may. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const FACTS: StoryFacts = {
  payers: 14,
  paidMinor: 430_000_000,
  paidAccounts: 3,
  spanMs: 2 * DAY_MS,
  leftShare: 0.92,
  leftWithinMs: 20 * 60_000,
  furtherAccounts: 5,
  end: { account: 7, receivedMinor: 350_000_000, cashMinor: 310_000_000 },
  cashMinor: 310_000_000,
};

describe('tellStory', () => {
  it('says who paid, how fast it left and where it ended, in three languages', () => {
    const story = tellStory(FACTS, KZT, label);
    expect(plain(story.ru)).toBe(
      '14 человек перевели 4 300 000 ₸ на 3 счёта за 2 дня. Из этих денег 92 % ушло за 20 минут через 5 счетов на счёт KZ7, с которого вывели наличными или в криптовалюту 3 100 000 ₸.',
    );
    expect(plain(story.kk)).toBe(
      '14 адам 2 күн ішінде 3 шотқа 4 300 000 ₸ аударды. Бұл ақшаның 92 %-ы 20 минут ішінде 5 шот арқылы KZ7 шотына кетті, сол шоттан 3 100 000 ₸ қолма-қол немесе криптовалютамен шығарылды.',
    );
    expect(plain(story.en)).toBe(
      '14 people paid 4,300,000 KZT to 3 accounts within 2 days. Of this money 92% left within 20 minutes through 5 accounts to KZ7, which took out 3,100,000 KZT in cash or crypto.',
    );
  });

  it('says one day where only days are known', () => {
    const story = tellStory(
      { ...FACTS, spanMs: 0, leftWithinMs: 60_000 },
      { currency: '', clock: 'day' },
      label,
    );
    expect(plain(story.en)).toContain('within one day. Of this money 92% left within one day');
    expect(plain(story.ru)).toContain('за один день. ');
    expect(plain(story.kk)).toContain('бір күн ішінде');
  });

  it('tells two sentences without holes for any facts', () => {
    const facts = fc.record({
      payers: fc.nat(200),
      paidMinor: fc.nat(),
      paidAccounts: fc.nat(30),
      spanMs: fc.nat(),
      leftShare: fc.constantFrom(0, 0.001, 0.5, 0.999, 1),
      leftWithinMs: fc.constantFrom(60_000, DAY_MS, 30 * DAY_MS),
      furtherAccounts: fc.nat(20),
      end: fc.option(
        fc.record({ account: fc.nat(9), receivedMinor: fc.nat(), cashMinor: fc.nat() }),
      ),
      cashMinor: fc.nat(),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom('exact' as const, 'day' as const), (f, clock) => {
        for (const text of Object.values(tellStory(f, { currency: 'KZT', clock }, label))) {
          expect(text).not.toMatch(/undefined|null|NaN|\s\s|\s\.|\{/);
          expect(text.match(/\.(\s|$)/g)).toHaveLength(2);
        }
      }),
    );
  });
});
