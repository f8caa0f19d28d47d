import { z } from 'zod';
import type { Problem } from '../../domain/errors/catalogue.ts';
import { sha256Hex, textOf, utf8 } from './bytes.ts';

/** What is written down while a capture is made, in the order it is done. */
export const CAPTURE_EVENTS = [
  'answered', // one stop of the request: URL, address, status
  'received', // the body is whole: size and SHA-256
  'rendered',
  'not_rendered',
  'read', // a post was read out of it
  'timestamp_failed', // the service was asked and gave no token
  'enclosed', // a sealed copy went into the archive of a case: its file and SHA-256
  'sealed',
] as const;
export type CaptureEvent = (typeof CAPTURE_EVENTS)[number];

/** One thing done. */
export interface Done {
  /** Epoch ms. */
  readonly at: number;
  readonly event: CaptureEvent;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** How a log ends: what has to be signed, so that nobody can cut its tail. */
export interface LogEnd {
  readonly count: number;
  /** SHA-256 of the last line, hex. */
  readonly head: string;
}

const BEFORE_THE_FIRST = '0'.repeat(64);

const line = z.strictObject({
  seq: z.number().int().positive(),
  at: z.iso.datetime(),
  event: z.enum(CAPTURE_EVENTS),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  previous: z.string().length(64),
});

/** One JSON object a line, each with the SHA-256 of the line before it (its bytes without the line feed). */
export function writeLog(done: readonly Done[]): { bytes: Uint8Array; end: LogEnd } {
  let previous = BEFORE_THE_FIRST;
  let text = '';
  done.forEach(({ at, event, detail }, i) => {
    const entry = { seq: i + 1, at: new Date(at).toISOString(), event, detail, previous };
    const json = JSON.stringify(entry);
    previous = sha256Hex(utf8(json));
    text += `${json}\n`;
  });
  return { bytes: utf8(text), end: { count: done.length, head: previous } };
}

/** What is wrong with a log that should end so, undefined where nothing is. QRG_EVIDENCE_CHAIN, QRG_EVIDENCE_CHAIN_END. */
export function breachOfLog(bytes: Uint8Array, end: LogEnd): Problem | undefined {
  const lines = textOf(bytes)?.split('\n') ?? [];
  let previous = BEFORE_THE_FIRST;
  // The last line ends with a line feed, so nothing comes after it.
  const count = lines.length - 1;
  for (let i = 0; i < count; i++) {
    const read = line.safeParse(jsonOf(lines[i]));
    const isNext = read.success && read.data.seq === i + 1 && read.data.previous === previous;
    if (!isNext) return { code: 'QRG_EVIDENCE_CHAIN', args: { line: i + 1 } };
    previous = sha256Hex(utf8(lines[i]));
  }
  if (lines.at(-1) === '' && count === end.count && previous === end.head) return undefined;
  return { code: 'QRG_EVIDENCE_CHAIN_END', args: { found: Math.max(0, count), told: end.count } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
