import type { CaseFile } from '../domain/case/case-file.ts';
import type { Origin, Tlp } from '../domain/case/marking.ts';
import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import { toWire, type WireObject } from './elements/wire.ts';

/** How a package is marked as a whole. */
export interface MarkingOptions {
  /** Of our own elements; those of other houses keep theirs. */
  readonly tlp: Tlp;
  /** Codes of partners whom our own elements may go on to. */
  readonly namedTo?: readonly string[];
}

/** What an element is handled by: its own mark where another house sent it, else the mark of the package. */
export const tlpOf = (origin: Origin | null, options: MarkingOptions): Tlp =>
  origin?.tlp ?? options.tlp;

/** Who an element came from and whom it is named to; nothing for our own. The number of an import is nobody else's business. */
const handlingOf = (origin: Origin | null): WireObject =>
  origin === null ? {} : { handling: toWire(origin, ['packageId', 'tlp']) };

/** What frames the elements; the title is said where each format has its place for it. */
export function caseWire(file: CaseFile, { namedTo = [] }: MarkingOptions): WireObject {
  const { number, openedAt, asOf, state, outcome, cut } = file;
  return {
    ...toWire({ number, openedAt, asOf, state, outcome, cut }),
    ...(namedTo.length === 0 ? {} : { named_to: namedTo }),
  };
}

/** An element as extensions carry it, with its handling. */
export const elementWire = (
  element: { readonly origin: Origin | null },
  except: readonly string[] = [],
): WireObject => ({ ...toWire(element, ['origin', ...except]), ...handlingOf(element.origin) });

/** TLP:RED is for the named reader alone: no writer of exchange writes it, whatever the package decided. */
export function refuseRed(file: CaseFile, { tlp }: MarkingOptions): Result<null> {
  if (tlp === 'red') return fail('QRG_WRITTEN_RED', { what: file.number });
  const lists = [file.parties, file.accounts, file.transfers, file.posts, file.contacts];
  const red = lists.flat().find(({ origin }) => origin?.tlp === 'red');
  return red === undefined ? ok(null) : fail('QRG_WRITTEN_RED', { what: red.id });
}

/** 0001-01-01 and the end of 9999, epoch ms: what four digits of a year can say (RFC 3339). */
const TIME_LEAST = -62_135_596_800_000;
const TIME_MOST = 253_402_300_799_999;

/** That every time of the file can be written as RFC 3339 says. */
export function refuseTimes(file: CaseFile): Result<null> {
  const times: [string, number | null][] = [
    [file.number, file.openedAt],
    [file.number, file.asOf],
    ...file.accounts.map(({ id, openedAt }): [string, number | null] => [id, openedAt]),
    ...file.transfers.map(({ id, at }): [string, number] => [id, at]),
    ...file.posts.map(({ id, at }): [string, number] => [id, at]),
  ];
  const beyond = times.find(
    ([, at]) => at !== null && !(Number.isInteger(at) && at >= TIME_LEAST && at <= TIME_MOST),
  );
  return beyond === undefined ? ok(null) : fail('QRG_WRITTEN_TIME', { what: beyond[0] });
}

/** '2026-10-05T06:30:00.000Z'. */
export const isoTime = (at: number): string => new Date(at).toISOString();

/** Part of a file's name: the number of a case in letters that every system takes. */
export const nameOf = (number: string): string =>
  number.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60) || 'case';
