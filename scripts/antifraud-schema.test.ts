import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ANTIFRAUD_SCHEMA, antifraudSchema } from './antifraud-schema.ts';

it('docs/reference/antifraud-messages.schema.json is what the code says now', () => {
  expect(readFileSync(ANTIFRAUD_SCHEMA, 'utf8')).toBe(antifraudSchema());
});
