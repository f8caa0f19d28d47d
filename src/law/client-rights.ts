import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import type { Purpose } from '../domain/transfer.ts';
import { dayAt, yearOfDay } from './calendar.ts';
import type { Regime } from './grounds.ts';
import type { IncomeRule, Law, LimitedService } from './law.ts';

/** Money that comes in, KZT in tiyn. */
export interface IncomingMoney {
  readonly at: number;
  readonly amountMinor: number;
  readonly purpose: Purpose;
}

export interface Household {
  /** The person and the members of the family without income of their own. */
  readonly members: number;
  /** Tiyn already paid out of protected salary in this calendar month. */
  readonly keptThisMonthMinor: number;
}

export interface ProtectedPart {
  readonly minor: number;
  /** Income rules that say so, one a regime. */
  readonly rules: readonly string[];
  /** Only when the person asks. */
  readonly asked: boolean;
}

const NONE: ProtectedPart = { minor: 0, rules: [], asked: false };
const TIYN_PER_TENGE = 100;

/**
 * What part of incoming money stays the client's although he is held: what every regime that holds him leaves.
 * Fails with QRG_LAW_AMOUNT_YEAR when a limit needs the minimum wage of a year that is not in the data.
 */
export function protectedPart(
  law: Law,
  regimes: ReadonlySet<Regime>,
  money: IncomingMoney,
  household: Household,
): Result<ProtectedPart> {
  let part: ProtectedPart = { ...NONE, minor: money.amountMinor };
  for (const regime of regimes) {
    if (regime === 'report') continue;
    const rule = law.income.find((r) => r.regime === regime && r.purpose === money.purpose);
    if (rule === undefined) return ok(NONE);
    const left = leftBy(law, rule, money, household);
    if (!left.ok) return left;
    part = {
      minor: Math.min(part.minor, left.value),
      rules: [...part.rules, rule.id],
      asked: part.asked || rule.asked,
    };
  }
  return ok(part.rules.length === 0 ? NONE : part);
}

function leftBy(
  law: Law,
  rule: IncomeRule,
  money: IncomingMoney,
  household: Household,
): Result<number> {
  if (rule.share === 'whole') return ok(money.amountMinor);
  const year = yearOfDay(dayAt(law.calendar, money.at));
  const wage = law.minimumWages.find((w) => w.year === year);
  if (wage === undefined) return fail('QRG_LAW_AMOUNT_YEAR', { year });
  const limit = wage.kzt * TIYN_PER_TENGE * household.members - household.keptThisMonthMinor;
  return ok(Math.max(0, Math.min(money.amountMinor, limit)));
}

/** Services that every regime which holds the person leaves. */
export function servicesLeft(law: Law, regimes: ReadonlySet<Regime>): LimitedService[] {
  const holding = [...regimes].filter((regime) => regime !== 'report');
  return law.services.filter((service) =>
    holding.every((regime) => service.regimes.includes(regime)),
  );
}
