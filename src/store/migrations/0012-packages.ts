import type { Migration } from './migration.ts';

export const packages: Migration = { id: '0012-packages', sql: [] };
