import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, type Random } from '../../src/domain/random.ts';
import {
  type FakePerson,
  fakeCompany,
  fakePerson,
} from '../../src/screening/names/fake-people.fixture.ts';
import type { NamedParty } from '../../src/screening/names/name-match.ts';
import {
  companyVariants,
  registeredName,
  variantsOf,
} from '../../src/screening/names/name-variants.fixture.ts';

/** Two names, and whether they are of one party. */
export interface NamePair {
  readonly asked: string;
  readonly listed: string;
  readonly party: NamedParty;
  readonly isSame: boolean;
}

/** Strangers each name is held against, beside a brother or sister who has surname and father in common. */
const STRANGERS = 20;

/** Pairs of generated names: every variant with its own name, with strangers, and with a brother or sister. */
export function generatedPairs(seed: number, people: number): NamePair[] {
  const random = createRandom(seed);
  const town = Array.from({ length: people }, () => fakePerson(random));
  return [
    ...town.flatMap((person) => personPairs(person, town, random)),
    ...Array.from({ length: people >> 2 }, () => companyPairs(random)).flat(),
  ];
}

function personPairs(person: FakePerson, town: readonly FakePerson[], random: Random): NamePair[] {
  const own = registeredName(person);
  const party = 'person';
  return variantsOf(person, random).flatMap(({ text: asked }) => {
    const others = Array.from({ length: STRANGERS }, () => registeredName(random.pick(town)));
    const sibling = registeredName({ ...person, given: otherGiven(person, town, random) });
    return [
      { asked, listed: own, party, isSame: true } as const,
      ...[...others, sibling]
        .filter((listed) => listed !== own)
        .map((listed) => ({ asked, listed, party, isSame: false }) as const),
    ];
  });
}

const otherGiven = (person: FakePerson, town: readonly FakePerson[], random: Random): string =>
  random.pick(town.filter((one) => one.isFemale === person.isFemale && one.given !== person.given))
    .given;

function companyPairs(random: Random): NamePair[] {
  const { registered, variants } = companyVariants(fakeCompany(random), random);
  const party = 'organisation';
  return variants.flatMap(({ text: asked }) => {
    const others = Array.from(
      { length: STRANGERS },
      () => companyVariants(fakeCompany(random), random).registered,
    ).filter((other) => other !== registered);
    return [
      { asked, listed: registered, party, isSame: true } as const,
      ...others.map((listed) => ({ asked, listed, party, isSame: false }) as const),
    ];
  });
}

/** Form of historical.json. */
interface Historical {
  readonly figures: readonly { readonly id: string; readonly spellings: readonly string[] }[];
  readonly alike: readonly { readonly one: string; readonly other: string }[];
}

/** Figures each figure is held against, drawn at random, beside those that are named as alike. */
const OTHER_FIGURES = 4;

/** Every two published spellings of one figure; and spellings of two figures, those first that are easily confused. */
export function historicalPairs(): { figures: number; pairs: NamePair[] } {
  const file = join(import.meta.dirname, 'historical.json');
  const { figures, alike }: Historical = JSON.parse(readFileSync(file, 'utf8'));
  const spellings = new Map(figures.map((figure) => [figure.id, figure.spellings]));
  const random = createRandom(1);
  const same = figures.flatMap(({ spellings: own }) =>
    own.flatMap((asked, i) => own.slice(i + 1).map((listed) => pair(asked, listed, true))),
  );
  const drawn = figures.flatMap(({ id: one }) =>
    Array.from({ length: OTHER_FIGURES }, () => ({ one, other: random.pick(figures).id })),
  );
  const different = [...alike, ...drawn]
    .filter(({ one, other }) => one !== other)
    .flatMap(({ one, other }) =>
      of(spellings, one).flatMap((asked) =>
        of(spellings, other).map((listed) => pair(asked, listed, false)),
      ),
    );
  return { figures: figures.length, pairs: [...same, ...different] };
}

const pair = (asked: string, listed: string, isSame: boolean): NamePair => ({
  ...{ asked, listed, isSame },
  party: 'person',
});

function of(spellings: ReadonlyMap<string, readonly string[]>, id: string): readonly string[] {
  const found = spellings.get(id);
  if (found === undefined) throw new Error(`historical.json has no figure ${id}`);
  return found;
}
