import { ROLES } from '../../src/network/role.ts';
import { SET_BUDGETS, type SetFigures } from './labelled-sets.ts';
import type { Hits } from './ranking.ts';
import { BUDGET, NETWORKS_FIRST, type TownFigures, type TownView } from './towns.ts';

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** 'median (least–most)' of shares. */
function spread(shares: readonly number[]): string {
  return `${percent(median(shares))} (${percent(Math.min(...shares))}–${percent(Math.max(...shares))})`;
}

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const head = (...cells: readonly string[]): string[] => [
  row(...cells),
  row(...cells.map(() => '---')),
];

/** Droppers among the first accounts of simulated towns; medians, least and most over the seeds. */
export function markdownOfTowns(
  towns: readonly TownFigures[],
  { people, days }: { people: number; days: number },
): string {
  if (towns.length === 0) return '';
  const figures = (of: (town: TownFigures) => Hits): string[] => [
    spread(towns.map((t) => of(t).precision)),
    spread(towns.map((t) => of(t).recall)),
  ];
  const view = (customers: boolean) => (town: TownFigures) => viewOf(town, customers);
  return [
    `## Simulated towns: ${towns.length} seeds, ${people} people, ${days} days`,
    '',
    ...head(`first ${BUDGET} accounts by`, 'precision', 'recall'),
    row('rules, with customers', ...figures((t) => view(true)(t).hits)),
    row('rules, transfers only', ...figures((t) => view(false)(t).hits)),
    row('turnover', ...figures((t) => t.byTurnover)),
    row('turnover, organisations known and left out', ...figures((t) => t.byTurnoverOfPeople)),
    row('number of counterparties', ...figures((t) => t.byCounterparties)),
    row(
      'chance',
      spread(towns.map((t) => t.chance)),
      spread(towns.map((t) => Math.min(1, BUDGET / t.accounts))),
    ),
    '',
    `Droppers in a town: ${median(towns.map((t) => t.droppers))} of ${median(towns.map((t) => t.accounts))} accounts (medians); most precision that ${BUDGET} accounts can have: ${spread(towns.map((t) => Math.min(1, t.droppers / BUDGET)))}.`,
    '',
    ...typologyTable(towns),
    '',
    ...falseAlarmTable(towns),
    '',
    ...networkTables(towns),
    '',
  ].join('\n');
}

function viewOf(town: TownFigures, customers: boolean): TownView {
  const found = town.views.find((v) => v.customers === customers);
  if (found === undefined) throw new Error(`town ${town.seed} was not scanned`);
  return found;
}

function typologyTable(towns: readonly TownFigures[]): string[] {
  const names = new Set(towns.flatMap((t) => t.views.flatMap((v) => Object.keys(v.byTypology))));
  const found = (name: string, customers: boolean): string => {
    const told = towns.flatMap((t) => viewOf(t, customers).byTypology[name] ?? []);
    const hits = told.reduce((sum, { found: n }) => sum + n, 0);
    const all = told.reduce((sum, { all: n }) => sum + n, 0);
    return `${percent(hits / all)} (${hits}/${all})`;
  };
  return [
    ...head('recall by typology, all seeds', 'with customers', 'transfers only'),
    ...[...names].sort().map((name) => row(name, found(name, true), found(name, false))),
  ];
}

function falseAlarmTable(towns: readonly TownFigures[]): string[] {
  const count = (customers: boolean): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const town of towns)
      for (const [kind, n] of Object.entries(viewOf(town, customers).falseAlarms))
        counts.set(kind, (counts.get(kind) ?? 0) + n);
    return counts;
  };
  const [known, bare] = [count(true), count(false)];
  const kinds = [...new Set([...known.keys(), ...bare.keys()])];
  const most = (kind: string): number => (known.get(kind) ?? 0) + (bare.get(kind) ?? 0);
  return [
    ...head('false alarms, all seeds', 'with customers', 'transfers only'),
    ...kinds
      .sort((a, b) => most(b) - most(a) || (a < b ? -1 : 1))
      .map((kind) => row(kind, known.get(kind) ?? 0, bare.get(kind) ?? 0)),
  ];
}

/** Of the first networks: how many working members are droppers, and what role is shown for which true one. */
function networkTables(towns: readonly TownFigures[]): string[] {
  const share = (customers: boolean): string => {
    const told = towns.map((t) => viewOf(t, customers).working);
    return spread(told.map(({ guilty, all }) => guilty / Math.max(1, all)));
  };
  const shown = new Map<string, number>();
  for (const town of towns)
    for (const [pair, n] of Object.entries(viewOf(town, true).roles))
      shown.set(pair, (shown.get(pair) ?? 0) + n);
  const roles = ROLES.filter((role) => role !== 'none');
  const cells = (truth: string): number[] =>
    ROLES.map((role) => shown.get(`${truth} > ${role}`) ?? 0);
  return [
    ...head(`first ${NETWORKS_FIRST} networks`, 'with customers', 'transfers only'),
    row('droppers among the working members', share(true), share(false)),
    '',
    ...head('true role, with customers', ...ROLES.map((role) => `shown as ${role}`)),
    ...roles.filter((role) => role !== 'victim').map((role) => row(role, ...cells(role))),
  ];
}

/** Precision on the sets of others; an account counts where it took part in a laundering row. */
export function markdownOfSets(sets: readonly SetFigures[]): string {
  if (sets.length === 0) return '';
  const cells = (hits: readonly Hits[]): string[] =>
    hits.map(({ precision, hits: n }) => `${percent(precision)} (${n})`);
  const columns = ['rules', 'turnover', 'counterparties'].flatMap((by) =>
    SET_BUDGETS.map((first) => `${by}, first ${first}`),
  );
  return [
    '## Sets of others, by rules alone',
    '',
    ...head('set', 'clock', 'accounts', 'positive', 'chance', ...columns),
    ...sets.map((s) =>
      row(
        s.name,
        s.clock,
        s.accounts,
        s.positives,
        percent(s.chance),
        ...cells(s.byRules),
        ...cells(s.byTurnover),
        ...cells(s.byCounterparties),
      ),
    ),
    '',
  ].join('\n');
}
