import { type Problem, QorganError } from '../../domain/errors/catalogue.ts';
import { parseIin } from '../../domain/iin.ts';
import { openList } from '../../intake/lists/open-list.ts';
import { fileChunks } from '../../intake/text/file-chunks.ts';
import { rejectOfError } from '../../intake/unreadable.ts';
import type { Birth, ListEntry } from '../../screening/lists/list-entry.ts';

/** A party of a file, or something of the file that was not taken. */
export type PartyRow =
  | { readonly line: number; readonly entry: ListEntry }
  | { readonly line: number; readonly fault: Problem };

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Parties of a file in any form of lists, in its order, with what was not taken of it. A row that has neither a name with
 * letters nor an IIN or BIN can be screened by nothing here and is told as QRG_LIST_NOBODY.
 * Throws QorganError for a file that cannot be read as a whole.
 */
export async function* readParties(path: string): AsyncGenerator<PartyRow> {
  try {
    const list = await openList(bytesOf(path));
    for await (const { entries, faults } of list.batches())
      yield* [
        ...faults.map(({ line, code, args }) => ({ line, fault: { code, args } })),
        ...entries.map(rowOf),
      ].sort((a, b) => a.line - b.line);
  } catch (error) {
    const { code, args } = rejectOfError(error, path);
    throw new QorganError(code, args);
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of fileChunks(path, path.endsWith('.gz'))) yield bytes;
}

/** IIN and BIN of an entry, if it tells any. */
export const numbersOf = ({ keys }: Pick<ListEntry, 'keys'>): string[] =>
  keys.filter(({ kind }) => kind === 'iin' || kind === 'bin').map(({ value }) => value);

function rowOf({ line, entry }: { line: number; entry: ListEntry }): PartyRow {
  return isNamed(entry)
    ? { line, entry: withBirth(entry) }
    : { line, fault: { code: 'QRG_LIST_NOBODY', args: {} } };
}

const isNamed = (entry: ListEntry): boolean =>
  entry.names.some(({ text }) => LETTER_OR_DIGIT.test(text)) || numbersOf(entry).length > 0;

/** An IIN tells the day of birth, where nothing else does. */
function withBirth(entry: ListEntry): ListEntry {
  const births = entry.births.length > 0 ? entry.births : numbersOf(entry).flatMap(birthOf);
  return { ...entry, births };
}

function birthOf(number: string): Birth[] {
  const iin = parseIin(number);
  if (!iin.ok || iin.value.bornAt === undefined) return [];
  return [{ day: new Date(iin.value.bornAt).toISOString().slice(0, 'YYYY-MM-DD'.length) }];
}
