import type { PortalGiven } from '../../portal/portal-given.ts';

/** Classes that teachers opened. */
export interface Classes extends PortalGiven {}

export const openClasses = (given: PortalGiven): Classes => given;
