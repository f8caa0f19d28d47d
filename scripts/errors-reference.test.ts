import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '../src/domain/errors/catalogue.ts';
import { ERRORS_PAGE, errorsReference } from './errors-reference.ts';

it('docs/reference/errors.md is what the catalogue says now', () => {
  expect(readFileSync(ERRORS_PAGE, 'utf8')).toBe(errorsReference());
});

it('names every error once', () => {
  const rows = errorsReference().match(/^\| `QRG_\w+`/gm) ?? [];
  expect(rows.map((r) => r.slice(3, -1)).sort()).toEqual(ERROR_CODES.toSorted());
});
