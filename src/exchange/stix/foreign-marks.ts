import { stricter, type Tlp } from '../../domain/case/marking.ts';
import { UNMARKED_TLP } from '../foreign-facts.ts';
import { isObject, type JsonObject, listOf, textOf, textsOf } from '../foreign-json.ts';
import type { LeftBook } from '../left-book.ts';
import type { ForeignObject } from './bundle-objects.ts';
import { strictest, tlpOfMarking } from './tlp-marking.ts';

/** How an object is handled as a whole: by the strictest of its marks, where one that is no TLP counts as none. */
export function tlpOfObject(json: JsonObject): Tlp {
  const levels = textsOf(json, 'object_marking_refs').map(
    (ref) => tlpOfMarking(ref) ?? UNMARKED_TLP,
  );
  return levels.length === 0 ? UNMARKED_TLP : strictest(levels, 'clear');
}

/** The marks of places of an object that have their own, by selector: 'extensions.….contacts.[1]'. */
export function tlpOfPlaces(json: JsonObject): Map<string, Tlp> {
  const places = new Map<string, Tlp>();
  for (const granular of listOf(json, 'granular_markings')) {
    if (!isObject(granular)) continue;
    const tlp = tlpOfMarking(textOf(granular, 'marking_ref') ?? '') ?? UNMARKED_TLP;
    for (const selector of textsOf(granular, 'selectors'))
      places.set(selector, stricter(tlp, places.get(selector) ?? tlp));
  }
  return places;
}

/** Names the marks that are no TLP: nobody here knows what they ask. */
export function leaveMarks(objects: Iterable<ForeignObject>, left: LeftBook): void {
  for (const { id, json } of objects)
    for (const ref of textsOf(json, 'object_marking_refs'))
      if (tlpOfMarking(ref) === undefined) left.add('marking', ref, id);
}
