import type { Random } from '../../domain/random.ts';
import { DAY_MS } from '../calendar.ts';
import type { Person } from '../population.ts';
import { type Book, MINUTE_MS } from './book.ts';

/** Shares of people in two years; our own estimates. */
const APPLIES_FOR_CREDIT = 0.25;
/** Asks several lenders one evening, to compare. */
const COMPARES_OFFERS = 0.015;
const COLLECTS_CARDS = 0.015;
const TWO_YEARS_MS = 730 * DAY_MS;
const DOMESTIC_PEP = 0.003;
const FOREIGN_PEP = 0.0002;
/** A company opens its account a month after it was registered; its BIN says the month. */
const COMPANY_OPENS_AFTER_MS = 30 * DAY_MS;
const OLDEST_TRADE_DAYS = 3000;

/** What else a bank notes of honest people: credit they asked for, cards, office, trade. */
export function live(book: Book, random: Random): void {
  const [credit, cards, office, trade] = ['credit', 'cards', 'office', 'trade'].map((label) =>
    random.fork(label),
  );
  for (const person of book.people) {
    askForCredit(book, person, credit);
    if (cards.chance(COLLECTS_CARDS)) collectCards(book, person, cards);
    takeOffice(book, person, office);
  }
  nameKin(book);
  registerTrade(book, trade);
}

function askForCredit({ known, registry }: Book, { party, age }: Person, random: Random): void {
  if (age < 18) return;
  const times = known[party].creditApplicationsAt;
  const someDay = () => Math.floor(registry.to - TWO_YEARS_MS * random.next());
  if (random.chance(APPLIES_FOR_CREDIT)) times.push(someDay());
  if (random.chance(COMPARES_OFFERS))
    times.push(...withinAnHour(someDay(), random.int(2, 4), random));
  times.sort((a, b) => a - b);
}

/** `count` moments of the hour that begins at `from`, ascending. */
export function withinAnHour(from: number, count: number, random: Random): number[] {
  return Array.from({ length: count }, () =>
    Math.floor(from + 55 * MINUTE_MS * random.next()),
  ).sort((a, b) => a - b);
}

/** One card for each shop that gives a part of the price back. */
function collectCards({ openings, registry }: Book, { main }: Person, random: Random): void {
  const { openedAt } = registry.accounts[main];
  openings[main].moreCards = random.int(3, 7);
  openings[main].moreCardsAt = Math.floor(
    openedAt + Math.max(0, registry.to - openedAt) * random.next(),
  );
}

function takeOffice({ known }: Book, { party, age }: Person, random: Random): void {
  if (age < 30) return;
  if (random.chance(DOMESTIC_PEP)) known[party].pep = 'domestic';
  else if (random.chance(FOREIGN_PEP)) known[party].pep = 'foreign';
}

function nameKin({ known }: Book): void {
  for (const { pep, relatives } of known)
    if (pep === 'domestic' || pep === 'foreign')
      for (const kin of relatives) if (known[kin].pep === 'none') known[kin].pep = 'family';
}

/** Some sole traders are new, in the middle of the period too. */
function registerTrade({ known, registry, accountsOf }: Book, random: Random): void {
  registry.parties.forEach(({ kind, bornAt }, party) => {
    if (kind === 'company')
      known[party].registeredAt =
        registry.accounts[accountsOf[party][0]].openedAt - COMPANY_OPENS_AFTER_MS;
    if (kind !== 'sole_trader') return;
    const ago = random.int(0, OLDEST_TRADE_DAYS) * DAY_MS;
    const grownUpAt = (bornAt ?? 0) + 18 * 366 * DAY_MS;
    known[party].registeredAt = Math.max(grownUpAt, registry.to - ago);
  });
}
