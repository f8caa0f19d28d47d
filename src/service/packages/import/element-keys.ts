import type { CaseAccount, CaseContact, CaseParty } from '../../../domain/case/case-file.ts';
import { exactKey, type SaidKind } from '../../../screening/lists/exact-key.ts';
import type { ImportedElement } from '../../../store/tables/packages.ts';
import type { Vault } from '../../../store/vault.ts';
import { contactHash } from '../../watch/posts/contact-hash.ts';

/** An identifier of an element, hashed as the rest of the house hashes it. */
export interface ElementKey {
  readonly kind: string;
  readonly hash: Buffer;
  /** In full: shown masked, never kept. */
  readonly value: string;
}

function keyOf(vault: Vault, said: SaidKind, value: string): ElementKey[] {
  const key = exactKey(said, value, (number) => number);
  return key.ok
    ? [{ kind: key.value.kind, hash: vault.hash(key.value.kind, key.value.value), value }]
    : [];
}

export const accountKeys = (vault: Vault, { account, isWallet }: CaseAccount): ElementKey[] =>
  keyOf(vault, isWallet ? 'wallet' : 'account', account);

export const partyKeys = (
  vault: Vault,
  { taxNumber, phones, document }: CaseParty,
): ElementKey[] => [
  ...(taxNumber === null ? [] : keyOf(vault, 'iin_or_bin', taxNumber)),
  ...phones.flatMap((phone) => keyOf(vault, 'phone', phone)),
  ...(document?.number == null ? [] : keyOf(vault, 'document', document.number)),
];

/** Devices and addresses are hashed as customers' are. */
export function contactKeys(vault: Vault, { kind, value }: CaseContact): ElementKey[] {
  switch (kind) {
    case 'email':
      return [];
    case 'device':
    case 'ip':
      return [{ kind, hash: vault.hash(kind, value), value }];
    default:
      return [{ kind, hash: contactHash(vault, { kind, value }), value }];
  }
}

/** Identifiers of a case's own elements, to be met by what others tell. */
export const keysOfElements = (
  vault: Vault,
  elements: {
    readonly accounts: readonly CaseAccount[];
    readonly parties: readonly CaseParty[];
    readonly contacts: readonly CaseContact[];
  },
): ElementKey[] => [
  ...elements.accounts.flatMap((one) => accountKeys(vault, one)),
  ...elements.parties.flatMap((one) => partyKeys(vault, one)),
  ...elements.contacts.flatMap((one) => contactKeys(vault, one)),
];

/** The same of an element as it was kept. */
export function keysOfBody(vault: Vault, element: ImportedElement, body: unknown): ElementKey[] {
  switch (element) {
    case 'account':
      return accountKeys(vault, body as CaseAccount);
    case 'party':
      return partyKeys(vault, body as CaseParty);
    case 'contact':
      return contactKeys(vault, body as CaseContact);
    default:
      return [];
  }
}
