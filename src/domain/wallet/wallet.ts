/** Chains whose addresses Qorgan knows. 'eth' stands for every chain with Ethereum's addresses. */
export const CHAINS = ['btc', 'eth', 'trx', 'ton'] as const;
export type Chain = (typeof CHAINS)[number];

/** The address of a wallet in its chain's normal form: two spellings of one wallet are equal texts. */
export interface Wallet {
  readonly chain: Chain;
  readonly address: string;
  /** False where the spelling carried no checksum, so that a typo would not have been seen. */
  readonly checked: boolean;
}
