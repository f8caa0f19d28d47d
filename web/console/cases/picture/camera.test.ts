import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broughtIn, fitted, inPicture, onScreen, openedAt, zoomedAt } from './camera.ts';

const point = fc.record({
  x: fc.integer({ min: -5_000, max: 5_000 }),
  y: fc.integer({ min: -5_000, max: 5_000 }),
});
const camera = fc.record({
  x: fc.integer({ min: -5_000, max: 5_000 }),
  y: fc.integer({ min: -5_000, max: 5_000 }),
  zoom: fc.double({ min: 0.05, max: 2, noNaN: true }),
});
const ROOM = { width: 900, height: 500 };

test('what is under the pointer stays there while one zooms', () => {
  fc.assert(
    fc.property(camera, point, fc.constantFrom(0.5, 1.3, 4), (from, pointer, factor) => {
      const before = inPicture(from, pointer);
      const after = onScreen(zoomedAt(from, factor, pointer), before);
      expect(after.x).toBeCloseTo(pointer.x, 5);
      expect(after.y).toBeCloseTo(pointer.y, 5);
    }),
  );
});

test('zoom has ends', () => {
  const one = { x: 0, y: 0, zoom: 1 };
  expect(zoomedAt(one, 1_000, { x: 0, y: 0 }).zoom).toBe(2.5);
  expect(zoomedAt(one, 1e-6, { x: 0, y: 0 }).zoom).toBe(0.02);
});

test('a picture that is fitted is seen whole and in the middle', () => {
  const box = { x: -300, y: 40, width: 4_000, height: 900 };
  const seen = fitted(box, ROOM);
  const first = onScreen(seen, box);
  const last = onScreen(seen, { x: box.x + box.width, y: box.y + box.height });
  expect(first.x).toBeGreaterThan(0);
  expect(last.x).toBeLessThan(ROOM.width);
  expect(first.x).toBeCloseTo(ROOM.width - last.x, 5);
  expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, ROOM).zoom).toBe(1);
});

test('a card that is out of sight is brought in, and one that is seen moves nothing', () => {
  fc.assert(
    fc.property(camera, point, (from, at) => {
      const card = { ...at, width: 176, height: 52 };
      const seen = { ...from, zoom: 1 };
      const to = broughtIn(seen, card, ROOM);
      const first = onScreen(to, card);
      expect(first.x).toBeGreaterThanOrEqual(0);
      expect(first.y).toBeGreaterThanOrEqual(0);
      expect(first.x + card.width).toBeLessThanOrEqual(ROOM.width);
      expect(first.y + card.height).toBeLessThanOrEqual(ROOM.height);
      expect(broughtIn(to, card, ROOM)).toEqual(to);
    }),
  );
});

test('a picture opens at what matters; the side that fits is seen whole, and nothing beyond its end', () => {
  const box = { x: 0, y: 0, width: 600, height: 4_000 };
  const first = openedAt(1, { x: 500, y: 10 }, box, ROOM);
  expect(onScreen(first, box)).toEqual({ x: 150, y: 24 });
  const middle = openedAt(1, { x: 500, y: 2_000 }, box, ROOM);
  expect(onScreen(middle, { x: 0, y: 2_000 }).y).toBe(ROOM.height / 2);
  const last = openedAt(1, { x: 500, y: 3_990 }, box, ROOM);
  expect(onScreen(last, { x: 0, y: 4_000 }).y).toBe(ROOM.height - 24);
});
