import type { PortalGiven } from '../portal-given.ts';

/** Clients who ask after a held payment. */
export interface HeldDesk extends PortalGiven {}

export const openHeldDesk = (given: PortalGiven): HeldDesk => given;
