/**
 * One vector a shipped rule must fire on, and one change that must silence it. Only what differs from an
 * ordinary quiet account is named. Kept apart from the test so that a reviewer of a rule reads cases only.
 */
export interface RuleCase {
  readonly rule: string;
  readonly fires: Readonly<Record<string, number>>;
  /** Laid over `fires`. */
  readonly silencedBy: Readonly<Record<string, number>>;
}

const DAY_MS = 86_400_000;
/** Transit in and out: what most payer rules look for. */
const TRANSIT = {
  'money.held_ms': 540_000,
  'money.held_share_1m': 0,
  'money.held_share_15m': 1,
  'money.held_share_1h': 1,
  'money.held_share_24h': 1,
  'money.origins': 7,
  'payer.in_parties_24h': 6,
  'payer.in_parties_7d': 8,
  'payer.in_parties_28d': 8,
  'payer.out_parties_7d': 1,
  'payer.out_in_24h': 0.95,
  'payer.out_in_7d': 0.96,
  'payer.retained_share_7d': 0.04,
  'payer.new_payers_share_28d': 1,
  'payer.held_share_15m': 0.9,
  'payer.held_share_1h': 0.95,
  'payer.held_share_24h': 1,
  'payer.purchase_share': 0,
} as const;
const COLLECTOR = {
  'pair.is_new': 1,
  'payee.in_parties_24h': 6,
  'payee.in_parties_7d': 12,
  'payee.in_parties_28d': 12,
  'payee.new_payers_share_28d': 1,
  'payee.out_in_7d': 0.9,
  'payee.held_share_24h': 0.95,
  'payee.purchase_share': 0,
} as const;

