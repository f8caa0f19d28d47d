import type { Route } from '../route.ts';

export const FIGURE_ROUTES: readonly Route[] = [];
