import type { Role } from './role.ts';

/**
 * What the network area works on: the transfers around suspicious accounts, in time order, as columns.
 * Accounts are indexes of the scan's AccountTable.
 */
export interface Flows {
  count: number;
  at: Float64Array;
  payer: Uint32Array;
  payee: Uint32Array;
  amountMinor: Float64Array;
  /** Index into domain CHANNELS. */
  channel: Uint8Array;
  /** Score at arrival 0..100. */
  score: Uint8Array;
}

/** What the engine concluded about one account. */
export interface Suspect {
  account: number;
  /** 0..100 */
  score: number;
  /** Typology -> 0..100, of the signals about this account. */
  typologies: Readonly<Record<string, number>>;
  /** 0..1: what a model that looked back says of its transfers; joins as an independent reason. */
  learned?: number;
}

export interface Member {
  account: number;
  role: Role;
  layer: number;
  inMinor: number;
  outMinor: number;
  score: number;
}

export interface NetworkEdge {
  from: number;
  to: number;
  amountMinor: number;
  count: number;
  firstAt: number;
  lastAt: number;
}

export interface Network {
  rank: number;
  /** 0..100 */
  certainty: number;
  harmMinor: number;
  from: number;
  to: number;
  members: Member[];
  edges: NetworkEdge[];
  typologies: string[];
  commonSink: { account: number; shareOfMoney: number; fromMembers: number } | null;
}
