import type { SimKnown, SimOpening } from '../model.ts';
import type { Person } from '../population.ts';
import type { Registry } from '../registry.ts';
import type { Stage } from '../stage.ts';
import type { Places } from './places.ts';

/** What is filled in, one look at people after the other. */
export interface Book {
  readonly registry: Registry;
  readonly people: readonly Person[];
  readonly stage: Stage;
  readonly places: Places;
  /** By party. */
  readonly known: SimKnown[];
  /** By account. */
  readonly openings: SimOpening[];
  /** Accounts by party. */
  readonly accountsOf: readonly (readonly number[])[];
  /** Houses in which many live who do not know each other: hostels, flats let by the bed. */
  readonly hostels: readonly string[];
}

/** A blank page for everybody: a citizen at no address yet, with the own number, known by nobody. */
export function openBook(stage: Stage, places: Places): Book {
  const { registry, people } = stage;
  const accountsOf = registry.parties.map((): number[] => []);
  registry.accounts.forEach(({ owner }, account) => {
    accountsOf[owner].push(account);
  });
  return {
    registry,
    people,
    stage,
    places,
    known: registry.parties.map(({ phone }) => ({
      citizenship: 'KZ',
      resident: true,
      address: '',
      phone,
      phoneChangedAt: null,
      creditApplicationsAt: [],
      pep: 'none',
      relatives: [],
      registeredAt: null,
    })),
    openings: registry.accounts.map(({ device }) => ({
      remote: false,
      ip: '',
      device,
      moreCards: 0,
      moreCardsAt: Number.NaN,
    })),
    accountsOf,
    hostels: Array.from({ length: Math.ceil(people.length / PEOPLE_A_HOSTEL) }, () =>
      places.house(),
    ),
  };
}

/** A town's hostels; with every sixteenth person a newcomer some fifteen live in each. Our own estimate. */
const PEOPLE_A_HOSTEL = 250;

export const MINUTE_MS = 60_000;
