import type { CaseFile } from '../../domain/case/case-file.ts';
import { type Origin, stricter, type Tlp } from '../../domain/case/marking.ts';
import { isoTime, type MarkingOptions, tlpOf } from '../element-marks.ts';
import type { Wire, WireObject } from '../elements/wire.ts';
import { EXTENSION_ID, saysMore } from './extension.ts';
import { ownId } from './ids.ts';
import type { StixObject } from './stix-object.ts';
import { tlpMarkingId } from './tlp-marking.ts';

/** What an observable says of the case: several elements may be of one account, a post's number and a customer's. */
interface Entry {
  readonly list: 'accounts' | 'contacts';
  readonly wire: WireObject;
  readonly tlp: Tlp;
}
interface Observable {
  readonly properties: StixObject;
  tlp: Tlp;
  readonly entries: Entry[];
}

/** A bundle as it is being written. */
export class StixWriting {
  readonly file: CaseFile;
  readonly options: MarkingOptions;
  /** Identity of the institution. */
  readonly by: string;
  readonly #created: string;
  readonly #modified: string;
  readonly #domain: StixObject[] = [];
  readonly #observables = new Map<string, Observable>();
  /** Mark of each object by its id. */
  readonly #marks = new Map<string, Tlp>();

  constructor(file: CaseFile, options: MarkingOptions) {
    this.file = file;
    this.options = options;
    this.by = ownId('identity', file, 'institution');
    // A case whose opening may not leave is as old as this reading of it.
    const created = file.openedAt === 0 ? file.asOf : file.openedAt;
    this.#created = isoTime(created);
    this.#modified = isoTime(Math.max(created, file.asOf));
  }

  /** A domain or relationship object, marked. Properties of undefined are left out. */
  add(
    type: string,
    id: string,
    tlp: Tlp,
    properties: Readonly<Record<string, Wire | undefined>>,
  ): void {
    this.#marks.set(id, tlp);
    this.#domain.push({
      type,
      spec_version: '2.1',
      id,
      created_by_ref: this.by,
      created: this.#created,
      modified: this.#modified,
      ...properties,
      object_marking_refs: [tlpMarkingId(tlp)],
    });
  }

  /**
   * An observable; one that is there already is only marked as strictly as its strictest use. Without an entry it repeats for
   * others what an element says.
   */
  observe(properties: StixObject, tlp: Tlp, entry?: Omit<Entry, 'tlp'>): string {
    const { id } = properties;
    const known = this.#observables.get(id);
    const observable = known ?? { properties, tlp, entries: [] };
    if (known === undefined) this.#observables.set(id, observable);
    else known.tlp = stricter(known.tlp, tlp);
    this.#marks.set(id, observable.tlp);
    if (entry !== undefined) observable.entries.push({ ...entry, tlp });
    return id;
  }

  /** An observable of a type of ours: it carries its element itself. */
  observeNew(
    type: string,
    id: string,
    properties: WireObject,
    origin: Origin | null,
    extensions: WireObject,
  ): string {
    const tlp = tlpOf(origin, this.options);
    this.#marks.set(id, tlp);
    this.#domain.push({
      type,
      spec_version: '2.1',
      id,
      ...properties,
      extensions,
      object_marking_refs: [tlpMarkingId(tlp)],
    });
    return id;
  }

  markOf(id: string): Tlp {
    return this.#marks.get(id) ?? this.options.tlp;
  }

  strictestOf(ids: readonly string[]): Tlp {
    return ids.map((id) => this.markOf(id)).reduce(stricter, this.options.tlp);
  }

  /** All objects: observables, then what speaks of them. */
  objects(): StixObject[] {
    return [...[...this.#observables.values()].map(observed), ...this.#domain];
  }
}

/** One observable with its entries; an entry handled less strictly than the whole is marked by itself (section 7.2.3). */
function observed({ properties, tlp, entries }: Observable): StixObject {
  const wires: Record<string, WireObject[]> = {};
  const granular: WireObject[] = [];
  for (const { list, wire, tlp: own } of entries) {
    const place = wires[list] ?? [];
    wires[list] = [...place, wire];
    if (own !== tlp)
      granular.push({
        marking_ref: tlpMarkingId(own),
        selectors: [`extensions.${EXTENSION_ID}.${list}.[${place.length}]`],
      });
  }
  return {
    ...properties,
    extensions: saysMore(entries.length === 0 ? { derived: true } : wires),
    object_marking_refs: [tlpMarkingId(tlp)],
    ...(granular.length === 0 ? {} : { granular_markings: granular }),
  };
}
