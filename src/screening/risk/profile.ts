import type { OwnerKind } from '../../domain/account.ts';
import type { ListKind } from '../lists/list-kind.ts';

/** Identifiers by which customers are tied to each other. */
export const LINK_KINDS = ['phone', 'device', 'address', 'ip'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** One identifier of a customer and who else has it. Counts are of other customers. */
export interface CustomerLink {
  readonly kind: LinkKind;
  /** Other customers with the same one. */
  readonly customers: number;
  /** Of them, those whom the customer's family explains. */
  readonly family: number;
  /** Of them, those who stand on a list of droppers, or whose account an analyst confirmed as one. */
  readonly listed: number;
  /** So many unrelated customers that the identifier itself is shared: a dormitory, an office, a mobile network. */
  readonly crowd: boolean;
}

/** A list that a customer stands on, or may stand on. */
export interface CustomerListed {
  readonly kind: ListKind | 'pep';
  /** 'key': an exact identifier; 'name': a name that a person has not decided on, or has confirmed. */
  readonly via: 'key' | 'name';
  readonly confirmed: boolean;
  /** 0..1, of the name. */
  readonly score?: number;
}

/** Whether a document of identity is what it says. */
export interface DocumentState {
  readonly kind: 'id_card' | 'passport' | 'residence_permit' | 'other';
  /** Of its machine-readable zone. */
  readonly mrz: 'absent' | 'valid' | 'altered';
  /** Epoch ms. */
  readonly expiresAt?: number;
  /** Whether name, birth and number say the same as the customer. */
  readonly agrees: boolean;
}

/** All that the risk of a customer is rated by. What is absent was not told: it is neither good nor bad by itself. */
export interface CustomerProfile {
  readonly kind: OwnerKind;
  /** When it is rated, epoch ms. */
  readonly at: number;
  /** 'absent': not told; 'invalid': its check digit or date does not stand; 'disagrees': it says another birth or sex. */
  readonly iinOrBin: 'absent' | 'valid' | 'invalid' | 'disagrees';
  readonly document?: DocumentState;
  /** Epoch ms; of a person. */
  readonly bornAt?: number;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship?: string;
  readonly resident?: boolean;
  readonly pep?: 'domestic' | 'foreign' | 'family';
  /** Of a sole trader or a company: when it was registered, epoch ms. */
  readonly registeredAt?: number;
  readonly openedAt?: number;
  readonly openedRemotely?: boolean;
  readonly incomeMonthMinor?: number;
  /** What the engine has seen: money in over the last 30 days, minor units. */
  readonly inMonthMinor?: number;
  /** At this institution. */
  readonly accounts: number;
  readonly cards?: number;
  readonly phoneChangedAt?: number;
  /** Applications for credit, epoch ms, in time's order. */
  readonly creditApplicationsAt?: readonly number[];
  readonly links: readonly CustomerLink[];
  readonly listed: readonly CustomerListed[];
}
