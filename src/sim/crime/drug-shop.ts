import type { Random } from '../../domain/random.ts';
import { DAY_MS, HOUR_MS, momentOf, poisson } from '../calendar.ts';
import type { Stage } from '../stage.ts';
import { pay } from './carry.ts';
import { Flow, ringStart } from './flow.ts';
import { foundGang, type Gang, leavesAt, type Mule, recruit } from './mule.ts';

const MINUTE_MS = 60_000;

interface Arrival {
  readonly at: number;
  readonly amountMinor: number;
}

/**
 * A shop in a messenger: buyers pay listed prices to a card that lives some weeks; every few hours the card
 * is emptied to transit cards, those pay an illegal exchanger and, over it or straight, one hidden supplier.
 */
export function drugShop(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('drug_shop'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, 0.5 * random.next()));
  const cards = Array.from({ length: random.int(2, 5) }, () =>
    recruit(stage, random, gang, 'collector'),
  );
  const transits = Array.from({ length: random.int(1, 3) }, () =>
    recruit(stage, random, gang, 'transit'),
  );
  const exchanger = recruit(stage, random, gang, 'cashout');
  const supplier = recruit(stage, random, gang, 'organiser');
  const prices = priceList(random);
  const uniqueTails = random.chance(0.3);
  const atTransit = new Map<Mule, Arrival[]>(transits.map((mule) => [mule, []]));
  let opens = gang.start;
  for (const card of cards) {
    const life = (8 + 20 * random.next()) * DAY_MS;
    const sales = sell(stage, flow, card, opens, life, prices, uniqueTails, intensity, random);
    for (const sweep of emptyCard(sales, card, random)) {
      const transit = random.pick(transits);
      const last = pay(flow, card, transit.account, sweep.at, sweep.amountMinor, random);
      atTransit.get(transit)?.push({ at: last, amountMinor: sweep.amountMinor });
    }
    // The next card is handed out when this one is burnt, or beside it.
    opens += random.chance(0.3) ? life * 0.2 : life * 0.9;
  }
  const atExchanger = passTransits(flow, gang, atTransit, exchanger, supplier, random);
  runExchanger(stage, flow, exchanger, supplier, atExchanger, random);
  flow.commit();
}

/** Three to six prices a buyer chooses from. */
function priceList(random: Random): number[] {
  const base = random.pick([8_000, 10_000, 12_000, 15_000]);
  const steps = random.shuffle([1, 1.5, 2, 2.8, 4, 6]).slice(0, random.int(3, 6));
  return steps.map((step) => Math.round((base * step) / 500) * 500);
}

/** Thirty to 150 buyers of one card, some of whom come again. */
function sell(
  stage: Stage,
  flow: Flow,
  card: Mule,
  opens: number,
  lifeMs: number,
  prices: readonly number[],
  uniqueTails: boolean,
  intensity: number,
  random: Random,
): Arrival[] {
  const count = Math.min(150, Math.max(30, Math.round(random.lognormal(60, 0.4) * intensity)));
  const buyers = Array.from({ length: count }, () => stage.anybody(random)).filter(
    (buyer) => !flow.ring.accounts.includes(buyer.main),
  );
  const sales: Arrival[] = [];
  for (const buyer of buyers)
    for (let visits = 1 + poisson(random, 0.25); visits > 0; visits--) {
      const at = momentOf(
        opens + Math.floor((random.next() * lifeMs) / DAY_MS) * DAY_MS,
        'evening',
        random,
      );
      if (stage.registry.accounts[buyer.main].openedAt >= at) continue;
      const tail = uniqueTails ? random.int(1, 99) : 0;
      const amountMinor = (random.pick(prices) + tail) * 100;
      flow.move({ at, payer: buyer.main, payee: card.account, amountMinor });
      sales.push({ at, amountMinor });
    }
  return sales.sort((a, b) => a.at - b.at);
}

/** The card is emptied every few hours, twice a day or once a day, never of more than has come. */
function emptyCard(sales: readonly Arrival[], card: Mule, random: Random): Arrival[] {
  if (sales.length === 0) return [];
  const everyMs = random.pick([3, 6, 12, 24]) * HOUR_MS * (card.discipline === 'careful' ? 2 : 1);
  const sweeps: Arrival[] = [];
  let gathered = 0;
  let next = sales[0].at + everyMs * random.next();
  const sweep = (): void => {
    const amountMinor = Math.floor((gathered * (1 - card.keeps)) / 1_000_00) * 1_000_00;
    if (amountMinor < 5_000_00) return;
    // At least a second later: times are cut to seconds, and money must be there before it leaves.
    sweeps.push({ at: next + 1000 + 25 * MINUTE_MS * random.next(), amountMinor });
    gathered = 0;
  };
  for (const sale of sales) {
    if (sale.at >= next) {
      sweep();
      while (next <= sale.at) next += everyMs * (0.7 + 0.6 * random.next());
    }
    gathered += sale.amountMinor;
  }
  sweep();
  return sweeps;
}

/** Transit cards pass each sum on, mostly to the exchanger, a part straight to the supplier. */
function passTransits(
  flow: Flow,
  gang: Gang,
  atTransit: ReadonlyMap<Mule, readonly Arrival[]>,
  exchanger: Mule,
  supplier: Mule,
  random: Random,
): Arrival[] {
  const straightShare = gang.discipline === 'careful' ? 0 : 0.35;
  const atExchanger: Arrival[] = [];
  for (const [transit, arrivals] of atTransit)
    for (const { at, amountMinor } of arrivals) {
      const passed = Math.floor((amountMinor * (1 - transit.keeps)) / 500_00) * 500_00;
      if (passed <= 0) continue;
      const leaves = leavesAt(transit, at, random);
      if (random.chance(straightShare)) {
        pay(flow, transit, supplier.account, leaves, passed, random);
        continue;
      }
      const last = pay(flow, transit, exchanger.account, leaves, passed, random);
      atExchanger.push({ at: last, amountMinor: passed });
    }
  return atExchanger.sort((a, b) => a.at - b.at);
}

/** Once a day the exchanger buys crypto for a part and pays the supplier the other. */
function runExchanger(
  stage: Stage,
  flow: Flow,
  exchanger: Mule,
  supplier: Mule,
  arrivals: readonly Arrival[],
  random: Random,
): void {
  const exchange = random.pick(stage.economy.exchanges);
  const supplierShare = 0.4 + 0.3 * random.next();
  const byDay = new Map<number, number>();
  for (const { at, amountMinor } of arrivals) {
    const day = Math.floor(at / DAY_MS);
    byDay.set(day, (byDay.get(day) ?? 0) + amountMinor);
  }
  for (const [day, gathered] of byDay) {
    const at = (day + 1) * DAY_MS + (1 + 10 * random.next()) * HOUR_MS;
    const goes = gathered * (1 - exchanger.keeps);
    const toSupplier = Math.floor((goes * supplierShare) / 1_000_00) * 1_000_00;
    const toExchange = Math.floor((goes - toSupplier) / 500_00) * 500_00;
    if (toSupplier > 0) pay(flow, exchanger, supplier.account, at, toSupplier, random);
    if (toExchange > 0)
      flow.move({
        at: at + random.int(5, 200) * MINUTE_MS,
        payer: exchanger.account,
        payee: exchange,
        amountMinor: toExchange,
        channel: 'exchange',
        device: exchanger.device,
      });
  }
}
