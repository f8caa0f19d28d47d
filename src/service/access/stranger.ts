import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Access } from './access.ts';
import { addressGroup } from './address-group.ts';

/** Whether an address that has come with things that open nothing may try again. Fails with QRG_RATE_LIMIT. */
export function mayTry(access: Access, address: string): Result<void> {
  const waitMs = access.strangers.waitMs(addressGroup(address), access.now());
  return waitMs === 0
    ? ok(undefined)
    : fail('QRG_RATE_LIMIT', { seconds: Math.ceil(waitMs / 1000) });
}

/** Notes that an address came with something that opens nothing. */
export function noteStranger(access: Access, address: string): void {
  access.strangers.take(addressGroup(address), access.now());
}
