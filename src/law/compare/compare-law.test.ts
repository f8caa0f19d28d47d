import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/language.ts';
import { loadOffences } from '../../service/law/load-offences.ts';
import { argInWords } from '../qualify/said.ts';
import { compareLaw } from './compare-law.ts';

const book = await loadOffences();
const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

describe('the law of two days', () => {
  it('shows that 232-1 was added, and what of fraud changed', () => {
    const found = compareLaw(book, '2025-09-15', '2025-09-16');
    expect(ids(found.added)).toEqual([
      'kz.criminal.232-1.access',
      'kz.criminal.232-1.payments',
      'kz.criminal.232-1.acquisition',
    ]);
    const fraud = found.changed.find(({ after }) => after.id === 'kz.criminal.190');
    const words = fraud!.changes.map(({ where, tier, before, after }) => [
      where.en,
      tier,
      ...[before, after].map((one) => (one === null ? null : argInWords(one, 'en'))),
    ]);
    expect(words).toContainEqual([
      'circumstances',
      'kz.criminal.190.2',
      expect.any(String),
      expect.stringContaining('of the Internet'),
    ]);
    expect(words.filter(([where]) => where === 'sanction').map(([, tier]) => tier)).toEqual([
      'kz.criminal.190.3',
      'kz.criminal.190.4',
    ]);
    expect(found.removed).toEqual([]);
  });

  it('says of an edition that nobody read that nothing can be said', () => {
    const found = compareLaw(book, '2025-09-15', '2025-09-16');
    expect(ids(found.unread)).toContain('kz.criminal.205');
    expect(ids(found.unread)).not.toContain('kz.criminal.232-1.access');
  });

  it('counts sums anew where only the unit of account is another', () => {
    const found = compareLaw(book, '2025-12-31', '2026-01-01');
    expect(found.units.from?.value).toBe(3932);
    const access = found.changed.find(({ after }) => after.id === 'kz.criminal.232-1.access');
    const size = access!.changes.find(
      ({ where, tier }) => where.en === 'size' && tier?.endsWith('.2'),
    );
    const money = [size!.before!, size!.after!].map((one) =>
      argInWords(one, 'en').replaceAll('\u00a0', ' '),
    );
    expect(money).toEqual([
      'reward or benefit from 786,400 KZT (200 MRP)',
      'reward or benefit from 865,000 KZT (200 MRP)',
    ]);
    for (const language of LANGUAGES)
      for (const { changes } of found.changed)
        for (const { before, after } of changes)
          expect(
            `${before && argInWords(before, language)} ${after && argInWords(after, language)}`,
          ).not.toMatch(/[{}]|undefined/);
  });

  it('finds nothing between a day and itself', () => {
    const found = compareLaw(book, '2026-05-05', '2026-05-05');
    expect([found.added, found.removed, found.changed, found.unread].flat()).toEqual([]);
    expect(found.same).toBeGreaterThan(20);
  });
});
