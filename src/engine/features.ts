/**
 * The catalogue of features: every number a rule or a model may look at when a transfer arrives.
 *
 * Order is the layout of the feature vector; models name features, so a name never changes meaning.
 * Shapes: one Float64Array of FEATURES.length per transfer. A value that cannot be known (no clock in
 * the file, no currency, no customer facts) is NaN, and every comparison with NaN is false: a rule
 * that needs it stays silent instead of guessing.
 */

/** How a value reads in an explanation. */
export type Unit =
  | 'count'
  | 'minor' // money, minor units of the ledger currency
  | 'ratio' // 0..1 (may exceed 1 where said)
  | 'ms'
  | 'hour' // 0..24, local time
  | 'flag' // 0 or 1
  | 'years';

export interface Feature {
  readonly name: string;
  readonly unit: Unit;
  /** One line, for the reference page. */
  readonly about: string;
}

export const WINDOWS = ['1h', '24h', '7d', '28d'] as const;
export const WINDOW_MS = [3_600_000, 86_400_000, 604_800_000, 2_419_200_000] as const;
const DIRECTIONS = ['in', 'out'] as const;

const ACCOUNT_FEATURES: ReadonlyArray<readonly [string, Unit, string]> = [
  ['age_ms', 'ms', 'since the account was opened or, if that is not told, first seen'],
  ['idle_ms', 'ms', 'pause before the present burst: longest gap that ended within the last 24 h'],
  ['retained_share_7d', 'ratio', 'share of the money received in 7 d that is still here'],
  ['out_in_24h', 'ratio', 'paid out / received in 24 h (may exceed 1)'],
  ['out_in_7d', 'ratio', 'paid out / received in 7 d (may exceed 1)'],
  ['quick_share', 'ratio', 'of all money ever received: share passed on, not spent, within 24 h'],
  ['quick_share_1h', 'ratio', 'the same, within 1 h'],
  ['quick_sum', 'minor', 'money ever passed on, not spent, within 24 h'],
  ['held_share_1m', 'ratio', 'of all money ever passed on, not spent: share that rested <= 1 min'],
  ['held_share_15m', 'ratio', 'the same, <= 15 min'],
  ['held_share_1h', 'ratio', 'the same, <= 1 h'],
  ['held_share_24h', 'ratio', 'the same, <= 24 h'],
  ['burst_1h', 'ratio', 'payments in the last hour / mean per hour over 28 d (may exceed 1)'],
  ['new_payers_share_28d', 'ratio', 'payers of the last 28 d whose first payment was in them'],
  ['new_payees_share_28d', 'ratio', 'the same for those paid'],
  [
    'price_list_share',
    'ratio',
    'payers whose last sum is one of the 3 commonest sums, of payers kept',
  ],
  ['gather_scatter_7d', 'count', 'min(payers, payees) in 7 d'],
  ['just_under_7d', 'count', 'payments just under a reporting threshold, 7 d'],
  ['night_share', 'ratio', 'payments between 0 and 6 local time, of all'],
  ['round_share', 'ratio', 'payments of round sums, of all'],
  [
    'purchase_share',
    'ratio',
    'payments to shops, utilities, the state, of all paid out; NaN if the file tells no channels',
  ],
  ['counterparties', 'count', 'distinct counterparties ever met (an upper estimate)'],
  ['is_hub', 'flag', 'shop, utility, employer, the outside: recognised or told'],
  ['owner_accounts', 'count', 'accounts and cards of the same owner in the data'],
  ['device_accounts', 'count', 'accounts on the same device or phone'],
  ['owner_age', 'years', 'age of the owner'],
  ['is_person', 'flag', 'owner is a natural person; NaN if not told'],
  ['income_month', 'minor', 'declared monthly income'],
  ['new_payers_7d', 'count', 'payers whose first payment came in 7 d'],
  ['new_payers_28d', 'count', 'the same in 28 d'],
  ['new_payees_7d', 'count', 'people paid for the first time in 7 d'],
  ['new_payees_28d', 'count', 'the same in 28 d'],
  ['since_in_ms', 'ms', 'since money last came before this transfer; NaN if it never did'],
  ['since_out_ms', 'ms', 'since the account last paid before this transfer; NaN if it never did'],
  ['to_mean_in', 'ratio', 'this amount / mean payment received so far (may exceed 1)'],
  ['to_mean_out', 'ratio', 'this amount / mean payment made so far (may exceed 1)'],
  ['cash_in_share', 'ratio', 'cash paid in before this transfer, of all received'],
  ['cash_out_share', 'ratio', 'cash taken out before this transfer, of all paid'],
  [
    'passed_on',
    'count',
    'how often a sum of a stranger was passed on from here to another stranger, at least nine tenths of it within 7 d; half of it after 14 d',
  ],
  ['fed', 'count', 'how often strangers passed on so what this account had paid them'],
  ['came_on', 'count', 'how often what came to this account was passed on so'],
  ['rating', 'count', 'points of the risk rating of the owner as a customer, 0 to 100'],
  [
    'linked_accounts',
    'count',
    'accounts of other customers that share a phone, a device or an address with the owner, beyond family and crowds; at most 254',
  ],
  ['cards', 'count', 'cards of the owner at this institution; at most 254'],
];

