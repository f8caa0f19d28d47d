import type { CaseFile } from '../../domain/case/case-file.ts';
import { canonical } from '../canonical.ts';
import { caseUuid, sharedUuid } from '../case-uuid.ts';
import { uuid5 } from '../uuid5.ts';

/** Of identifiers of cyber-observable objects: STIX 2.1, section 2.9. */
const STIX_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** Identifier of an observable by its contributing properties: the same account has the same one in the bundles of everybody. */
export const observableId = (
  type: string,
  contributing: Readonly<Record<string, string>>,
): string => `${type}--${uuid5(STIX_NAMESPACE, canonical(contributing))}`;

/** Identifier of what is of one case: the same part of the same case has the same one in every bundle. */
export const ownId = (type: string, file: CaseFile, ...part: readonly string[]): string =>
  `${type}--${caseUuid(file, ...part)}`;

/** Identifier of what is the same in every case. */
export const sharedId = (type: string, ...part: readonly string[]): string =>
  `${type}--${sharedUuid(...part)}`;
