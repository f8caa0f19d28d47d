import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { ChainEnd } from './chain.ts';

/**
 * The end of the chain in one line that a person can write down elsewhere: on paper, in a message to another office. Who
 * holds the master key can forge the whole record, and nothing inside the system can show it; a line outside can.
 */
export const anchorText = ({ seq, hash }: ChainEnd): string => `${seq}:${hash.toString('hex')}`;

/** Reads such a line. Fails with QRG_AUDIT_ANCHOR. */
export function parseAnchor(text: string): Result<ChainEnd> {
  const match = /^\s*(\d{1,15}):([0-9a-f]{64})\s*$/i.exec(text);
  if (match === null) return fail('QRG_AUDIT_ANCHOR', { anchor: text });
  return ok({ seq: Number(match[1]), hash: Buffer.from(match[2], 'hex') });
}
