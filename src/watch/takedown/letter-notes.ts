import type { Language } from '../../domain/language.ts';
import { placeText } from './letter.ts';
import type {
  FoundedEntry,
  TakedownBook,
  TakedownChannel,
  TakedownGround,
} from './takedown-book.ts';

/** What the notes of a letter depend on. */
export interface NotedLetter {
  readonly channel: TakedownChannel;
  readonly ground: TakedownGround;
  readonly label: string;
  /** undefined: nothing is sealed yet. */
  readonly capture: { readonly timestamped: boolean } | undefined;
}

/**
 * What whoever sends a letter has to know, and its reader need not: whether its law was compared with the official text, who
 * decides, what to enclose.
 */
export function letterNotes(
  book: TakedownBook,
  { channel, ground, label, capture }: NotedLetter,
  language: Language,
): string[] {
  const { notes } = book;
  const said = [notes.sends[language], channel.decides[language]];
  const cited = [
    ground,
    ...book.substance.filter(({ labels }) => (labels as readonly string[]).includes(label)),
  ];
  for (const entry of cited) said.push(...entryNotes(book, entry, language));
  said.push(notes[channel.package ? 'package' : 'no_package'][language]);
  if (channel.contacts === 'full') said.push(notes.contacts_full[language]);
  if (capture === undefined) said.push(notes.not_sealed[language]);
  else if (!capture.timestamped) said.push(notes.untimestamped[language]);
  return said;
}

function entryNotes(book: TakedownBook, entry: FoundedEntry, language: Language): string[] {
  const place = placeText(book, entry, language);
  if (entry.mark === 'house') return [book.notes.house[language].replace('{place}', () => place)];
  if (entry.verified !== 'no') return [];
  const edition = book.acts.get(entry.act)?.edition ?? '—';
  return [
    book.notes.unverified[language].replace('{place}', () => place).replace('{edition}', edition),
  ];
}
