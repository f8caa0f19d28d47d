import type { Random } from '../../domain/random.ts';
import { DAY_MS, HOUR_MS } from '../calendar.ts';
import type { SimRing } from '../model.ts';
import { type Book, MINUTE_MS } from './book.ts';
import { withinAnHour } from './habits.ts';

/**
 * What shows of droppers at a bank before their first transfer. The kinds of signs are published, how often each occurs is
 * not: all shares are our own assumptions.
 * - one phone or device of several clients: ARDFM resolution No 24 of 25.06.2025 (press); somebody else's number, a shared IP:
 *   its draft list (press);
 * - more than five cards of one bank: ARDFM resolution No 96 of 31.12.2024 (press);
 * - a phone changed at most 48 hours before: Bank of Russia OD-2506;
 * - several applications for credit within an hour: credit bureaux to the Anti-fraud centre (press);
 * - sole traders "for rent": offers collected at stop-piramida.kz.
 * That droppers are young is in the choice of recruits (crime/mule.ts).
 */
const SHOWS_NOTHING = 0.35;
/** An organiser knows what banks look at. */
const ORGANISER_SHOWS_NOTHING = 0.7;
/** Europol EMMA9 (2023): 10,759 mules and 474 recruiters. One recruiter finds people for several rings. */
const MULES_A_RECRUITER = 23;
/** What a recruiter has; of recruiters. */
const HAS = { device: 0.5, ip: 0.6, phone: 0.4, hostel: 0.35 } as const;
/** Of accounts opened for the purpose. */
const OPENED_REMOTELY = 0.85;
const ON_RECRUITERS_DEVICE = 0.5;
const FROM_RECRUITERS_IP = 0.6;
/** Of all. */
const ON_RECRUITERS_PHONE = 0.35;
const NEW_OWN_NUMBER = 0.15;
const MANY_CARDS = 0.3;
const ASKS_FOR_CREDIT = 0.12;
const AT_RECRUITERS_HOSTEL = 0.5;
const REGISTERS_TRADE = 0.5;
/** An account opened so shortly before its first payment was opened for it. */
const FOR_THE_PURPOSE_MS = 22 * DAY_MS;

/** A recruiter's things; absent where a recruiter does without. */
interface Recruiter {
  /** Index into devices; 0: none. */
  readonly device: number;
  readonly ip: string | undefined;
  readonly phone: string | undefined;
  readonly hostel: string | undefined;
}

/** Gives the members of rings the signs they leave at their banks, before the first payment of the ring. */
export function leaveSigns(book: Book, pool: readonly string[], random: Random): void {
  const { truth } = book.registry;
  const { rings } = book.stage;
  const mules = rings.reduce((sum, { accounts }) => sum + accounts.length, 0);
  const recruiters = Array.from({ length: Math.ceil(mules / MULES_A_RECRUITER) }, (_, i) =>
    equip(book, pool, random.fork(`recruiter ${i}`)),
  );
  for (const ring of rings) {
    const stream = random.fork(`ring ${ring.id}`);
    const recruiter = stream.pick(recruiters);
    for (const account of membersOf(book, ring)) {
      const discreet =
        truth[account].role === 'organiser' ? ORGANISER_SHOWS_NOTHING : SHOWS_NOTHING;
      if (!stream.chance(discreet)) leaveSignsOf(book, account, recruiter, pool, stream);
    }
  }
}

/** People who work for the ring; a company leaves other traces. */
const membersOf = ({ registry }: Book, { accounts }: SimRing): number[] =>
  accounts.filter(
    (account) =>
      registry.truth[account].role !== 'victim' &&
      registry.parties[registry.accounts[account].owner].kind !== 'company' &&
      !Number.isNaN(registry.truth[account].ringFrom),
  );

function equip(
  { registry, places, hostels }: Book,
  pool: readonly string[],
  random: Random,
): Recruiter {
  return {
    device: random.chance(HAS.device) ? registry.addDevice() : 0,
    ip: random.chance(HAS.ip) ? ipOfRecruiter(places.fixedIp(), pool, random) : undefined,
    phone: random.chance(HAS.phone) ? registry.newPhone() : undefined,
    hostel: random.chance(HAS.hostel) ? random.pick(hostels) : undefined,
  };
}

/** A flat of the recruiter's, or the mobile network, where nobody stands out. */
const ipOfRecruiter = (flat: string, pool: readonly string[], random: Random): string =>
  random.chance(0.5) ? flat : random.pick(pool);

function leaveSignsOf(
  book: Book,
  account: number,
  recruiter: Recruiter,
  pool: readonly string[],
  random: Random,
): void {
  const { openedAt } = book.registry.accounts[account];
  const from = book.registry.truth[account].ringFrom;
  if (from - openedAt <= FOR_THE_PURPOSE_MS) openForPurpose(book, account, recruiter, pool, random);
  changeNumber(book, account, recruiter, random);
  const opening = book.openings[account];
  if (random.chance(MANY_CARDS)) {
    opening.moreCards = random.int(3, 11);
    opening.moreCardsAt = before(from, openedAt, 15 * DAY_MS * random.next());
  }
  const known = book.known[book.registry.accounts[account].owner];
  if (random.chance(ASKS_FOR_CREDIT)) {
    const begins = before(from, openedAt, HOUR_MS + 5 * DAY_MS * random.next());
    known.creditApplicationsAt.push(...withinAnHour(begins, random.int(3, 6), random));
    known.creditApplicationsAt.sort((a, b) => a - b);
  }
  if (recruiter.hostel !== undefined && random.chance(AT_RECRUITERS_HOSTEL))
    known.address = recruiter.hostel;
  if (known.registeredAt !== null && random.chance(REGISTERS_TRADE))
    known.registeredAt = Math.floor(from - (5 + 75 * random.next()) * DAY_MS);
}

function openForPurpose(
  { openings }: Book,
  account: number,
  { device, ip }: Recruiter,
  pool: readonly string[],
  random: Random,
): void {
  const opening = openings[account];
  opening.remote = random.chance(OPENED_REMOTELY);
  if (device !== 0 && random.chance(ON_RECRUITERS_DEVICE)) opening.device = device;
  const fromRecruiters = random.chance(FROM_RECRUITERS_IP);
  opening.ip = !opening.remote ? '' : fromRecruiters && ip !== undefined ? ip : random.pick(pool);
}

/** Codes that confirm payments go to whoever has the number. */
function changeNumber(
  { registry, known }: Book,
  account: number,
  { phone }: Recruiter,
  random: Random,
): void {
  const of = known[registry.accounts[account].owner];
  const handed = phone !== undefined && random.chance(ON_RECRUITERS_PHONE);
  if (!handed && !random.chance(NEW_OWN_NUMBER)) return;
  const { openedAt } = registry.accounts[account];
  of.phone = handed ? phone : registry.newPhone();
  of.phoneChangedAt = before(
    registry.truth[account].ringFrom,
    openedAt,
    (2 + 70 * random.next() ** 1.5) * HOUR_MS,
  );
}

/** So long before `from`, yet not before the account was there. */
const before = (from: number, openedAt: number, ms: number): number =>
  Math.floor(Math.max(from - ms, Math.min(from - MINUTE_MS, openedAt + MINUTE_MS)));
