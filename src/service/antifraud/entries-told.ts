import type { AntifraudMessage } from '../../exchange/antifraud/message.ts';

/** A message of the centre about an entry of one of its bases. */
export type EntryMessage = Extract<AntifraudMessage, { kind: 'list_entry' }>;
type Identifiers = EntryMessage['body']['identifiers'];

/** An entry that stands. */
export interface ToldEntry {
  /** Id of the message that first told it: the same entry told again goes on under it. */
  readonly id: string;
  /** What was told last. */
  readonly message: EntryMessage;
}

/**
 * Entries of a base that stand after all its messages, in the order in which the centre made them. An entry told again takes
 * the place of the one before. One is taken out when all that its removal names is of the entry, or all of the entry is
 * named: who shares a phone with somebody removed stays, unless nothing but the phone is named.
 */
export function entriesTold(messages: Iterable<EntryMessage>): ToldEntry[] {
  const inOrder = [...messages].sort(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1),
  );
  const entries = new Map<string, ToldEntry>();
  for (const message of inOrder) {
    const { change, identifiers } = message.body;
    const key = keyOf(identifiers);
    if (change === 'add') entries.set(key, { id: entries.get(key)?.id ?? message.id, message });
    else
      for (const [other, { message: told }] of entries)
        if (
          isWithin(identifiers, told.body.identifiers) ||
          isWithin(told.body.identifiers, identifiers)
        )
          entries.delete(other);
  }
  return [...entries.values()];
}

/** The entries as a file that lists are imported from, each with where it came from. Empty: none stands. */
export const listOfEntries = (entries: readonly ToldEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(rowOf(entry))}\n`).join('');

function rowOf({ id, message: { id: messageId, createdAt, sender, body } }: ToldEntry) {
  return {
    ...{ id, ...body.identifiers, reason: body.reason },
    note: `${sender.name}, ${createdAt}, ${messageId}`,
    since: String(Date.parse(body.since)),
    ...(body.until !== undefined && { until: String(Date.parse(body.until)) }),
  };
}

const told = (identifiers: Identifiers) =>
  Object.entries(identifiers).filter(([, value]) => value !== undefined);

/** The same party told again has the same key. */
const keyOf = (identifiers: Identifiers): string => JSON.stringify(told(identifiers).sort());

const isWithin = (part: Identifiers, whole: Identifiers): boolean =>
  told(part).every(([kind, value]) => whole[kind as keyof Identifiers] === value);
