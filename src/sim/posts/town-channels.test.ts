import { expect, test } from 'vitest';
import { findCards } from '../../domain/card.ts';
import { isUnlawful } from '../../domain/post.ts';
import { simulate } from '../simulate.ts';
import { cardOf } from './card-of.ts';
import { townChannels } from './town-channels.ts';

const world = simulate({ seed: 5, people: 1_500, days: 40 });
const channels = townChannels(world);
const posts = channels.flatMap((channel) => channel.posts);

test('the same world gives the same posts', () => {
  expect(townChannels(simulate({ seed: 5, people: 1_500, days: 40 }))).toEqual(channels);
});

test('messages are numbered in order of time, within the period', () => {
  const end = world.options.from + 40 * 86_400_000;
  for (const channel of channels) {
    expect(channel.posts.map(({ number }) => number)).toEqual(channel.posts.map((_, i) => i + 1));
    for (const [i, post] of channel.posts.entries()) {
      expect(post.at).toBeGreaterThanOrEqual(channel.posts[i - 1]?.at ?? world.options.from);
      expect(post.at).toBeLessThan(end);
      expect(post.text).not.toMatch(/[{}]|undefined/);
    }
  }
});

test('what is unlawful is of a ring, and only that', () => {
  expect(posts.filter(({ label }) => isUnlawful(label)).length).toBeGreaterThan(20);
  for (const { label, ring } of posts) expect(isUnlawful(label)).toBe(ring > 0);
});

test('a shop names the card of an account that takes its money', () => {
  const ads = posts.filter(({ label }) => label === 'drug_ad');
  expect(ads.length).toBeGreaterThan(0);
  for (const { text, ring } of ads) {
    const [card] = findCards(text);
    const named = text.slice(card.start, card.end).replaceAll(' ', '');
    const collectors = world.rings[ring - 1].accounts.filter(
      (account) => world.truth[account].role === 'collector',
    );
    expect(collectors.map((account) => cardOf(world, account))).toContain(named);
  }
});

test('an honest country has honest channels', () => {
  const honest = townChannels(simulate({ seed: 5, people: 300, days: 10, prevalence: 0 }));
  expect(honest.flatMap((channel) => channel.posts).every(({ ring }) => ring === 0)).toBe(true);
});
