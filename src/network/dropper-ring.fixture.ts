import { createRandom } from '../domain/random.ts';
import { DAY_MS } from './clock.ts';
import type { FindOptions, Found } from './find.ts';
import type { MadeTransfer } from './made-flows.ts';
import type { Suspect } from './model.ts';
import type { Role } from './role.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const START = Date.UTC(2026, 0, 5);
export const OPTIONS: FindOptions = { hubs: new Set([0]), clock: 'exact' };

export const suspectsOf = (...accounts: number[]): Suspect[] =>
  accounts.map((account) => ({ account, score: 80, typologies: { 'pass-through': 80 } }));

/** role -> accounts, of the first network. */
export function roles(found: Found): Partial<Record<Role, number[]>> {
  const out: Partial<Record<Role, number[]>> = {};
  for (const { role, account } of found.networks[0].members) {
    out[role] ??= [];
    out[role].push(account);
  }
  return out;
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Six victims 101..106 pay card 1; within minutes 2 and 3, then 4, who takes cash from the machine, hub 0. */
export function dropperRing(): MadeTransfer[] {
  const rows: MadeTransfer[] = [];
  range(0, 5).forEach((i) => {
    const at = START + i * HOUR_MS;
    const amountMinor = 30_000_000 + i * 1_000_000;
    rows.push(
      { at, payer: 101 + i, payee: 1, amountMinor },
      { at: at + 5 * MINUTE_MS, payer: 1, payee: 2 + (i % 2), amountMinor: amountMinor * 0.95 },
      { at: at + 12 * MINUTE_MS, payer: 2 + (i % 2), payee: 4, amountMinor: amountMinor * 0.9 },
      {
        at: at + 40 * MINUTE_MS,
        payer: 4,
        payee: 0,
        amountMinor: amountMinor * 0.85,
        channel: 'cash_out',
      },
    );
  });
  return rows;
}

/** Ordinary life: salary from hub 0 once a month, rent to one landlord, shopping at hub 0, a friend now and then. */
export function ordinaryLife(people: readonly number[], seed: number): MadeTransfer[] {
  const random = createRandom(seed);
  const rows: MadeTransfer[] = [];
  for (let month = 0; month < 4; month++)
    for (const payer of people) {
      const payday = START + (month * 30 - 45) * DAY_MS + random.int(0, DAY_MS);
      rows.push(
        { at: payday, payer: 0, payee: payer, amountMinor: random.int(20_000_000, 40_000_000) },
        { at: payday + DAY_MS * 2, payer, payee: 900, amountMinor: 9_000_000 },
      );
      for (let n = 0; n < 6; n++)
        rows.push({
          at: payday + random.int(DAY_MS, 28 * DAY_MS),
          payer,
          payee: 0,
          amountMinor: random.int(100_000, 2_000_000),
          channel: 'purchase',
        });
    }
  return rows;
}
