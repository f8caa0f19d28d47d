import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseKzIban } from '../domain/iban-kz.ts';
import { parseIinOrBin } from '../domain/iin-or-bin.ts';
import { parsePhone } from '../domain/phone.ts';
import { CHANNELS, channelCode, PURPOSES, purposeCode } from '../domain/transfer.ts';
import { SIM_BANKS } from './banks.ts';
import { DAY_MS, UTC_OFFSET_MS } from './calendar.ts';
import type { DayTransfers } from './day-transfers.ts';
import { LOOKALIKES, SIM_TYPOLOGIES, type SimWorld } from './model.ts';
import { simulate } from './simulate.ts';

/** One world walked once; the properties below look at it from all sides. */
let world: SimWorld;
let days: DayTransfers[];
beforeAll(() => {
  world = simulate({ seed: 20, days: 60, people: 2000 });
  days = [...world.days()];
});

function* rows(of: readonly DayTransfers[] = days) {
  for (const day of of) for (let i = 0; i < day.count; i++) yield { day, i };
}

const isMember = (account: number) =>
  world.truth[account].role !== 'none' && world.truth[account].role !== 'victim';

function digest(of: SimWorld): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      of.parties,
      of.accounts,
      of.truth,
      of.rings,
      of.devices,
      of.known,
      of.openings,
    ]),
  );
  for (const day of of.days())
    for (const column of [day.at, day.payer, day.payee, day.amountMinor, day.device, day.ring])
      hash.update(new Uint8Array(column.buffer));
  return hash.digest('hex');
}

describe('determinism', () => {
  test('the same options give the same bytes, walked once or twice; another seed does not', () => {
    const options = { seed: 5, days: 14, people: 300 };
    const one = simulate(options);
    const first = digest(one);
    expect(digest(one)).toBe(first);
    expect(digest(simulate(options))).toBe(first);
    expect(digest(simulate({ ...options, seed: 6 }))).not.toBe(first);
  });

  test('the transfers of a seed are those of ever: published figures rest on them', () => {
    const hash = createHash('sha256');
    for (const day of simulate({ seed: 5, days: 14, people: 300 }).days())
      for (const column of [
        ...[day.at, day.payer, day.payee, day.amountMinor, day.channel],
        ...[day.purpose, day.device, day.typology, day.ring],
      ])
        hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    expect(hash.digest('hex')).toBe(
      'b4e0563d58283bca3aec7e996fe7da50a2cb5464859ecec2fdef0152e6deda94',
    );
  });

  test('options out of bounds are refused', () => {
    const good = { seed: 1, days: 10, people: 200 };
    for (const bad of [
      { days: 0 },
      { days: 2.5 },
      { people: 3 },
      { prevalence: -0.1 },
      { seed: 0.5 },
    ])
      expect(() => simulate({ ...good, ...bad })).toThrow(RangeError);
  });
});

describe('identifiers', () => {
  test('every IIN, BIN, IBAN and phone is valid and unlike every other', () => {
    const problems = world.parties.flatMap(({ id, phone }) => [
      ...(parseIinOrBin(id).ok ? [] : [id]),
      ...(parsePhone(phone).ok ? [] : [phone]),
    ]);
    for (const { number, bank } of world.accounts) {
      const iban = parseKzIban(number);
      if (!iban.ok || iban.value.bankCode !== SIM_BANKS[bank].code) problems.push(number);
    }
    expect(problems).toEqual([]);
    expect(new Set(world.parties.map(({ id }) => id)).size).toBe(world.parties.length);
    expect(new Set(world.accounts.map(({ number }) => number)).size).toBe(world.accounts.length);
    expect(new Set(world.devices).size).toBe(world.devices.length);
  });

  test('the IIN carries the birth date and the sex of its owner', () => {
    for (const { id, bornAt, female } of world.parties) {
      if (bornAt === null) continue;
      const iin = parseIinOrBin(id);
      if (!iin.ok || !('bornAt' in iin.value)) throw new Error(`${id} is no IIN`);
      expect(iin.value.bornAt).toBe(bornAt);
      expect(Number(id[6]) % 2 === 0).toBe(female);
    }
  });
});

