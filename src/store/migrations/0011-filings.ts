import type { Migration } from './migration.ts';

export const filings: Migration = { id: '0011-filings', sql: [] };
