import type { CaseFile } from '../../../domain/case/case-file.ts';
import type { Tlp } from '../../../domain/case/marking.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import { writeCaseJson } from '../../../exchange/case-json/case-json.ts';
import { nameOf } from '../../../exchange/element-marks.ts';
import { casePage } from '../../../exchange/evidence/case-page.ts';
import type { Written } from '../../../exchange/written.ts';
import {
  MOST_PACKAGE_BYTES,
  type PackageFile,
  packArchive,
} from '../../../watch/evidence/archive.ts';
import { utf8 } from '../../../watch/evidence/bytes.ts';
import { writeLog } from '../../../watch/evidence/event-log.ts';
import { writeManifest } from '../../../watch/evidence/manifest.ts';
import { digest } from '../../watch/evidence/digest.ts';
import type { EvidenceKey } from '../../watch/evidence/evidence-key.ts';

/** A sealed copy of a page, whole as `qorgan evidence verify` reads it. */
export interface SealedCopy {
  readonly captureId: number;
  readonly bytes: Uint8Array;
}

export interface CaseEvidence {
  readonly tlp: Tlp;
  /** Codes of whom it is for. */
  readonly namedTo: readonly string[];
  readonly purpose: string;
  readonly language: Language;
  /** Epoch ms of the sealing. */
  readonly at: number;
  /** Who approved it, as far as that may leave. */
  readonly operator: string;
  readonly answers?: string | undefined;
  readonly copies: readonly SealedCopy[];
}

/** An archive has 32 files, of which eight are no copies. */
export const COPIES_MOST = 24;

/**
 * A case as evidence: its JSON, a page that a person reads, sealed copies of posts, a log, a manifest and an Ed25519 signature, in
 * one archive that `qorgan evidence verify` checks. Copies that do not fit are told in `left`. Throws QRG_EVIDENCE_BIG.
 */
export function sealCase(file: CaseFile, told: CaseEvidence, key: EvidenceKey): Written {
  const body = writeCaseJson(file, told);
  const left: string[] = [];
  const copies: PackageFile[] = [];
  let bytes = 2 * body.length;
  for (const copy of told.copies) {
    if (copies.length >= COPIES_MOST || bytes + copy.bytes.length > MOST_PACKAGE_BYTES * 0.9) {
      left.push(`the sealed copy ${copy.captureId}: the archive is full`);
      continue;
    }
    bytes += copy.bytes.length;
    copies.push({ name: `copy-${copy.captureId}.zip`, bytes: copy.bytes });
  }
  const listed = copies.map((copy) => ({ file: copy.name, sha256: digest(copy.bytes) }));
  const log = writeLog([
    ...listed.map(({ file: name, sha256 }) => ({
      at: told.at,
      event: 'enclosed' as const,
      detail: { file: name, sha256 },
    })),
    { at: told.at, event: 'sealed' as const, detail: { by: told.operator } },
  ]);
  const files: PackageFile[] = [
    { name: 'case.json', bytes: body },
    { name: 'case.html', bytes: utf8(casePage(file, { ...told, copies: listed })) },
    { name: 'events.jsonl', bytes: log.bytes },
    { name: 'public-key.pem', bytes: utf8(key.publicKey.pem) },
    ...copies,
  ];
  const manifest = writeManifest(
    files,
    { sealedAt: told.at, key: key.publicKey.fingerprint, events: log.end },
    digest,
  );
  const archive = packArchive([
    ...files,
    { name: 'manifest.json', bytes: manifest },
    { name: 'manifest.sig', bytes: key.sign(manifest) },
  ]);
  if (archive.length > MOST_PACKAGE_BYTES)
    throw new QorganError('QRG_EVIDENCE_BIG', { most: MOST_PACKAGE_BYTES });
  return {
    fileName: `${nameOf(file.number)}-evidence.zip`,
    mediaType: 'application/zip',
    bytes: archive,
    left,
  };
}
