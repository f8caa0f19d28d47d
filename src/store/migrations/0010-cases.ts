import type { Migration } from './migration.ts';

export const cases: Migration = { id: '0010-cases', sql: [] };
