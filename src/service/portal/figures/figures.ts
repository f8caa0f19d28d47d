import type { PortalGiven } from '../portal-given.ts';

/** Figures for everybody, small cells suppressed. */
export interface Figures extends PortalGiven {}

export const openFigures = (given: PortalGiven): Figures => given;
