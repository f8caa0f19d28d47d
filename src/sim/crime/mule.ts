import type { Random } from '../../domain/random.ts';
import type { Role } from '../../network/role.ts';
import { BANK_SHARES } from '../banks.ts';
import { DAY_MS, HOUR_MS, UTC_OFFSET_MS } from '../calendar.ts';
import type { SimRing } from '../model.ts';
import type { Stage } from '../stage.ts';

const MINUTE_MS = 60_000;
const BANK_INDEXES = BANK_SHARES.map((_, bank) => bank);

/** How quickly a mule obeys. */
type Discipline = 'prompt' | 'ordinary' | 'careful';

export interface Mule {
  readonly account: number;
  /** Device the handler operates the account from; -1: the owner's own. */
  readonly device: number;
  readonly discipline: Discipline;
  /** Share of what comes that the mule keeps. */
  readonly keeps: number;
}

/** A gang's way of doing things, drawn once and shared by its mules. */
export interface Gang {
  readonly ring: SimRing;
  /** Epoch ms of the first payment. */
  readonly start: number;
  readonly discipline: Discipline;
  /** A phone the gang itself uses for some mules; -1: none. */
  readonly device: number;
  /** Share of mules with an account opened for the purpose. */
  readonly freshShare: number;
}

export function foundGang(stage: Stage, random: Random, ring: SimRing, start: number): Gang {
  return {
    ring,
    start,
    discipline: random.weighted(['prompt', 'ordinary', 'careful'] as const, [30, 45, 25]),
    device: random.chance(0.3) ? stage.registry.addDevice() : -1,
    freshShare: random.pick([0.1, 0.35, 0.7]),
  };
}

/** Recruits somebody, mostly young, with an account in `bank` where that can be had. */
export function recruit(
  stage: Stage,
  random: Random,
  gang: Gang,
  role: Role,
  bank = marketBank(random),
): Mule {
  const young = random.chance(0.82);
  const person = stage.engage(random, (p) =>
    young ? p.age >= 16 && p.age <= 28 && p.incomeTenge < 320_000 : p.age > 28 && p.age <= 62,
  );
  const { registry } = stage;
  const fresh = random.chance(gang.freshShare);
  const banked = [person.main, person.second].find((a) => usable(stage, a, bank, gang.start));
  const account = fresh
    ? openFresh(stage, random, person.party, person.device, gang.start, bank)
    : (banked ?? person.main);
  cast(stage, gang.ring, account, role);
  return {
    account,
    device:
      gang.device >= 0 && random.chance(0.6) ? gang.device : registry.accounts[account].device,
    discipline: random.chance(0.7)
      ? gang.discipline
      : random.pick(['prompt', 'ordinary', 'careful']),
    // 3 to 7 %; the first case of the Almaty region kept 5 % (inform.kz).
    keeps: 0.03 + 0.04 * random.next(),
  };
}

/**
 * A bank as people in general choose it, another than `not`: gangs want several banks, yet a bank must not
 * betray them by being seldom.
 */
export function marketBank(random: Random, not = -1): number {
  return random.weighted(
    BANK_INDEXES,
    BANK_SHARES.map((share, bank) => (bank === not ? 0 : share)),
  );
}

function usable(stage: Stage, account: number, bank: number, start: number): boolean {
  if (account < 0) return false;
  const { bank: has, openedAt } = stage.registry.accounts[account];
  return has === bank && openedAt < start;
}

function openFresh(
  stage: Stage,
  random: Random,
  owner: number,
  device: number,
  start: number,
  bank: number,
): number {
  const openedAt = Math.floor(start - (0.3 + 20 * random.next()) * DAY_MS);
  return stage.registry.openAccount(owner, openedAt, device, bank);
}

/** Gives an account its part in the ring. */
export function cast(stage: Stage, ring: SimRing, account: number, role: Role): void {
  ring.accounts.push(account);
  const truth = stage.registry.truth[account];
  truth.role = role;
  truth.typology = ring.typology;
  truth.ring = ring.id;
}

/**
 * How long money rests with a mule. Ordinary: 28 % leave within 15 minutes, a further 25 % within the hour
 * (RUSI on Lloyds accounts, 2025), the rest within a day and a half. Careful ones wait for days.
 */
function restMs(discipline: Discipline, random: Random): number {
  if (discipline === 'prompt') return (0.4 + 14 * random.next() ** 1.5) * MINUTE_MS;
  if (discipline === 'careful') return logUniform(random, 8 * HOUR_MS, 5 * DAY_MS);
  const draw = random.next();
  if (draw < 0.28) return (0.4 + 14.5 * random.next()) * MINUTE_MS;
  if (draw < 0.53) return (15 + 45 * random.next()) * MINUTE_MS;
  return logUniform(random, HOUR_MS, 36 * HOUR_MS);
}

/**
 * When a mule passes on what came at `at`. Only the prompt answer at night; most others sleep and do it in
 * the morning.
 */
export function leavesAt({ discipline }: Mule, at: number, random: Random): number {
  const due = at + restMs(discipline, random);
  const hour = ((due + UTC_OFFSET_MS) % DAY_MS) / HOUR_MS;
  const asleep = hour < 7 && discipline !== 'prompt' && random.chance(0.75);
  return asleep ? due + (7 - hour + 4 * random.next()) * HOUR_MS : due;
}

function logUniform(random: Random, lo: number, hi: number): number {
  return lo * (hi / lo) ** random.next();
}
