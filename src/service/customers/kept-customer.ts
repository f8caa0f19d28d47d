import type { OwnerKind } from '../../domain/account.ts';
import { maskCard } from '../../domain/mask.ts';
import type { ExactKey, KeyKind } from '../../screening/lists/exact-key.ts';
import type { CustomerProfile, DocumentState } from '../../screening/risk/profile.ts';
import type { Store } from '../../store/store.ts';

/** A document of identity as the institution tells it. */
export interface ToldDocument {
  readonly kind: DocumentState['kind'];
  readonly number?: string | undefined;
  /** 'YYYY-MM-DD'. */
  readonly expiresOn?: string | undefined;
  readonly mrz?: string | undefined;
}

/** A client as an institution tells it. */
export interface ToldCustomer {
  readonly externalId: string;
  readonly name: string;
  readonly kind: OwnerKind;
  readonly identifiers: readonly { readonly kind: KeyKind; readonly value: string }[];
  /** IBANs, or accounts as the institution names them. */
  readonly accounts: readonly string[];
  readonly openedAt?: number | undefined;
  readonly incomeMonthMinor?: number | undefined;
  /** Days: 'YYYY-MM-DD'. */
  readonly bornOn?: string | undefined;
  readonly registeredOn?: string | undefined;
  readonly citizenship?: string | undefined;
  readonly resident?: boolean | undefined;
  readonly pep?: CustomerProfile['pep'];
  readonly address?: string | undefined;
  readonly devices: readonly string[];
  readonly ips: readonly string[];
  readonly cards?: number | undefined;
  readonly document?: ToldDocument | undefined;
  readonly openedRemotely?: boolean | undefined;
  readonly phoneChangedAt?: number | undefined;
  readonly creditApplicationsAt: readonly number[];
  /** External ids of family. */
  readonly relatives: readonly string[];
}

/** What the store keeps of a client, sealed. */
export interface KeptCustomer {
  readonly name: string;
  readonly kind: OwnerKind;
  /** Of a card only what may be shown of it. */
  readonly identifiers: readonly { readonly kind: KeyKind; readonly value: string }[];
  readonly openedAt: number | null;
  readonly incomeMonthMinor: number | null;
  readonly bornOn: string | null;
  readonly registeredOn: string | null;
  readonly citizenship: string | null;
  readonly resident: boolean | null;
  readonly pep: NonNullable<CustomerProfile['pep']> | null;
  readonly address: string | null;
  readonly devices: readonly string[];
  readonly ips: readonly string[];
  readonly cards: number | null;
  readonly document: ToldDocument | null;
  readonly openedRemotely: boolean | null;
  readonly phoneChangedAt: number | null;
  readonly creditApplicationsAt: readonly number[];
  readonly relatives: readonly string[];
}

/** What is kept of a customer, the identifiers in normal form. */
export function keptOf(told: ToldCustomer, keys: readonly ExactKey[]): KeptCustomer {
  return {
    name: told.name,
    kind: told.kind,
    identifiers: keys.map(({ kind, value }) => ({
      kind,
      value: kind === 'card' ? maskCard(value) : value,
    })),
    openedAt: told.openedAt ?? null,
    incomeMonthMinor: told.incomeMonthMinor ?? null,
    bornOn: told.bornOn ?? null,
    registeredOn: told.registeredOn ?? null,
    citizenship: told.citizenship ?? null,
    resident: told.resident ?? null,
    pep: told.pep ?? null,
    address: told.address ?? null,
    devices: told.devices,
    ips: told.ips,
    cards: told.cards ?? null,
    document: told.document ?? null,
    openedRemotely: told.openedRemotely ?? null,
    phoneChangedAt: told.phoneChangedAt ?? null,
    creditApplicationsAt: told.creditApplicationsAt.toSorted((a, b) => a - b),
    relatives: told.relatives,
  };
}

/** Customers that were told before these could be. */
const NOT_TOLD: Omit<KeptCustomer, 'name' | 'kind' | 'identifiers' | 'openedAt'> = {
  incomeMonthMinor: null,
  bornOn: null,
  registeredOn: null,
  citizenship: null,
  resident: null,
  pep: null,
  address: null,
  devices: [],
  ips: [],
  cards: null,
  document: null,
  openedRemotely: null,
  phoneChangedAt: null,
  creditApplicationsAt: [],
  relatives: [],
};

/** What the store keeps of a client, opened. */
export const openCustomer = ({ vault }: Pick<Store, 'vault'>, sealed: Buffer): KeptCustomer => ({
  ...NOT_TOLD,
  ...JSON.parse(vault.open(sealed).toString('utf8')),
});

/** The IIN or BIN of a customer, where one was told. */
export const numberOf = ({ identifiers }: Pick<KeptCustomer, 'identifiers'>) =>
  identifiers.find(({ kind }) => kind === 'iin' || kind === 'bin');
