import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportModel } from '../../src/report/model.ts';
import { scan } from '../../src/service/scan/scan.ts';
import type { SimOptions, SimWorld } from '../../src/sim/model.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { writeWorld } from '../../src/sim/write.ts';
import { Counterparties, type Hits, hitsAmong, rankedBy, readRanking } from './ranking.ts';

/** Accounts an analyst looks at. */
export const BUDGET = 50;
/** And networks. */
export const NETWORKS_FIRST = 10;

/** What a scan of one town gave, with or without what a bank knows of its customers. */
export interface TownView {
  readonly customers: boolean;
  readonly hits: Hits;
  /** Among the first accounts, how many there are at all and how many of them were found, by typology. */
  readonly byTypology: Readonly<Record<string, { readonly found: number; readonly all: number }>>;
  /** The first accounts that are no droppers, by what they are: a custom that looks odd, a victim, a hub, nothing. */
  readonly falseAlarms: Readonly<Record<string, number>>;
  readonly networks: number;
  /** Working members (all but payers) of the first networks, and how many of them are droppers. */
  readonly working: { readonly all: number; readonly guilty: number };
  /** 'true role > shown role' of the droppers among them -> how many. */
  readonly roles: Readonly<Record<string, number>>;
}

export interface TownFigures {
  readonly seed: number;
  readonly accounts: number;
  readonly droppers: number;
  /** Precision of accounts picked by lot. */
  readonly chance: number;
  readonly byTurnover: Hits;
  /** The same where somebody already took shops, employers and cash desks out of the list. */
  readonly byTurnoverOfPeople: Hits;
  readonly byCounterparties: Hits;
  readonly views: readonly TownView[];
}

/** Simulates a town in a folder inside `dir`, scans it twice and compares with what is true; leaves nothing there. */
export async function measureTown(options: SimOptions, dir: string): Promise<TownFigures> {
  const world = simulate(options);
  const town = join(dir, `town-${options.seed}`);
  try {
    await writeWorld(world, town);
    const droppers = new Set(dropperAccounts(world));
    const views: TownView[] = [];
    for (const customers of [false, true])
      views.push(await viewOf(world, town, customers, droppers));
    const ranking = readRanking(join(town, 'out', 'accounts.csv'));
    const names = ranking.map(({ account }) => account);
    const turnover = new Map(ranking.map((a) => [a.account, a.turnoverMinor]));
    const met = counterpartiesOf(world);
    const byTurnover = rankedBy(names, (a) => turnover.get(a) ?? 0);
    const byCounterparties = rankedBy(names, (a) => met.count(a));
    const hubs = new Set([...world.hubs].map((account) => world.accounts[account].number));
    const people = byTurnover.filter((account) => !hubs.has(account));
    return {
      seed: options.seed,
      accounts: names.length,
      droppers: droppers.size,
      chance: droppers.size / names.length,
      byTurnover: hitsAmong(byTurnover, droppers, BUDGET),
      byTurnoverOfPeople: hitsAmong(people, droppers, BUDGET),
      byCounterparties: hitsAmong(byCounterparties, droppers, BUDGET),
      views,
    };
  } finally {
    rmSync(town, { recursive: true, force: true });
  }
}

/** Accounts that work for a ring: those with a role, victims aside. */
const dropperAccounts = (world: SimWorld): string[] =>
  world.truth.flatMap(({ role }, i) =>
    role === 'none' || role === 'victim' ? [] : [world.accounts[i].number],
  );

async function viewOf(
  world: SimWorld,
  town: string,
  customers: boolean,
  droppers: ReadonlySet<string>,
): Promise<TownView> {
  const out = join(town, 'out');
  const { report } = await scan({
    paths: [join(town, 'transfers.csv')],
    out,
    language: 'en',
    ...(customers && { customers: join(town, 'customers.csv') }),
  });
  const first = readRanking(join(out, 'accounts.csv'))
    .filter(({ score }) => score > 0)
    .map(({ account }) => account);
  const looked = new Set(first.slice(0, BUDGET));
  const byTypology: Record<string, { found: number; all: number }> = {};
  const falseAlarms: Record<string, number> = {};
  for (const [i, { number }] of world.accounts.entries()) {
    const { typology } = world.truth[i];
    if (droppers.has(number)) {
      byTypology[typology] ??= { found: 0, all: 0 };
      byTypology[typology].all++;
      if (looked.has(number)) byTypology[typology].found++;
    } else if (looked.has(number)) {
      const kind = kindOf(world, i);
      falseAlarms[kind] = (falseAlarms[kind] ?? 0) + 1;
    }
  }
  const hits = hitsAmong(first, droppers, BUDGET);
  return {
    customers,
    hits,
    byTypology,
    falseAlarms,
    networks: report.networks.length,
    ...networkFigures(world, report, droppers),
  };
}

function networkFigures(
  world: SimWorld,
  report: ReportModel,
  droppers: ReadonlySet<string>,
): Pick<TownView, 'working' | 'roles'> {
  const truth = new Map(world.accounts.map(({ number }, i) => [number, world.truth[i].role]));
  const working = { all: 0, guilty: 0 };
  const roles: Record<string, number> = {};
  for (const { members } of report.networks.slice(0, NETWORKS_FIRST))
    for (const { account, role } of members) {
      if (role !== 'victim') working.all++;
      if (!droppers.has(account)) continue;
      if (role !== 'victim') working.guilty++;
      const pair = `${truth.get(account)} > ${role}`;
      roles[pair] = (roles[pair] ?? 0) + 1;
    }
  return { working, roles };
}

function kindOf(world: SimWorld, account: number): string {
  if (world.hubs.has(account)) return 'hub';
  const { role, lookalike } = world.truth[account];
  if (role === 'victim') return 'victim';
  return lookalike === 'none' ? 'ordinary' : lookalike;
}

function counterpartiesOf(world: SimWorld): Counterparties {
  const met = new Counterparties();
  const number = (account: number): string => world.accounts[account].number;
  for (const day of world.days())
    for (let i = 0; i < day.count; i++) met.add(number(day.payer[i]), number(day.payee[i]));
  return met;
}
