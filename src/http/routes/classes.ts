import type { Route } from '../route.ts';

export const CLASS_ROUTES: readonly Route[] = [];
