import type { Random } from '../../domain/random.ts';
import { DAY_MS, dayOf, HOUR_MS, momentOf } from '../calendar.ts';
import { typedMinor } from '../money.ts';
import type { Person } from '../population.ts';
import type { Stage } from '../stage.ts';

const MINUTE_MS = 60_000;

/** Flatmates send their shares to one of them, who pays the landlord within the hour. */
export function rentSplit(stage: Stage, random: Random): void {
  const flatmates = Array.from({ length: random.int(3, 5) }, () =>
    stage.engage(random, (p) => p.age >= 17 && p.age <= 27),
  );
  const [treasurer, ...others] = flatmates;
  const landlord = stage.engage(random, (p) => p.age >= 30);
  stage.registry.markLookalike(treasurer.main, 'rent_split');
  const share = random.int(25, 60) * 1000;
  const date = random.int(1, 10);
  for (let d = 0; d < stage.days; d++) {
    const day = dayOf(stage.from, d);
    if (day.date !== date) continue;
    const asked = day.start + random.int(9, 20) * HOUR_MS;
    let last = asked;
    for (const other of others) {
      const at = asked + random.next() * 2 * HOUR_MS;
      stage.plan({ at, payer: other.main, payee: treasurer.main, amountMinor: share * 100 });
      last = Math.max(last, at);
    }
    stage.plan({
      at: last + random.int(2, 50) * MINUTE_MS,
      payer: treasurer.main,
      payee: landlord.main,
      amountMinor: share * flatmates.length * 100,
      purpose: random.chance(0.4) ? 'rent' : 'unknown',
    });
  }
}

/** Grown children send money to the one who pays the parents' bills, repairs and medicine. */
export function familyTreasurer(stage: Stage, random: Random): void {
  const treasurer = stage.engage(random, (p) => p.age >= 26 && p.age <= 60);
  stage.registry.markLookalike(treasurer.main, 'family_treasurer');
  const family = [
    ...treasurer.relatives.map((i) => stage.people[i]),
    ...Array.from({ length: 3 }, () => stage.people[random.pick(treasurer.friends)]),
  ].slice(0, 5);
  const each = random.int(15, 60) * 1000;
  for (let d = 0; d < stage.days; d++) {
    const day = dayOf(stage.from, d);
    if (day.date !== 11 && day.date !== 26) continue;
    let sum = 0;
    for (const one of family) {
      const amountMinor = typedMinor(each * (0.6 + 0.8 * random.next()), random);
      const at = momentOf(day.start, 'person', random);
      if (stage.plan({ at, payer: one.main, payee: treasurer.main, amountMinor }))
        sum += amountMinor;
    }
    const { utilities, cashDesks } = stage.economy;
    const later = day.start + DAY_MS;
    for (const payee of utilities)
      stage.plan({
        at: momentOf(later, 'person', random),
        payer: treasurer.main,
        payee,
        amountMinor: Math.floor((sum * (0.05 + 0.1 * random.next())) / 100) * 100,
        purpose: 'utility',
      });
    stage.plan({
      at: momentOf(later, 'person', random),
      payer: treasurer.main,
      payee: cashDesks[stage.registry.accounts[treasurer.main].bank],
      amountMinor: Math.floor((sum * 0.4) / 100_000) * 100_000,
      channel: 'cash_out',
    });
  }
}

/** A parent gathers equal sums of the whole class and pays for books, a trip or a present. */
export function classMoney(stage: Stage, random: Random): void {
  const collector = stage.engage(random, (p) => p.age >= 27 && p.age <= 50);
  stage.registry.markLookalike(collector.main, 'class_money');
  const parents = Array.from({ length: random.int(16, 30) }, () => stage.anybody(random));
  for (let start = random.int(0, 15); start < stage.days; start += random.int(18, 35)) {
    const each = random.pick([2_000, 3_000, 5_000, 7_000, 10_000, 15_000]);
    const gathered = gather(stage, random, collector, parents, start, 4, () => each * 100);
    spend(stage, random, collector, gathered, start + random.int(3, 6), [
      [random.pick(stage.economy.wholesalers), 0.9],
    ]);
  }
}

/** Ақша жинау: relatives, colleagues and neighbours send to the bereaved within three days. */
export function funeral(stage: Stage, random: Random): void {
  const collector = stage.engage(random, (p) => p.age >= 30);
  stage.registry.markLookalike(collector.main, 'funeral');
  const start = random.int(0, Math.max(0, stage.days - 5));
  const payers = Array.from({ length: random.int(25, 70) }, () => stage.anybody(random));
  const gathered = gather(stage, random, collector, payers, start, 3, () =>
    typedMinor(random.pick([5_000, 10_000, 10_000, 20_000, 20_000, 50_000]), random),
  );
  const { cashDesks, restaurants } = stage.economy;
  spend(stage, random, collector, gathered, start + 1, [
    [cashDesks[stage.registry.accounts[collector.main].bank], 0.45],
    [random.pick(restaurants), 0.3],
  ]);
}

/** Toi: guests send presents, the hall, the singers and the cooks are paid. */
export function toi(stage: Stage, random: Random): void {
  const host = stage.engage(random, (p) => p.age >= 24);
  stage.registry.markLookalike(host.main, 'toi');
  const start = random.int(0, Math.max(0, stage.days - 8));
  const guests = Array.from({ length: random.int(30, 90) }, () => stage.anybody(random));
  const gathered = gather(stage, random, host, guests, start, 5, () =>
    typedMinor(random.pick([10_000, 20_000, 20_000, 30_000, 50_000, 100_000]), random),
  );
  spend(stage, random, host, gathered, start + 4, [
    [random.pick(stage.economy.restaurants), 0.55],
    [stage.anybody(random).main, 0.1],
    [stage.anybody(random).main, 0.07],
    [stage.anybody(random).main, 0.04],
  ]);
}

/** Payments of many to one over some days; the sum that came within the period. */
function gather(
  stage: Stage,
  random: Random,
  collector: Person,
  payers: readonly Person[],
  startDay: number,
  days: number,
  sum: () => number,
): number {
  let gathered = 0;
  for (const payer of payers) {
    if (payer === collector || random.chance(0.06)) continue;
    // Most answer soon after they are asked.
    const day = startDay + Math.floor(days * random.next() ** 2);
    const at = momentOf(stage.from + day * DAY_MS, 'person', random);
    const amountMinor = sum();
    if (stage.plan({ at, payer: payer.main, payee: collector.main, amountMinor }))
      gathered += amountMinor;
  }
  return gathered;
}

function spend(
  stage: Stage,
  random: Random,
  payer: Person,
  gathered: number,
  startDay: number,
  shares: ReadonlyArray<readonly [payee: number, share: number]>,
): void {
  const desks = new Set(stage.economy.cashDesks);
  for (const [payee, share] of shares) {
    const cash = desks.has(payee);
    const step = cash ? 100_000 : 10_000;
    stage.plan({
      at: momentOf(stage.from + (startDay + random.int(0, 1)) * DAY_MS, 'shop', random),
      payer: payer.main,
      payee,
      amountMinor: Math.floor((gathered * share) / step) * step,
      channel: cash ? 'cash_out' : 'transfer',
      purpose: stage.registry.hubs.has(payee) && !cash ? 'goods' : 'unknown',
    });
  }
}
