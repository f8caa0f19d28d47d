import type { Route } from '../route.ts';

export const CASE_VIEW_ROUTES: readonly Route[] = [];
