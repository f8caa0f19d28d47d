import type { Result } from '../../domain/errors/catalogue.ts';
import type { DocumentState } from '../risk/profile.ts';

/**
 * What a provider of recognition says of one person's document and face. Qorgan itself neither recognises pictures nor tells a
 * live face from a mask: that stays with the provider, and its word is taken as its word.
 */
export interface ProviderResult {
  /** The provider's own id of the check. */
  readonly reference: string;
  /** The customer as the institution named it to the provider. */
  readonly externalId?: string;
  readonly document?: ProviderDocument;
  /** Whether the document is genuine: 'unknown' while nobody has decided. */
  readonly authenticity: ProviderVerdict;
  /** Whether a living person with the face of the document was there; 'unknown' also where nobody asked. */
  readonly liveness: ProviderVerdict;
  /** Why it failed, in the provider's own words. */
  readonly labels: readonly string[];
}

export type ProviderVerdict = 'passed' | 'failed' | 'unknown';

/** What was read off the document. */
export interface ProviderDocument {
  readonly kind: DocumentState['kind'];
  /** ISO 3166-1 alpha-3. */
  readonly issuer?: string;
  readonly number?: string;
  /** 'YYYY-MM-DD'. */
  readonly expiresOn?: string;
  readonly bornOn?: string;
  /** Surname first. */
  readonly name?: string;
  /** The zone's lines, as recognition read them: `readMrz` checks them anew. */
  readonly mrz?: string;
}

/** A provider, wherever its results come from. Fails with QRG_PROVIDER_RESULT, or as what it reads from does. */
export interface DocumentProvider {
  readonly name: string;
  result(reference: string): Promise<Result<ProviderResult>>;
}
