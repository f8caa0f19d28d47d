import { shorten } from '../../domain/errors/shorten.ts';
import type { HashedKind } from '../../domain/keyed-hash.ts';
import type { ExactKey } from '../../screening/lists/exact-key.ts';
import type { ListEntry } from '../../screening/lists/list-entry.ts';
import { maskIdentifiers } from '../audit/mask-identifiers.ts';

/** What of the store's vault an entry needs. */
export interface EntrySealing {
  seal(plain: string): Buffer;
  hash(kind: HashedKind, value: string): Buffer;
}

/** An entry as the store keeps it. */
export interface EntryRecord {
  /** Which entry of its list it is. */
  readonly entryKey: Buffer;
  /** All it says: equal where nothing changed. */
  readonly content: Buffer;
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** In short, for hits. */
  readonly reason: string | undefined;
  readonly sealed: Buffer;
  /** Kinds of its identifiers, and their keyed hashes one after the other. */
  readonly kinds: readonly string[];
  readonly hashes: Buffer;
}

/** An identifier as it is kept for people: of a card only what may be shown of it. */
export type KeptKey =
  | { readonly kind: Exclude<ExactKey['kind'], 'card'>; readonly value: string }
  | { readonly kind: 'card'; readonly first6: string; readonly last4: string };

/** The sealed part of an entry. */
export type KeptEntry = Omit<ListEntry, 'keys' | 'since' | 'until'> & {
  readonly keys: readonly KeptKey[];
};

const REASON_MOST = 120;

/** Hashes and seals an entry. The number of a card ends here. */
export function entryRecord(entry: ListEntry, vault: EntrySealing): EntryRecord {
  const { keys, since, until, ...told } = entry;
  const kept: KeptEntry = { ...told, keys: keys.map(keptKey) };
  return {
    entryKey: vault.hash('entry', keyText(entry)),
    content: vault.hash('entry', JSON.stringify({ ...told, keys: sortedKeys(keys), since, until })),
    since,
    until,
    reason: told.reason === undefined ? undefined : shortReason(told.reason),
    sealed: vault.seal(JSON.stringify(kept)),
    kinds: keys.map(({ kind }) => kind),
    hashes: Buffer.concat(keys.map(({ kind, value }) => vault.hash(kind, value))),
  };
}

/**
 * By its own number where the source gives one. Else by all its identifiers, or its name and birth, and the moment it
 * begins: one party may stand in a list for two incidents.
 */
function keyText({ sourceId, keys, names, births, since }: ListEntry): string {
  if (sourceId !== undefined) return JSON.stringify(['id', sourceId]);
  if (keys.length > 0) return JSON.stringify(['keys', sortedKeys(keys), since]);
  return JSON.stringify(['name', names[0]?.text, births, since]);
}

const sortedKeys = (keys: readonly ExactKey[]): string[] =>
  keys.map(({ kind, value }) => `${kind} ${value}`).sort();

const keptKey = ({ kind, value }: ExactKey): KeptKey =>
  kind === 'card' ? { kind, first6: value.slice(0, 6), last4: value.slice(-4) } : { kind, value };

/** The reason stands unsealed beside a hit: without anybody's numbers. */
const shortReason = (reason: string): string => shorten(maskIdentifiers(reason), REASON_MOST);