describe('transfers', () => {
  test('are in time order, inside their day, numbered without a gap, of known words', () => {
    let number = 0;
    let before = 0;
    for (const [d, day] of days.entries()) {
      expect(day.first).toBe(number);
      number += day.count;
      const start = world.options.from + d * DAY_MS;
      for (let i = 0; i < day.count; i++) {
        const sound =
          day.at[i] >= Math.max(before, start) &&
          day.at[i] < start + DAY_MS &&
          day.at[i] % 1000 === 0 &&
          day.payer[i] !== day.payee[i] &&
          Number.isSafeInteger(day.amountMinor[i]) &&
          day.amountMinor[i] > 0 &&
          day.channel[i] < CHANNELS.length &&
          day.purpose[i] < PURPOSES.length &&
          day.device[i] < world.devices.length;
        if (!sound) throw new Error(`day ${d}, row ${i} is unsound`);
        before = day.at[i];
      }
    }
  });

  test('nobody pays from, or is paid to, an account before it was opened', () => {
    for (const { day, i } of rows())
      for (const account of [day.payer[i], day.payee[i]])
        if (world.accounts[account].openedAt > day.at[i])
          throw new Error(`account ${account} moved before it was opened`);
  });

  test('life has a rhythm: nights are quiet, salaries come in office hours of weekdays', () => {
    const byHour = new Array<number>(24).fill(0);
    for (const { day, i } of rows()) {
      const local = new Date(day.at[i] + UTC_OFFSET_MS);
      byHour[local.getUTCHours()]++;
      if (day.purpose[i] !== purposeCode('salary')) continue;
      const hubPays = world.hubs.has(day.payer[i]);
      if (hubPays && world.truth[day.payee[i]].lookalike !== 'courier')
        expect(local.getUTCDay() % 6).not.toBe(0);
    }
    const night = byHour[2] + byHour[3] + byHour[4];
    expect(night).toBeLessThan((byHour[18] + byHour[19] + byHour[20]) / 5);
  });

  test('cash goes over the cash desk of the own bank', () => {
    for (const { day, i } of rows()) {
      const out = day.channel[i] === channelCode('cash_out');
      if (!out && day.channel[i] !== channelCode('cash_in')) continue;
      const [desk, account] = out ? [day.payee[i], day.payer[i]] : [day.payer[i], day.payee[i]];
      expect(world.hubs.has(desk)).toBe(true);
      expect(world.accounts[desk].bank).toBe(world.accounts[account].bank);
    }
  });

  test('people also pay somebody new nearly every day', () => {
    const met = new Set<number>();
    let fresh = 0;
    let all = 0;
    for (const { day, i } of rows()) {
      if (day.channel[i] !== channelCode('transfer') || day.typology[i] > 0) continue;
      if (world.hubs.has(day.payer[i]) || world.hubs.has(day.payee[i])) continue;
      const pair = day.payer[i] * world.accounts.length + day.payee[i];
      const late = day.at[i] > world.options.from + 30 * DAY_MS;
      if (late) all++;
      if (late && !met.has(pair)) fresh++;
      met.add(pair);
    }
    expect(fresh / all).toBeGreaterThan(0.2);
    expect(fresh / all).toBeLessThan(0.7);
  });
});

