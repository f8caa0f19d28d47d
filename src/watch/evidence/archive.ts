import { fail, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import { crc32 } from './crc32.ts';

/** One file of a package. */
export interface PackageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A package holds about ten files, and a page of at most 5 MB twice: as received and as a WARC record. */
export const MOST_PACKAGE_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 32;
/** No folders, no drive, nothing that a file system treats in its own way. */
const NAME = /^[a-z][a-z0-9-]{0,40}\.[a-z0-9]{1,8}$/;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CHECKSUM_AT = 14;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** ZIP 1.0: stored files, nothing newer is needed to read them. */
const ZIP_VERSION = 10;
/** 1 January 1980, the earliest day of ZIP: times of a capture stand in its records, not in the archive. */
const DAY_ONE = 0x0021;

/**
 * A ZIP archive of stored files, by name. The same files are always the same bytes, whoever packs them: no compressor, no
 * clock and no system leave a trace in it, so an archive can be checked to the last byte by packing its files again.
 * Names must fit a package and differ; throws where they do not.
 */
export function packArchive(files: readonly PackageFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  sorted.forEach(({ name }, i) => {
    if (!NAME.test(name) || name === sorted[i + 1]?.name) throw new Error(`file ${name}`);
  });
  const headers = sorted.reduce((sum, { name }) => sum + name.length, 0);
  const contents = sorted.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const centralBytes = sorted.length * CENTRAL_BYTES + headers;
  const centralAt = sorted.length * LOCAL_BYTES + headers + contents;
  const archive = new Uint8Array(centralAt + centralBytes + END_BYTES);
  const view = new DataView(archive.buffer);
  let at = 0;
  let central = centralAt;
  for (const { name, bytes } of sorted) {
    const crc = crc32(bytes);
    const localAt = at;
    view.setUint32(at, LOCAL, true);
    writeEntry(view, at + 4, name, bytes.length, crc);
    at = put(archive, at + LOCAL_BYTES, name, bytes);
    view.setUint32(central, CENTRAL, true);
    view.setUint16(central + 4, ZIP_VERSION, true);
    writeEntry(view, central + 6, name, bytes.length, crc);
    view.setUint32(central + 42, localAt, true);
    central = put(archive, central + CENTRAL_BYTES, name);
  }
  view.setUint32(central, END, true);
  view.setUint16(central + 8, sorted.length, true);
  view.setUint16(central + 10, sorted.length, true);
  view.setUint32(central + 12, centralBytes, true);
  view.setUint32(central + 16, centralAt, true);
  return archive;
}

/** The part that a local and a central header share, from 'version needed' to 'length of name'. */
function writeEntry(view: DataView, at: number, name: string, size: number, crc: number): void {
  view.setUint16(at, ZIP_VERSION, true);
  view.setUint16(at + 8, DAY_ONE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function put(archive: Uint8Array, at: number, name: string, bytes?: Uint8Array): number {
  for (let i = 0; i < name.length; i++) archive[at + i] = name.charCodeAt(i);
  if (bytes) archive.set(bytes, at + name.length);
  return at + name.length + (bytes?.length ?? 0);
}

/** The files of an archive, and what is wrong with the archive itself where they can be told all the same. */
export interface OpenArchive {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problem: Problem | undefined;
}

/**
 * Reads an archive that `packArchive` made; of any other, or a changed one, tells where it differs. Takes memory of the
 * archive's own size and no more: nothing is unpacked, a size that is told is never believed past the end of the bytes.
 * Errors: QRG_EVIDENCE_BIG, _SHORT, _MANY, _NAME, _DUPLICATE, _COMPRESSED; inside: QRG_EVIDENCE_CHECKSUM, _BYTES.
 */
export function openArchive(bytes: Uint8Array): Result<OpenArchive> {
  if (bytes.length > MOST_PACKAGE_BYTES)
    return fail('QRG_EVIDENCE_BIG', { most: MOST_PACKAGE_BYTES });
  const files = new Map<string, Uint8Array>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let last = '';
  const checksums = new Map<number, string>();
  while (at + 4 <= bytes.length && view.getUint32(at, true) === LOCAL) {
    const entry = readEntry(view, bytes, at);
    if (!entry.ok) return entry;
    const { name, content } = entry.value;
    if (files.size === MOST_FILES) return fail('QRG_EVIDENCE_MANY', { most: MOST_FILES });
    if (name <= last) return fail('QRG_EVIDENCE_DUPLICATE', { file: name });
    files.set(name, content);
    checksums.set(at + CHECKSUM_AT, name);
    last = name;
    at = entry.value.end;
  }
  if (files.size === 0) return fail('QRG_EVIDENCE_SHORT', { offset: at });
  const offset = differsAt(bytes, files);
  return ok({ files, problem: offset === undefined ? undefined : told(offset, checksums) });
}

interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly end: number;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): Result<Entry> {
  const nameAt = at + LOCAL_BYTES;
  if (nameAt > bytes.length) return fail('QRG_EVIDENCE_SHORT', { offset: bytes.length });
  const contentAt = nameAt + view.getUint16(at + 26, true);
  if (contentAt > bytes.length) return fail('QRG_EVIDENCE_SHORT', { offset: bytes.length });
  const name = String.fromCharCode(...bytes.subarray(nameAt, Math.min(contentAt, nameAt + 256)));
  if (!NAME.test(name)) return fail('QRG_EVIDENCE_NAME', { file: name });
  const packed = view.getUint32(at + 18, true);
  const isStored = view.getUint16(at + 6, true) === 0 && view.getUint16(at + 8, true) === 0;
  if (!isStored || packed !== view.getUint32(at + 22, true))
    return fail('QRG_EVIDENCE_COMPRESSED', { file: name });
  const end = contentAt + packed;
  if (end > bytes.length) return fail('QRG_EVIDENCE_SHORT', { offset: bytes.length });
  return ok({ name, content: bytes.subarray(contentAt, end), end });
}

/** Packs the files again: the first byte that differs is the archive's own. */
function differsAt(bytes: Uint8Array, files: ReadonlyMap<string, Uint8Array>): number | undefined {
  const again = packArchive(Array.from(files, ([name, content]) => ({ name, bytes: content })));
  const most = Math.max(bytes.length, again.length);
  for (let offset = 0; offset < most; offset++) if (bytes[offset] !== again[offset]) return offset;
  return undefined;
}

/** A file that is not what it was packed as shows in its checksum first; anything else is of the archive's structure. */
function told(offset: number, checksums: ReadonlyMap<number, string>): Problem {
  for (let at = offset; at > offset - 4; at--) {
    const file = checksums.get(at);
    if (file !== undefined) return { code: 'QRG_EVIDENCE_CHECKSUM', args: { file } };
  }
  return { code: 'QRG_EVIDENCE_BYTES', args: { offset } };
}
