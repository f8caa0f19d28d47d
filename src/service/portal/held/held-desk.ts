import { QorganError } from '../../../domain/errors/catalogue.ts';
import { addressGroup, addressNetwork } from '../../access/address-group.ts';
import { RateLimiter } from '../../access/token-bucket.ts';
import type { PortalGiven } from '../portal-given.ts';

type HeldGiven = Pick<PortalGiven, 'store' | 'audit' | 'holds' | 'now'>;

/** Clients who ask after a held payment. */
export interface HeldDesk extends HeldGiven {
  readonly rates: {
    /** By address: a code has 78 bits, this is for the database's sake. */
    readonly look: RateLimiter;
    readonly lookNetwork: RateLimiter;
    readonly lookAll: RateLimiter;
    /** By hold: what one client may write. */
    readonly write: RateLimiter;
  };
}

const LOOK_RATE = { perSecond: 1 / 5, burst: 20 };
const LOOK_NETWORK_RATE = { perSecond: 2, burst: 80 };
const LOOK_ALL_RATE = { perSecond: 20, burst: 400 };
const WRITE_RATE = { perSecond: 1 / 600, burst: 4 };

export const openHeldDesk = (given: HeldGiven): HeldDesk => ({
  store: given.store,
  audit: given.audit,
  holds: given.holds,
  now: given.now,
  rates: {
    look: new RateLimiter(LOOK_RATE),
    lookNetwork: new RateLimiter(LOOK_NETWORK_RATE),
    lookAll: new RateLimiter(LOOK_ALL_RATE),
    write: new RateLimiter(WRITE_RATE),
  },
});

/** Throws QRG_HELD_OFTEN. */
export function admitLook({ rates, now }: HeldDesk, address: string): void {
  const at = now();
  refuseWhile(
    rates.look.take(addressGroup(address), at) ||
      rates.lookNetwork.take(addressNetwork(address), at) ||
      rates.lookAll.take('all', at),
  );
}

/** Throws QRG_HELD_OFTEN. */
export function admitWords({ rates, now }: HeldDesk, holdId: number): void {
  refuseWhile(rates.write.take(holdId, now()));
}

function refuseWhile(waitMs: number): void {
  if (waitMs > 0) throw new QorganError('QRG_HELD_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
}
