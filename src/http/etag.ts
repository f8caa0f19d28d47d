import { QorganError } from '../domain/errors/catalogue.ts';

/** Strong validator of a version. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version an If-Match header names. `*` would let an act go through unseen, so a version has to be named. Throws
 * QRG_HTTP_VERSION_NEEDED.
 */
export function versionOf(ifMatch: string | undefined): number {
  const told = /^\s*"(\d{1,10})"\s*$/.exec(ifMatch ?? '')?.[1];
  if (told === undefined) throw new QorganError('QRG_HTTP_VERSION_NEEDED');
  return Number(told);
}
