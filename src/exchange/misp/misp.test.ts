import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../domain/case/case-file.ts';
import type { Tlp } from '../../domain/case/marking.ts';
import { factsOf, inOrder } from '../facts-of-file.fixture.ts';
import { FIELD_CLASSES } from '../fields/field-class.ts';
import { minimise } from '../fields/minimise.ts';
import { anyCaseFile } from '../random-case-file.fixture.ts';
import { readMisp } from './read-misp.ts';
import { type MispOptions, writeMisp } from './write-misp.ts';

const written = (file: CaseFile, options: MispOptions) => {
  const result = writeMisp(file, options);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const read = (bytes: Uint8Array) => {
  const result = readMisp(bytes);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const level = fc.constantFrom<Tlp>('amber+strict', 'amber', 'green', 'clear');
const named = fc.array(fc.constantFrom('fiu-ru', 'bank-ae'), { maxLength: 2 });
const pap = fc.constantFrom('red' as const, 'amber' as const, 'green' as const, 'clear' as const);

describe('a case as a MISP event', () => {
  it('gives the same facts back, whatever the case', () => {
    fc.assert(
      fc.property(anyCaseFile, level, named, pap, (file, tlp, namedTo, pap) => {
        const options = { tlp, namedTo, pap };
        expect(inOrder(read(written(file, options).bytes))).toEqual({
          ...factsOf(file, options),
          pap,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same facts back of whatever may leave', () => {
    fc.assert(
      fc.property(anyCaseFile, fc.subarray([...FIELD_CLASSES]), (whole, chosen) => {
        const file = minimise(whole, chosen);
        const options = { tlp: 'amber' as const };
        expect(inOrder(read(written(file, options).bytes))).toEqual({
          ...factsOf(file, options),
          pap: 'amber',
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is the same to the byte for the same case', () => {
    fc.assert(
      fc.property(anyCaseFile, (file) => {
        const once = written(file, { tlp: 'amber' });
        expect(written(structuredClone(file), { tlp: 'amber' })).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });
});
