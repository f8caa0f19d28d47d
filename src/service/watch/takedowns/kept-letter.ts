import type { Vault } from '../../../store/vault.ts';
import type { Letter } from '../../../watch/takedown/letter.ts';

/** What of a request is sealed: its text, and that of its withdrawal. */
export interface KeptLetter extends Letter {
  readonly withdrawal?: Letter | undefined;
}

export const sealLetter = (vault: Vault, letter: KeptLetter): Buffer =>
  vault.seal(JSON.stringify(letter));

/** What opens is what was sealed. */
export const openLetter = (vault: Vault, sealed: Uint8Array): KeptLetter =>
  JSON.parse(vault.open(sealed).toString()) as KeptLetter;
