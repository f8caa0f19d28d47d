import type { OwnerKind } from '../domain/account.ts';
import type { Role } from '../network/role.ts';
import type { DayTransfers } from './day-transfers.ts';

/** What a ring does. Position is the code kept in columns: append, never reorder. */
export const SIM_TYPOLOGIES = [
  'none',
  'fraud_chain', // victims of fraud -> collector -> transit -> cash or an exchanger
  'drug_shop', // buyers -> cards with a price list -> transit -> exchanger, one hidden supplier
  'smurfing', // many small sums in, below thresholds, one place out
  'layered_chain', // one sum carried through several banks, nearly unchanged
  'sham_loan', // a linked company "lends" money that comes back round
  'cycle', // money returns to where it started
  'dormant_woken', // accounts that slept for months and suddenly carry large sums
  'scatter_gather', // one source, many hands, one place
] as const;
export type SimTypology = (typeof SIM_TYPOLOGIES)[number];

/** Honest behaviour that looks like a dropper to a naive rule. */
export const LOOKALIKES = [
  'none',
  'rent_split',
  'small_trader',
  'class_money',
  'funeral',
  'toi',
  'payday',
  'courier',
  'family_treasurer',
  'car_seller',
  'crypto_hobbyist',
  'landlord',
  'private_employer',
  'taxi_driver',
] as const;
export type Lookalike = (typeof LOOKALIKES)[number];

export interface SimOptions {
  /** Any safe integer; the same options give the same world, byte for byte. */
  readonly seed: number;
  readonly days: number;
  readonly people: number;
  /** Share of people's accounts that work for a ring. Default 0.01; 0 gives an honest country. */
  readonly prevalence?: number;
  /** Share of transfers that belong to rings; steers which rings are founded. Default 0.003. */
  readonly transferPrevalence?: number;
  /** First day, epoch ms of its midnight in UTC+5. Default 1 March 2026. */
  readonly from?: number;
}

/** A person or organisation. */
export interface SimParty {
  /** IIN of a person or sole trader, BIN of a company; valid, generated. */
  readonly id: string;
  readonly kind: OwnerKind;
  /** In Cyrillic, as banks write it. */
  readonly name: string;
  /** Epoch ms; null for a company. */
  readonly bornAt: number | null;
  readonly female: boolean;
  /** Declared; 0 for a company and for people without income. */
  readonly incomeMonthMinor: number;
  /** The own number; the one that the bank has is in SimKnown. */
  readonly phone: string;
}

/** What a bank knows of a customer from onboarding on, besides the party itself; for honest people and droppers alike. */
export interface SimKnown {
  /** ISO 3166-1 alpha-2. */
  citizenship: string;
  resident: boolean;
  /** Where the customer is registered, as the bank writes it. */
  address: string;
  /** The number that the bank has: from `phoneChangedAt` on, before it the party's own. */
  phone: string;
  /** Epoch ms; null: the number is the first one. */
  phoneChangedAt: number | null;
  /** Epoch ms, ascending. */
  creditApplicationsAt: number[];
  pep: 'none' | 'domestic' | 'foreign' | 'family';
  /** Parties whom the bank knows to be family. */
  relatives: number[];
  /** Of a sole trader or a company: when it was registered, epoch ms. */
  registeredAt: number | null;
}

/** How an account was opened, and the cards that came later. */
export interface SimOpening {
  remote: boolean;
  /** IPv4 that it was opened from; '' in a branch. */
  ip: string;
  /** Index into SimWorld.devices of the phone that the bank has on record; 0 = none. */
  device: number;
  /** Cards of the account issued after it was opened, and when, epoch ms. */
  moreCards: number;
  moreCardsAt: number;
}

export interface SimAccount {
  /** IBAN KZ with the bank's code. */
  readonly number: string;
  /** Index into SIM_BANKS. */
  readonly bank: number;
  /** Index into SimWorld.parties. */
  readonly owner: number;
  openedAt: number;
  cards: number;
  /** Index into SimWorld.devices of the phone it is usually used from; 0 = none. */
  device: number;
}

/** The answer, kept apart from what a bank would know. */
export interface AccountTruth {
  role: Role;
  typology: SimTypology;
  /** Number of the ring, 0 = none. */
  ring: number;
  lookalike: Lookalike;
  /** Own money that the account put into the ring's flow, minor units. */
  ownMinor: number;
  /** When the first transfer of the ring touched the account, epoch ms; NaN: none did. */
  ringFrom: number;
}

export interface SimRing {
  /** From 1. */
  readonly id: number;
  readonly typology: SimTypology;
  readonly accounts: number[];
}

/**
 * A simulated country. Static parts are in memory; transfers are made day by day each time `days()` is
 * walked, always the same ones, so that memory does not grow with the length of the period.
 */
export interface SimWorld {
  readonly options: Required<SimOptions>;
  readonly parties: readonly SimParty[];
  readonly accounts: readonly SimAccount[];
  /** Names of devices; [0] is '' (not told). */
  readonly devices: readonly string[];
  /** By party. */
  readonly known: readonly SimKnown[];
  /** By account. */
  readonly openings: readonly SimOpening[];
  readonly truth: readonly AccountTruth[];
  readonly rings: readonly SimRing[];
  /** Accounts of shops, employers, utilities, exchanges, the state and the cash desks of banks. */
  readonly hubs: ReadonlySet<number>;
  days(): Generator<DayTransfers>;
}
