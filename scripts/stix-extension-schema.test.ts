import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { STIX_EXTENSION_PAGE, stixExtensionSchema } from './stix-extension-schema.ts';

it('docs/reference/stix-extension.schema.json is what the code says now', () => {
  expect(readFileSync(STIX_EXTENSION_PAGE, 'utf8')).toBe(stixExtensionSchema());
});