export const RULE_CASES: readonly RuleCase[] = [
  {
    rule: 'within-a-minute',
    fires: { ...TRANSIT, 'money.held_share_1m': 0.95 },
    silencedBy: { 'payer.in_parties_24h': 1 },
  },
  { rule: 'within-quarter-hour', fires: TRANSIT, silencedBy: { 'payer.held_share_15m': 0.1 } },
  { rule: 'within-hours', fires: TRANSIT, silencedBy: { 't.is_purchase': 1 } },
  { rule: 'within-a-day', fires: TRANSIT, silencedBy: { 'payer.out_in_7d': 3 } },
  { rule: 'nothing-stays', fires: TRANSIT, silencedBy: { 'payer.purchase_share': 0.8 } },
  { rule: 'paid-into-transit', fires: COLLECTOR, silencedBy: { 'payee.held_share_24h': 0.4 } },
  { rule: 'many-strangers', fires: COLLECTOR, silencedBy: { 'payee.new_payers_share_28d': 0.1 } },
  { rule: 'strangers-in-a-day', fires: COLLECTOR, silencedBy: { 'payee.in_parties_28d': 60 } },
  { rule: 'gathered-for-one', fires: TRANSIT, silencedBy: { 'money.origins': 1 } },
  {
    rule: 'gather-and-scatter',
    fires: {
      ...TRANSIT,
      'pair.is_new': 1,
      'payer.out_parties_7d': 7,
      'payer.gather_scatter_7d': 7,
      'payer.new_payees_share_28d': 1,
    },
    silencedBy: { 'payer.new_payees_share_28d': 0.2 },
  },
  {
    rule: 'dispersal',
    fires: {
      'pair.is_new': 1,
      'payer.out_parties_7d': 9,
      'payer.new_payees_share_28d': 1,
      'payer.counterparties': 11,
    },
    silencedBy: { 'payer.counterparties': 90 },
  },
  {
    rule: 'till-of-a-shop',
    fires: { ...COLLECTOR, 'payee.price_list_share': 0.85 },
    silencedBy: { 'payee.price_list_share': 0.2 },
  },
  {
    rule: 'same-money-handed-on',
    fires: { 'money.chain_depth': 3, 'money.match_ratio': 0.97, 'pair.is_new': 1 },
    silencedBy: { 'money.chain_depth': 1 },
  },
  {
    rule: 'link-that-keeps-a-fee',
    fires: { ...TRANSIT, 'money.match_ratio': 0.95, 'pair.is_new': 1 },
    silencedBy: { 'money.match_ratio': 1 },
  },
  {
    rule: 'many-quick-hands',
    fires: { 'money.hops': 3.6, 'money.held_share_24h': 1 },
    silencedBy: { 'money.hops': 1.2 },
  },
  {
    rule: 'split-and-meet',
    fires: { 'pattern.scatter_gather_width': 4 },
    silencedBy: { 'pattern.scatter_gather_width': 2 },
  },
  {
    rule: 'middle-of-a-split',
    fires: { 'pattern.scatter_gather_width': 4 },
    silencedBy: { 't.is_salary': 1 },
  },
  {
    rule: 'closed-circle',
    fires: { 'pattern.cycle_length': 4, 'pattern.cycle_back_ratio': 0.93 },
    silencedBy: { 'pattern.cycle_back_ratio': 0.1 },
  },
  {
    rule: 'sent-straight-back',
    fires: { 'pair.back_ratio': 1.02, 'pair.is_new': 1 },
    silencedBy: { 'pair.back_ratio': 3 },
  },
  {
    rule: 'loan-comes-straight-back',
    fires: { 't.is_loan': 1, 'pair.back_ratio': 1.03 },
    silencedBy: { 'pair.back_ratio': 0 },
  },
  {
    rule: 'loan-of-gathered-money',
    fires: { ...TRANSIT, 't.is_loan': 1 },
    silencedBy: { 't.is_loan': 0 },
  },
  {
    rule: 'gathered-then-cash',
    fires: { ...TRANSIT, 't.is_cash_out': 1 },
    silencedBy: { 'payer.in_parties_7d': 1 },
  },
  {
    rule: 'gathered-then-exchanger',
    fires: { ...TRANSIT, 't.is_exchange': 1 },
    silencedBy: { 'money.held_share_24h': 0.1 },
  },
  {
    rule: 'gathered-then-abroad',
    fires: { ...TRANSIT, 't.is_abroad': 1 },
    silencedBy: { 'money.origins': 1 },
  },
  {
    rule: 'new-account-in-full-flow',
    fires: { ...TRANSIT, 'payer.age_ms': 4 * DAY_MS },
    silencedBy: { 'payer.age_ms': 90 * DAY_MS },
  },
  {
    rule: 'only-passes-on',
    fires: { ...TRANSIT, 'payer.counterparties': 4, 'payer.out_count_28d': 5 },
    silencedBy: { 'payer.counterparties': 15 },
  },
  {
    rule: 'woken-account',
    fires: { ...TRANSIT, 'payer.idle_ms': 120 * DAY_MS },
    silencedBy: { 'payer.idle_ms': 20 * DAY_MS },
  },
  {
    rule: 'more-than-five-cards',
    fires: { 'payee.owner_accounts': 7 },
    silencedBy: { 'payee.owner_accounts': 5 },
  },
  {
    rule: 'more-than-ten-cards',
    fires: { 'payee.owner_accounts': 14 },
    silencedBy: { 'payee.owner_accounts': 10 },
  },
  {
    rule: 'shared-device',
    fires: { 'payer.device_accounts': 5 },
    silencedBy: { 'payer.device_accounts': 2 },
  },
  {
    rule: 'young-without-income',
    fires: { ...COLLECTOR, 'payee.owner_age': 19.4, 'payee.in_sum_28d': 40_000_000 },
    silencedBy: { 'payee.owner_age': 41 },
  },
  {
    rule: 'beyond-income',
    fires: {
      ...COLLECTOR,
      'payee.income_month': 20_000_000,
      'payee.in_sum_28d': 180_000_000,
    },
    silencedBy: { 'payee.income_month': Number.NaN },
  },
  {
    rule: 'rated-high-takes-from-strangers',
    fires: { ...COLLECTOR, 'payee.rating': 74, 'payee.in_parties_7d': 3 },
    silencedBy: { 'payee.rating': 20 },
  },
  {
    rule: 'linked-new-account-passes-on',
    fires: {
      ...TRANSIT,
      'payer.linked_accounts': 4,
      'payer.age_ms': 9 * DAY_MS,
      'payer.in_parties_7d': 3,
    },
    silencedBy: { 'payer.linked_accounts': Number.NaN },
  },
  {
    rule: 'victims-money',
    fires: { 'money.taint_victim_share': 0.6 },
    silencedBy: { 'money.taint_victim_share': 0 },
  },
  {
    rule: 'money-of-a-named-account',
    fires: { 'money.taint_post_share': 0.5 },
    silencedBy: { 'money.taint_post_share': 0.1 },
  },
  {
    rule: 'money-of-a-listed-person',
    fires: { 'money.taint_listed_share': 0.5 },
    silencedBy: { 'money.taint_listed_share': 0.01 },
  },
  {
    rule: 'money-of-a-reported-account',
    fires: { 'money.taint_reported_share': 0.5 },
    silencedBy: { 'money.taint_reported_share': 0.1 },
  },
  {
    rule: 'many-counterparties-a-day',
    fires: { ...COLLECTOR, 'payee.in_parties_24h': 12, 'payee.out_parties_24h': 2 },
    silencedBy: { 'payee.in_parties_24h': 7 },
  },
  {
    rule: 'many-counterparties-a-month',
    fires: { ...COLLECTOR, 'payee.in_parties_28d': 60, 'payee.out_parties_28d': 5 },
    silencedBy: { 'payee.purchase_share': 0.7 },
  },
  {
    rule: 'many-operations-a-day',
    fires: { ...COLLECTOR, 'payee.in_count_24h': 28, 'payee.out_count_24h': 9 },
    silencedBy: { 'payee.in_count_24h': 18 },
  },
  {
    rule: 'turnover-of-a-day',
    fires: { ...TRANSIT, 'payer.in_sum_24h': 90_000_000, 'payer.out_sum_24h': 85_000_000 },
    silencedBy: { 't.amount_kzt': Number.NaN },
  },
  {
    rule: 'turnover-of-a-month',
    fires: { ...TRANSIT, 'payer.in_sum_28d': 800_000_000, 'payer.out_sum_28d': 790_000_000 },
    silencedBy: { 'payer.in_sum_28d': 500_000_000 },
  },
  {
    rule: 'just-under-a-threshold',
    fires: { 't.just_under': 1, 'payer.just_under_7d': 3 },
    silencedBy: { 'payer.just_under_7d': 1 },
  },
  {
    rule: 'same-sum-every-few-days',
    fires: { 'pair.same_sum_run': 8, 'pair.count': 8, 'payer.age_ms': 9 * DAY_MS },
    silencedBy: { 'payer.age_ms': 240 * DAY_MS },
  },
  {
    rule: 'lives-at-night',
    fires: { ...TRANSIT, 'payer.night_share': 0.7, 'payer.in_count_28d': 30 },
    silencedBy: { 'payer.night_share': 0.2 },
  },
  {
    rule: 'round-sums-only',
    fires: { ...COLLECTOR, 't.is_round': 1, 'payee.round_share': 0.95 },
    silencedBy: { 't.is_round': 0 },
  },
];
