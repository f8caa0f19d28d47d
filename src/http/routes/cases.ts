import type { Route } from '../route.ts';

export const CASE_ROUTES: readonly Route[] = [];
