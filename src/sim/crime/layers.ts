import type { Random } from '../../domain/random.ts';
import { DAY_MS, HOUR_MS } from '../calendar.ts';
import type { Stage } from '../stage.ts';
import { carry, type Exit, passedOn, pay, takeOut } from './carry.ts';
import { Flow, ringStart } from './flow.ts';
import { cast, foundGang, type Gang, leavesAt, type Mule, marketBank, recruit } from './mule.ts';

const MINUTE_MS = 60_000;

/** A sum carried through several banks with hardly a loss, then taken out. */
export function layeredChain(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('layered_chain'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, random.next()));
  let bank = marketBank(random);
  const source = recruit(stage, random, gang, 'organiser', bank);
  const layers = Array.from({ length: random.int(3, 5) }, () => {
    bank = marketBank(random, bank);
    return thin(recruit(stage, random, gang, 'transit', bank), random);
  });
  const end = recruit(stage, random, gang, 'cashout', marketBank(random, bank));
  const exit = random.weighted<Exit>(['cash', 'exchange', 'abroad'], [25, 50, 25]);
  for (const run of runs(stage, gang, intensity, random)) {
    const first = largeSum(random);
    flow.ownMoney(source.account, first);
    const came = pay(flow, source, layers[0].account, run, first, random);
    const arrived = carry(flow, [...layers, end], came, first, random);
    takeOut(flow, end, exit, arrived.at, arrived.amountMinor, random);
  }
  flow.commit();
}

/** Money goes round three to six accounts and comes back to where it started. */
export function cycle(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('cycle'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, 0.7 * random.next()));
  const head = recruit(stage, random, gang, 'organiser');
  const round = Array.from({ length: random.int(2, 5) }, () =>
    thin(recruit(stage, random, gang, 'transit'), random),
  );
  for (const run of runs(stage, gang, intensity, random)) {
    const first = largeSum(random) / 2;
    flow.ownMoney(head.account, first);
    const came = pay(flow, head, round[0].account, run, first, random);
    carry(flow, [...round, head], came, first, random);
  }
  flow.commit();
}

/** Accounts that slept for months suddenly carry large sums and fall asleep again. */
export function dormantWoken(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('dormant_woken'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, 0.4 + 0.6 * random.next()));
  const source = recruit(stage, random, gang, 'organiser');
  const sleepers = Array.from({ length: random.int(2, 4) }, () => sleeper(stage, flow, random));
  const exit = random.weighted<Exit>(['cash', 'exchange', 'abroad'], [50, 40, 10]);
  for (const run of runs(stage, gang, intensity, random))
    for (const mule of random.shuffle(sleepers).slice(0, random.int(1, sleepers.length))) {
      const sum = Math.floor(largeSum(random) / 3 / 1_000_00) * 1_000_00;
      flow.ownMoney(source.account, sum);
      const came = pay(flow, source, mule.account, run + 3 * HOUR_MS * random.next(), sum, random);
      takeOut(flow, mule, exit, came, sum, random);
    }
  flow.commit();
}

/** One source, five to nine hands within hours, one place. */
export function scatterGather(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('scatter_gather'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, random.next()));
  const source = recruit(stage, random, gang, 'organiser');
  const hands = Array.from({ length: random.int(5, 9) }, () =>
    recruit(stage, random, gang, 'transit'),
  );
  const sink = recruit(stage, random, gang, 'cashout');
  const exit = random.weighted<Exit>(['cash', 'exchange', 'abroad'], [35, 50, 15]);
  for (const run of runs(stage, gang, intensity, random)) {
    const each = Math.floor(largeSum(random) / hands.length / 1_000_00) * 1_000_00;
    let gathered = 0;
    let last = run;
    for (const hand of hands) {
      // Some gangs send everybody the same sum, some do not.
      const sum = random.chance(0.5)
        ? each
        : Math.floor((each * (0.6 + 0.8 * random.next())) / 1_000_00) * 1_000_00;
      if (sum <= 0) continue;
      flow.ownMoney(source.account, sum);
      const came = pay(flow, source, hand.account, run + 4 * HOUR_MS * random.next(), sum, random);
      const passed = passedOn(sum, hand.keeps, random);
      const leaves = leavesAt(hand, came, random);
      last = Math.max(last, pay(flow, hand, sink.account, leaves, passed, random));
      gathered += passed;
    }
    takeOut(flow, sink, exit, last, gathered, random);
  }
  flow.commit();
}

/** When the gang repeats its work. */
function runs(stage: Stage, gang: Gang, intensity: number, random: Random): number[] {
  const count = Math.max(1, Math.round(random.int(1, 3) * intensity));
  const out: number[] = [];
  let at = gang.start;
  while (out.length < count && at < stage.to) {
    out.push(at);
    at += (0.5 + 7 * random.next()) * DAY_MS;
  }
  return out;
}

function largeSum(random: Random): number {
  const tenge = Math.min(20_000_000, Math.max(400_000, random.lognormal(2_200_000, 0.7)));
  return Math.round(tenge / 20_000) * 20_000_00;
}

/** The same mule for a smaller reward: chains that must arrive nearly whole. */
function thin(mule: Mule, random: Random): Mule {
  return { ...mule, keeps: 0.002 + 0.02 * random.next() };
}

/** An old account without life: seen once at the beginning, then silent until it is woken. */
function sleeper(stage: Stage, flow: Flow, random: Random): Mule {
  const { registry } = stage;
  const owner = stage.engage(random, (p) => p.age >= 30);
  const openedAt = Math.floor(stage.from - (200 + 2500 * random.next()) * DAY_MS);
  const account = registry.openAccount(owner.party, openedAt, owner.device);
  cast(stage, flow.ring, account, 'cashout');
  stage.plan({
    at: stage.from + (10 + 40 * random.next()) * HOUR_MS + 7 * MINUTE_MS,
    payer: owner.main,
    payee: account,
    amountMinor: random.int(1, 20) * 500_00,
    purpose: 'own',
  });
  return {
    account,
    device: registry.accounts[account].device,
    discipline: random.pick(['prompt', 'ordinary', 'ordinary', 'careful']),
    keeps: 0.03 + 0.04 * random.next(),
  };
}
