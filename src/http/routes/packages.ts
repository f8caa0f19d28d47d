import type { Route } from '../route.ts';

export const PACKAGE_ROUTES: readonly Route[] = [];
