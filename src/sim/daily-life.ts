import type { Random } from '../domain/random.ts';
import { channelCode, purposeCode } from '../domain/transfer.ts';
import { isPayDate, momentOf, poisson, type SimDay } from './calendar.ts';
import type { DayColumns } from './day-transfers.ts';
import type { Economy } from './economy.ts';
import type { SimAccount } from './model.ts';
import { tillMinor, typedMinor } from './money.ts';
import type { Person } from './population.ts';
import { saidPurpose } from './said.ts';
import { DEVICE_UNKNOWN } from './stage.ts';

const MINUTE_MS = 60_000;
const TRANSFER = channelCode('transfer');
const PURCHASE = channelCode('purchase');
const CASH_IN = channelCode('cash_in');
const CASH_OUT = channelCode('cash_out');
const EXCHANGE = channelCode('exchange');
const ABROAD = channelCode('abroad');
const UNKNOWN = purposeCode('unknown');
const OWN = purposeCode('own');
const GOODS = purposeCode('goods');

/** Chances a day. Our own estimates: a month has two cash withdrawals and two own transfers. */
const CASH_OUT_CHANCE = 0.065;
const CASH_IN_CHANCE = 0.012;
const OWN_CHANCE = 0.065;
const CHARITY_CHANCE = 0.004;
const EXCHANGE_CHANCE = 0.0012;
const ABROAD_CHANCE = 0.002;
const MEDIAN_INCOME_TENGE = 230_000;

/** Everything the people of the town pay and receive on one day of ordinary life. */
export class DailyLife {
  readonly #people: readonly Person[];
  readonly #economy: Economy;
  readonly #accounts: readonly SimAccount[];

  constructor(people: readonly Person[], economy: Economy, accounts: readonly SimAccount[]) {
    this.#people = people;
    this.#economy = economy;
    this.#accounts = accounts;
  }

  /** Adds the day's transfers; `random` is the stream of this day alone. */
  live(day: SimDay, random: Random, to: DayColumns): void {
    for (const person of this.#people) {
      const rich = this.#income(person, day, random, to);
      this.#purchases(person, day, rich ? 1.9 : 1, random, to);
      this.#payments(person, day, rich ? 1.6 : 1, random, to);
      this.#cash(person, day, random, to);
      this.#bills(person, day, random, to);
      this.#seldom(person, day, random, to);
    }
  }

