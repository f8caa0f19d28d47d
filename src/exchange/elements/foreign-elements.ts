import type { CaseAccount, CaseContact, CaseParty } from '../../domain/case/case-file.ts';

/** ISO 4217 for "no currency": another system named an account and not what it is in. */
const NO_CURRENCY = 'XXX';
/** ISO 13616 by its shape; whether its check digits hold is the business of who takes it in. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** An account of which only the number is known. */
export const bareAccount = (id: string, account: string, isWallet: boolean): CaseAccount => ({
  id,
  account,
  isIban: !isWallet && IBAN.test(account),
  isWallet,
  home: null,
  currency: NO_CURRENCY,
  holder: null,
  role: 'unknown',
  openedAt: null,
  status: 'active',
  hops: null,
  isForeign: true,
  devices: [],
  ips: [],
  origin: null,
});

/** What a case may know of a party besides its name and kind, and here does not. */
export const NOTHING_KNOWN = {
  personName: null,
  taxNumber: null,
  bornOn: null,
  birthPlace: null,
  sex: null,
  citizenship: null,
  resident: null,
  pep: null,
  address: null,
  phones: [],
  emails: [],
  document: null,
  registeredOn: null,
  occupation: null,
} as const;

/** A party of which only the name is known. */
export const bareParty = (id: string, kind: CaseParty['kind'], name: string | null): CaseParty => ({
  id,
  kind,
  name,
  ...NOTHING_KNOWN,
  role: 'unknown',
  isClient: false,
  origin: null,
});

export const bareContact = (id: string, kind: CaseContact['kind'], value: string): CaseContact => ({
  id,
  kind,
  value,
  seenWith: [],
  origin: null,
});
