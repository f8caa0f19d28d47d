import type { CustomerProfile } from '../profile.ts';
import { DAY_MS, factorRule, HOUR_MS } from './factor-rule.ts';

/** Calendar months from one moment to another, the last one begun not counted; UTC. */
function wholeMonths(from: number, to: number): number {
  const [first, last] = [new Date(from), new Date(to)];
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 +
    last.getUTCMonth() -
    first.getUTCMonth();
  return last.getUTCDate() < first.getUTCDate() ? months - 1 : months;
}

/** The most applications within one window, and when that window ended; `times` ascend. */
function densest(times: readonly number[], windowMs: number): { count: number; at: number } {
  let best = { count: 0, at: 0 };
  let first = 0;
  for (const [last, at] of times.entries()) {
    while (at - times[first] > windowMs) first++;
    if (last - first + 1 > best.count) best = { count: last - first + 1, at };
  }
  return best;
}

const isBusiness = ({ kind }: CustomerProfile) => kind === 'sole_trader' || kind === 'company';

/** What the customer has and does: money against income, cards, accounts, a fresh business, a new phone, credit. */
export const ACTIVITY_FACTORS = {
  // The value is how many times the income came in within a month.
  'flow-over-income': factorRule({
    limits: ['least_kzt', 'income_floor_kzt'],
    facts: ['inMonthMinor', 'incomeMonthMinor'],
    measure({ incomeMonthMinor, inMonthMinor }, { least_kzt, income_floor_kzt }) {
      if (incomeMonthMinor === undefined || inMonthMinor === undefined) return undefined;
      if (inMonthMinor < least_kzt * 100) return undefined;
      const times = inMonthMinor / Math.max(incomeMonthMinor, income_floor_kzt * 100);
      return { value: times, facts: { inMonthMinor, incomeMonthMinor } };
    },
  }),
  cards: factorRule({
    limits: [],
    facts: ['cards'],
    measure: ({ cards = 0 }) => ({ value: cards, facts: { cards } }),
  }),
  accounts: factorRule({
    limits: [],
    facts: ['accounts'],
    measure: ({ accounts }) => ({ value: accounts, facts: { accounts } }),
  }),
  'nonresident-card': factorRule({
    limits: [],
    facts: ['cards'],
    measure: ({ resident, cards = 0 }) =>
      resident === false && cards > 0 ? { value: 1, facts: { cards } } : undefined,
  }),
  'business-fresh': factorRule({
    limits: ['under_months'],
    facts: ['registeredAt'],
    measure(profile, { under_months }) {
      const { registeredAt, at } = profile;
      return isBusiness(profile) &&
        registeredAt !== undefined &&
        registeredAt <= at &&
        wholeMonths(registeredAt, at) < under_months
        ? { value: 1, facts: { registeredAt } }
        : undefined;
    },
  }),
  'opened-remotely': factorRule({
    limits: ['within_days'],
    facts: [],
    measure: ({ openedRemotely, openedAt, at }, { within_days }) =>
      openedRemotely === true && at - (openedAt ?? at) <= within_days * DAY_MS
        ? { value: 1, facts: {} }
        : undefined,
  }),
  'phone-changed': factorRule({
    limits: ['within_hours'],
    facts: ['phoneChangedAt'],
    measure: ({ phoneChangedAt, at }, { within_hours }) =>
      phoneChangedAt !== undefined &&
      phoneChangedAt <= at &&
      at - phoneChangedAt <= within_hours * HOUR_MS
        ? { value: 1, facts: { phoneChangedAt } }
        : undefined,
  }),
  // The value is the most applications within the window of hours, in the last days that count.
  'credit-burst': factorRule({
    limits: ['window_hours', 'within_days'],
    facts: ['applications', 'lastAt'],
    measure({ creditApplicationsAt = [], at }, { window_hours, within_days }) {
      const recent = creditApplicationsAt.filter(
        (time) => time <= at && at - time <= within_days * DAY_MS,
      );
      const { count, at: lastAt } = densest(recent, window_hours * HOUR_MS);
      return { value: count, facts: { applications: count, lastAt } };
    },
  }),
};
