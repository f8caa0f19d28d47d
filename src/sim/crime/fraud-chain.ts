import type { Random } from '../../domain/random.ts';
import { DAY_MS, momentOf } from '../calendar.ts';
import { typedMinor } from '../money.ts';
import type { Stage } from '../stage.ts';
import { carry, type Exit, pay, takeOut } from './carry.ts';
import { Flow, ringStart } from './flow.ts';
import { foundGang, type Mule, marketBank, recruit } from './mule.ts';

const MINUTE_MS = 60_000;

/**
 * Callers talk people into "safe accounts"; the money runs over one to five transit accounts in several
 * banks and out in cash or through an exchange. `intensity` 1 is a handful of incidents.
 */
export function fraudChain(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('fraud_chain'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, random.next()));
  let bank = -1;
  const enlist = (role: 'collector' | 'transit' | 'cashout', count: number): Mule[] =>
    Array.from({ length: count }, () => {
      bank = marketBank(random, bank);
      return recruit(stage, random, gang, role, bank);
    });
  const collectors = enlist('collector', random.int(1, 2));
  const transits = enlist('transit', random.int(1, 5));
  const cashouts = enlist('cashout', random.int(1, 2));
  const boss = random.chance(0.35) ? recruit(stage, random, gang, 'organiser') : null;
  const hops = random.int(1, Math.min(5, transits.length));
  const exit = random.weighted<Exit>(['cash', 'exchange', 'abroad'], [54, 36, 10]);
  const incidents = Math.max(1, Math.round((1 + random.int(0, 4)) * intensity));
  let day = 0;
  for (let n = 0; n < incidents; n++) {
    day += n === 0 ? 0 : random.int(0, 5);
    const called = momentOf(gang.start + day * DAY_MS, 'shop', random);
    const collector = random.pick(collectors);
    const path = [collector, ...random.shuffle(transits).slice(0, hops), random.pick(cashouts)];
    for (const loss of robVictim(stage, flow, collector, called, random)) {
      const end = carry(flow, path, loss.at, loss.amountMinor, random);
      const last = path[path.length - 1];
      const share = boss === null || random.chance(0.5) ? 0 : 0.5;
      const forBoss = Math.floor((end.amountMinor * share * 0.5) / 1_000_00) * 1_000_00;
      if (boss !== null && forBoss > 0)
        pay(flow, last, boss.account, end.at + random.int(5, 300) * MINUTE_MS, forBoss, random);
      takeOut(flow, last, exit, end.at, end.amountMinor - forBoss, random);
    }
  }
  flow.commit();
}

/** One victim pays once or several times within some hours, older people more. */
function robVictim(
  stage: Stage,
  flow: Flow,
  collector: Mule,
  called: number,
  random: Random,
): { at: number; amountMinor: number }[] {
  const older = random.chance(0.55);
  const victim = stage.engage(random, (p) => (older ? p.age >= 48 : p.age >= 20));
  flow.rob(victim.main);
  let at = called;
  return Array.from({ length: random.weighted([1, 2, 3, 4], [45, 30, 15, 10]) }, () => {
    const tenge = Math.min(4_000_000, Math.max(60_000, random.lognormal(380_000, 0.8)));
    const loss = { at, amountMinor: typedMinor(tenge, random) };
    flow.move({ ...loss, payer: victim.main, payee: collector.account });
    at += random.int(4, 90) * MINUTE_MS;
    return loss;
  });
}