describe('rings', () => {
  test('every typology occurs, in truth and in transfers, and agrees with its ring', () => {
    const seen = new Set<string>();
    for (const { day, i } of rows()) {
      if (day.typology[i] === 0) {
        expect(day.ring[i]).toBe(0);
        continue;
      }
      const ring = world.rings[day.ring[i] - 1];
      expect(SIM_TYPOLOGIES[day.typology[i]]).toBe(ring.typology);
      expect(isMember(day.payer[i]) || isMember(day.payee[i])).toBe(true);
      seen.add(ring.typology);
    }
    expect([...seen].sort()).toEqual(SIM_TYPOLOGIES.filter((name) => name !== 'none').sort());
    for (const ring of world.rings)
      for (const account of ring.accounts) expect(world.truth[account].ring).toBe(ring.id);
  });

  test('whoever is labelled has a labelled transfer to show for it', () => {
    const shown = new Set<number>();
    for (const { day, i } of rows())
      if (day.typology[i] > 0) shown.add(day.payer[i]).add(day.payee[i]);
    world.truth.forEach(({ role, ring }, account) => {
      expect(role !== 'none').toBe(ring > 0);
      if (ring > 0) expect(shown.has(account)).toBe(true);
    });
  });

  test('nobody of a ring ever passes on more than came, declared own money included', () => {
    const balance = new Map<number, number>();
    let checked = 0;
    for (const { day, i } of rows()) {
      if (day.typology[i] === 0) continue;
      // A member of one ring may be a customer of another: only the own ring's money counts.
      const move = (account: number, minor: number) => {
        const { ring, ownMinor } = world.truth[account];
        if (ring !== day.ring[i] || !isMember(account)) return;
        const left = (balance.get(account) ?? ownMinor) + minor;
        balance.set(account, left);
        if (left < 0) throw new Error(`account ${account} of ring ${ring} pays ${-left} too much`);
        checked++;
      };
      move(day.payee[i], day.amountMinor[i]);
      move(day.payer[i], -day.amountMinor[i]);
    }
    expect(checked).toBeGreaterThan(300);
  });

  test('who carries the money of victims keeps three to seven per cent, rounding aside', () => {
    const { given, taken } = flows((account) => {
      const { role, typology } = world.truth[account];
      return role === 'transit' && typology === 'fraud_chain';
    });
    let carried = 0;
    for (const [account, inMinor] of taken) {
      const kept = 1 - (given.get(account) ?? 0) / inMinor;
      if (kept > 0.5) continue; // money that the end of the period cut off
      carried++;
      expect(kept).toBeGreaterThan(0.029);
    }
    expect(carried).toBeGreaterThan(0);
  });

  test('about a quarter of what is passed on leaves within 15 minutes, and some waits for days', () => {
    const rest: number[] = [];
    const world2 = simulate({ seed: 3, days: 60, people: 4000, prevalence: 0.05 });
    const arrived = new Map<number, number>();
    for (const day of world2.days())
      for (let i = 0; i < day.count; i++) {
        if (day.typology[i] !== SIM_TYPOLOGIES.indexOf('fraud_chain')) continue;
        const came = arrived.get(day.payer[i]);
        if (came !== undefined) rest.push(day.at[i] - came);
        arrived.delete(day.payer[i]);
        arrived.set(day.payee[i], day.at[i]);
      }
    const share = (ms: number) => rest.filter((r) => r <= ms).length / rest.length;
    expect(share(15 * 60_000)).toBeGreaterThan(0.2);
    expect(share(15 * 60_000)).toBeLessThan(0.6);
    expect(share(DAY_MS)).toBeLessThan(0.97);
  });

  test('drug cards take a short list of prices from 30 buyers or more', () => {
    const big = simulate({ seed: 4, days: 60, people: 2000 });
    const payers = new Map<number, Set<number>>();
    const sums = new Map<number, Set<number>>();
    for (const day of big.days())
      for (let i = 0; i < day.count; i++) {
        const payee = day.payee[i];
        const { typology, role } = big.truth[payee];
        if (day.typology[i] === 0 || typology !== 'drug_shop' || role !== 'collector') continue;
        payers.set(payee, (payers.get(payee) ?? new Set()).add(day.payer[i]));
        // A tail of tenge tells buyers apart; the price is what stands before it.
        const price = Math.floor(day.amountMinor[i] / 500_00);
        sums.set(payee, (sums.get(payee) ?? new Set()).add(price));
      }
    const full = [...payers.values()].filter((set) => set.size >= 25);
    expect(full.length).toBeGreaterThan(0);
    for (const list of sums.values()) expect(list.size).toBeLessThanOrEqual(6);
  });

  test('prevalence is what was asked for, and none gives an honest country', () => {
    const large = simulate({ seed: 8, days: 30, people: 12_000 });
    const members = large.truth.filter(({ role }) => role !== 'none' && role !== 'victim').length;
    const people = large.accounts.length - large.hubs.size;
    expect(members / people).toBeGreaterThan(0.009);
    expect(members / people).toBeLessThan(0.012);
    let labelled = 0;
    let all = 0;
    for (const day of large.days()) {
      all += day.count;
      for (let i = 0; i < day.count; i++) if (day.typology[i] > 0) labelled++;
    }
    expect(labelled / all).toBeGreaterThan(0.002);
    expect(labelled / all).toBeLessThan(0.004);
    const honest = simulate({ seed: 8, days: 10, people: 500, prevalence: 0 });
    expect(honest.rings).toEqual([]);
    for (const day of honest.days()) expect(day.typology.every((code) => code === 0)).toBe(true);
  });
});

describe('look-alikes', () => {
  test('every kind is there, honest, and about its kind of business', () => {
    const kinds = new Map<string, number[]>();
    world.truth.forEach(({ lookalike, role }, account) => {
      if (role !== 'none') return;
      kinds.set(lookalike, [...(kinds.get(lookalike) ?? []), account]);
    });
    expect([...kinds.keys()].sort()).toEqual([...LOOKALIKES].sort());
    const traders = new Set(kinds.get('small_trader'));
    const payers = new Map<number, Set<number>>();
    for (const { day, i } of rows())
      if (traders.has(day.payee[i]))
        payers.set(day.payee[i], (payers.get(day.payee[i]) ?? new Set()).add(day.payer[i]));
    for (const trader of traders) expect(payers.get(trader)?.size).toBeGreaterThan(50);
  });
});

/** Labelled money given and taken by the accounts of interest. */
function flows(of: (account: number) => boolean) {
  const given = new Map<number, number>();
  const taken = new Map<number, number>();
  for (const { day, i } of rows()) {
    if (day.typology[i] === 0) continue;
    const amount = day.amountMinor[i];
    if (of(day.payer[i])) given.set(day.payer[i], (given.get(day.payer[i]) ?? 0) + amount);
    if (of(day.payee[i])) taken.set(day.payee[i], (taken.get(day.payee[i]) ?? 0) + amount);
  }
  return { given, taken };
}
