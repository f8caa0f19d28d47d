import { z } from 'zod';
import type { Problem, Result } from '../../domain/errors/catalogue.ts';
import type { PackageFile } from './archive.ts';
import { type Digest, sha256Hex, utf8 } from './bytes.ts';
import type { LogEnd } from './event-log.ts';
import { readRecord } from './read-record.ts';

/** Files that the manifest cannot list: itself, and what is made of it. */
const MADE_OF_IT = new Set(['manifest.json', 'manifest.sig', 'timestamp.tsr', 'timestamp.sig']);

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.strictObject({
  format: z.literal('qorgan-evidence/1'),
  sealedAt: z.iso.datetime(),
  /** SHA-256 of the public key (SPKI, DER) that signs this manifest. */
  key: hex,
  events: z.strictObject({ count: z.number().int().positive(), head: hex }),
  files: z
    .array(z.strictObject({ name: z.string().max(64), bytes: z.number().int(), sha256: hex }))
    .max(32),
});

/** What a package holds, to the byte: the one thing that is signed. */
export type Manifest = z.output<typeof manifest>;

export function writeManifest(
  files: readonly PackageFile[],
  told: { readonly sealedAt: number; readonly key: string; readonly events: LogEnd },
  digest: Digest = sha256Hex,
): Uint8Array {
  const content: Manifest = {
    format: 'qorgan-evidence/1',
    sealedAt: new Date(told.sealedAt).toISOString(),
    key: told.key,
    events: told.events,
    files: files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: digest(bytes),
    })),
  };
  return utf8(`${JSON.stringify(content, null, 1)}\n`);
}

/** Errors: QRG_EVIDENCE_ABSENT, QRG_EVIDENCE_FORM. */
export const readManifest = (files: ReadonlyMap<string, Uint8Array>): Result<Manifest> =>
  readRecord(files, 'manifest.json', manifest);

/** The first listed file that is not there as listed: QRG_EVIDENCE_ABSENT, QRG_EVIDENCE_DIGEST. */
export function breachOfFiles(
  { files: listed }: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  digest: Digest = sha256Hex,
): Problem | undefined {
  for (const { name, bytes, sha256 } of listed) {
    const content = files.get(name);
    if (content === undefined) return { code: 'QRG_EVIDENCE_ABSENT', args: { file: name } };
    if (content.length !== bytes || digest(content) !== sha256)
      return { code: 'QRG_EVIDENCE_DIGEST', args: { file: name } };
  }
  return undefined;
}

/** The first file that nobody listed: QRG_EVIDENCE_UNLISTED. */
export function unlistedFile(
  { files: listed }: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
): Problem | undefined {
  const names = new Set(listed.map(({ name }) => name));
  for (const name of files.keys())
    if (!names.has(name) && !MADE_OF_IT.has(name))
      return { code: 'QRG_EVIDENCE_UNLISTED', args: { file: name } };
  return undefined;
}
