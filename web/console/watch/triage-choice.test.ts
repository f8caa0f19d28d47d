import { expect, test } from 'vitest';
import { ReviewPost } from '../../../src/http/contract/post.ts';
import { choiceOf, LABEL_KEYS, reviewOf, withAsk } from './triage-choice.ts';

test('nobody’s label is filled in; what the machine thinks of the rest is', () => {
  const choice = choiceOf({ said: null, stance: 'offer', asks: ['card'] });
  expect(choice).toEqual({ label: null, stance: 'offer', asks: ['card'], note: '' });
  expect(reviewOf(choice)).toBeNull();
});

test('what a person said before stands', () => {
  const said = { label: 'legit', stance: 'news', at: 1 } as const;
  expect(choiceOf({ said, stance: 'offer', asks: [] })).toMatchObject({
    label: 'legit',
    stance: 'news',
  });
});

test('asks come and go, always in the same order', () => {
  let choice = choiceOf({ said: null, stance: 'offer', asks: ['sim'] });
  choice = withAsk(choice, 'card');
  expect(choice.asks).toEqual(['card', 'sim']);
  expect(withAsk(choice, 'sim').asks).toEqual(['card']);
});

test.each(LABEL_KEYS)('key %s says %s, as the service takes it', (_, label) => {
  const review = reviewOf({ label, stance: 'offer', asks: ['card'], note: '  ' });
  expect(ReviewPost.safeParse(review).error).toBeUndefined();
  expect(review).not.toHaveProperty('note');
});
