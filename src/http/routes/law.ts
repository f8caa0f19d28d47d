import type { Route } from '../route.ts';

export const LAW_ROUTES: readonly Route[] = [];
