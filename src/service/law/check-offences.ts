import type { Offence, Sourced } from '../../law/offences/offence.ts';
import type { OffenceBook } from '../../law/offences/offence-book.ts';
import type { EffectivePeriod } from '../../law/terms.ts';
import { lawFileError, type Place } from './read-yaml.ts';

/** An offence of a file and where it stands there. */
export interface Placed {
  readonly offence: Offence;
  readonly where: string;
}

/** Where what is checked stands. */
interface Places {
  readonly placed: readonly Placed[];
  readonly units: Place;
  readonly categories: Place;
  readonly release: Place;
  readonly minors: Place;
}

/** What the files of offences must hold to between them. Throws QRG_LAW_FILE. */
export function checkOffences(book: OffenceBook, places: Places): void {
  const { placed } = places;
  for (const [i, { offence, where }] of placed.entries()) {
    checkAct(book, offence, where, offence.id);
    checkEditions(placed, i);
    checkTiers(offence, where);
    checkNames(book, offence, where);
  }
  for (const [i, ground] of [...book.release.values()].entries())
    checkAct(book, ground, places.release(['grounds', i]), ground.id);
  for (const key of ['limits', 'protection'] as const)
    for (const [i, rule] of book[key].entries())
      checkAct(book, rule, places.minors([key, i]), rule.id);
  for (const [key, rule] of [
    ['limitation', book.limitation],
    ['time', book.time],
  ] as const)
    if (rule !== null) checkAct(book, rule, places.categories([key]), key);
  for (const [i, { effective }] of (book.unit?.values ?? []).entries())
    if (book.unit?.values.some((other, j) => j < i && overlap(other.effective, effective)))
      throw lawFileError(places.units(['values', i]), 'values', 'two values hold for one day');
}

/** What comes from no text that was read must not say it does. */
function checkAct(book: OffenceBook, entry: Sourced, where: string, id: string): void {
  const act = book.acts.get(entry.act);
  if (act === undefined) throw lawFileError(where, id, `no act ${entry.act} in acts.yaml`);
  if (entry.edition === 'none' && entry.mark === 'P')
    throw lawFileError(where, id, 'mark P needs the edition that was read');
  if (act.house !== (entry.mark === 'house'))
    throw lawFileError(where, id, 'mark house goes with a house rule, and only with one');
}

function checkEditions(placed: readonly Placed[], i: number): void {
  const { offence, where } = placed[i];
  const same = placed.filter(({ offence: { id } }) => id === offence.id);
  const twin = same.find(
    (other) => other.offence !== offence && overlap(other.offence.effective, offence.effective),
  );
  if (twin !== undefined) throw lawFileError(where, offence.id, 'two editions hold for one day');
  const isFirst = same.every((other) => other.offence.effective.from >= offence.effective.from);
  if (isFirst && offence.since !== null)
    throw lawFileError(where, offence.id, 'the first edition cannot say what it changed');
  if (!isFirst && offence.since === null)
    throw lawFileError(where, offence.id, 'a later edition says what it changed (`since`)');
}

function checkTiers({ id, kind, tiers }: Offence, where: string): void {
  if (kind === 'crime' && tiers.length === 0) throw lawFileError(where, id, 'a crime has parts');
  for (const [i, tier] of tiers.entries()) {
    const twice = tiers.findIndex((other) => other.id === tier.id) < i;
    if (twice) throw lawFileError(where, tier.id, 'is there twice');
    const asks = tier.amount !== null || tier.circumstances.length > 0;
    if (kind === 'crime' && asks !== i > 0)
      throw lawFileError(
        where,
        tier.id,
        'the first part is the basic one, each other needs a size or a circumstance',
      );
  }
}

/** Each id that an offence names is there. */
function checkNames(book: OffenceBook, offence: Offence, where: string): void {
  const lost = offence.release.find((id) => !book.release.has(id));
  if (lost !== undefined) throw lawFileError(where, lost, 'is not in release.yaml');
  const tiers = new Set(book.offences.flatMap((one) => one.tiers.map(({ id }) => id)));
  const loose = offence.breach.find((id) => !tiers.has(id));
  if (loose !== undefined) throw lawFileError(where, loose, 'is the part of no offence');
}

const overlap = (a: EffectivePeriod, b: EffectivePeriod): boolean =>
  a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999');
