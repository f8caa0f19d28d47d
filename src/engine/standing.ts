import type { Accounts } from './accounts.ts';
import type { Engine } from './engine.ts';
import { isHub } from './hubs.ts';
import { F, U } from './layout.ts';
import { combineHabits } from './rules/combine.ts';

/** What the rules alone say of one account over its whole life. */
export interface Standing {
  readonly account: number;
  /** 0..100, hundredths. */
  readonly score: number;
  /** Typology -> points of its strongest rule about this account. */
  readonly typologies: Readonly<Record<string, number>>;
}

/**
 * Every account the rules spoke about, strongest first; and, with nothing against them, those that handed on most
 * of what they got, for a look-back to weigh. The score is that of its rules, each discounted
 * where it hardly ever fired; a hub and an account that keeps or spends what it gets count for less.
 * The figures of the discounts are measured on simulated towns (bench/precision.ts).
 */
export function standings(engine: Engine): Standing[] {
  const { rules } = engine.ruleset;
  const { accounts } = engine.ledger;
  const habits = combineHabits(rules);
  const list: Standing[] = [];
  const muchMinor = muchIn(accounts);
  for (let account = 0; account < accounts.size; account++)
    if (!engine.evidence.byAccount.has(account) && passesOn(accounts, account))
      list.push({ account, score: 0, typologies: {} });
  for (const [account, evidence] of engine.evidence.byAccount) {
    const typologies: Record<string, number> = {};
    for (const e of evidence) {
      const rule = rules[e.rule];
      const points = rule.weight * e.strength;
      typologies[rule.typology] = Math.max(typologies[rule.typology] ?? 0, points);
    }
    const payments = accounts.u32(account, U.inCount) + accounts.u32(account, U.outCount);
    // What a model said of transfers is weighed where its look back is known.
    const byRules = evidence.filter((e) => rules[e.rule].learned.length === 0);
    const score = habits(byRules, payments) * transit(accounts, account, muchMinor);
    list.push({ account, score: Math.round(score * 100) / 100, typologies });
  }
  return list.sort((a, b) => b.score - a.score || a.account - b.account);
}

/** What a hub's score counts: it deals with everybody, so rules about many people always fire on it. */
const HUB_PART = 0.3;
/** What is left of the score of an account that hands nothing on, and from what share on it is whole. */
const KEEPING_PART = 0.3;
const WHOLE_FROM_SHARE = 0.6;
/**
 * The same for the money handed on: in full from some three million tenge (in a year, a month, a day), or, in a file where
 * nobody handed on so much, from the most that anybody did: a ring of small sums is ranked by them, not hidden. A
 * hundred thousand tenge is never much.
 */
const LITTLE_PART = 0.4;
const LITTLE_MINOR = 1e7;
const MUCH_MINOR = 3e8;

/**
 * How much of the account's life is handing money on, as a factor 0..1. Where the file does not tell
 * channels, spending cannot be told from handing on, and the factor speaks of hubs only.
 */
function transit(accounts: Accounts, account: number, muchMinor: number): number {
  const hub = isHub(accounts, account) ? HUB_PART : 1;
  if (accounts.u32(account, U.toldOut) === 0) return hub;
  const received = accounts.f64(account, F.inTotal);
  const quick = handedOn(accounts, account);
  const share = received > 0 ? Math.min(1, quick / received / WHOLE_FROM_SHARE) : 0;
  const much = Math.log(1 + quick / LITTLE_MINOR) / Math.log(1 + muchMinor / LITTLE_MINOR);
  return (
    hub *
    (KEEPING_PART + (1 - KEEPING_PART) * share) *
    (LITTLE_PART + (1 - LITTLE_PART) * Math.min(1, much))
  );
}

function muchIn(accounts: Accounts): number {
  let most = LITTLE_MINOR;
  for (let account = 0; account < accounts.size && most < MUCH_MINOR; account++)
    if (!isHub(accounts, account)) most = Math.max(most, handedOn(accounts, account));
  return Math.min(most, MUCH_MINOR);
}

/** From this share of all that came, handed on within three days, an account is worth a look back. */
const WORTH_A_LOOK_SHARE = 0.5;

function passesOn(accounts: Accounts, account: number): boolean {
  if (isHub(accounts, account) || accounts.u32(account, U.toldOut) === 0) return false;
  const received = accounts.f64(account, F.inTotal);
  return received > 0 && handedOn(accounts, account) >= WORTH_A_LOOK_SHARE * received;
}

function handedOn(accounts: Accounts, account: number): number {
  let minor = 0;
  for (let slot = 0; slot < QUICK_SLOTS; slot++) minor += accounts.f64(account, F.dwell + slot);
  return minor;
}

/** Slots of the dwell histogram up to three days. */
const QUICK_SLOTS = 5;
