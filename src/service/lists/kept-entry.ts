import { maskAccount, maskHandle, maskIin, maskName, maskPhone } from '../../domain/mask.ts';
import type { Store } from '../../store/store.ts';
import type { KeptEntry, KeptKey } from './entry-record.ts';

/** The sealed part of an entry, opened. */
export const openEntry = (vault: Store['vault'], sealed: Buffer): KeptEntry =>
  JSON.parse(vault.open(sealed).toString()) as KeptEntry;

/** An identifier as everybody who sees the list may see it. */
export function maskedKey(key: KeptKey): string {
  switch (key.kind) {
    case 'iin':
    case 'bin':
      return maskIin(key.value);
    case 'phone':
      return maskPhone(key.value);
    case 'handle':
      return maskHandle(key.value);
    case 'card':
      return shownKey(key);
    default:
      return maskAccount(key.value);
  }
}

/** An identifier in full; of a card what is kept of it. */
export const shownKey = (key: KeptKey): string =>
  key.kind === 'card' ? `${key.first6}••••••${key.last4}` : key.value;

export const maskedNames = (entry: KeptEntry): string[] =>
  entry.names.map(({ text }) => maskName(text));
