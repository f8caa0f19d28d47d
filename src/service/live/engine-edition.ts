import { createHash } from 'node:crypto';
import { createRandom } from '../../domain/random.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { Engine, type EngineOptions } from '../../engine/engine.ts';

/** Enough to wake every group of features, few enough to take milliseconds. */
const TRANSFERS = 600;
const ACCOUNTS = 24;
const MINUTE_MS = 60_000;
/** 1 March 2026, an arbitrary day. */
const FROM = 1_772_305_200_000;

/**
 * What the engine makes of a fixed stream of made-up transfers, as a digest of every feature and score. Two versions of the
 * code, of the rules or of a model that would judge otherwise differ here, without anybody having to think of a number.
 */
export function engineEdition(options: EngineOptions): string {
  const engine = new Engine({ ...options, allFeatures: true });
  const random = createRandom(1);
  const hash = createHash('sha256');
  let at = FROM;
  for (let i = 0; i < TRANSFERS; i++) {
    at += random.int(0, 90) * MINUTE_MS;
    const payer = random.int(0, ACCOUNTS - 1);
    const payee = (payer + random.int(1, ACCOUNTS - 1)) % ACCOUNTS;
    // Up to 400,000 tenge, one in five up to 20 million: past every threshold of the law for transfers.
    const amountMinor = random.int(1, 400) * (random.int(0, 4) === 0 ? 5_000_000 : 100_000);
    const channel = random.int(0, CHANNELS.length - 1);
    const purpose = random.int(0, PURPOSES.length - 1);
    const score = engine.step(at, payer, payee, amountMinor, channel, purpose, random.int(0, 9));
    hash.update(new Uint8Array(Float64Array.of(score, ...engine.features).buffer));
  }
  return hash.digest('hex');
}
