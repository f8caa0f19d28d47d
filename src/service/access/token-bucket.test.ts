import { describe, expect, it } from 'vitest';
import { RateLimiter } from './token-bucket.ts';

describe('a token bucket', () => {
  it('gives the burst at once and then the rate', () => {
    const limiter = new RateLimiter({ perSecond: 2, burst: 3 });
    for (let i = 0; i < 3; i++) expect(limiter.take('a', 0)).toBe(0);
    expect(limiter.take('a', 0)).toBe(500);
    expect(limiter.take('a', 499)).toBe(1);
    expect(limiter.take('a', 500)).toBe(0);
    expect(limiter.take('a', 500)).toBe(500);
    // After a long rest the burst again, not more.
    for (let i = 0; i < 3; i++) expect(limiter.take('a', 1e9)).toBe(0);
    expect(limiter.take('a', 1e9)).toBe(500);
  });

  it('keeps callers apart', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 });
    expect(limiter.take(1, 0)).toBe(0);
    expect(limiter.take(1, 0)).toBe(1000);
    expect(limiter.take(2, 0)).toBe(0);
  });

  it('takes a batch at its cost, and a batch above the burst as a whole burst', () => {
    const limiter = new RateLimiter({ perSecond: 10, burst: 100 });
    expect(limiter.take('a', 0, 60)).toBe(0);
    expect(limiter.take('a', 0, 60)).toBe(2000);
    expect(limiter.take('b', 0, 5000)).toBe(0);
    expect(limiter.take('b', 0, 1)).toBe(100);
    expect(limiter.take('b', 9_999, 5000)).toBe(1);
    expect(limiter.take('b', 10_000, 5000)).toBe(0);
  });

  it('says what the wait would be without taking', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 });
    expect(limiter.waitMs('a', 0)).toBe(0);
    expect(limiter.callers).toBe(0);
    limiter.take('a', 0);
    expect(limiter.waitMs('a', 400)).toBe(600);
    expect(limiter.waitMs('a', 1000)).toBe(0);
    expect(limiter.take('a', 1000)).toBe(0);
  });

  it('gives nothing for a clock that steps back, and does not stall', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 });
    expect(limiter.take('a', 10_000)).toBe(0);
    expect(limiter.take('a', 1_000)).toBe(1000);
    expect(limiter.take('a', 2_000)).toBe(0);
  });

  it('remembers a bounded number of callers and forgets the one longest silent', () => {
    const limiter = new RateLimiter({ perSecond: 0.001, burst: 1 }, 3);
    for (const caller of ['a', 'b', 'c']) expect(limiter.take(caller, 0)).toBe(0);
    expect(limiter.take('d', 2)).toBe(0);
    expect(limiter.callers).toBe(3);
    expect(limiter.waitMs('a', 2)).toBe(0);
    expect(limiter.waitMs('b', 2)).toBeGreaterThan(0);
  });

  it('refuses a rate of nothing', () => {
    expect(() => new RateLimiter({ perSecond: 0, burst: 1 })).toThrow(RangeError);
    expect(() => new RateLimiter({ perSecond: 1, burst: 0 })).toThrow(RangeError);
  });
});
