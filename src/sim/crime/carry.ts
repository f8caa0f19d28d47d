import type { Random } from '../../domain/random.ts';
import { HOUR_MS } from '../calendar.ts';
import type { Flow } from './flow.ts';
import { leavesAt, type Mule } from './mule.ts';

const MINUTE_MS = 60_000;
/** Limits of one transfer and of one visit to a cash machine that gangs keep below; our assumptions. */
const TRANSFER_LIMIT_MINOR = 1_500_000_00;
const CASH_LIMIT_MINOR = 400_000_00;
const CASH_STEP_MINOR = 1_000_00;

/** What a mule passes on of a sum: the reward stays, the rest is cut to a typed-in sum. */
export function passedOn(amountMinor: number, keeps: number, random: Random): number {
  const rest = amountMinor * (1 - keeps);
  const step = random.chance(0.6) ? 1_000_00 : random.chance(0.7) ? 100_00 : 1_00;
  const cut = Math.floor(rest / step) * step;
  return cut > 0 ? cut : Math.floor(rest / 1_00) * 1_00;
}

/** Carries a sum that reached path[0] at `at` through the path; returns what arrives at its end, and when. */
export function carry(
  flow: Flow,
  path: readonly Mule[],
  at: number,
  amountMinor: number,
  random: Random,
): { at: number; amountMinor: number } {
  let now = at;
  let carried = amountMinor;
  for (let hop = 0; hop + 1 < path.length; hop++) {
    const mule = path[hop];
    carried = passedOn(carried, mule.keeps, random);
    now = pay(flow, mule, path[hop + 1].account, leavesAt(mule, now, random), carried, random);
  }
  return { at: now, amountMinor: carried };
}

/** Pays a sum, in parts where it is large; returns the moment of the last part. */
export function pay(
  flow: Flow,
  from: Mule,
  payee: number,
  at: number,
  amountMinor: number,
  random: Random,
): number {
  let now = at;
  for (const part of parts(amountMinor, random)) {
    flow.move({ at: now, payer: from.account, payee, amountMinor: part, device: from.device });
    now += (0.7 + 6 * random.next()) * MINUTE_MS;
  }
  return now;
}

function parts(amountMinor: number, random: Random): number[] {
  const least = Math.ceil(amountMinor / TRANSFER_LIMIT_MINOR);
  const count = amountMinor > 250_000_00 && random.chance(0.4) ? least + random.int(1, 2) : least;
  const out: number[] = [];
  let left = amountMinor;
  for (let k = count; k > 1; k--) {
    const share = (left / k) * (0.75 + 0.5 * random.next());
    const part = Math.floor(share / 1_000_00) * 1_000_00;
    if (part <= 0) continue;
    out.push(part);
    left -= part;
  }
  out.push(left);
  return out;
}

/** Where the money leaves the banks. */
export type Exit = 'cash' | 'exchange' | 'abroad';

/** Takes a sum that arrived at `at` out of the banks, the mule's reward excepted. */
export function takeOut(
  flow: Flow,
  mule: Mule,
  exit: Exit,
  at: number,
  amountMinor: number,
  random: Random,
): void {
  const { economy, registry } = flow.stage;
  let now = leavesAt(mule, at, random);
  const out = passedOn(amountMinor, mule.keeps, random);
  if (exit !== 'cash') {
    const payee = exit === 'exchange' ? random.pick(economy.exchanges) : economy.remittance;
    flow.move({
      at: now,
      payer: mule.account,
      payee,
      amountMinor: out,
      channel: exit,
      device: mule.device,
    });
    return;
  }
  const desk = economy.cashDesks[registry.accounts[mule.account].bank];
  let left = out;
  while (left >= CASH_STEP_MINOR) {
    const most = Math.min(left, CASH_LIMIT_MINOR * (0.4 + 0.6 * random.next()));
    const amount = Math.max(CASH_STEP_MINOR, Math.floor(most / CASH_STEP_MINOR) * CASH_STEP_MINOR);
    flow.move({
      at: now,
      payer: mule.account,
      payee: desk,
      amountMinor: amount,
      channel: 'cash_out',
    });
    left -= amount;
    now += random.chance(0.7) ? (1 + 9 * random.next()) * MINUTE_MS : 6 * HOUR_MS * random.next();
  }
}
