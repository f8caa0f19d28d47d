import type { Origin, Tlp } from '../../domain/case/marking.ts';
import type { ElementBook } from '../elements/element-book.ts';
import {
  type ForeignElement,
  type ForeignSender,
  FROM_MOST,
  NAMED_MOST,
  UNNUMBERED,
} from '../foreign-facts.ts';
import { isObject, type JsonObject, own, textOf, textsOf } from '../foreign-json.ts';
import type { ForeignObject } from './bundle-objects.ts';
import { EXTENSION_ID } from './extension.ts';
import { tlpOfObject } from './foreign-marks.ts';

/** A bundle as it is being read. */
export interface StixReading {
  readonly objects: ReadonlyMap<string, ForeignObject>;
  readonly book: ElementBook;
  readonly sender: ForeignSender;
  /** Whom the sender lets its own elements go on to. */
  readonly namedTo: readonly string[];
  /** Elements by the object that carries or names them, for relations. */
  readonly elements: Map<string, ForeignElement>;
}

/** What the object says through the extension of Qorgan; undefined: nothing. */
export function extensionOf(json: JsonObject): JsonObject | undefined {
  const extensions = own(json, 'extensions');
  const ours = isObject(extensions) ? own(extensions, EXTENSION_ID) : undefined;
  return isObject(ours) ? ours : undefined;
}

export const isDerived = (json: JsonObject): boolean => {
  const ours = extensionOf(json);
  return ours !== undefined && own(ours, 'derived') === true;
};

/** Where an element came from: the sender, or whom the sender had it from. */
export function originOf(reading: StixReading, wire: JsonObject, tlp: Tlp): Origin {
  const handling = own(wire, 'handling');
  const from = isObject(handling) ? textOf(handling, 'from') : null;
  return {
    packageId: UNNUMBERED,
    from: (from ?? reading.sender.code).slice(0, FROM_MOST),
    tlp,
    namedTo: isObject(handling)
      ? textsOf(handling, 'named_to').slice(0, NAMED_MOST)
      : reading.namedTo,
  };
}

export const originOfObject = (reading: StixReading, { json }: ForeignObject): Origin =>
  originOf(reading, {}, tlpOfObject(json));
