import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive, packArchive } from '../../../watch/evidence/archive.ts';
import { EVIDENCE_CHECKS, isUnaltered } from '../../../watch/evidence/check.ts';
import { orThrow } from '../../or-throw.ts';
import { capture, freshKey } from './capture.fixture.ts';
import { sealCapture } from './seal-capture.ts';
import { verifyPackage } from './verify-package.ts';

/** Whoever sends a package may have made anything of it: every check is told all the same, and nothing breaks. */
describe('a package of anybody', () => {
  let sealed: Uint8Array;
  beforeAll(async () => {
    sealed = (await sealCapture(capture(), freshKey())).bytes;
  });

  const isTold = async (bytes: Uint8Array): Promise<boolean> => {
    const checks = await verifyPackage(bytes);
    expect(checks.map(({ check }) => check)).toEqual(EVIDENCE_CHECKS);
    return isUnaltered(checks);
  };

  it('may be any bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => !(await isTold(bytes))),
    ));

  it('may have any part replaced, taken away or put in', () => {
    const part = fc.uint8Array({ maxLength: 40 });
    const property = fc.asyncProperty(
      fc.nat(sealed.length),
      fc.nat(40),
      part,
      async (at, taken, put) => {
        const bytes = Buffer.concat([sealed.subarray(0, at), put, sealed.subarray(at + taken)]);
        expect(await isTold(bytes)).toBe(Buffer.compare(bytes, sealed) === 0);
      },
    );
    return fc.assert(property, { numRuns: 300 });
  });

  it('may have any files in a sound archive', () => {
    const files = [...orThrow(openArchive(sealed)).files.keys(), 'timestamp.tsr', 'timestamp.sig'];
    const json = fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text));
    const content = fc.oneof(json, fc.uint8Array({ maxLength: 200 }));
    const property = fc.asyncProperty(
      fc.subarray(files),
      fc.array(content, { minLength: 11, maxLength: 11 }),
      async (names, contents) => {
        const kept = new Map(orThrow(openArchive(sealed)).files);
        for (const [i, name] of names.entries()) kept.set(name, contents[i]);
        const bytes = packArchive(Array.from(kept, ([name, told]) => ({ name, bytes: told })));
        expect(await isTold(bytes)).toBe(names.length === 0);
      },
    );
    return fc.assert(property, { numRuns: 300 });
  });
});
