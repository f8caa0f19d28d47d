import { z } from 'zod';

/*
 * A backup is one file:
 *   16 bytes  'qorgan backup 1\n'
 *   sections  one a table: COPY text, gzip
 *   files     those of cases, as they lie sealed on the disk: backup-files.ts
 *   manifest  JSON, see below
 *   proof     SHA-256 of the manifest, sealed by the store's vault
 *   32 bytes  SHA-256 of manifest and proof
 *   8 bytes   lengths of manifest and proof, 4 each, big endian
 *   8 bytes   'qrg end\n'
 * What was cut off has no end; what was altered has other sums; and who does not hold the master key cannot make a file
 * that is taken for a backup.
 */
export const MAGIC = Buffer.from('qorgan backup 1\n');
export const END = Buffer.from('qrg end\n');
export const SUM_BYTES = 32;
export const TAIL_BYTES = SUM_BYTES + 8 + END.length;
/** A manifest grows with tables and months only. */
export const MANIFEST_MOST_BYTES = 16 * 2 ** 20;

const whole = z.int().nonnegative();

/** Data keys as the master key of the day wraps them: they tell whether a master key fits before anything is written. */
const WrappedKey = z.object({
  keyId: whole,
  purpose: z.enum(['seal', 'hash']),
  wrapped: z.base64(),
});

const TableSection = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  rows: whole,
  /** Where its bytes are in the file, how many, and their SHA-256 in hex. */
  from: whole,
  bytes: whole,
  sha256: z.string(),
});

const FilesSection = z.object({ count: whole, from: whole, bytes: whole, sha256: z.string() });

const SequenceState = z.object({ sequence: z.string(), value: z.int(), isCalled: z.boolean() });

export const Manifest = z.object({
  /** Epoch ms. */
  madeAt: whole,
  /** Steps of the schema that the tables have. */
  schema: z.array(z.object({ id: z.string(), checksum: z.string() })),
  /** In an order in which a row comes after those it refers to. */
  tables: z.array(TableSection),
  /** Not in backups of before there were cases. */
  files: FilesSection.optional(),
  sequences: z.array(SequenceState),
  /** First moments of months that have a partition of transfers. */
  months: z.array(whole),
  keys: z.array(WrappedKey),
});

export type Manifest = z.output<typeof Manifest>;
export type TableSection = z.output<typeof TableSection>;
export type FilesSection = z.output<typeof FilesSection>;
export type SequenceState = z.output<typeof SequenceState>;
export type WrappedKey = z.output<typeof WrappedKey>;
