import type { Role } from '../../../src/service/access/role.ts';

export const POST_READERS: readonly Role[] = ['analyst', 'supervisor', 'investigator', 'liaison'];
/** Who says what a post is. */
export const POST_REVIEWERS: readonly Role[] = ['analyst', 'supervisor', 'investigator'];
export const SOURCE_KEEPERS: readonly Role[] = ['investigator', 'supervisor', 'admin'];
export const TAKEDOWN_DRAFTERS: readonly Role[] = ['analyst', 'investigator'];
/** Whoever comes here at all. */
export const WATCH_ROLES: readonly Role[] = [...POST_READERS, 'admin'];
