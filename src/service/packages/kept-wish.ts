import type { RecallAnswer, RecallState, SentRecall } from '../../exchange/iso20022/recall.ts';
import type { Matchable } from '../../exchange/known-accounts/matchable.ts';
import type { Vault } from '../../store/vault.ts';

/** What a package is about, and what is asked; ids are those of the case. */
export interface PackageAsk {
  readonly accounts: readonly string[];
  readonly transfers: readonly string[];
  /** Epoch ms. */
  readonly from: number | null;
  readonly to: number | null;
  readonly text: string | null;
}

/** One of our accounts that a question was about. */
export interface AskedAccount extends Matchable {
  /** As the case calls it. */
  readonly account: string;
}

/** What of a package is sealed beside its bytes. */
export interface KeptPackage {
  /** null of what came in. */
  readonly purpose: string | null;
  readonly ask: PackageAsk | null;
  /** What a person told of the sending. */
  readonly sent: { readonly how: string; readonly to: string } | null;
  /** Of a question for accounts: what the answer is compared with. Of an answer that came: what of it is known. */
  readonly known: { readonly round: string; readonly accounts: readonly AskedAccount[] } | null;
  /** Of a request that came: the number that an answer names. */
  readonly theirNumber?: string | undefined;
  /** Of a recall: what answers are matched by. */
  readonly recall?: SentRecall | undefined;
  /** Of an answer to a recall: what it says, and what became of each payment by it and those before it. */
  readonly recallAnswer?: RecallAnswer | undefined;
  readonly recalled?: readonly RecallState[] | undefined;
}

export const sealKept = (vault: Vault, kept: KeptPackage): Buffer =>
  vault.seal(JSON.stringify(kept));

/** What opens is what was sealed. */
export const openKept = (vault: Vault, sealed: Uint8Array): KeptPackage =>
  JSON.parse(vault.open(sealed).toString()) as KeptPackage;
