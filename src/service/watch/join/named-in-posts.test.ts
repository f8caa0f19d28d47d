import { expect, it } from 'vitest';
import { NamedInPosts } from './named-in-posts.ts';

const hash = (n: number): Buffer => Buffer.alloc(32, n);

it('notes an account that is told of a contact of a post, whichever comes first', () => {
  const named = new NamedInPosts();
  named.onTold(1, 7, hash(1));
  named.onTold(2, 7, hash(2));
  expect(named.take().told).toEqual([]);
  named.name([hash(1), hash(3)]);
  named.onTold(3, 7, hash(3));
  named.onTold(4, 7, hash(4));
  expect(named.take().told.map(({ accountNo }) => accountNo)).toEqual([1, 3]);
  expect(named.take().told).toEqual([]);
});

it('notes each once until it is taken, and again what is given back', () => {
  const named = new NamedInPosts();
  named.name([hash(1)]);
  for (let i = 0; i < 5; i++) named.onTold(1, 7, hash(1));
  named.onTold(1, 8, hash(1));
  const { told } = named.take();
  expect(told.map(({ institutionId }) => institutionId)).toEqual([7, 8]);
  named.giveBack(told.slice(0, 1));
  expect(named.take().told).toEqual(told.slice(0, 1));
});

it('remembers the latest accounts of an identifier, a few of them', () => {
  const named = new NamedInPosts();
  for (let account = 0; account < 20; account++) named.onTold(account, 7, hash(1));
  named.name([hash(1)]);
  const accounts = named.take().told.map(({ accountNo }) => accountNo);
  expect(accounts).toHaveLength(8);
  expect(accounts.at(-1)).toBe(19);
});

it('has what was told written down once, and again what could not be', () => {
  const named = new NamedInPosts();
  for (let i = 0; i < 3; i++) named.onTold(1, 7, hash(1));
  named.onTold(2, 7, hash(1));
  const first = named.takeUnwritten(1);
  expect(first.map(({ accountNo }) => accountNo)).toEqual([1]);
  named.giveBackUnwritten(first);
  expect(named.takeUnwritten(10).map(({ accountNo }) => accountNo)).toEqual([2, 1]);
  named.onTold(1, 7, hash(1));
  expect(named.takeUnwritten(10)).toEqual([]);
});

it('says when more customers changed than it remembers', () => {
  const named = new NamedInPosts();
  for (let customer = 0; customer < 70_000; customer++) named.onCustomer(customer);
  const { customerIds, overflowed } = named.take();
  expect(customerIds.length).toBeLessThan(70_000);
  expect(overflowed).toBe(true);
  expect(named.take()).toEqual({ told: [], customerIds: [], overflowed: false });
});
