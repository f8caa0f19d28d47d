import { createContext, useContext } from 'react';
import type { FilingDetail, Fm1Form, Fm1Told, SignTable } from '../../../src/client/filings.ts';

export type FormField = Fm1Form['parts']['message'][number];
export type FormProblem = FilingDetail['problems'][number];
export type CodeRow = Fm1Form['codes'][number]['rows'][number];

/** What every field of a notice needs to know: where it stands, what is said of it, and whom to tell. */
export interface NoticeDesk {
  readonly form: Fm1Form;
  readonly signs: SignTable | undefined;
  /** As it was read. */
  readonly base: Fm1Told;
  /** As it is being written. */
  readonly document: Fm1Told;
  readonly problems: readonly FormProblem[];
  /** It may be written in. */
  readonly isOpen: boolean;
  readonly set: (place: string, id: string, value: string) => void;
  readonly change: (next: Fm1Told) => void;
}

const DeskContext = createContext<NoticeDesk | null>(null);
export const NoticeDeskOf = DeskContext.Provider;

export function useNotice(): NoticeDesk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('outside of a notice');
  return desk;
}

/** Name of a field in the page. */
export const fieldId = (place: string, id: string): string =>
  `f-${place}-${id}`.replace(/[^\w-]+/g, '_');

/** Where rows are added, and so where it is told that there are too few. */
export const rowsId = (place: string): string => `rows-${place}`.replace(/[^\w-]+/g, '_');

/** Fields that count rows, or stand for them. */
const ROWS_OF: Readonly<Record<string, string>> = {
  '3.4': 'participants',
  '1.1(2)': 'references',
};

/** The element that a problem is about. */
export function placeOf({ place, field }: FormProblem): string {
  if (field === '4.9') return rowsId(`${place}/founders`);
  return field in ROWS_OF && place === 'message' ? rowsId(ROWS_OF[field]) : fieldId(place, field);
}

/** Brings a field into sight and the focus into it; whatever is folded around it opens. */
export function goTo(id: string): void {
  const element = document.getElementById(id);
  if (element === null) return;
  for (let up = element.parentElement; up !== null; up = up.parentElement)
    if (up instanceof HTMLDetailsElement) up.open = true;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
}