  /** Salary, pension or stipend; whether money came today. */
  #income(person: Person, day: SimDay, random: Random, to: DayColumns): boolean {
    if (person.payerOfIncome < 0) return this.#irregularIncome(person, day, random, to);
    const part = person.payDates.findIndex((date) => isPayDate(day, date));
    if (part < 0) return false;
    const share = person.payDates.length === 1 ? 1 : part === 0 ? 0.4 : 0.6;
    const variation = person.occupation === 'worker' ? 0.95 + 0.1 * random.next() : 1;
    const at = momentOf(day.start, 'office', random);
    const tenge = Math.round(person.incomeTenge * share * variation);
    const purpose = purposeCode(person.occupation === 'worker' ? 'salary' : 'benefit');
    to.push(at, person.payerOfIncome, person.main, tenge * 100, TRANSFER, purpose, 0);
    if (person.sweeps && this.#hasSecond(person, day)) {
      const soon = at + (1 + 45 * random.next() ** 2) * MINUTE_MS;
      const amount = Math.floor((tenge * (0.6 + 0.39 * random.next())) / 100) * 100_00;
      to.push(soon, person.main, person.second, amount, TRANSFER, OWN, person.device);
    }
    return true;
  }

  /** The self-employed bring their cash to the bank, the idle live on what relatives send. */
  #irregularIncome(person: Person, day: SimDay, random: Random, to: DayColumns): boolean {
    if (!random.chance(0.14)) return false;
    const weekTenge = (person.incomeTenge / 4.3) * (0.6 + 0.8 * random.next());
    const helper = person.relatives.find((i) => this.#people[i].occupation === 'worker');
    if (person.occupation === 'idle' && helper !== undefined) {
      const from = this.#people[helper];
      this.#personal(from, person.main, typedMinor(weekTenge, random), UNKNOWN, day, random, to);
      return true;
    }
    to.push(
      momentOf(day.start, 'shop', random),
      this.#economy.cashDesks[this.#accounts[person.main].bank],
      person.main,
      Math.max(1000, Math.round(weekTenge / 1000) * 1000) * 100,
      CASH_IN,
      UNKNOWN,
      0,
    );
    return true;
  }

  #purchases(person: Person, day: SimDay, lift: number, random: Random, to: DayColumns): void {
    const weekend = day.weekday >= 6 ? 1.2 : 1;
    const { shops, shopDraw } = this.#economy;
    for (let n = poisson(random, person.purchasesPerDay * lift * weekend); n > 0; n--) {
      const shop =
        shops[
          random.chance(0.55)
            ? random.pick(person.shops)
            : shopDraw[random.int(0, shopDraw.length - 1)]
        ];
      const { medianTenge, sigma, hours } = shop.kind;
      const tenge = random.lognormal(medianTenge, sigma) * person.purchaseScale;
      const byPhone = random.chance(0.35);
      to.push(
        momentOf(day.start, hours, random),
        this.#purse(person, day, random),
        shop.account,
        tillMinor(tenge, random),
        PURCHASE,
        GOODS,
        byPhone ? person.device : 0,
      );
    }
  }

  /** Payments between people: mostly to known ones, every sixth to somebody never met. */
  #payments(person: Person, day: SimDay, lift: number, random: Random, to: DayColumns): void {
    for (let n = poisson(random, person.paymentsPerDay * lift); n > 0; n--) {
      const payee = this.#people[this.#partner(person, random)];
      const scale = Math.sqrt(person.incomeTenge / MEDIAN_INCOME_TENGE);
      // Every twentieth is a debt, a deposit, a second-hand telephone.
      const usual = random.chance(0.05)
        ? random.lognormal(70_000, 0.9)
        : random.lognormal(5_200, 1);
      const amount = typedMinor(usual * scale, random);
      const purpose = saidPurpose(random);
      this.#personal(person, this.#purse(payee, day, random), amount, purpose, day, random, to);
    }
  }

  #partner(person: Person, random: Random): number {
    const draw = random.next();
    if (draw < 0.25 && person.relatives.length > 0) return random.pick(person.relatives);
    if (draw < 0.84 && person.friends.length > 0)
      return person.friends[Math.floor(person.friends.length * random.next() ** 2)];
    const stranger = random.int(0, this.#people.length - 2);
    return stranger >= person.index ? stranger + 1 : stranger;
  }

  #cash(person: Person, day: SimDay, random: Random, to: DayColumns): void {
    const desk = this.#economy.cashDesks[this.#accounts[person.main].bank];
    const draw = random.next();
    if (draw < CASH_OUT_CHANCE) {
      const tenge = Math.min(400_000, random.lognormal(person.incomeTenge * 0.07, 0.7));
      const amount = Math.max(1000, Math.round(tenge / 1000) * 1000) * 100;
      to.push(momentOf(day.start, 'shop', random), person.main, desk, amount, CASH_OUT, UNKNOWN, 0);
    } else if (draw < CASH_OUT_CHANCE + CASH_IN_CHANCE) {
      const tenge = random.lognormal(person.incomeTenge * 0.12, 0.8);
      const amount = Math.max(1000, Math.round(tenge / 1000) * 1000) * 100;
      to.push(momentOf(day.start, 'shop', random), desk, person.main, amount, CASH_IN, UNKNOWN, 0);
    }
  }

  #bills(person: Person, day: SimDay, random: Random, to: DayColumns): void {
    const pay = (payee: number, amount: number, purpose: number) =>
      to.push(
        momentOf(day.start, 'person', random),
        person.main,
        payee,
        amount,
        TRANSFER,
        purpose,
        person.device,
      );
    if (person.age >= 22 && day.date === person.billDate)
      for (const utility of this.#economy.utilities)
        if (random.chance(0.6))
          pay(utility, tillMinor(random.lognormal(4_500, 0.6), random), purposeCode('utility'));
    if (person.loanTenge > 0 && day.date === person.loanDate)
      pay(
        this.#economy.lenders[this.#accounts[person.main].bank],
        person.loanTenge * 100,
        purposeCode('loan_return'),
      );
    if (person.rentTenge > 0 && day.date === person.rentDate) {
      const said = random.chance(0.4) ? purposeCode('rent') : UNKNOWN;
      pay(this.#people[person.landlord].main, person.rentTenge * 100, said);
    }
  }

  #seldom(person: Person, day: SimDay, random: Random, to: DayColumns): void {
    if (random.chance(OWN_CHANCE) && this.#hasSecond(person, day)) {
      const away = random.chance(0.7);
      const amount = typedMinor(random.lognormal(person.incomeTenge * 0.06, 0.8), random);
      to.push(
        momentOf(day.start, 'person', random),
        away ? person.main : person.second,
        away ? person.second : person.main,
        amount,
        TRANSFER,
        OWN,
        person.device,
      );
    }
    const draw = random.next();
    const { funds, exchanges, remittance } = this.#economy;
    const send = (payee: number, tenge: number, channel: number, purpose: number) =>
      to.push(
        momentOf(day.start, 'person', random),
        person.main,
        payee,
        typedMinor(tenge, random),
        channel,
        purpose,
        person.device,
      );
    if (draw < CHARITY_CHANCE)
      send(random.pick(funds), random.lognormal(2_000, 0.8), TRANSFER, purposeCode('charity'));
    else if (draw < CHARITY_CHANCE + EXCHANGE_CHANCE && person.age < 50)
      send(random.pick(exchanges), random.lognormal(40_000, 0.9), EXCHANGE, UNKNOWN);
    else if (draw < CHARITY_CHANCE + EXCHANGE_CHANCE + ABROAD_CHANCE)
      send(remittance, random.lognormal(50_000, 0.8), ABROAD, UNKNOWN);
  }

  #personal(
    payer: Person,
    payee: number,
    amount: number,
    purpose: number,
    day: SimDay,
    random: Random,
    to: DayColumns,
  ): void {
    const known = random.chance(0.85) ? payer.device : payer.otherDevice;
    const device = random.chance(DEVICE_UNKNOWN) ? 0 : known;
    to.push(
      momentOf(day.start, 'person', random),
      this.#purse(payer, day, random),
      payee,
      amount,
      TRANSFER,
      purpose,
      device,
    );
  }

  /** The account a person uses for this payment: the main one, or where the salary was moved to. */
  #purse(person: Person, day: SimDay, random: Random): number {
    if (!random.chance(person.sweeps ? 0.85 : 0.13)) return person.main;
    if (!this.#hasSecond(person, day)) return person.main;
    return person.second;
  }

  #hasSecond(person: Person, day: SimDay): boolean {
    return person.second >= 0 && this.#accounts[person.second].openedAt < day.start;
  }
}
