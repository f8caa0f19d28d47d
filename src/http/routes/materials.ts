import type { Route } from '../route.ts';

export const MATERIAL_ROUTES: readonly Route[] = [];
