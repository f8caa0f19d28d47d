import type { Route } from '../route.ts';

export const FILING_ROUTES: readonly Route[] = [];
