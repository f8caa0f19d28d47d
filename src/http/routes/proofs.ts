import type { Route } from '../route.ts';

export const PROOF_ROUTES: readonly Route[] = [];
