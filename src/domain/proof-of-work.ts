import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Work that a stranger shows before something is written: a nonce for which SHA-256 of 'text:nonce' begins with `bits` zero
 * bits (Hashcash, Back 2002). One honest phone works a second or two; ten thousand letters a minute cost a farm of them.
 * Nobody is watched for it, unlike by a captcha.
 */
export interface Challenge {
  /** Short: with its nonce it fills one block of SHA-256, so that work costs everybody the same. */
  readonly text: string;
  readonly bits: number;
}

/** Of the work, as it goes along. */
export interface SolveOptions {
  readonly signal?: AbortSignal;
  /** Hears how many nonces were tried. */
  readonly tick?: (tried: number) => void;
}

/** Nonces are written in decimal digits; more are never needed for what `solve` takes. */
const NONCE = /^(?:0|[1-9]\d{0,11})$/;
const BITS_MOST = 30;

/** Tried at a stretch, before others have their turn. */
const STRETCH = 4_096;
const BYTE_BITS = 8;

export function isSolved(text: string, nonce: string, bits: number): boolean {
  return NONCE.test(nonce) && zeroBits(sha256(utf8ToBytes(`${text}:${nonce}`))) >= bits;
}

/** The first nonce that solves a challenge. Throws the signal's reason when it is aborted. */
export async function solve(
  { text, bits }: Challenge,
  { signal, tick }: SolveOptions = {},
): Promise<string> {
  if (!(bits >= 0 && bits <= BITS_MOST)) throw new RangeError(`bits ${bits}`);
  const start = utf8ToBytes(`${text}:`);
  for (let tried = 0; ; tried += STRETCH) {
    signal?.throwIfAborted();
    const found = tryStretch(start, tried, bits);
    if (found !== undefined) return String(found);
    tick?.(tried + STRETCH);
    await othersTurn();
  }
}

function tryStretch(start: Uint8Array, from: number, bits: number): number | undefined {
  for (let nonce = from; nonce < from + STRETCH; nonce++)
    if (zeroBits(sha256(withDigits(start, nonce))) >= bits) return nonce;
  return undefined;
}

/** Without an encoder: it would cost as much as the hash. */
function withDigits(start: Uint8Array, nonce: number): Uint8Array {
  const digits = String(nonce);
  const bytes = new Uint8Array(start.length + digits.length);
  bytes.set(start);
  for (let i = 0; i < digits.length; i++) bytes[start.length + i] = digits.charCodeAt(i);
  return bytes;
}

function zeroBits(hash: Uint8Array): number {
  const whole = hash.findIndex((byte) => byte !== 0);
  if (whole < 0) return hash.length * BYTE_BITS;
  return whole * BYTE_BITS + Math.clz32(hash[whole]) - (32 - BYTE_BITS);
}

const othersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
