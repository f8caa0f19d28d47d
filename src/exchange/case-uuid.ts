import type { CaseFile } from '../domain/case/case-file.ts';
import { canonical } from './canonical.ts';
import { uuid5 } from './uuid5.ts';

/** Of all that Qorgan names in packages, documented in docs/reference/stix.md; drawn at random once, for ever. */
const QORGAN_NAMESPACE = '957155a0-77c7-4d0d-863c-6fda920b2167';

/** The same part of the same case has the same UUID in every package. */
export const caseUuid = (file: CaseFile, ...part: readonly string[]): string =>
  uuid5(QORGAN_NAMESPACE, canonical([file.institution.code, file.number, file.caseId, ...part]));

/** Of what is the same in every case, such as an institution. */
export const sharedUuid = (...part: readonly string[]): string =>
  uuid5(QORGAN_NAMESPACE, canonical(part));
