import type { CaseFile } from '../domain/case/case-file.ts';
import { canonical } from './canonical.ts';
import { uuid5 } from './uuid5.ts';

/** Of all that Qorgan names in packages, documented in docs/reference/stix.md; drawn at random once, for ever. */
const QORGAN_NAMESPACE = '957155a0-77c7-4d0d-863c-6fda920b2167';

/** The same part of the same case has the same UUID in every package. */
export const caseUuid = (file: CaseFile, ...part: readonly string[]): string =>
  uuid5(QORGAN_NAMESPACE, canonical([...keyOf(file), ...part]));

/** Of what is the same in every case, such as an institution. */
export const sharedUuid = (...part: readonly string[]): string =>
  uuid5(QORGAN_NAMESPACE, canonical(part));

const keys = new WeakMap<CaseFile, readonly (string | number)[]>();

/**
 * What tells a case from all others: its number in its institution. Where that may not leave, all that does: else the first party
 * of any two cases would be one for their reader.
 */
function keyOf(file: CaseFile): readonly (string | number)[] {
  const known = keys.get(file);
  if (known !== undefined) return known;
  const { institution, number, caseId } = file;
  const key =
    number === ''
      ? [institution.code, uuid5(QORGAN_NAMESPACE, canonical(file))]
      : [institution.code, number, caseId];
  keys.set(file, key);
  return key;
}
