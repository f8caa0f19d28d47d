import type { Fm1Told } from '../../../src/client/filings.ts';
import { type Fm1Values, fieldsOfParticipant, rowsOf } from '../../../src/exchange/fm1/document.ts';

/** Where rows can be added and taken away, with the place of their owner: '' or 'participants/2'. */
export type RowKind = 'references' | 'participants' | 'founders';

/** A place of the form in steps: 'participants/2/founders/1' is ['participants', 1, 'founders', 0]. */
const stepsOf = (place: string): (string | number)[] =>
  place.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) - 1 : step));

/** Values that stand at a place; empty where there is none. */
export function valuesAt(document: Fm1Told, place: string): Fm1Values {
  const [part, i, , k] = stepsOf(place);
  if (part === 'reporter' || part === 'message') return document[part];
  if (part === 'references') return document.references[Number(i)] ?? {};
  const participant = document.participants[Number(i)];
  return (k === undefined ? participant?.fields : participant?.founders[Number(k)]) ?? {};
}

/** The document with the values of one place changed. */
function withValues(document: Fm1Told, place: string, values: Fm1Values): Fm1Told {
  const [part, i, , k] = stepsOf(place);
  const at = Number(i);
  const own = { ...values };
  if (part === 'reporter' || part === 'message') return { ...document, [part]: own };
  if (part === 'references') return { ...document, references: document.references.with(at, own) };
  const participant = document.participants[at];
  const next =
    k === undefined
      ? { ...participant, fields: own }
      : { ...participant, founders: participant.founders.with(Number(k), own) };
  return { ...document, participants: document.participants.with(at, next) };
}

export const withValue = (document: Fm1Told, place: string, id: string, value: string): Fm1Told =>
  withValues(document, place, { ...valuesAt(document, place), [id]: value });

/** @param owner place of the participant that a founder is of; '' for the rest */
export function withRow(document: Fm1Told, kind: RowKind, owner = ''): Fm1Told {
  if (kind === 'references') return { ...document, references: [...document.references, {}] };
  if (kind === 'participants')
    return { ...document, participants: [...document.participants, { fields: {}, founders: [] }] };
  return changeFounders(document, owner, (founders) => [...founders, {}]);
}

export function withoutRow(document: Fm1Told, place: string): Fm1Told {
  const [part, i, , k] = stepsOf(place);
  const at = Number(i);
  if (part === 'references')
    return { ...document, references: document.references.toSpliced(at, 1) };
  if (k === undefined) return { ...document, participants: document.participants.toSpliced(at, 1) };
  return changeFounders(document, `participants/${at + 1}`, (founders) =>
    founders.toSpliced(Number(k), 1),
  );
}

type Founders = Fm1Told['participants'][number]['founders'];

function changeFounders(
  document: Fm1Told,
  owner: string,
  change: (founders: Founders) => Founders,
): Fm1Told {
  const at = Number(stepsOf(owner)[1]);
  const participant = document.participants[at];
  const next = { ...participant, founders: change(participant.founders) };
  return { ...document, participants: document.participants.with(at, next) };
}

/** As it is sent: without empty values, and of participants only what their kind has. */
export function fitted(document: Fm1Told): Fm1Told {
  return {
    reporter: told(document.reporter),
    message: told(document.message),
    references: document.references.map(told),
    participants: document.participants.map(({ fields, founders }) => {
      const own = new Set(fieldsOfParticipant(told(fields)).map(({ id }) => id));
      const kept = Object.entries(told(fields)).filter(([id]) => own.has(id));
      return { fields: Object.fromEntries(kept), founders: founders.map(told) };
    }),
  };
}

const told = (values: Fm1Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([id, value]) => [id, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

export interface ValueChange {
  readonly place: string;
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** Values that differ between two documents, place by place. */
export function changesBetween(before: Fm1Told, after: Fm1Told): ValueChange[] {
  const places = [...rowsOf(before), ...rowsOf(after)].map(({ place }) => place);
  return [...new Set(places)].flatMap((place) => {
    const [was, is] = [valuesAt(before, place), valuesAt(after, place)];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .map((id) => ({ place, id, before: was[id] ?? '', after: is[id] ?? '' }))
      .filter((change) => change.before !== change.after);
  });
}

/** How many rows there are and of whom: where it differs, places of two documents do not mean the same. */
const shapeOf = ({ references, participants }: Fm1Told): string =>
  [references.length, ...participants.map(({ founders }) => founders.length)].join();

/**
 * What one wrote, on top of what others saved meanwhile. Where rows came or went on one's own side, places do not match any more:
 * then one's whole document stands.
 */
export function onTop(theirs: Fm1Told, base: Fm1Told, mine: Fm1Told): Fm1Told {
  if (shapeOf(base) !== shapeOf(mine) || shapeOf(base) !== shapeOf(theirs)) return mine;
  return changesBetween(base, mine).reduce(
    (document, { place, id, after }) => withValue(document, place, id, after),
    theirs,
  );
}
