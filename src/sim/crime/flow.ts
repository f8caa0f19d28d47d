import { DAY_MS } from '../calendar.ts';
import type { SimRing } from '../model.ts';
import type { Planned, Stage } from '../stage.ts';

type Move = Omit<Planned, 'ring'>;

/**
 * The money of one ring. Moves may be written down in any order; `commit` puts them in time order, makes
 * sure that nobody of the ring pays what has not come, and plans them.
 */
export class Flow {
  readonly stage: Stage;
  readonly ring: SimRing;
  readonly #moves: Move[] = [];
  readonly #own = new Map<number, number>();
  readonly #victims: number[] = [];

  constructor(stage: Stage, ring: SimRing) {
    this.stage = stage;
    this.ring = ring;
  }

  move(move: Move): void {
    this.#moves.push(move);
  }

  /** Declares money of the account's owner that enters the ring here. */
  ownMoney(account: number, amountMinor: number): void {
    this.#own.set(account, (this.#own.get(account) ?? 0) + amountMinor);
    this.stage.registry.truth[account].ownMinor += amountMinor;
  }

  /** Notes that the account's owner was robbed by the ring; a victim is no member. */
  rob(account: number): void {
    const truth = this.stage.registry.truth[account];
    if (truth.role !== 'none') return;
    truth.role = 'victim';
    truth.typology = this.ring.typology;
    truth.ring = this.ring.id;
    this.#victims.push(account);
  }

  /** Throws where a member would pay money it never got: a defect of the typology's plan. */
  commit(): void {
    const members = new Set(this.ring.accounts);
    const balance = new Map(this.#own);
    const seen = new Set<number>();
    this.#moves.sort((a, b) => a.at - b.at);
    for (const move of this.#moves) {
      if (members.has(move.payer)) {
        const left = (balance.get(move.payer) ?? 0) - move.amountMinor;
        if (left < 0)
          throw new Error(`ring ${this.ring.id} (${this.ring.typology}) pays ${-left} too much`);
        balance.set(move.payer, left);
      }
      if (members.has(move.payee))
        balance.set(move.payee, (balance.get(move.payee) ?? 0) + move.amountMinor);
      if (this.stage.plan({ ...move, ring: this.ring })) seen.add(move.payer).add(move.payee);
    }
    this.#dismiss(seen);
  }

  /** Who did nothing in the period is labelled nothing: no transfer could ever show the part. */
  #dismiss(seen: ReadonlySet<number>): void {
    const { truth } = this.stage.registry;
    for (const account of [...this.ring.accounts, ...this.#victims])
      if (!seen.has(account))
        truth[account] = {
          ...truth[account],
          role: 'none',
          typology: 'none',
          ring: 0,
          ownMinor: 0,
        };
    const active = this.ring.accounts.filter((account) => seen.has(account));
    this.ring.accounts.splice(0, this.ring.accounts.length, ...active);
  }
}

/** A moment in the period at which a ring may begin: early enough that its money is seen to move on. */
export function ringStart(stage: Stage, draw: number): number {
  const latest = Math.max(1, stage.days - 6);
  return stage.from + draw * latest * DAY_MS;
}
