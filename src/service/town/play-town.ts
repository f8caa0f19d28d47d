import { setTimeout as pause } from 'node:timers/promises';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { localDayStart } from '../../domain/local-day.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import type { DayTransfers } from '../../sim/day-transfers.ts';
import type { SimWorld } from '../../sim/model.ts';
import { cardOf } from '../../sim/posts/card-of.ts';
import { simulate } from '../../sim/simulate.ts';
import type { Access } from '../access/access.ts';
import { terminalPrincipal } from '../access/principal.ts';
import { type CustomerParts, saveCustomers } from '../customers/save-customer.ts';
import type { Lists } from '../lists/lists.ts';
import type { Institution, TransferRequest } from '../live/transfer-request.ts';
import { orThrow } from '../or-throw.ts';
import { walkAll } from '../risk/rating-walks.ts';
import type { Risk } from '../risk/risk.ts';
import { every, type Repeating } from '../running/every.ts';
import { type TownWatchParts, type WatchedTown, watchTown } from './internet/town-watch.ts';
import { type TownBanks, townBanks } from './town-banks.ts';
import { type ToldCase, type TownCaseParts, tellCase } from './town-case.ts';
import { type TownTold, townCustomers } from './town-customers.ts';
import { townFacts } from './town-facts.ts';
import { townLists } from './town-lists.ts';
import { townPeople } from './town-people.ts';

export interface TownOptions {
  readonly seed: number;
  readonly people: number;
  /** Days that lie behind when the town is founded. */
  readonly history: number;
  /** Days it lives on from then. */
  readonly future: number;
  /** Of what lies behind at a start, the last hours are not loaded but played, `speed` times as fast as they went. */
  readonly playedHours: number;
  readonly speed: number;
}

export interface TownListener {
  loading(): void;
  /** What lies behind is in; from now on transfers come one by one. */
  loaded(transfers: number): void;
  /** People of a bank have worked on a case, and another one waits. */
  told(told: ToldCase): void;
  /** Something beside the transfers failed and stopped nothing. */
  failed(error: unknown): void;
}

/** What the town uses of the service. */
export interface TownParts extends Omit<CustomerParts, 'watch'>, TownWatchParts, TownCaseParts {
  readonly lists: Lists;
  readonly risk: Risk;
}

/** Transfers handed over at once while loading; facts and customers. */
const LOAD_ROWS = 2_000;
const FACTS_ROWS = 1_000;
const CUSTOMERS_ROWS = 200;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** A town that waits looks at the clock so often at least, to see that it is to stop. */
const LOOK_MS = 1_000;
/** Networks are found some time after their transfers, and become cases a little later. */
const TELLS_EVERY_MS = 3_000;
/** After "busy" or "away". */
const AGAIN_MS = 1_000;

/**
 * A simulated town as clients of the service: its banks send what their customers do, through the same path of decision as
 * any other. It goes on where it stopped, and catches up with what happened meanwhile. Resolves when it is told to stop or
 * when its days are over.
 */
export async function playTown(
  parts: TownParts,
  options: TownOptions,
  listener: TownListener,
  signal: AbortSignal,
): Promise<void> {
  const { access } = parts;
  const founded = await townBanks(access, terminalPrincipal('town'));
  const from = localDayStart(founded.foundedAt) - options.history * DAY_MS;
  const days = options.history + options.future;
  const world = simulate({ seed: options.seed, people: options.people, days, from });
  const town = new Town(parts, world, founded.banks, signal);
  const done = await decidedOf(access, founded);
  if (done === 0) await town.introduce(founded.foundedAt);
  const clock = townClock(Date.now(), options);
  listener.loading();
  let watched: WatchedTown | undefined;
  let telling: Repeating | undefined;
  try {
    for (const day of world.days()) {
      for (let i = Math.max(0, done - day.first); i < day.count; i++) {
        if (signal.aborted) return;
        if (day.at[i] > clock.loadUntil && !town.playing) {
          await town.flush();
          town.playing = true;
          // Who was rated before has moved a month of money since.
          await parts.store.write((trx) => walkAll(trx, null, 'flow'));
          const people = await townPeople(access, terminalPrincipal('town'));
          const { loadUntil, now } = clock;
          watched = await watchTown(parts, world, people, loadUntil, now, listener.failed);
          listener.loaded(day.first + i);
          telling = every(TELLS_EVERY_MS, () => tell(parts, listener), listener.failed);
        }
        if (town.playing) await untilDue(day.at[i], clock.now, signal);
        await town.take(day, i);
      }
    }
    await town.flush();
  } finally {
    await telling?.stop();
    await watched?.close();
  }
}

async function tell(parts: TownParts, listener: TownListener): Promise<void> {
  const told = await tellCase(parts);
  if (told !== undefined) listener.told(told);
}

