import type { Random } from '../../domain/random.ts';
import { DAY_MS, momentOf } from '../calendar.ts';
import type { Stage } from '../stage.ts';
import { type Exit, passedOn, pay, takeOut } from './carry.ts';
import { Flow, ringStart } from './flow.ts';
import { foundGang, leavesAt, type Mule, recruit } from './mule.ts';

/**
 * Ceilings that sums are kept below: top-ups of cards from 500,000 need the sender's IIN (2025), and a round
 * million reads as large to everybody.
 */
const CEILINGS_TENGE = [200_000, 500_000, 500_000, 1_000_000] as const;

/** Cash is paid in all over the city in sums below a ceiling, gathered, and leaves in one place. */
export function smurfing(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('smurfing'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, 0.7 * random.next()));
  const funnels = Array.from({ length: random.int(2, 6) }, () =>
    recruit(stage, random, gang, 'collector'),
  );
  const place = recruit(stage, random, gang, 'cashout');
  const exit = random.weighted<Exit>(['cash', 'exchange', 'abroad'], [20, 55, 25]);
  const ceiling = random.pick(CEILINGS_TENGE);
  const days = Math.max(2, Math.round(random.int(2, 6) * intensity));
  for (let n = 0, day = 0; n < days; n++, day += random.int(1, 3)) {
    let gathered = 0;
    let last = gang.start;
    for (const funnel of funnels) {
      const came = deposits(stage, flow, funnel, gang.start + day * DAY_MS, ceiling, random);
      if (came.amountMinor === 0) continue;
      const passed = passedOn(came.amountMinor, funnel.keeps, random);
      const leaves = leavesAt(funnel, came.at, random);
      last = Math.max(last, pay(flow, funnel, place.account, leaves, passed, random));
      gathered += passed;
    }
    if (gathered > 0) takeOut(flow, place, exit, last, gathered, random);
  }
  flow.commit();
}

/** Two to seven deposits of one day, some as cash, some as transfers from helpers' accounts. */
function deposits(
  stage: Stage,
  flow: Flow,
  funnel: Mule,
  day: number,
  ceilingTenge: number,
  random: Random,
): { at: number; amountMinor: number } {
  const { economy, registry } = stage;
  let at = 0;
  let amountMinor = 0;
  const byCash = random.chance(0.75);
  for (let n = random.int(2, 7); n > 0; n--) {
    const tenge = Math.floor((ceilingTenge * (0.55 + 0.44 * random.next())) / 1000) * 1000;
    const moment = momentOf(day, 'shop', random);
    const payer = byCash
      ? economy.cashDesks[registry.accounts[funnel.account].bank]
      : stage.anybody(random).main;
    if (flow.ring.accounts.includes(payer)) continue;
    flow.move({
      at: moment,
      payer,
      payee: funnel.account,
      amountMinor: tenge * 100,
      channel: byCash ? 'cash_in' : 'transfer',
    });
    at = Math.max(at, moment);
    amountMinor += tenge * 100;
  }
  return { at, amountMinor };
}
