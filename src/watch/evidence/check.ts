import type { Problem } from '../../domain/errors/catalogue.ts';

/** What is checked of a package, in the order it is told. */
export const EVIDENCE_CHECKS = [
  'archive', // built as Qorgan builds it, to the last byte
  'files', // every listed file is there with its size and SHA-256
  'unlisted', // and none beside
  'signature', // Ed25519 over the manifest, by the key in the package
  'key', // which is the key that the reader expects
  'events', // the log is one chain and ends where the manifest says
  'capture', // capture.json says what the rest says
  'warc', // digests of the WARC records, and their payload is raw.bin
  'text', // the post's text is in the bytes received
  'timestamp', // the token is for this signature, and its own signature stands
  'timestamp_root', // the token's certificate leads to the root that the reader trusts
] as const;

/** The same of a case with sealed copies in it. */
export const CASE_CHECKS = [
  'archive',
  'files',
  'unlisted',
  'signature',
  'key',
  'events',
  'case', // case.json is a case
  'copies', // each enclosed copy stands by itself
] as const;
export type EvidenceCheckName = (typeof EVIDENCE_CHECKS)[number] | (typeof CASE_CHECKS)[number];

export const CHECK_STATES = ['valid', 'altered', 'cannot_be_checked'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** One check and how it came out. */
export interface EvidenceCheck {
  readonly check: EvidenceCheckName;
  readonly result: CheckState;
  /** Why it is not valid. */
  readonly detail?: Problem;
  /** What a valid check found: a fingerprint, a time (ISO, UTC), how many. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export const valid = (
  check: EvidenceCheckName,
  facts: Readonly<Record<string, string | number>> = {},
): EvidenceCheck => ({ check, result: 'valid', facts });

export const altered = (check: EvidenceCheckName, detail: Problem): EvidenceCheck => ({
  check,
  result: 'altered',
  detail,
});

export const unchecked = (check: EvidenceCheckName, detail: Problem): EvidenceCheck => ({
  check,
  result: 'cannot_be_checked',
  detail,
});

/** Valid where nothing was found wrong. */
export const checked = (
  check: EvidenceCheckName,
  problem: Problem | undefined,
  facts?: Readonly<Record<string, string | number>>,
): EvidenceCheck => (problem ? altered(check, problem) : valid(check, facts));

/** Nothing is altered: what could be checked is valid. */
export const isUnaltered = (checks: readonly EvidenceCheck[]): boolean =>
  checks.every(({ result }) => result !== 'altered');
