import type { OwnerKind } from '../account.ts';
import type { Language } from '../language.ts';
import type { Ask, ContactKind, PostLabel, Stance } from '../post.ts';
import type { Channel, Purpose } from '../transfer.ts';
import type { CaseFact } from './case-fact.ts';
import type { Origin } from './marking.ts';

/**
 * One case as everything outside of the store reads it: law qualifies it, exchange writes it. Plain data in full, never
 * masked: whoever loads it has the right to, and the look is written down. Ids are stable within the case and across loads.
 */
export interface CaseFile {
  readonly caseId: number;
  /** 'KZ-2026-000123', unique in the installation. */
  readonly number: string;
  readonly title: string;
  readonly openedAt: number;
  /** When this was read from the store. */
  readonly asOf: number;
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  /** Whose case it is: who reports. */
  readonly institution: CaseInstitution;
  /** Who answers for it in the institution; null while nobody took it. */
  readonly officer: CaseOfficer | null;
  readonly parties: readonly CaseParty[];
  readonly accounts: readonly CaseAccount[];
  /** In order of time. */
  readonly transfers: readonly CaseTransfer[];
  readonly posts: readonly CasePost[];
  /** Phones, handles, wallets, devices, addresses that nothing else holds. */
  readonly contacts: readonly CaseContact[];
  readonly signals: readonly CaseSignal[];
  readonly networks: readonly CaseNetwork[];
  readonly holds: readonly CaseHold[];
  /** What people said of the acts, for the lawyer's draft. */
  readonly facts: readonly CaseFact[];
  /** True when transfers were more than a case file carries; then the gravest are here. */
  readonly cut: boolean;
}

export const CASE_STATES = ['open', 'in_work', 'waiting', 'closed', 'merged'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_OUTCOMES = ['confirmed', 'not_confirmed', 'unclear', 'handed_over'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export interface CaseInstitution {
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly bic: string | null;
  readonly bin: string | null;
}

export interface CaseOfficer {
  readonly userId: number;
  readonly name: string;
  readonly job: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What a person or organisation does in the case, as networks and people say. */
export const CASE_ROLES = [
  'victim',
  'collector',
  'transit',
  'cashout',
  'organiser',
  'recruiter',
  'mule', // a dropper whose place in the flow is not told apart
  'counterparty',
  'unknown',
] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

export interface PersonName {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string | null;
}

export interface CaseParty {
  /** 'c17': customer 17; 'o5': a holder known only by the account of foreign institution; 'i3': from an import. */
  readonly id: string;
  readonly kind: OwnerKind;
  readonly name: string | null;
  /** Parts of a person's name where they are known apart. */
  readonly personName: PersonName | null;
  /** IIN of a person, BIN of an organisation. */
  readonly taxNumber: string | null;
  /** 'YYYY-MM-DD'. */
  readonly bornOn: string | null;
  readonly birthPlace: string | null;
  readonly sex: 'male' | 'female' | null;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string | null;
  readonly resident: boolean | null;
  readonly pep: boolean | null;
  readonly address: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly document: CaseDocument | null;
  /** Of an organisation: 'YYYY-MM-DD'. */
  readonly registeredOn: string | null;
  /** What a customer says of work; null: not told. */
  readonly occupation: string | null;
  readonly role: CaseRole;
  /** A client of the institution whose case it is. */
  readonly isClient: boolean;
  readonly origin: Origin | null;
}

export interface CaseDocument {
  readonly kind: string;
  readonly series: string | null;
  readonly number: string | null;
  readonly issuedBy: string | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
}

export interface AccountHome {
  /** Code of the bank as IBAN carries it, or the name that the transfer gives. */
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly bic: string | null;
}

export interface CaseAccount {
  /** 'a17': account number 17 of the store; 'i4': from an import. */
  readonly id: string;
  /** IBAN, card (masked) or the name that transfers carry. */
  readonly account: string;
  readonly isIban: boolean;
  /** A coin address rather than an account of an institution. */
  readonly isWallet: boolean;
  readonly home: AccountHome | null;
  readonly currency: string;
  /** Id of the holder; null: not known. */
  readonly holder: string | null;
  readonly role: CaseRole;
  readonly openedAt: number | null;
  /** 'active' unless a hold or the bank says otherwise. */
  readonly status: 'active' | 'held' | 'closed';
  /** Steps of quick hand-overs between the first payer and this account; null: not traced. */
  readonly hops: number | null;
  /** Home country differs from the institution's. */
  readonly isForeign: boolean;
  readonly devices: readonly string[];
  readonly ips: readonly string[];
  readonly origin: Origin | null;
}

export interface CaseTransfer {
  /** As the bank names it; unique in the case. */
  readonly id: string;
  readonly at: number;
  /** Ids of accounts. */
  readonly payer: string;
  readonly payee: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** What the payment says it is for; null: not told. */
  readonly text: string | null;
  readonly verdict: 'allow' | 'review' | 'hold';
  /** 0..100. */
  readonly score: number;
  /** Names of the rules that signalled, strongest first. */
  readonly rules: readonly string[];
  /** Executed, held now, refused or returned. */
  readonly state: 'executed' | 'held' | 'refused' | 'returned';
  /** A person or the verdict says that this transfer is what the case is about. */
  readonly isSuspicious: boolean;
  readonly origin: Origin | null;
}

export interface CasePost {
  readonly id: string;
  readonly at: number;
  readonly url: string | null;
  readonly author: string | null;
  readonly text: string;
  readonly lang: Language | 'other' | 'und';
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: readonly Ask[];
  /** Id of the campaign; null: alone. */
  readonly campaign: string | null;
  /** SHA-256 of the sealed copy, hex; null: not sealed. */
  readonly captureHash: string | null;
  readonly origin: Origin | null;
}

export interface CaseContact {
  readonly id: string;
  readonly kind: ContactKind | 'device' | 'ip' | 'email';
  readonly value: string;
  /** Ids of posts, parties and accounts it was seen with. */
  readonly seenWith: readonly string[];
  readonly origin: Origin | null;
}

export interface CaseSignal {
  /** Name of the rule. */
  readonly rule: string;
  /** AMLTRIX technique id, where the rule has one. */
  readonly amltrix: string | null;
  /** In the language the file was loaded in. */
  readonly text: string;
  /** Ids of the transfers and accounts behind it. */
  readonly about: readonly string[];
}

export interface CaseNetwork {
  readonly networkId: string;
  /** 0..1. */
  readonly certainty: number;
  readonly harmMinor: number;
  readonly story: string;
  /** ISO countries of accounts in it besides the institution's own. */
  readonly countries: readonly string[];
}

export interface CaseHold {
  readonly holdId: number;
  readonly transfer: string;
  readonly state: string;
  readonly heldMinor: number;
  readonly currency: string;
  readonly placedAt: number | null;
}
