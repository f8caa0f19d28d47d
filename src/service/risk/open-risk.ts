import { listConfirmed } from '../screening/confirmed-names.ts';
import { readNames } from '../screening/follow-lists.ts';
import { NameLists } from '../screening/name-lists.ts';
import { openParameters } from './parameters-book.ts';
import type { Risk } from './risk.ts';

/**
 * Opens what the rating of customers needs: the parameters, and the names of all lists that are in force. Throws
 * QRG_RISK_PARAMETERS.
 */
export async function openRisk(
  parts: Pick<Risk, 'store' | 'audit' | 'live' | 'listing' | 'now'>,
): Promise<Risk> {
  const book = await openParameters(parts.store);
  const risk: Risk = { ...parts, book, names: new NameLists() };
  await readNames(risk);
  await listConfirmed(risk);
  return risk;
}
