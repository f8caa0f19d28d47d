import type { AccountFacts } from '../../../domain/account.ts';
import type { Localized } from '../../../domain/language.ts';
import type { Role } from '../../../network/role.ts';

/** What the dropped files of a case say together: plain data, kept sealed as JSON. Places are indexes into `accounts`. */
export interface StatementLook {
  /** ISO 4217; '' where the files do not say. */
  readonly currency: string;
  readonly clock: 'exact' | 'day';
  readonly accounts: readonly StatementAccount[];
  /** In order of time; of more than are kept the gravest. */
  readonly transfers: readonly StatementTransfer[];
  readonly networks: readonly StatementNetwork[];
  readonly gaps: readonly StatementGap[];
  /** By place in the files as given. */
  readonly files: readonly StatementFileTold[];
  readonly rejects: readonly StatementReject[];
  /** All of them, also those not listed. */
  readonly rejected: number;
  /** More transfers than are kept, or than were read. */
  readonly cut: boolean;
}

export interface StatementAccount {
  /** As the files name it. */
  readonly name: string;
  readonly facts: AccountFacts;
  readonly role: Role;
  /** Layer of its network; null: of none. */
  readonly hops: number | null;
  readonly hub: boolean;
}

export interface StatementTransfer {
  readonly id: string;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  /** Index into CHANNELS, PURPOSES, VERDICTS. */
  readonly channel: number;
  readonly purpose: number;
  readonly verdict: number;
  /** 0..100. */
  readonly score: number;
  /** Names of rules, strongest first. */
  readonly rules: readonly string[];
  /** What the bank wrote; null: nothing, or a file without words. */
  readonly text: string | null;
  readonly suspicious: boolean;
}

export interface StatementNetwork {
  /** 'N1', 'N2': by rank. */
  readonly id: string;
  /** 0..1 */
  readonly certainty: number;
  readonly harmMinor: number;
  readonly story: Localized;
  readonly members: readonly number[];
}

export interface StatementGap {
  readonly account: string;
  readonly institution: Localized;
  /** Epoch ms, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly amountMinor: number;
  /** Ready to send. */
  readonly request: Localized;
}

export interface StatementFileTold {
  /** 'none': it could not be read. */
  readonly format: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
}

export interface StatementReject {
  /** Place of the file. */
  readonly file: number;
  /** 1-based; 0: the whole file. */
  readonly line: number;
  readonly code: string;
  /** In each language. */
  readonly reason: Localized;
}
