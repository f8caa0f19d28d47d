import type { Random } from '../../domain/random.ts';
import { DAY_MS, dayOf, HOUR_MS, isPayDate, momentOf, poisson } from '../calendar.ts';
import { typedMinor } from '../money.ts';
import type { Stage } from '../stage.ts';

const MINUTE_MS = 60_000;

/** The salary leaves within minutes: spouse, loan, savings, parents. */
export function payday(stage: Stage, random: Random): void {
  const person = stage.engage(random, (p) => p.occupation === 'worker');
  const { registry, economy } = stage;
  registry.markLookalike(person.main, 'payday');
  const family = person.relatives.length > 0 ? person.relatives : person.friends;
  for (let d = 0; d < stage.days; d++) {
    const day = dayOf(stage.from, d);
    if (!person.payDates.some((date) => isPayDate(day, date))) continue;
    // Daily life pays the salary in office hours; by the evening it is surely there.
    let at = day.start + (18 + 2 * random.next()) * HOUR_MS;
    const salary = person.incomeTenge * (person.payDates.length === 1 ? 1 : 0.4);
    const send = (payee: number, share: number, loan = false) => {
      at += random.int(1, 9) * MINUTE_MS;
      const amountMinor = typedMinor(salary * share, random);
      const purpose = loan ? 'loan_return' : 'unknown';
      stage.plan({ at, payer: person.main, payee, amountMinor, purpose });
    };
    send(stage.people[family[0]].main, 0.35);
    send(stage.people[family[family.length - 1]].main, 0.15);
    send(economy.lenders[registry.accounts[person.main].bank], 0.2, true);
    if (person.second >= 0 && registry.accounts[person.second].openedAt < day.start)
      send(person.second, 0.15);
  }
}

/** Somebody sells a car: one large sum from a stranger, and the same day most of it goes to a dealer. */
export function carSeller(stage: Stage, random: Random): void {
  const seller = stage.engage(random, (p) => p.age >= 23);
  const buyer = stage.engage(random, (p) => p.age >= 23);
  stage.registry.markLookalike(seller.main, 'car_seller');
  const price = Math.round(random.lognormal(4_200_000, 0.45) / 50_000) * 50_000;
  const at = momentOf(stage.from + random.int(0, stage.days - 1) * DAY_MS, 'shop', random);
  stage.plan({ at, payer: buyer.main, payee: seller.main, amountMinor: price * 100 });
  // Half buy another car from a dealer, half from a private person.
  stage.plan({
    at: at + random.int(10, 600) * MINUTE_MS,
    payer: seller.main,
    payee: random.chance(0.5) ? random.pick(stage.economy.dealers) : stage.anybody(random).main,
    amountMinor: Math.round(price * (0.8 + 0.19 * random.next())) * 100,
  });
}

/** Buys and sells a stablecoin from person to person as a hobby, and tops up an exchange. */
export function cryptoHobbyist(stage: Stage, random: Random): void {
  const person = stage.engage(random, (p) => p.age >= 19 && p.age <= 40);
  stage.registry.markLookalike(person.main, 'crypto_hobbyist');
  const exchange = random.pick(stage.economy.exchanges);
  for (let d = 0; d < stage.days; d++) {
    for (let n = poisson(random, 0.5); n > 0; n--) {
      const tenge = random.lognormal(60_000, 0.8);
      const at = momentOf(stage.from + d * DAY_MS, 'evening', random);
      const other = stage.anybody(random);
      if (other === person) continue;
      stage.plan({
        at,
        payer: other.main,
        payee: person.main,
        amountMinor: typedMinor(tenge, random),
      });
      const back = random.chance(0.5);
      stage.plan({
        at: at + random.lognormal(90, 1.4) * MINUTE_MS,
        payer: person.main,
        payee: back ? stage.anybody(random).main : exchange,
        amountMinor: typedMinor(tenge * (0.9 + 0.08 * random.next()), random),
        channel: back ? 'transfer' : 'exchange',
      });
    }
  }
}

/** Pays the salaries of a small firm from an own account: one sum in, ten out. */
export function privateEmployer(stage: Stage, random: Random): void {
  const boss = stage.engage(random, (p) => p.age >= 28 && p.age <= 62);
  stage.registry.markLookalike(boss.main, 'private_employer');
  const firm = random.pick(stage.economy.wholesalers);
  const workers = Array.from({ length: random.int(5, 15) }, () => ({
    account: stage.anybody(random).main,
    tenge: Math.round(random.lognormal(170_000, 0.35) / 5000) * 5000,
  }));
  const total = workers.reduce((sum, worker) => sum + worker.tenge, 0);
  const date = random.pick([5, 10, 15]);
  for (let d = 0; d < stage.days; d++) {
    const day = dayOf(stage.from, d);
    if (!isPayDate(day, date)) continue;
    const at = day.start + (10 + 4 * random.next()) * HOUR_MS;
    const amountMinor = Math.round(total * 1.15) * 100;
    stage.plan({ at, payer: firm, payee: boss.main, amountMinor });
    for (const worker of workers)
      stage.plan({
        at: at + (15 + 120 * random.next()) * MINUTE_MS,
        payer: boss.main,
        payee: worker.account,
        amountMinor: worker.tenge * 100,
        purpose: random.chance(0.2) ? 'salary' : 'unknown',
      });
  }
}

/** Whoever moves each salary to the bank they live by: daily life does it, here it gets its name. */
export function salarySweepers(stage: Stage): void {
  for (const person of stage.people) {
    const { lookalike, role } = stage.registry.truth[person.main];
    if (person.sweeps && lookalike === 'none' && role === 'none')
      stage.registry.markLookalike(person.main, 'payday');
  }
}

/** Whoever has tenants: rent comes by daily life, the mortgage goes out here. */
export function landlords(stage: Stage, random: Random): void {
  const tenants = new Map<number, number>();
  for (const person of stage.people)
    if (person.landlord >= 0)
      tenants.set(person.landlord, (tenants.get(person.landlord) ?? 0) + person.rentTenge);
  for (const [index, rentTenge] of tenants) {
    const landlord = stage.people[index];
    landlord.engaged = true;
    stage.registry.markLookalike(landlord.main, 'landlord');
    for (let d = 0; d < stage.days; d++) {
      const day = dayOf(stage.from, d);
      if (day.date !== 14) continue;
      stage.plan({
        at: momentOf(day.start, 'person', random),
        payer: landlord.main,
        payee: stage.economy.lenders[stage.registry.accounts[landlord.main].bank],
        amountMinor: Math.round(rentTenge * 0.7) * 100,
        purpose: 'loan_return',
      });
    }
  }
}
