import type { Tlp } from '../../domain/case/marking.ts';
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

/** The mark of one place of an object, where it has its own: 'extensions.….contacts.[1]'. */
export function tlpOfPlace(json: JsonObject, selector: string): Tlp | undefined {
  const levels = listOf(json, 'granular_markings').flatMap((granular) => {
    if (!isObject(granular) || !textsOf(granular, 'selectors').includes(selector)) return [];
    return tlpOfMarking(textOf(granular, 'marking_ref') ?? '') ?? UNMARKED_TLP;
  });
  return levels.length === 0 ? undefined : strictest(levels, 'clear');
}

/** Names the marks that are no TLP: nobody here knows what they ask. */
export function leaveMarks(objects: Iterable<ForeignObject>, left: LeftBook): void {
  for (const { id, json } of objects)
    for (const ref of textsOf(json, 'object_marking_refs'))
      if (tlpOfMarking(ref) === undefined) left.add('marking', ref, id);
}
