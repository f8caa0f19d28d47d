import type { Random } from '../../domain/random.ts';
import { DAY_MS } from '../calendar.ts';
import type { Person } from '../population.ts';
import type { Book } from './book.ts';

/** Who lends or takes a number honestly; all shares are our own estimates. */
const OLD_ON_A_RELATIVES = 0.3;
const CHILD_ON_A_PARENTS = 0.5;
const GROWN_UP_ON_A_RELATIVES = 0.02;
/** Of those on another's number, how many also use that person's phone for the bank. */
const ON_THE_SAME_DEVICE = 0.5;
/** Neighbours, colleagues: several on one number, and no family. */
const FAVOUR = 0.0015;
/** Accounts that an agent of the bank or a shop assistant opened on the own phone, for people who do not know each other. */
const AT_AN_AGENTS = 0.004;
const PEOPLE_AN_AGENT = 8;
/** New numbers of two years. */
const NEW_NUMBER = 0.2;
const TWO_YEARS_MS = 730 * DAY_MS;

/** Which number and which phone the bank has of honest people: mostly the own. */
export function connect(book: Book, random: Random): void {
  shareInFamilies(book, random.fork('families'));
  doFavours(book, random.fork('favours'));
  openAtAgents(book, random.fork('agents'));
  changeNumbers(book, random.fork('new numbers'));
}

/** A grandmother on her grandson's number, a child on the mother's, a couple with one phone. */
function shareInFamilies(book: Book, random: Random): void {
  for (const person of book.people) {
    const share =
      person.age >= 66
        ? OLD_ON_A_RELATIVES
        : person.age <= 17
          ? CHILD_ON_A_PARENTS
          : GROWN_UP_ON_A_RELATIVES;
    if (!random.chance(share)) continue;
    const lenders = person.relatives
      .map((index) => book.people[index])
      .filter(({ age }) => age >= 18 && age <= 65);
    if (lenders.length > 0) borrow(book, person, random.pick(lenders), random);
  }
}

function borrow(book: Book, person: Person, lender: Person, random: Random): void {
  book.known[person.party].phone = book.known[lender.party].phone;
  if (!random.chance(ON_THE_SAME_DEVICE)) return;
  for (const account of book.accountsOf[person.party])
    book.openings[account].device = lender.device;
}

/** Somebody lends the own number to two or three who have none. */
function doFavours(book: Book, random: Random): void {
  for (const lender of book.people) {
    if (!random.chance(FAVOUR)) continue;
    for (const index of lender.friends.slice(0, random.int(1, 3)))
      book.known[book.people[index].party].phone = book.known[lender.party].phone;
  }
}

function openAtAgents(book: Book, random: Random): void {
  const agents = Array.from(
    { length: Math.ceil((book.people.length * AT_AN_AGENTS) / PEOPLE_AN_AGENT) },
    () => book.registry.addDevice(),
  );
  for (const { main } of book.people)
    if (random.chance(AT_AN_AGENTS)) book.openings[main].device = random.pick(agents);
}

/** Only who is on the own number changes it here. */
function changeNumbers(book: Book, random: Random): void {
  const { registry, known } = book;
  for (const { party } of book.people) {
    if (known[party].phone !== registry.parties[party].phone || !random.chance(NEW_NUMBER))
      continue;
    known[party].phone = registry.newPhone();
    known[party].phoneChangedAt = Math.floor(registry.to - TWO_YEARS_MS * random.next());
  }
}
