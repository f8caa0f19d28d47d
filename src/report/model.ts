import type { Localized } from '../domain/language.ts';
import type { RowNote } from '../domain/row-note.ts';
import type { VerdictName } from '../engine/verdict.ts';
import type { Role } from '../network/role.ts';

/**
 * Everything a report shows, as plain JSON. Built once by the scan; report.html, report.xlsx and the
 * CSV files are views of it. No clock and no randomness: the same input gives the same bytes.
 * Money is integer minor units; times are epoch ms UTC.
 */
export interface ReportModel {
  version: 1;
  /** ISO 4217, or '' when the input does not say. */
  currency: string;
  /** 'exact', or 'day' when the input has no time of day (then no hour or minute is shown). */
  clock: 'exact' | 'day';
  totals: {
    files: number;
    rows: number;
    transfers: number;
    accounts: number;
    amountMinor: number;
    from: number;
    to: number;
    rejected: number;
    /** The same transfer seen in two statements, counted once. */
    seenTwice: number;
    /** Same id again. */
    duplicates: number;
    /** Arrived out of time order and was sorted in. */
    outOfOrder: number;
    hubs: number;
    /** Steps not walked because they led through a hub or past the budget. */
    walksCut: number;
  };
  files: ReportFile[];
  networks: ReportNetwork[];
  /** Every member of a network, and the highest-scored accounts outside of networks. */
  accounts: ReportAccount[];
  gaps: ReportGap[];
  /** Rejects counted by code, with up to 20 examples each. */
  rejects: { code: string; count: number; about: Localized; examples: RejectExample[] }[];
  /** Rows that were taken with something put right or doubted, counted, with up to 20 examples each. */
  notes: { note: RowNote; count: number; examples: { file: string; line: number }[] }[];
  /** The rules that ran, for the page that explains them. */
  rules: {
    id: string;
    typology: string;
    title: Localized;
    weight: number;
    fired: number;
    amltrix: string | null;
  }[];
  /** Names of the typologies of the rule set. */
  typologies: { id: string; title: Localized }[];
}

/** A typology in words; one the model does not name is shown by its id. */
export function typologyTitle(model: Pick<ReportModel, 'typologies'>, id: string): Localized {
  const plain = id.replace(/[-_]+/g, ' ');
  return (
    model.typologies.find((one) => one.id === id)?.title ?? { ru: plain, kk: plain, en: plain }
  );
}

export interface RejectExample {
  file: string;
  line: number;
  message: Localized;
}

export interface ReportFile {
  name: string;
  /** e.g. 'kaspi', 'halyk', 'official-18', 'csv', 'parquet', 'camt.053' */
  format: string;
  rows: number;
  accepted: number;
  rejected: number;
}

export interface ReportNetwork {
  /** 'N1', 'N2', …: rank order. */
  id: string;
  rank: number;
  /** 0..100: how sure. */
  certainty: number;
  /** Money that went through, counted once (largest cut between those who paid in and those who took out). */
  harmMinor: number;
  from: number;
  to: number;
  members: ReportMember[];
  edges: ReportEdge[];
  /** Two sentences. */
  story: Localized;
  /** Typologies seen, strongest first. */
  typologies: string[];
  /** The sink that many droppers' money reaches: the hidden supplier; null if none. */
  commonSink: { account: string; shareOfMoney: number; fromMembers: number } | null;
}

export interface ReportMember {
  account: string;
  role: Role;
  /** How far along the way of the money, 0 first; the columns of the picture go by it. */
  layer: number;
  inMinor: number;
  outMinor: number;
  score: number;
}

export interface ReportEdge {
  from: string;
  to: string;
  amountMinor: number;
  count: number;
  firstAt: number;
  lastAt: number;
}

export interface ReportSignal {
  rule: string;
  typology: string;
  points: number;
  at: number;
  text: Localized;
}

export interface ReportAccount {
  /** As the input names it (cards masked). */
  account: string;
  bank: string;
  ownerName: string;
  score: number;
  scoreAtArrival: number;
  verdict: VerdictName;
  role: Role;
  /** Network id or ''. */
  network: string;
  inMinor: number;
  outMinor: number;
  inCount: number;
  outCount: number;
  payers: number;
  payees: number;
  /** Amount-weighted median of how long money rested; null if nothing left. */
  heldMsMedian: number | null;
  firstAt: number;
  lastAt: number;
  signals: ReportSignal[];
  /**
   * At most 200 lots, oldest first: what came, and when it left. Where there are more, those of the network's period
   * and the greatest. Empty for accounts without detail.
   */
  lots: ReportLot[];
  /** How many lots there are in all. */
  lotsTotal: number;
}

export interface ReportLot {
  inAt: number;
  /** null: still here at the end of the data. */
  outAt: number | null;
  amountMinor: number;
  from: string;
  to: string;
}

export interface ReportGap {
  account: string;
  institution: Localized;
  from: number;
  to: number;
  amountMinor: number;
  /** Ready to send, in ru and kk; en for reading. */
  request: Localized;
}
