import type { Channel, Purpose } from '../../domain/transfer.ts';
import type { KeyKind } from '../../screening/lists/exact-key.ts';

/** Transfers of one request. */
export const BATCH_MOST = 8_192;

/** An identifier a bank tells of one end of a transfer, beside its account. */
export interface ToldIdentifier {
  readonly kind: KeyKind;
  readonly value: string;
}

/** One transfer that asks for a decision. Shapes and bounds are checked before it comes here. */
export interface TransferRequest {
  /** The client's own, unique within its institution. A repeat answers the same decision. */
  readonly id: string;
  /** Epoch ms, UTC. */
  readonly at: number;
  /** IBAN, or the account as the institution names it. */
  readonly payer: string;
  readonly payee: string;
  /** Integer minor units, > 0. */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly channel?: Channel;
  readonly purpose?: Purpose;
  readonly device?: string;
  readonly payerIdentifiers?: readonly ToldIdentifier[];
  readonly payeeIdentifiers?: readonly ToldIdentifier[];
}

/** Who reports a transfer: names of accounts that are no IBAN are its own. */
export interface Institution {
  readonly institutionId: number;
  readonly code: string;
}
