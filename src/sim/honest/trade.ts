import type { Random } from '../../domain/random.ts';
import { DAY_MS, dayOf, HOUR_MS, momentOf, poisson } from '../calendar.ts';
import { typedMinor } from '../money.ts';
import type { Stage } from '../stage.ts';

const MINUTE_MS = 60_000;

/** A small trader who takes transfers by phone number: many payers and a list of prices, like a drug shop. */
export function smallTrader(stage: Stage, random: Random): void {
  const trader = stage.engage(random, (p) => p.age >= 20 && p.age <= 65);
  const { registry, economy } = stage;
  registry.markLookalike(trader.main, 'small_trader');
  const unit = random.pick([500, 1_000, 2_500, 5_000, 8_000]);
  const prices = Array.from({ length: random.int(3, 9) }, () => unit * random.int(1, 6));
  const pricesOnly = random.chance(0.5);
  const perDay = random.lognormal(9, 0.6);
  const wholesaler = random.pick(economy.wholesalers);
  const buysEvery = random.pick([1, 2, 3, 7]);
  const margin = 0.12 + 0.3 * random.next();
  // Some keep no stock: each order is paid on to a supplier, a private person too, within the hour.
  const supplier = random.chance(0.35) ? stage.engage(random, (p) => p.age >= 22).main : null;
  let stock = 0;
  for (let d = 0; d < stage.days; d++) {
    const day = dayOf(stage.from, d);
    if (day.weekday === 1 && random.chance(0.7)) continue;
    for (let n = poisson(random, perDay * (day.weekday >= 6 ? 1.4 : 1)); n > 0; n--) {
      const payer = stage.anybody(random);
      if (payer === trader) continue;
      const price = random.pick(prices) * (random.chance(0.15) ? 2 : 1);
      const amountMinor = pricesOnly
        ? price * 100
        : typedMinor(price * (0.5 + random.next()), random);
      const at = momentOf(day.start, 'shop', random);
      const purpose = random.chance(0.25) ? 'goods' : 'unknown';
      stage.plan({ at, payer: payer.main, payee: trader.main, amountMinor, purpose });
      if (supplier === null) {
        stock += amountMinor;
        continue;
      }
      stage.plan({
        at: at + (3 + 50 * random.next()) * MINUTE_MS,
        payer: trader.main,
        payee: supplier,
        amountMinor: Math.floor((amountMinor * (1 - margin)) / 100_00) * 100_00,
      });
    }
    if (d % buysEvery !== 0) continue;
    const amountMinor = Math.floor((stock * (1 - margin)) / 10_000) * 10_000;
    // Paid late in the evening, when the day's money is in.
    const at = day.start + (21.5 + 2 * random.next()) * HOUR_MS;
    stage.plan({ at, payer: trader.main, payee: wholesaler, amountMinor, purpose: 'goods' });
    stock = 0;
  }
}

/** A taxi driver paid by phone number; every evening the fleet takes its rent. */
export function taxiDriver(stage: Stage, random: Random): void {
  const driver = stage.engage(random, (p) => p.age >= 21 && p.age <= 60);
  stage.registry.markLookalike(driver.main, 'taxi_driver');
  const fleet = random.pick(stage.economy.taxiFleets);
  const rent = random.int(8, 15) * 1000;
  const workdays = 0.6 + 0.35 * random.next();
  for (let d = 0; d < stage.days; d++) {
    if (!random.chance(workdays)) continue;
    const start = stage.from + d * DAY_MS;
    for (let n = poisson(random, 9); n > 0; n--) {
      const rider = stage.anybody(random);
      if (rider === driver) continue;
      stage.plan({
        at: momentOf(start, 'evening', random),
        payer: rider.main,
        payee: driver.main,
        amountMinor: Math.round(random.lognormal(1_600, 0.45) / 50) * 5_000,
      });
    }
    stage.plan({
      at: start + (22 + 1.9 * random.next()) * HOUR_MS,
      payer: driver.main,
      payee: fleet,
      amountMinor: rent * 100,
    });
  }
}

/** A courier who is paid on delivery and hands the day's takings to the seller the same evening. */
export function courier(stage: Stage, random: Random): void {
  const person = stage.engage(random, (p) => p.age >= 18 && p.age <= 40);
  stage.registry.markLookalike(person.main, 'courier');
  const marketplace = random.pick(stage.economy.marketplaces);
  // Some hand the takings to a dispatcher's own account and not to the company.
  const dispatcher = random.chance(0.35)
    ? stage.engage(random, (p) => p.age >= 22 && p.age <= 50).main
    : marketplace;
  for (let d = 0; d < stage.days; d++) {
    if (random.chance(0.25)) continue;
    const start = stage.from + d * DAY_MS;
    let takings = 0;
    for (let n = poisson(random, 11); n > 0; n--) {
      const buyer = stage.anybody(random);
      if (buyer === person) continue;
      const amountMinor = Math.round(random.lognormal(7_500, 0.8) / 10) * 1000;
      const at = start + (9 + 12 * random.next()) * HOUR_MS;
      if (stage.plan({ at, payer: buyer.main, payee: person.main, amountMinor }))
        takings += amountMinor;
    }
    stage.plan({
      at: start + (21 + 1.5 * random.next()) * HOUR_MS,
      payer: person.main,
      payee: dispatcher,
      amountMinor: takings,
      purpose: dispatcher === marketplace ? 'goods' : 'unknown',
    });
    if (d % 7 === 6)
      stage.plan({
        at: momentOf(start, 'office', random),
        payer: marketplace,
        payee: person.main,
        amountMinor: random.int(45, 90) * 100_000,
        purpose: 'salary',
      });
  }
}
