import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactKind } from '../../domain/case/case-fact.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type {
  Category,
  Circumstance,
  Element,
  Offence,
  Sanction,
  Span,
  Tier,
} from '../../law/offences/offence.ts';
import type {
  CategoryRule,
  OffenceBook,
  ReleaseCondition,
  ReleaseGround,
} from '../../law/offences/offence-book.ts';
import { dataFolder } from '../package-root.ts';
import { checkOffences, type Placed } from './check-offences.ts';
import { actsFile } from './law-schema.ts';
import {
  categoriesFile,
  circumstancesFile,
  elementsFile,
  minorsFile,
  type OffenceEntry,
  offencesFile,
  releaseFile,
  unitsFile,
} from './offence-schema.ts';
import { lawFileError, type Place, readYaml } from './read-yaml.ts';

/** What of the other files an offence names by its id. */
interface Named {
  readonly country: string;
  readonly elements: ReadonlyMap<string, Omit<Element, 'core'>>;
  readonly circumstances: ReadonlyMap<string, Circumstance>;
  /** Heaviest imprisonment that belongs to a category, lightest first. */
  readonly weights: readonly { readonly rule: CategoryRule; readonly prisonMost: number }[];
}

/**
 * Reads and checks the offences of a country. Throws QRG_LAW_FILE naming file, line and place of what is wrong, QRG_LAW_COUNTRY
 * where there is no such folder.
 */
export async function loadOffences(
  country = 'kz',
  folder = join(dataFolder, 'law', country),
): Promise<OffenceBook> {
  const files = await offenceFiles(country, folder);
  const [acts, units, categories, circumstances, elements, release, minors] = await Promise.all([
    readYaml(folder, 'acts.yaml', actsFile),
    readYaml(folder, 'units.yaml', unitsFile),
    readYaml(folder, 'categories.yaml', categoriesFile),
    readYaml(folder, 'circumstances.yaml', circumstancesFile),
    readYaml(folder, 'elements.yaml', elementsFile),
    readYaml(folder, 'release.yaml', releaseFile),
    readYaml(folder, 'minors.yaml', minorsFile),
  ]);
  const named: Named = {
    country,
    elements: mapById(elements.value.elements, elements.place, 'elements'),
    circumstances: mapById(
      circumstances.value.circumstances.map((one) => ({
        ...one,
        word: one.word ?? null,
        least: one.least ?? null,
      })),
      circumstances.place,
      'circumstances',
    ),
    weights: categories.value.categories.map(({ id, prison_most, limitation_years }) => ({
      rule: { id, limitationYears: limitation_years },
      prisonMost: prison_most ?? Number.POSITIVE_INFINITY,
    })),
  };
  const placed = (await Promise.all(files.map((file) => offencesIn(folder, file, named)))).flat();
  const { limitation, time } = categories.value;
  const book: OffenceBook = {
    country: country.toUpperCase(),
    currency: units.value.currency,
    offsetMs: units.value.utc_offset_hours * 3_600_000,
    acts: new Map(Object.entries(acts.value.acts)),
    unit:
      units.value.name === undefined
        ? null
        : { name: units.value.name, values: units.value.values },
    categories: new Map(named.weights.map(({ rule }) => [rule.id, rule])),
    limitation: limitation ? { ...limitation, halvedUnder: limitation.halved_under ?? null } : null,
    time: time ? { ...time, milderReachesBack: time.milder_reaches_back } : null,
    offences: placed.map(({ offence }) => offence),
    release: mapById(release.value.grounds.map(groundOf), release.place, 'grounds'),
    limits: minors.value.limits,
    protection: minors.value.protection,
  };
  checkOffences(book, {
    placed,
    units: units.place,
    categories: categories.place,
    release: release.place,
    minors: minors.place,
  });
  return book;
}

/** Codes of the countries whose offences are here, upper case, in order. */
export async function offenceCountries(folder = join(dataFolder, 'law')): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name === 'offences')
    .map(({ parentPath }) => parentPath.slice(-2).toUpperCase())
    .sort();
}

async function offenceFiles(country: string, folder: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, 'offences'));
    return names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `offences/${name}`);
  } catch {
    throw new QorganError('QRG_LAW_COUNTRY', { country });
  }
}

async function offencesIn(folder: string, file: string, named: Named): Promise<Placed[]> {
  const { value, place } = await readYaml(folder, file, offencesFile);
  return value.offences.map((entry, i) => ({
    offence: offenceOf(entry, named, (path) => place(['offences', i, ...path])),
    where: place(['offences', i]),
  }));
}

