import { expect, test } from 'vitest';
import type { PostReading } from '../../../src/watch/read/read-post.ts';
import { isTrap, verdictOf } from './verdict.ts';

const reading = (more: Partial<PostReading>): PostReading => ({
  label: 'legit',
  score: 0,
  stance: 'offer',
  lang: 'ru',
  asks: [],
  techniques: [],
  reasons: [],
  ...more,
});

test.each([
  [{ label: 'dropper', score: 0.99 }, 30, 'dropper'],
  [{ label: 'dropper', score: 0.6 }, 30, 'maybe_dropper'],
  [{ label: 'drug_courier', score: 0.9 }, 30, 'drugs'],
  [{ label: 'drug_ad', score: 0.5 }, 30, 'maybe_drugs'],
  [{ score: 0.4 }, 30, 'unclear'],
  [{ score: 0.1 }, 30, 'ordinary'],
  [{ label: 'other_spam', score: 0.1 }, 30, 'advertising'],
  [{ stance: 'warning', score: 0.3 }, 30, 'warning'],
  [{ stance: 'news' }, 30, 'news'],
  [{ stance: 'question' }, 30, 'question'],
  [{ lang: 'other' }, 30, 'foreign'],
  [{ score: 0.4 }, 3, 'too_short'],
  [{ label: 'dropper', score: 0.9 }, 3, 'dropper'],
] as const)('%j of %i words: %s', (more, words, verdict) => {
  expect(verdictOf(reading(more), words)).toBe(verdict);
});

test('what is not known is no trap', () => {
  expect((['unclear', 'too_short', 'foreign', 'ordinary'] as const).map(isTrap)).toEqual(
    Array(4).fill(false),
  );
});
