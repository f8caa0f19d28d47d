import { expect, test } from 'vitest';
import type { CampaignDetail } from '../api.ts';
import { layCampaign } from './campaign-map.ts';

type Edge = CampaignDetail['edges'][number];

const byContact = (a: number, b: number, shown: string): Edge => ({
  a,
  b,
  reasons: [{ kind: 'contact', contact: { kind: 'handle', shown }, likeness: null }],
});
const byText = (a: number, b: number): Edge => ({
  a,
  b,
  reasons: [{ kind: 'near_duplicate', contact: null, likeness: 0.8 }],
});

test('a contact stands once, and a line leads to it from every post that carries it', () => {
  const map = layCampaign(
    [byContact(1, 2, '@ra•••'), byContact(2, 3, '@ra•••'), byContact(3, 4, '@wo•••'), byText(4, 5)],
    900,
  );
  expect(map.contacts.map(({ shown, posts }) => [shown, [...posts].sort()])).toEqual([
    ['@ra•••', [1, 2, 3]],
    ['@wo•••', [3, 4]],
  ]);
  expect(map.lines.filter(({ contact }) => contact !== null)).toHaveLength(5);
  expect(map.lines.filter(({ contact }) => contact === null).map(({ posts }) => posts)).toEqual([
    [4, 5],
  ]);
  // Nothing ties post 5 to a contact: it stands last.
  expect(map.posts.map(({ postId }) => postId)).toEqual([1, 2, 3, 4, 5]);
});

test.each([300, 700, 1_400])(
  'at %i px all that is drawn stays inside and no two rows meet',
  (room) => {
    const edges = Array.from({ length: 80 }, (_, i) => byContact(1, i + 2, `@c${i % 20}•••`));
    const map = layCampaign([...edges, byText(2, 70), byText(3, 4)], room);
    expect(map.width).toBeLessThanOrEqual(room);
    expect(map.posts.length).toBeLessThan(map.allPosts);
    expect(map.postX).toBeLessThan(map.contactX);
    for (const column of [map.posts, map.contacts]) {
      const ys = column.map(({ y }) => y).toSorted((a, b) => a - b);
      expect(ys[0]).toBeGreaterThan(0);
      expect(ys[ys.length - 1]).toBeLessThan(map.height);
      for (let i = 1; i < ys.length; i++) expect(ys[i] - ys[i - 1]).toBeGreaterThanOrEqual(30);
    }
    for (const { path } of map.lines)
      for (const number of path.match(/-?\d+(\.\d+)?/g) ?? [])
        expect(Number(number)).toBeGreaterThan(-1_000);
  },
);

test('without edges there is nothing to draw', () => {
  expect(layCampaign([], 900)).toMatchObject({ height: 0, posts: [], contacts: [], lines: [] });
});
