import type { Random } from '../../domain/random.ts';
import type { Person } from '../population.ts';
import type { Book } from './book.ts';

/** Shares are our own estimates unless a source is named. */
const STUDENT_IN_DORMITORY = 0.35;
const STUDENTS_A_DORMITORY = 60;
/** Came from another town or country of late: no family here, a bed in a hostel. */
const NEWCOMER = 0.06;
const FOREIGN_NEWCOMER = 0.25;
const FOREIGN_RESIDENT = 0.4;
const COUNTRIES = ['RU', 'UZ', 'KG', 'CN', 'TR'];
const COUNTRY_WEIGHTS = [35, 30, 20, 8, 7];
const NEWLYWED = 0.012;
/**
 * Whether the bank knows that two people of a household are family: they said so, or one surname says it. Names of the town
 * are drawn without regard to families.
 */
const KINSHIP_KNOWN = 0.85;
const COMPANIES_A_CENTRE = 25;

/** Gives everybody an address, and tells the bank of some who are family. */
export function settle(book: Book, random: Random): void {
  const dormitories = random.fork('dormitories');
  const newcomers = random.fork('newcomers');
  const students = book.people.filter(isStudent).length;
  const houses = Array.from(
    { length: Math.ceil((students * STUDENT_IN_DORMITORY) / STUDENTS_A_DORMITORY) },
    () => book.places.house(),
  );
  settleFamilies(book, random.fork('families'));
  for (const person of book.people) {
    if (isStudent(person) && dormitories.chance(STUDENT_IN_DORMITORY))
      book.known[person.party].address = dormitories.pick(houses);
    else if (person.age >= 18 && person.age <= 45 && newcomers.chance(NEWCOMER))
      arrive(book, person, newcomers);
  }
  marry(book, random.fork('newlyweds'));
  houseCompanies(book, random.fork('companies'));
}

function settleFamilies(book: Book, random: Random): void {
  for (const person of book.people) {
    const known = book.known[person.party];
    if (known.address === '') {
      const address = book.places.flat();
      for (const one of [person.index, ...person.relatives])
        book.known[book.people[one].party].address = address;
    }
    for (const other of person.relatives)
      if (other > person.index && random.chance(KINSHIP_KNOWN))
        makeKin(book, person, book.people[other]);
  }
}

function makeKin(book: Book, one: Person, other: Person): void {
  book.known[one.party].relatives.push(other.party);
  book.known[other.party].relatives.push(one.party);
}

const isStudent = ({ occupation, age }: Person): boolean => occupation === 'student' && age >= 17;

function arrive(book: Book, person: Person, random: Random): void {
  const known = book.known[person.party];
  known.address = random.pick(book.hostels);
  if (!random.chance(FOREIGN_NEWCOMER)) return;
  known.citizenship = random.weighted(COUNTRIES, COUNTRY_WEIGHTS);
  known.resident = random.chance(FOREIGN_RESIDENT);
}

/** Two of different households who have moved together; of half of the couples the bank does not know. */
function marry(book: Book, random: Random): void {
  for (const person of book.people) {
    if (person.age < 20 || person.age > 35 || !random.chance(NEWLYWED)) continue;
    const partner =
      book.people[random.pick(person.friends.length > 0 ? person.friends : [person.index])];
    if (partner === person || partner.age < 18 || partner.age > 45) continue;
    const address = book.places.flat();
    for (const { party } of [person, partner]) book.known[party].address = address;
    if (random.chance(0.5)) makeKin(book, person, partner);
  }
}

/** Companies sit in business centres, a couple of dozen in each. */
function houseCompanies({ registry, known, places }: Book, random: Random): void {
  const companies = registry.parties.flatMap(({ kind }, party) =>
    kind === 'company' ? [party] : [],
  );
  const centres = Array.from({ length: Math.ceil(companies.length / COMPANIES_A_CENTRE) }, () =>
    places.house(),
  );
  for (const party of companies) known[party].address = random.pick(centres);
}
