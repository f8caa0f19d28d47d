import type { Role } from '../../../src/service/access/role.ts';

export const POST_READERS: readonly Role[] = ['analyst', 'supervisor', 'investigator', 'liaison'];
/** Who says what a post is. */
export const POST_REVIEWERS: readonly Role[] = ['analyst', 'supervisor', 'investigator'];
/** Who says that a contact joins posts no more. */
export const CONTACT_STOPPERS: readonly Role[] = ['supervisor', 'investigator'];
/** Who says whether a post means an account or a customer. */
export const HIT_DECIDERS: readonly Role[] = ['analyst', 'supervisor'];
export const SOURCE_KEEPERS: readonly Role[] = ['investigator', 'supervisor', 'admin'];
export const TAKEDOWN_DRAFTERS: readonly Role[] = ['analyst', 'investigator'];
/** Whoever comes here at all: all of them may see where posts come from. */
export const WATCH_ROLES: readonly Role[] = [...POST_READERS, 'admin'];
