import { isUtf8 } from 'node:buffer';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { isDeeperThan } from './json-depth.ts';

/** Deeper than any body of ours by far. */
const DEPTH_MOST = 64;

/**
 * A JSON body. Fails with QRG_HTTP_JSON, QRG_HTTP_JSON_DEPTH, or QRG_HTTP_JSON_KEY for a field named __proto__: it is no
 * field of ours, and whoever copies such an object without care changes what all objects inherit.
 */
export function readJson(bytes: Buffer): Result<unknown> {
  if (isDeeperThan(bytes, DEPTH_MOST)) return fail('QRG_HTTP_JSON_DEPTH', { most: DEPTH_MOST });
  if (!isUtf8(bytes)) return fail('QRG_HTTP_JSON');
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('QRG_HTTP_JSON');
  }
  return mayHoldProto(text) && holdsProto(value)
    ? fail('QRG_HTTP_JSON_KEY', { key: '__proto__' })
    : ok(value);
}

/** The name itself, or an escape that could spell a part of it. */
const mayHoldProto = (text: string): boolean =>
  text.includes('__proto__') || /\\u00(?:5f|6f|7[024])/i.test(text);

/** Recursion is bounded by the depth that was let in. */
function holdsProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsProto);
}
