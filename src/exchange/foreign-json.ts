import { fail, ok, type Result } from '../domain/errors/catalogue.ts';

const MEGABYTE = 1024 * 1024;
/** A package of 100,000 objects with texts is smaller; a larger one is a mistake or an attack. */
const FOREIGN_MOST_BYTES = 64 * MEGABYTE;
/** Objects of STIX and MISP nest less than ten levels. */
const FOREIGN_MOST_DEPTH = 64;
export const FOREIGN_MOST_OBJECTS = 100_000;

/**
 * JSON of another house. Depth is counted before anything is parsed, so that no reader recurses deeper than it.
 *
 * Fails with QRG_FOREIGN_BIG, QRG_FOREIGN_DEEP and QRG_FOREIGN_TEXT.
 */
export function readForeignJson(bytes: Uint8Array): Result<unknown> {
  if (bytes.length > FOREIGN_MOST_BYTES)
    return fail('QRG_FOREIGN_BIG', { most: FOREIGN_MOST_BYTES / MEGABYTE });
  if (deeperThan(bytes, FOREIGN_MOST_DEPTH))
    return fail('QRG_FOREIGN_DEEP', { most: FOREIGN_MOST_DEPTH });
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    return fail('QRG_FOREIGN_TEXT', { reason: (error as Error).message });
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** In UTF-8 these signs are never part of another letter. */
function deeperThan(bytes: Uint8Array, most: number): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (inText) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (OPENING.has(byte) && ++depth > most) return true;
    else if (CLOSING.has(byte)) depth--;
  }
  return false;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property of its own: never one of a prototype. */
export const own = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

export const textOf = (object: JsonObject, key: string): string | null => {
  const value = own(object, key);
  return typeof value === 'string' ? value : null;
};

export const listOf = (object: JsonObject, key: string): readonly unknown[] => {
  const value = own(object, key);
  return Array.isArray(value) ? value : [];
};

export const textsOf = (object: JsonObject, key: string): string[] =>
  listOf(object, key).filter((v) => typeof v === 'string');
