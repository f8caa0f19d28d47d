import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OFFENCES_PAGE, offencesReference } from './offences-reference.ts';

test('the reference of offences is the one its data makes', async () => {
  expect(readFileSync(OFFENCES_PAGE, 'utf8')).toBe(await offencesReference());
});
