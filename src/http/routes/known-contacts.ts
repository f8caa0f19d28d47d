import type { Route } from '../route.ts';

export const KNOWN_CONTACT_ROUTES: readonly Route[] = [];
