import { z } from 'zod';
import type { Problem } from '../../domain/errors/catalogue.ts';
import { type Digest, sha256Hex } from './bytes.ts';

/** Why a page was captured; the same words as in the table of captures. */
export const CAPTURE_REASONS = ['found', 'edited', 'gone', 'sealed', 'recheck'] as const;
export type CaptureReason = (typeof CAPTURE_REASONS)[number];

const time = z.iso.datetime();
const hex = z.string().regex(/^[0-9a-f]{64}$/);

export const captureRecord = z.strictObject({
  format: z.literal('qorgan-capture/1'),
  tool: z.strictObject({ name: z.literal('qorgan'), version: z.string() }),
  cause: z.enum(CAPTURE_REASONS),
  /** Who or what made the capture. */
  operator: z.string(),
  /** Qorgan asked for the page, or somebody handed over an archive or a file that tells of it: then all below is their word. */
  cameBy: z.enum(['request', 'archive', 'file']),
  /** Where the request left to the open internet, as the operator says; null when nobody said. */
  exit: z.string().nullable(),
  /** Qorgan reads public pages only and signs in nowhere. */
  loggedIn: z.literal(false),
  url: z.string(),
  finalUrl: z.string(),
  chain: z.array(
    z.strictObject({
      url: z.string(),
      address: z.string(),
      status: z.number().int(),
      at: time,
      tookMs: z.number(),
    }),
  ),
  status: z.number().int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  contentType: z.string(),
  /** When the answer was complete, and when the package was closed; the clock of the machine. */
  receivedAt: time,
  sealedAt: time,
  raw: z.strictObject({ file: z.literal('raw.bin'), bytes: z.number().int(), sha256: hex }),
  hasScreenshot: z.boolean(),
  /** The package that showed the same post before; null for the first one. */
  previousPackage: hex.nullable(),
  /** `untimestamped`: nobody but the operator vouches for the time. */
  timestamp: z.enum(['rfc3161', 'untimestamped']),
  /** Why there is no token: none is configured, or a code of the error catalogue. */
  timestampReason: z.string().nullable(),
});

/** How the bytes were come by: capture.json. */
export type CaptureRecord = z.output<typeof captureRecord>;

/** Where capture.json contradicts the rest of its package: QRG_EVIDENCE_TELLS. */
export function contradictionOf(
  capture: CaptureRecord,
  files: ReadonlyMap<string, Uint8Array>,
  sealedAt: string,
  digest: Digest = sha256Hex,
): Problem | undefined {
  const raw = files.get('raw.bin');
  const stands = {
    'raw.bytes': raw?.length === capture.raw.bytes,
    'raw.sha256': raw !== undefined && digest(raw) === capture.raw.sha256,
    sealedAt: capture.sealedAt === sealedAt,
    hasScreenshot: files.has('screenshot.png') === capture.hasScreenshot,
    timestamp: files.has('timestamp.tsr') === (capture.timestamp === 'rfc3161'),
    'chain.url': capture.chain.length === 0 || capture.chain.at(-1)?.url === capture.finalUrl,
    'chain.status': capture.chain.length === 0 || capture.chain.at(-1)?.status === capture.status,
  };
  const wrong = Object.entries(stands).find(([, holds]) => !holds);
  return wrong && { code: 'QRG_EVIDENCE_TELLS', args: { file: 'capture.json', path: wrong[0] } };
}
