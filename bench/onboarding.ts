// Droppers found at onboarding: of a simulated year, the share of a bank's customers who turn out to work for a ring and were
// rated high before the first transfer of that ring, at what rate of false alarms, for what reasons; beside chance, and beside
// two rules that need no rating. Ratings are those of the shipped parameters, which were not fitted to the town.
// usage: node scripts/run.mjs bench/onboarding.ts [--seeds 5] [--people 8000] [--days 365]

import { parseArgs } from 'node:util';
import { ageAt } from '../src/domain/age.ts';
import type { RiskRating } from '../src/screening/risk/rating.ts';
import { loadRiskParameters } from '../src/service/risk/load-risk-parameters.ts';
import { type Alarms, alarmsOf, foundAt } from './onboarding/alarms.ts';
import { type Rated, rateTown } from './onboarding/rated-town.ts';
import { percent, spread } from './onboarding/spread.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    people: { type: 'string', default: '8000' },
    days: { type: 'string', default: '365' },
  },
});

const FIRST_SEED = 900;
/** Rates of false alarms at which the share found is told. */
const RATES = [0.005, 0.01, 0.05];
const AGE_RATE = 0.01;
const FRESH_MS = 30 * 86_400_000;
/** Reasons rarer than this among droppers of whom the rating speaks are left out. */
const REASON_LEAST = 0.02;

const { parameters } = await loadRiskParameters();
const towns: Rated[][] = [];
for (let s = 0; s < Number(values.seeds); s++) {
  const seed = FIRST_SEED + s;
  towns.push(
    rateTown({ seed, people: Number(values.people), days: Number(values.days) }, parameters),
  );
  process.stderr.write(`town ${seed}\n`);
}

type RatingOf = (one: Rated) => RiskRating;
const onTheEve: RatingOf = (one) => one.onTheEve;
const atOpening: RatingOf = (one) => one.atOpening;
const isHigh = (of: RatingOf) => (one: Rated) => of(one).level === 'high';
const isMedium = (of: RatingOf) => (one: Rated) => of(one).level !== 'low';
/** Rules that a bank without a rating might have; the ages are those of the shipped factor, the cards those of ARDFM No 96. */
const PEERS: Readonly<Record<string, (one: Rated) => boolean>> = {
  'aged 18 to 25, no income': ({ profile: { bornAt, incomeMonthMinor, at } }) => {
    const years = bornAt === undefined ? Number.NaN : ageAt(bornAt, at);
    return years >= 18 && years <= 25 && incomeMonthMinor === 0;
  },
  'more than 5 cards': ({ profile: { cards = 0 } }) => cards > 5,
  'aged 18 to 25': ({ profile: { bornAt, at } }) => {
    const years = bornAt === undefined ? Number.NaN : ageAt(bornAt, at);
    return years >= 18 && years <= 25;
  },
};

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const shares = (of: (town: Rated[]) => number): string => spread(towns.map(of), percent);

const droppers = towns.map((town) => town.filter(({ dropper }) => dropper).length);
const counts = towns.map(({ length }) => length);
const whole = (value: number): string => String(value);
console.log(
  [
    `${values.seeds} towns of ${values.people} people, ${values.days} days: ${spread(droppers, whole)} droppers among ${spread(counts, whole)} customers of banks; parameters ${parameters.version}.`,
    '',
    ...levelTable(),
    '',
    ...rateTable(),
    '',
    ...peerTable(),
    '',
    ...ageTable(),
    '',
    ...reasonTable(),
  ].join('\n'),
);

function levelTable(): string[] {
  const line = (name: string, speaks: (one: Rated) => boolean): string => {
    const side = (of: keyof Alarms) => shares((town) => alarmsOf(town, speaks)[of]);
    return row(name, side('droppers'), side('honest'));
  };
  return [
    row('rated', 'of droppers', 'of honest customers'),
    row('---', '---', '---'),
    line('high on the eve of the first transfer', isHigh(onTheEve)),
    line('high when the newest account was opened', isHigh(atOpening)),
    line('medium or high on the eve', isMedium(onTheEve)),
  ];
}

function rateTable(): string[] {
  const found = (of: RatingOf, rate: number) =>
    shares((town) => foundAt(town, rate, (one) => of(one).points));
  return [
    row('droppers found by points, at false alarms of', ...RATES.map(percent)),
    row('---', ...RATES.map(() => '---')),
    row('rated on the eve', ...RATES.map((rate) => found(onTheEve, rate))),
    row('rated at the opening', ...RATES.map((rate) => found(atOpening, rate))),
    row('by lot', ...RATES.map(percent)),
  ];
}

function peerTable(): string[] {
  const lines = Object.entries(PEERS).map(([name, speaks]) => {
    const told = (town: Rated[]) => alarmsOf(town, speaks);
    return row(
      name,
      shares((town) => told(town).honest),
      shares((town) => told(town).droppers),
      shares((town) => foundAt(town, told(town).honest, ({ onTheEve: { points } }) => points)),
    );
  });
  return [
    row('a rule without a rating', 'false alarms', 'droppers found', 'the rating at that rate'),
    row('---', '---', '---', '---'),
    ...lines,
  ];
}

/** Old accounts that were sold or lent, and those opened for the purpose: what could be known of them, and when. */
function ageTable(): string[] {
  const isFresh = ({ profile: { at, openedAt = at } }: Rated) => at - openedAt <= FRESH_MS;
  const line = (name: string, of: (one: Rated) => boolean): string => {
    const part = (town: Rated[]) => town.filter((one) => !one.dropper || of(one));
    const points = (rating: RatingOf) =>
      shares((town) => foundAt(part(town), AGE_RATE, (one) => rating(one).points));
    const share = shares(
      (town) =>
        town.filter((one) => one.dropper && of(one)).length /
        town.filter((one) => one.dropper).length,
    );
    return row(name, share, points(atOpening), points(onTheEve));
  };
  return [
    row(
      `newest account of the dropper; found at ${percent(AGE_RATE)} false alarms`,
      'of droppers',
      'at its opening',
      'on the eve',
    ),
    row('---', '---', '---', '---'),
    line('opened at most 30 days before the first transfer', isFresh),
    line('older', (one) => !isFresh(one)),
  ];
}

/** How many of those that the rating speaks of had each reason; all seeds together. */
function reasonTable(): string[] {
  const all = towns.flat();
  const share = (of: (one: Rated) => boolean, factor: string): number => {
    const spoken = all.filter(of);
    const having = spoken.filter((one) => one.onTheEve.reasons.some((r) => r.factor === factor));
    return having.length / Math.max(1, spoken.length);
  };
  const speaks = isMedium(onTheEve);
  const columns: Readonly<Record<string, (one: Rated) => boolean>> = {
    'droppers rated high': (one) => one.dropper && isHigh(onTheEve)(one),
    'droppers rated medium or high': (one) => one.dropper && speaks(one),
    'honest customers rated medium or high': (one) => !one.dropper && speaks(one),
  };
  const [high, medium] = Object.values(columns);
  const factors = [...parameters.factors.keys()]
    .filter((factor) => share(medium, factor) >= REASON_LEAST)
    .sort((a, b) => share(high, b) - share(high, a));
  return [
    row('reason, on the eve', ...Object.keys(columns)),
    row('---', ...Object.keys(columns).map(() => '---')),
    ...factors.map((factor) =>
      row(factor, ...Object.values(columns).map((of) => percent(share(of, factor)))),
    ),
  ];
}
