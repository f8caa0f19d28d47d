import { QorganError } from '../../domain/errors/catalogue.ts';
import type { FilingPerson } from '../../domain/filing/filing-acts.ts';
import type { Principal } from '../access/principal.ts';

/** Throws QRG_FILING_PERSON for a program. */
export function personOf({ kind, id, roles }: Principal): FilingPerson {
  if (kind !== 'user') throw new QorganError('QRG_FILING_PERSON');
  return { id, roles };
}

/** Throws QRG_FILING_PERSON, QRG_FILING_ROLE. */
export function mustHaveRole(
  principal: Principal,
  roles: readonly string[],
  act: string,
): FilingPerson {
  const person = personOf(principal);
  if (!person.roles.some((role) => roles.includes(role)))
    throw new QorganError('QRG_FILING_ROLE', { act });
  return person;
}
