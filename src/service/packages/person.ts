import { QorganError } from '../../domain/errors/catalogue.ts';
import type { PackagePerson } from '../../exchange/package/package-acts.ts';
import type { Principal } from '../access/principal.ts';

/** Throws QRG_PACKAGE_PERSON for a program. */
export function personOf({ kind, id, roles }: Principal): PackagePerson {
  if (kind !== 'user') throw new QorganError('QRG_PACKAGE_PERSON');
  return { id, roles };
}
