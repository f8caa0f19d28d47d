import { QorganError } from '../../../domain/errors/catalogue.ts';
import { addressGroup } from '../../access/address-group.ts';
import type { RateLimiter } from '../../access/token-bucket.ts';

/** Takes one from the rate of an address. Throws QRG_WATCH_REPORT_OFTEN. */
export function refuseOften(
  { now }: { readonly now: () => number },
  rate: RateLimiter,
  address: string,
): void {
  const waitMs = rate.take(addressGroup(address), now());
  if (waitMs > 0)
    throw new QorganError('QRG_WATCH_REPORT_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
}
