import type { Route } from '../route.ts';

export const REPORT_TALK_ROUTES: readonly Route[] = [];
