import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLaw } from '../src/service/law/load-law.ts';
import { loadTakedownBook } from '../src/service/law/load-takedown-book.ts';
import { LAW_REFERENCE, lawReference } from './law-reference.ts';

test('the reference of law is the one its data makes', async () => {
  expect(readFileSync(LAW_REFERENCE, 'utf8')).toBe(
    lawReference(await loadLaw(), await loadTakedownBook()),
  );
});
