import { expect, it } from 'vitest';
import { formsOrder, itemsToShow } from './forms-order.ts';
import type { Form } from './lesson.ts';
import { said } from './scene.fixture.ts';

it('gives each form each place about as often, and follows the seed', () => {
  const places = { pre: 0, post: 0, later: 0 };
  const seen = new Set<string>();
  for (let seed = 0; seed < 3_000; seed++) {
    const order = formsOrder(seed);
    expect(new Set(Object.values(order)).size).toBe(3);
    for (const sitting of ['pre', 'post', 'later'] as const)
      if (order[sitting] === 'A') places[sitting]++;
    seen.add(Object.values(order).join(''));
    expect(formsOrder(seed)).toEqual(order);
  }
  expect(seen.size).toBe(6);
  for (const count of Object.values(places)) expect(Math.abs(count - 1_000)).toBeLessThan(100);
});

it('shows the items of a form without their answers, each pupil in an order of their own', () => {
  const form: Form = {
    form: 'B',
    items: Array.from({ length: 10 }, (_, i) => ({
      ...{ id: `B${i}`, pair: `p${i}`, kind: i < 5 ? 'trap' : 'genuine', channel: 'sms' },
      ...{ text: said(`Текст ${i}.`), why: said(`Потому ${i}.`) },
    })),
  };
  const shown = itemsToShow(form, 1);
  expect(shown.map(({ id }) => id).sort()).toEqual(form.items.map(({ id }) => id));
  for (const item of shown) expect(Object.keys(item).sort()).toEqual(['channel', 'id', 'text']);
  expect(itemsToShow(form, 2)).not.toEqual(shown);
});
