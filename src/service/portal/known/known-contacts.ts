import type { PortalGiven } from '../portal-given.ts';

/** Contacts of judged posts that anybody may ask for by a prefix. */
export interface KnownContacts extends PortalGiven {}

export const openKnownContacts = (given: PortalGiven): KnownContacts => given;
