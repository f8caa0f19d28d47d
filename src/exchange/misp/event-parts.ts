import { stricter, type Tlp } from '../../domain/case/marking.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { UNMARKED_TLP } from '../foreign-facts.ts';
import {
  FOREIGN_MOST_OBJECTS,
  isObject,
  type JsonObject,
  listOf,
  own,
  readForeignJson,
  textOf,
} from '../foreign-json.ts';
import type { LeftBook } from '../left-book.ts';
import { tlpOfTag } from './tags.ts';

/** An attribute of another house. */
export interface ForeignAttribute {
  readonly uuid: string;
  readonly type: string;
  /** '' of a lone attribute. */
  readonly relation: string;
  readonly value: string;
  readonly tlp: Tlp;
}
export interface ForeignReference {
  readonly kind: string;
  readonly to: string;
}
export interface ForeignMispObject {
  readonly uuid: string;
  readonly name: string;
  readonly template: string;
  readonly attributes: readonly ForeignAttribute[];
  readonly references: readonly ForeignReference[];
  readonly tlp: Tlp;
}
export interface ForeignEvent {
  readonly json: JsonObject;
  readonly tlp: Tlp;
  readonly tags: readonly string[];
  readonly attributes: readonly ForeignAttribute[];
  readonly objects: readonly ForeignMispObject[];
}

const NAME_MOST = 250;
/** An object has about ten. */
const PARTS_MOST = 10 * FOREIGN_MOST_OBJECTS;

/** One event, as MISP exports it: alone, under Event, or as the only one of a response. */
export function readEvent(bytes: Uint8Array, left: LeftBook): Result<ForeignEvent> {
  const parsed = readForeignJson(bytes);
  if (!parsed.ok) return parsed;
  const json = eventOf(parsed.value);
  if (typeof json === 'string') return fail('QRG_FOREIGN_MISP', { reason: json });
  const objects = listOf(json, 'Object');
  const attributes = listOf(json, 'Attribute');
  if (objects.length + attributes.length > FOREIGN_MOST_OBJECTS)
    return fail('QRG_FOREIGN_MANY', { most: FOREIGN_MOST_OBJECTS });
  if (partsOf(objects) > PARTS_MOST) return fail('QRG_FOREIGN_MANY', { most: PARTS_MOST });
  const tags = tagsOf(json);
  const tlp = tlpOfTags(tags) ?? UNMARKED_TLP;
  const taken = new Set<string>();
  return ok({
    json,
    tlp,
    tags,
    attributes: attributes.flatMap((attribute) => readAttribute(attribute, tlp, taken, left)),
    objects: objects.flatMap((object) => readObject(object, tlp, taken, left)),
  });
}

/** Attributes of objects and references between them. */
const partsOf = (objects: readonly unknown[]): number =>
  objects.reduce<number>(
    (sum, object) =>
      isObject(object)
        ? sum + listOf(object, 'Attribute').length + listOf(object, 'ObjectReference').length
        : sum,
    0,
  );

/** The event, or why there is none. */
function eventOf(value: unknown): JsonObject | string {
  const response = isObject(value) ? own(value, 'response') : value;
  const list = Array.isArray(response) ? response : [isObject(value) ? value : undefined];
  if (list.length !== 1) return `${list.length} events`;
  const [holder] = list;
  if (!isObject(holder)) return 'no object';
  const event = own(holder, 'Event') ?? holder;
  if (!isObject(event) || textOf(event, 'uuid') === null || textOf(event, 'info') === null)
    return 'no Event with uuid and info';
  return event;
}

const tagsOf = (json: JsonObject): string[] =>
  listOf(json, 'Tag').flatMap((tag) => {
    const name = isObject(tag) ? textOf(tag, 'name') : null;
    return name === null ? [] : [name.slice(0, NAME_MOST)];
  });

/** The strictest level of the tags; one that is none of TLP 2.0 is handled as no mark. */
function tlpOfTags(tags: readonly string[]): Tlp | undefined {
  const levels = tags.flatMap((tag) => {
    const level = tlpOfTag(tag);
    return level === null ? [] : [level === 'unknown' ? UNMARKED_TLP : level];
  });
  return levels.length === 0 ? undefined : levels.reduce(stricter, 'clear');
}

function readAttribute(
  json: unknown,
  eventTlp: Tlp,
  taken: Set<string>,
  left: LeftBook,
): ForeignAttribute[] {
  const uuid = isObject(json) ? textOf(json, 'uuid') : null;
  const type = isObject(json) ? textOf(json, 'type') : null;
  const value = isObject(json) ? textOf(json, 'value') : null;
  if (!isObject(json) || uuid === null || type === null || value === null) {
    left.add('broken', `attribute ${type ?? ''}`.trim(), uuid ?? '');
    return [];
  }
  if (!isFirst('attribute', uuid, json, taken, left)) return [];
  const tags = tagsOf(json);
  for (const tag of tags)
    if (tlpOfTag(tag) === null || tlpOfTag(tag) === 'unknown') left.add('marking', tag, uuid);
  const relation = (textOf(json, 'object_relation') ?? '').slice(0, NAME_MOST);
  return [
    { uuid, type: type.slice(0, NAME_MOST), relation, value, tlp: tlpOfTags(tags) ?? eventTlp },
  ];
}

function readObject(
  json: unknown,
  eventTlp: Tlp,
  taken: Set<string>,
  left: LeftBook,
): ForeignMispObject[] {
  const uuid = isObject(json) ? textOf(json, 'uuid') : null;
  const name = isObject(json) ? textOf(json, 'name') : null;
  if (!isObject(json) || uuid === null || name === null) {
    left.add('broken', name ?? 'object', uuid ?? '');
    return [];
  }
  if (!isFirst(name, uuid, json, taken, left)) return [];
  const attributes = listOf(json, 'Attribute').flatMap((a) =>
    readAttribute(a, eventTlp, taken, left),
  );
  const references = listOf(json, 'ObjectReference').flatMap((reference) => {
    const to = isObject(reference) ? textOf(reference, 'referenced_uuid') : null;
    const kind = isObject(reference) ? textOf(reference, 'relationship_type') : null;
    if (isObject(reference) && own(reference, 'deleted') === true) return [];
    if (to !== null && kind !== null) return [{ to, kind: kind.slice(0, NAME_MOST) }];
    left.add('broken', `${name}.ObjectReference`, uuid);
    return [];
  });
  return [
    {
      uuid,
      name: name.slice(0, NAME_MOST),
      template: textOf(json, 'template_uuid') ?? '',
      attributes,
      references,
      tlp:
        attributes.length === 0 ? eventTlp : attributes.map((a) => a.tlp).reduce(stricter, 'clear'),
    },
  ];
}

/** Neither deleted nor there already. */
function isFirst(
  what: string,
  uuid: string,
  json: JsonObject,
  taken: Set<string>,
  left: LeftBook,
): boolean {
  const isDeleted = own(json, 'deleted') === true || own(json, 'deleted') === '1';
  if (isDeleted) left.add('revoked', what, uuid);
  else if (taken.has(uuid)) left.add('duplicate', what, uuid);
  else {
    taken.add(uuid);
    return true;
  }
  return false;
}
