import type { Result } from '../../domain/errors/catalogue.ts';
import { documentStateOf } from '../../screening/documents/document-state.ts';
import type { DocumentState } from '../../screening/risk/profile.ts';
import { type KeptCustomer, numberOf } from './kept-customer.ts';

/**
 * Whether the document of identity is what it says, and says of the customer what the institution told; undefined without one.
 * Fails with QRG_MRZ_FORM, QRG_MRZ_CHARACTER: such a document is not taken in.
 */
export function documentState({
  document,
  name,
  bornOn,
  identifiers,
}: Pick<KeptCustomer, 'document' | 'name' | 'bornOn' | 'identifiers'>):
  | Result<DocumentState>
  | undefined {
  if (document === null) return undefined;
  const number = numberOf({ identifiers });
  const iin = number?.kind === 'iin' ? number.value : undefined;
  return documentStateOf(document, { name, bornOn: bornOn ?? undefined, iin });
}
