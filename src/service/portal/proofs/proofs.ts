import type { PortalGiven } from '../portal-given.ts';

/** Work that strangers prove before they write: what is asked, and what was used. */
export interface Proofs extends PortalGiven {}

export const openProofs = (given: PortalGiven): Proofs => given;
