import type { NameMatch } from '../../screening/names/name-match.ts';
import type { Store } from '../../store/store.ts';

/** How a customer's name met that of an entry, as it is kept, sealed, with the hit. */
export interface KeptMatch extends Pick<NameMatch, 'listed' | 'parts' | 'birth' | 'key'> {
  /** What the customer was called when it was compared. */
  readonly asked: string;
}

export const sealMatch = (
  vault: Store['vault'],
  { listed, parts, birth, key }: NameMatch,
  asked: string,
): Buffer => vault.seal(JSON.stringify({ asked, listed, parts, birth, key } satisfies KeptMatch));

export const openMatch = (vault: Store['vault'], sealed: Buffer): KeptMatch =>
  JSON.parse(vault.open(sealed).toString('utf8'));
