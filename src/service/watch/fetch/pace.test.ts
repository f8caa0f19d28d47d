import { describe, expect, it } from 'vitest';
import { ok } from '../../../domain/errors/catalogue.ts';
import { Pace, type PaceOptions } from './pace.ts';
import { retryAt } from './retry-after.ts';

function pace(options: Partial<PaceOptions> = {}) {
  const clock = { now: 0 };
  const keeper = new Pace({
    gapMs: 1_000,
    mostWaiting: 100,
    mostRunning: 8,
    now: () => clock.now,
    sleep: async (ms) => {
      clock.now += ms;
    },
    ...options,
  });
  return { clock, keeper };
}

const later = () => Promise.withResolvers<void>();

describe('the pace', () => {
  it('is one request at a time for a host, in their order', async () => {
    const { keeper } = pace();
    const log: string[] = [];
    const request = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise(setImmediate);
      log.push(`${name} ends`);
      return ok(name);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => keeper.run('x', request(name))));
    expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('of one host holds up no other, and a longer gap is kept', async () => {
    const { clock, keeper } = pace();
    const slow = later();
    const first = keeper.run('slow', async () => ok(await slow.promise));
    expect(await keeper.run('quick', async () => ok(clock.now), 5_000)).toEqual(ok(0));
    expect(await keeper.run('quick', async () => ok(clock.now))).toEqual(ok(5_000));
    slow.resolve();
    await first;
  });

  it('bounds what waits and what runs', async () => {
    const { keeper } = pace({ mostWaiting: 2, mostRunning: 1 });
    const slow = later();
    let isSecond = false;
    const first = keeper.run('a', async () => ok(await slow.promise));
    const second = keeper.run('b', async () => {
      isSecond = true;
      return ok(2);
    });
    expect(await keeper.run('c', async () => ok(1))).toMatchObject({
      problem: { code: 'QRG_WATCH_QUEUE' },
    });
    await new Promise(setImmediate);
    expect(isSecond).toBe(false);
    slow.resolve();
    await Promise.all([first, second]);
    expect(isSecond).toBe(true);
  });

  it('lets who gives up leave without letting the next one in early', async () => {
    const { keeper } = pace();
    const slow = later();
    const leaving = new AbortController();
    const log: string[] = [];
    const first = keeper.run('a', async () => ok(await slow.promise.then(() => log.push('first'))));
    const second = keeper.run('a', async () => ok(log.push('second')), 0, leaving.signal);
    const third = keeper.run('a', async () => ok(log.push('third')));
    leaving.abort();
    await expect(second).rejects.toThrow();
    await new Promise(setImmediate);
    expect(log).toEqual([]);
    slow.resolve();
    await Promise.all([first, third]);
    expect(log).toEqual(['first', 'third']);
  });

  it('goes on after a request that throws', async () => {
    const { keeper } = pace();
    const broken = keeper.run('a', () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(await keeper.run('a', async () => ok(1))).toEqual(ok(1));
  });

  it('rests where the site asks for it', async () => {
    const { clock, keeper } = pace();
    keeper.rest('a', 60_000);
    expect(await keeper.run('a', async () => ok(1))).toMatchObject({
      problem: { code: 'QRG_WATCH_LATER', args: { host: 'a', at: 60_000 } },
    });
    clock.now = 60_000;
    expect(await keeper.run('a', async () => ok(1))).toEqual(ok(1));
  });
});

it.each([
  ['120', 120_000],
  ['0', 1_000],
  ['Thu, 01 Jan 1970 00:10:00 GMT', 600_000],
  ['9999999999', 86_400_000],
  [undefined, 300_000],
  ['soon', 300_000],
])('Retry-After: %s is %i ms', (told, waitMs) => {
  expect(retryAt(told, 0)).toBe(waitMs);
});
