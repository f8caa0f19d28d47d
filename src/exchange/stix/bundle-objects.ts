import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import {
  FOREIGN_MOST_OBJECTS,
  isObject,
  type JsonObject,
  own,
  readForeignJson,
  textOf,
} from '../foreign-json.ts';
import type { LeftBook } from '../left-book.ts';

export interface ForeignObject {
  readonly type: string;
  readonly id: string;
  readonly json: JsonObject;
}

const ID_MOST = 300;

/** Objects of a bundle by their ids, the latest version of each; the rest is left by name. */
export function readBundle(bytes: Uint8Array, left: LeftBook): Result<Map<string, ForeignObject>> {
  const parsed = readForeignJson(bytes);
  if (!parsed.ok) return parsed;
  const bundle = parsed.value;
  if (!isObject(bundle) || textOf(bundle, 'type') !== 'bundle')
    return fail('QRG_FOREIGN_STIX', { reason: 'type is not bundle' });
  const version = own(bundle, 'spec_version');
  if (version !== undefined && version !== '2.1')
    return fail('QRG_FOREIGN_STIX', {
      reason: `spec_version ${typeof version === 'string' ? version : '?'}`,
    });
  const objects = own(bundle, 'objects');
  if (!Array.isArray(objects)) return fail('QRG_FOREIGN_STIX', { reason: 'no list of objects' });
  if (objects.length > FOREIGN_MOST_OBJECTS)
    return fail('QRG_FOREIGN_MANY', { most: FOREIGN_MOST_OBJECTS });
  const latest = new Map<string, ForeignObject>();
  for (const json of objects) take(json, latest, left);
  for (const { type, id, json } of latest.values())
    if (own(json, 'revoked') === true) {
      left.add('revoked', type, id);
      latest.delete(id);
    }
  return ok(latest);
}

function take(json: unknown, latest: Map<string, ForeignObject>, left: LeftBook): void {
  const type = isObject(json) ? textOf(json, 'type') : null;
  const id = isObject(json) ? textOf(json, 'id') : null;
  if (!isObject(json) || type === null || id === null) {
    left.add('broken', type ?? 'object', id ?? '');
    return;
  }
  if (id.length > ID_MOST || !id.startsWith(`${type}--`)) {
    left.add('broken', type, id);
    return;
  }
  const known = latest.get(id);
  if (known === undefined) latest.set(id, { type, id, json });
  else {
    // A version is as new as its `modified`, RFC 3339 in UTC: in order of time as in order of letters.
    const isNewer = (textOf(json, 'modified') ?? '') > (textOf(known.json, 'modified') ?? '');
    left.add('duplicate', type, id);
    if (isNewer) latest.set(id, { type, id, json });
  }
}
