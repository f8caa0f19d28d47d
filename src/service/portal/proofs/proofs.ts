import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { type Challenge, isSolved } from '../../../domain/proof-of-work.ts';
import { addressGroup } from '../../access/address-group.ts';
import { RateLimiter } from '../../access/token-bucket.ts';
import type { PortalGiven } from '../portal-given.ts';
import { LoadOfCallers } from './load-of-callers.ts';

/** What strangers prove work for. */
export const PROOF_PURPOSES = ['report', 'class', 'appeal'] as const;
export type ProofPurpose = (typeof PROOF_PURPOSES)[number];

export interface GivenChallenge extends Challenge {
  readonly expiresAt: number;
}

/** A challenge's text with the nonce that solves it. */
export interface Proof {
  readonly text: string;
  readonly nonce: string;
}

/** Work that strangers prove before they write: what is asked, and what was used. */
export interface Proofs {
  readonly now: () => number;
  /** Of this process: who asked before a restart asks again. */
  readonly key: Uint8Array;
  readonly load: LoadOfCallers;
  readonly asking: RateLimiter;
  /** Texts of challenges whose proof was taken, with the moment when they may be forgotten; in its order. */
  readonly used: Map<string, number>;
}

const VALID_MS = 600_000;
const USED_MOST = 100_000;
/** One address asks sixty at once (a school behind one router), then one a second. */
const ASK_RATE = { perSecond: 1, burst: 60 };

/** 65,536 hashes on average: half a second of a cheap phone. */
const BITS_LEAST = 16;
/** Each doubling past what one address asks gently for adds a bit, to this many. */
const OWN_GENTLE = 10;
const OWN_MORE_MOST = 6;
/** Everybody pays a little for a storm of many; no honest phone is to wait for minutes. */
const ALL_GENTLE = 500;
const ALL_MORE_MOST = 2;

const MAC_LETTERS = 16;
const RANDOM_BYTES = 6;
const TEXT = /^([rca])(\d\d)\.([0-9a-z]{1,10})\.[\w-]{8}\.([\w-]{16})$/;

export const openProofs = ({ now }: Pick<PortalGiven, 'now'>): Proofs => ({
  now,
  key: randomBytes(32),
  load: new LoadOfCallers(),
  asking: new RateLimiter(ASK_RATE),
  used: new Map(),
});

/** A challenge, the harder the more this address and all others asked lately. Throws QRG_PROOF_OFTEN. */
export function challenge(proofs: Proofs, purpose: ProofPurpose, address: string): GivenChallenge {
  const now = proofs.now();
  const group = addressGroup(address);
  const waitMs = proofs.asking.take(group, now);
  if (waitMs > 0) throw new QorganError('QRG_PROOF_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
  // What was refused counts for nobody: one address alone makes it no harder for all others.
  const { own, all } = proofs.load.add(group, now);
  const bits =
    BITS_LEAST + more(own, OWN_GENTLE, OWN_MORE_MOST) + more(all, ALL_GENTLE, ALL_MORE_MOST);
  const expiresAt = now + VALID_MS;
  const body = `${purpose[0]}${bits}.${expiresAt.toString(36)}.${randomText()}`;
  return { text: `${body}.${macOf(proofs, body)}`, bits, expiresAt };
}

/**
 * Takes a proof, once. Challenges are not bound to an address: a phone changes it between two towers. Throws QRG_PROOF_WRONG,
 * QRG_PROOF_OLD, QRG_PROOF_USED, QRG_PROOF_OFTEN.
 */
export function accept(proofs: Proofs, { text, nonce }: Proof, purpose: ProofPurpose): void {
  const now = proofs.now();
  const [, letter, bits, expires, mac] = TEXT.exec(text) ?? [];
  if (letter !== purpose[0] || !isOurs(proofs, text, mac) || !isSolved(text, nonce, Number(bits)))
    throw new QorganError('QRG_PROOF_WRONG', { purpose });
  if (Number.parseInt(expires, 36) <= now) throw new QorganError('QRG_PROOF_OLD', { purpose });
  if (proofs.used.has(text)) throw new QorganError('QRG_PROOF_USED', { purpose });
  forgetOld(proofs, now);
  if (proofs.used.size >= USED_MOST)
    throw new QorganError('QRG_PROOF_OFTEN', { seconds: VALID_MS / 1000 });
  proofs.used.set(text, now + VALID_MS);
}

const more = (asked: number, gentle: number, most: number): number =>
  Math.min(most, Math.max(0, Math.ceil(Math.log2(asked / gentle))));

const randomText = (): string => randomBytes(RANDOM_BYTES).toString('base64url');

const macOf = ({ key }: Proofs, body: string): string =>
  createHmac('sha256', key).update(body).digest('base64url').slice(0, MAC_LETTERS);

function isOurs(proofs: Proofs, text: string, mac: string): boolean {
  const body = text.slice(0, -MAC_LETTERS - 1);
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(proofs, body)));
}

function forgetOld({ used }: Proofs, now: number): void {
  for (const [text, until] of used) {
    if (until > now) return;
    used.delete(text);
  }
}