/** What the town's clock shows: it runs fast through the last hours before the start, and then with ours. */
function townClock(start: number, { playedHours, speed }: TownOptions) {
  const loadUntil = start - playedHours * HOUR_MS;
  const now = (): number => {
    const real = Date.now();
    return Math.min(real, loadUntil + (real - start) * speed);
  };
  return { loadUntil, now };
}

async function untilDue(at: number, now: () => number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && now() < at)
    await pause(Math.min(LOOK_MS, Math.max(1, at - now())), undefined, { signal }).catch(() => {});
}

class Town {
  /** Transfers come one by one, as they happen. */
  playing = false;
  readonly #parts: TownParts;
  readonly #world: SimWorld;
  readonly #banks: readonly Institution[];
  readonly #signal: AbortSignal;
  /** Numbers of cards by account. */
  readonly #cards = new Map<number, string>();
  #waiting: { bank: Institution; request: TransferRequest }[] = [];

  constructor(
    parts: TownParts,
    world: SimWorld,
    banks: readonly Institution[],
    signal: AbortSignal,
  ) {
    this.#parts = parts;
    this.#world = world;
    this.#banks = banks;
    this.#signal = signal;
  }

  /** Tells what the banks know of their customers at that moment, and which lists there are. */
  async introduce(at: number): Promise<void> {
    const { live, lists, risk } = this.#parts;
    const facts = [...townFacts(this.#world, this.#banks)];
    for (let from = 0; from < facts.length; from += FACTS_ROWS)
      await live.record(facts.slice(from, from + FACTS_ROWS));
    await townLists(lists, terminalPrincipal('town'), this.#world);
    const { links } = risk.book.shipped;
    const told = [...townCustomers(this.#world, links, at)];
    for (const [bank, customers] of Map.groupBy(told, (one) => one.bank))
      for (let from = 0; from < customers.length; from += CUSTOMERS_ROWS)
        await this.#tell(bank, customers.slice(from, from + CUSTOMERS_ROWS));
  }

  /** A bank tells of customers; they are rated soon after. */
  async #tell(bank: number, customers: readonly TownTold[]): Promise<void> {
    const saved = await saveCustomers(
      this.#parts,
      this.#banks[bank],
      customers.map(({ told }) => told),
    );
    for (const one of saved) orThrow(one);
  }

  async take(day: DayTransfers, i: number): Promise<void> {
    const { accounts, devices } = this.#world;
    const payer = accounts[day.payer[i]];
    const card = this.#cardOf(day, i);
    this.#waiting.push({
      bank: this.#banks[payer.bank],
      request: {
        id: `T${String(day.first + i + 1).padStart(10, '0')}`,
        at: day.at[i],
        payer: payer.number,
        payee: accounts[day.payee[i]].number,
        amountMinor: day.amountMinor[i],
        currency: 'KZT',
        channel: CHANNELS[day.channel[i]],
        purpose: PURPOSES[day.purpose[i]],
        ...(day.device[i] > 0 && { device: devices[day.device[i]] }),
        ...(card !== undefined && { payeeIdentifiers: [{ kind: 'card', value: card }] }),
      },
    });
    if (this.playing || this.#waiting.length >= LOAD_ROWS) await this.flush();
  }

  /** People pay each other by the number of a card: that the bank tells, too. */
  #cardOf(day: DayTransfers, i: number): string | undefined {
    const payee = day.payee[i];
    if (CHANNELS[day.channel[i]] !== 'transfer' || this.#world.accounts[payee].cards === 0)
      return undefined;
    const known = this.#cards.get(payee) ?? cardOf(this.#world, payee);
    this.#cards.set(payee, known);
    return known;
  }

  /** Sends what waits, in its order; each transfer by the bank of its payer. */
  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    while (rows.length > 0 && !this.#signal.aborted) {
      try {
        // Asked in one turn of the loop, so that the order of the town is the order of the journal.
        await Promise.all(
          rows.map(({ bank, request }) => this.#parts.live.decide(bank, [request])),
        );
        return;
      } catch (error) {
        // Busy, stopping or away: all of it again, what was decided is a repeat then.
        if (!(error instanceof QorganError) || error.problem.code === 'QRG_STOPPING') throw error;
        await pause(AGAIN_MS, undefined, { signal: this.#signal }).catch(() => {});
      }
    }
  }
}

/** Transfers of the town that were decided before. They come in order, so that many are behind. */
async function decidedOf({ store }: Access, { banks }: TownBanks): Promise<number> {
  const { rows } = await store.db
    .selectFrom('transfers')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where(
      'institution_id',
      'in',
      banks.map(({ institutionId }) => institutionId),
    )
    .executeTakeFirstOrThrow();
  return Number(rows);
}
