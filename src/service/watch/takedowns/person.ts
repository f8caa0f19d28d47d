import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { TakedownPerson } from '../../../watch/takedown/takedown-state.ts';
import type { Principal } from '../../access/principal.ts';

/** Throws QRG_TAKEDOWN_PERSON for a program. */
export function personOf(principal: Principal): TakedownPerson {
  if (principal.kind !== 'user') throw new QorganError('QRG_TAKEDOWN_PERSON');
  return { id: principal.id, roles: principal.roles };
}
