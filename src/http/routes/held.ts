import type { Route } from '../route.ts';

export const HELD_ROUTES: readonly Route[] = [];