/** Features that exist once for the payer's account and once for the payee's. */
function accountFeatures(side: 'payer' | 'payee'): Feature[] {
  const list: Feature[] = [];
  for (const dir of DIRECTIONS) {
    const verb = dir === 'in' ? 'received' : 'paid';
    for (const w of WINDOWS)
      list.push(
        { name: `${side}.${dir}_count_${w}`, unit: 'count', about: `payments ${verb} in ${w}` },
        { name: `${side}.${dir}_sum_${w}`, unit: 'minor', about: `money ${verb} in ${w}` },
        {
          name: `${side}.${dir}_parties_${w}`,
          unit: 'count',
          about: `distinct ${dir === 'in' ? 'payers' : 'payees'} in ${w}, apart from tills, wages, cash and hubs; exact up to 64`,
        },
      );
  }
  for (const [name, unit, about] of ACCOUNT_FEATURES)
    list.push({ name: `${side}.${name}`, unit, about });
  return list;
}

export const FEATURES: readonly Feature[] = [
  { name: 't.amount', unit: 'minor', about: 'amount of this transfer' },
  {
    name: 't.amount_kzt',
    unit: 'minor',
    about: 'the same in tiyn; NaN when the currency is not tenge',
  },
  {
    name: 't.hour',
    unit: 'hour',
    about: 'hour of the day, UTC+5; NaN when the file has days only',
  },
  { name: 't.is_round', unit: 'flag', about: 'a multiple of 1,000 of the currency' },
  { name: 't.is_cash_in', unit: 'flag', about: 'cash paid in' },
  { name: 't.is_cash_out', unit: 'flag', about: 'cash taken out' },
  { name: 't.is_exchange', unit: 'flag', about: 'to or from a crypto exchange or exchanger' },
  { name: 't.is_purchase', unit: 'flag', about: 'payment to a shop or utility' },
  { name: 't.is_abroad', unit: 'flag', about: 'crosses the border' },
  { name: 't.is_loan', unit: 'flag', about: 'the purpose says loan or return of a loan' },
  { name: 't.is_salary', unit: 'flag', about: 'the purpose says salary or benefit' },
  { name: 't.just_under', unit: 'flag', about: 'within 10 % below a reporting threshold' },
  { name: 't.to_own', unit: 'flag', about: 'both accounts have one owner' },
  {
    name: 'money.known_share',
    unit: 'ratio',
    about: 'share of this payment whose arrival was seen',
  },
  { name: 'money.held_ms', unit: 'ms', about: 'how long this money rested here, amount-weighted' },
  {
    name: 'money.held_share_1m',
    unit: 'ratio',
    about: 'share of this payment that rested <= 1 min',
  },
  { name: 'money.held_share_15m', unit: 'ratio', about: 'the same, <= 15 min' },
  { name: 'money.held_share_1h', unit: 'ratio', about: 'the same, <= 1 h' },
  { name: 'money.held_share_24h', unit: 'ratio', about: 'the same, <= 24 h' },
  {
    name: 'money.hops',
    unit: 'count',
    about: 'quick hand-overs behind this money, amount-weighted',
  },
  {
    name: 'money.origins',
    unit: 'count',
    about: 'distinct first payers it was gathered from (estimate)',
  },
  { name: 'money.taint_share', unit: 'ratio', about: 'share that descends from something known' },
  { name: 'money.taint_victim_share', unit: 'ratio', about: 'share that descends from a victim' },
  {
    name: 'money.taint_post_share',
    unit: 'ratio',
    about: 'from an account named in a recruiting post',
  },
  { name: 'money.taint_listed_share', unit: 'ratio', about: 'from a listed person or account' },
  { name: 'money.taint_reported_share', unit: 'ratio', about: 'from a reported account' },
  {
    name: 'money.match_ratio',
    unit: 'ratio',
    about: 'this amount / nearest payment received in 72 h; NaN if none',
  },
  {
    name: 'money.chain_depth',
    unit: 'count',
    about: 'links behind this one whose amounts follow each other',
  },
  {
    name: 'pair.is_new',
    unit: 'flag',
    about: 'first payment from this payer to this payee within 35 days at least; 0 if one is a hub',
  },
  {
    name: 'pair.count',
    unit: 'count',
    about: 'payments on this pair so far, this one included; 2 if one is a hub',
  },
  {
    name: 'pair.back_ratio',
    unit: 'ratio',
    about: 'last payment the other way / this one; 0 if none in 28 d',
  },
  {
    name: 'pair.same_sum_run',
    unit: 'count',
    about: 'equal sums in a row on this pair, this one included',
  },
  {
    name: 'pattern.cycle_length',
    unit: 'count',
    about: 'transfers in the shortest cycle found that this one closes (2..6); 0 if none',
  },
  {
    name: 'pattern.cycle_back_ratio',
    unit: 'ratio',
    about: 'this amount / what the payee sent into that cycle',
  },
  {
    name: 'pattern.scatter_gather_width',
    unit: 'count',
    about: 'middle accounts between one source and this payee',
  },
  {
    name: 'pattern.source_fan_out',
    unit: 'count',
    about: 'most accounts that one recent payer of the payer paid for the first time within 14 d',
  },
  { name: 'pair.gap_ms', unit: 'ms', about: 'since the last payment on this pair; NaN if none' },
  {
    name: 't.seen_ms',
    unit: 'ms',
    about: 'for how long transfers had been seen when this one came, at most 60 d',
  },
  {
    name: 'money.pass_on_depth',
    unit: 'count',
    about:
      'links behind this one, each the first payment of its pair, at least nine tenths of the one before and within 7 d of it, at most 15; 0 where strangers pay eight sums within a day',
  },
  {
    name: 'money.pass_on_ratio',
    unit: 'ratio',
    about: 'this amount / nearest first payment of a pair received in 7 d; NaN if none',
  },
  { name: 'money.pass_on_rested_ms', unit: 'ms', about: 'since that payment came' },
  {
    name: 'money.pass_on_sums',
    unit: 'count',
    about: 'first payments received in 7 d of which this one would be such a link',
  },
  {
    name: 'money.pass_on_feeder',
    unit: 'count',
    about: 'the most that one of those who paid them has fed before',
  },
  ...accountFeatures('payer'),
  ...accountFeatures('payee'),
];

const INDEX = new Map(FEATURES.map((f, i) => [f.name, i]));

/** Position of a feature in the vector. Throws on an unknown name: names are checked at load. */
export function featureIndex(name: string): number {
  const i = INDEX.get(name);
  if (i === undefined) throw new Error(`no feature named ${name}`);
  return i;
}

export const isFeature = (name: string): boolean => INDEX.has(name);