function mapById<T extends { readonly id: string }>(
  items: readonly T[],
  place: Place,
  key: string,
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [i, item] of items.entries()) {
    if (map.has(item.id)) throw lawFileError(place([key, i]), item.id, 'is there twice');
    map.set(item.id, item);
  }
  return map;
}

function offenceOf(entry: OffenceEntry, named: Named, place: Place): Offence {
  const { core, elements, excluded, tiers, age, since, note, limitation, ...rest } = entry;
  const stray = core.find((id) => !elements.includes(id));
  if (stray !== undefined) throw lawFileError(place(['core']), stray, 'is not among its elements');
  return {
    ...rest,
    age: age ?? null,
    lapses: limitation !== 'none',
    elements: elements.map((id) => ({
      ...pick(named.elements, id, place(['elements']), 'elements.yaml'),
      core: core.includes(id),
    })),
    exclusions: excluded,
    tiers: tiers.map((tier, i) =>
      tierOf(entry, tier, named, (path) => place(['tiers', i, ...path])),
    ),
    since: since ?? null,
    note: note ?? null,
  };
}

function tierOf(
  { kind, act, article, id }: OffenceEntry,
  tier: OffenceEntry['tiers'][number],
  named: Named,
  place: Place,
): Tier {
  const { part, amount, circumstances } = tier;
  if (part === undefined && tier.id === undefined)
    throw lawFileError(place([]), id, 'a part without a number needs an id');
  const sanction = sanctionOf(tier.sanction);
  const category = kind === 'crime' ? categoryOf(sanction, named) : undefined;
  return {
    id: tier.id ?? `${named.country}.${act}.${article}.${part}`,
    part: part ?? null,
    age: tier.age ?? null,
    amount: amount
      ? {
          measure: amount.measure,
          bound: amount.at_least === undefined ? 'over' : 'at_least',
          units: amount.at_least ?? amount.over ?? 0,
        }
      : null,
    circumstances: circumstances.map((one) =>
      pick(named.circumstances, one, place(['circumstances']), 'circumstances.yaml'),
    ),
    text: tier.text ?? null,
    sanction,
    category: category?.id ?? null,
    limitationYears: category?.limitationYears ?? null,
  };
}

function pick<T>(map: ReadonlyMap<string, T>, id: string, where: string, file: string): T {
  const found = map.get(id);
  if (found === undefined) throw lawFileError(where, id, `is not in ${file}`);
  return found;
}

function sanctionOf(said: OffenceEntry['tiers'][number]['sanction']): Sanction {
  const {
    fine_money,
    fine_times,
    fine_by_subject,
    works_years,
    forced_labour,
    ban_always,
    ...rest
  } = said;
  return {
    ...rest,
    fineMoney: fine_money,
    fineTimes: fine_times,
    fineBySubject: fine_by_subject,
    worksYears: works_years,
    forcedLabour: forced_labour,
    banAlways: ban_always,
  };
}

const mostOf = (span: Span | undefined): number =>
  span === undefined ? 0 : typeof span === 'number' ? span : span[1];

/** By the longest imprisonment (Criminal Code 10, 11); life counts above all years. */
function categoryOf(
  { prison, life, restriction }: Sanction,
  { weights }: Named,
): { readonly id: Category; readonly limitationYears: number } | undefined {
  const years = life ? Number.MAX_VALUE : mostOf(prison);
  const isCrime = years > 0 || restriction !== undefined;
  return weights.find(({ prisonMost }) => years <= prisonMost && (!isCrime || prisonMost > 0))
    ?.rule;
}

function groundOf(
  entry: {
    readonly closed_by: FactKind[];
    readonly ages?: ReleaseGround['ages'] | undefined;
    readonly conditions: readonly {
      readonly id: string;
      readonly fact?: FactKind | undefined;
      readonly kind?: 'other_offence' | 'judged' | undefined;
      readonly other?: 'any' | 'crime' | undefined;
      readonly but_not: Category[];
      readonly text: ReleaseCondition['text'];
    }[];
  } & Omit<ReleaseGround, 'closedBy' | 'ages' | 'conditions'>,
): ReleaseGround {
  const { closed_by, ages, conditions, ...rest } = entry;
  return {
    ...rest,
    closedBy: closed_by,
    ages: ages ?? null,
    conditions: conditions.map(({ id, fact, other, but_not, text }) => ({
      id,
      butNot: but_not,
      text,
      asks:
        fact !== undefined
          ? { kind: 'fact', fact }
          : other !== undefined
            ? { kind: 'other_offence', other }
            : { kind: 'judged' },
    })),
  };
}
