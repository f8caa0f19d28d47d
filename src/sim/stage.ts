import type { Random } from '../domain/random.ts';
import { type Channel, channelCode, type Purpose, purposeCode } from '../domain/transfer.ts';
import { DAY_MS } from './calendar.ts';
import { DayColumns } from './day-transfers.ts';
import type { Economy } from './economy.ts';
import { SIM_TYPOLOGIES, type SimRing, type SimTypology } from './model.ts';
import type { Person } from './population.ts';
import type { Registry } from './registry.ts';
import { saidPurpose } from './said.ts';

/** Share of transfers of which the bank did not note the device: a branch, an old form. */
export const DEVICE_UNKNOWN = 0.015;

/** One planned transfer. */
export interface Planned {
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  readonly channel?: Channel;
  /** Left out: what people happen to write. */
  readonly purpose?: Purpose;
  /** Device when it is not the payer account's own. */
  readonly device?: number;
  readonly ring?: SimRing;
}

/**
 * Where look-alikes and rings plan what happens beside daily life. What lies after the end of the period
 * is not seen: a statement ends in the middle of somebody's story too.
 */
export class Stage {
  readonly registry: Registry;
  readonly economy: Economy;
  readonly people: readonly Person[];
  readonly from: number;
  readonly days: number;
  readonly planned: DayColumns[];
  plannedRows = 0;
  /** Rows that belong to a ring. */
  ringRows = 0;
  readonly rings: SimRing[] = [];
  readonly #random: Random;

  constructor(
    registry: Registry,
    economy: Economy,
    people: readonly Person[],
    from: number,
    days: number,
    random: Random,
  ) {
    this.registry = registry;
    this.economy = economy;
    this.people = people;
    this.from = from;
    this.days = days;
    this.#random = random;
    this.planned = Array.from({ length: days }, () => new DayColumns());
  }

  get to(): number {
    return this.from + this.days * DAY_MS;
  }

  /** Whether the transfer was taken: it lies in the period, moves money and goes to another account. */
  plan(t: Planned): boolean {
    if (t.at < this.from || t.at >= this.to) return false;
    if (t.amountMinor <= 0 || t.payer === t.payee) return false;
    const channel = t.channel ?? 'transfer';
    const device = t.device ?? this.registry.accounts[t.payer].device;
    const byCard = channel === 'purchase' || channel === 'cash_in' || channel === 'cash_out';
    this.planned[Math.floor((t.at - this.from) / DAY_MS)].push(
      t.at,
      t.payer,
      t.payee,
      t.amountMinor,
      channelCode(channel),
      this.#purposeOf(t, channel),
      byCard || this.#random.chance(DEVICE_UNKNOWN) ? 0 : device,
      t.ring === undefined ? 0 : SIM_TYPOLOGIES.indexOf(t.ring.typology),
      t.ring?.id ?? 0,
    );
    this.plannedRows++;
    if (t.ring !== undefined) this.ringRows++;
    return true;
  }

  #purposeOf(t: Planned, channel: Channel): number {
    if (t.purpose !== undefined) return purposeCode(t.purpose);
    return channel === 'transfer' ? saidPurpose(this.#random) : purposeCode('unknown');
  }

  foundRing(typology: SimTypology): SimRing {
    const ring: SimRing = { id: this.rings.length + 1, typology, accounts: [] };
    this.rings.push(ring);
    return ring;
  }

  /**
   * A person nobody has a use for yet, now engaged. Where none of 400 draws fits, the next free person in
   * town is taken; only a town in which everybody is engaged hands one out twice.
   */
  engage(random: Random, fits: (person: Person) => boolean): Person {
    let found = this.anybody(random);
    for (let tries = 0; tries < 400 && (found.engaged || !fits(found)); tries++)
      found = this.anybody(random);
    for (let step = 0; found.engaged && step < this.people.length; step++)
      found = this.people[(found.index + 1) % this.people.length];
    found.engaged = true;
    return found;
  }

  anybody(random: Random): Person {
    return this.people[random.int(0, this.people.length - 1)];
  }
}
