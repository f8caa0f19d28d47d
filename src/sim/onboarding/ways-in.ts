import type { Random } from '../../domain/random.ts';
import type { Person } from '../population.ts';
import type { Book } from './book.ts';

/** Accounts are opened from the phone since about then; shares are our own estimates. */
const REMOTE_SINCE = Date.UTC(2021, 0, 1);
const REMOTE_BEFORE = 0.1;
const REMOTE_AFTER = 0.7;
const PEOPLE_A_MOBILE_IP = 300;
/** Where a remote opening comes from: the mobile network, the flat, the place of work or study. */
const FROM = ['mobile', 'flat', 'work'] as const;
const FROM_WEIGHTS = [55, 30, 15];

/** A pool of addresses of the mobile networks: hundreds of honest people come from each. */
export const mobilePool = ({ people, places }: Book): string[] =>
  Array.from({ length: Math.ceil(people.length / PEOPLE_A_MOBILE_IP) }, () => places.mobileIp());

/** How each account of a person was opened: in a branch or remotely, and from which IP address. */
export function letIn(book: Book, pool: readonly string[], random: Random): void {
  const flats = new Map<string, string>();
  const offices = new Map<number, string>();
  for (const person of book.people)
    for (const account of book.accountsOf[person.party]) {
      const { openedAt } = book.registry.accounts[account];
      const opening = book.openings[account];
      opening.remote = random.chance(openedAt >= REMOTE_SINCE ? REMOTE_AFTER : REMOTE_BEFORE);
      if (opening.remote) opening.ip = ipOf(book, person, { pool, flats, offices }, random);
    }
}

interface Networks {
  readonly pool: readonly string[];
  /** By address. */
  readonly flats: Map<string, string>;
  /** By the account that pays the income. */
  readonly offices: Map<number, string>;
}

function ipOf(book: Book, person: Person, networks: Networks, random: Random): string {
  const from = random.weighted(FROM, FROM_WEIGHTS);
  const fixed = <K>(of: Map<K, string>, key: K): string => {
    const known = of.get(key) ?? book.places.fixedIp();
    of.set(key, known);
    return known;
  };
  if (from === 'flat') return fixed(networks.flats, book.known[person.party].address);
  if (from === 'work' && person.payerOfIncome >= 0)
    return fixed(networks.offices, person.payerOfIncome);
  return random.pick(networks.pool);
}
