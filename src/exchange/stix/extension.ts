import type { WireObject } from '../elements/wire.ts';
import { sharedId } from './ids.ts';
import type { StixObject } from './stix-object.ts';

/**
 * Bank accounts, transfers, posts and the roles of money mules, which STIX 2.1 has no objects for: section 7.3 of the
 * specification, "extension definition". Its schema is docs/reference/stix-extension.schema.json.
 */
export const EXTENSION_ID = 'extension-definition--435aea0e-4be4-4ae0-b280-515d1079fde5';
export const EXTENSION_VERSION = '1.0.0';

const SINCE = '2026-10-01T00:00:00.000Z';
export const MAKER = sharedId('identity', 'qorgan');

/** Who made the extension, and the extension. */
export const EXTENSION_OBJECTS: readonly StixObject[] = [
  {
    type: 'identity',
    spec_version: '2.1',
    id: MAKER,
    created: SINCE,
    modified: SINCE,
    name: 'Qorgan',
    description: 'An open system against money mules',
    identity_class: 'system',
  },
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: EXTENSION_ID,
    created_by_ref: MAKER,
    created: SINCE,
    modified: SINCE,
    name: 'Money mules',
    description:
      'Bank accounts and wallets as user accounts with their bank, holder and role; transfers and public posts as observables; parties with what is known of them; facts, signals, networks and holds of a case as notes.',
    schema:
      'JSON Schema docs/reference/stix-extension.schema.json of Qorgan, in words docs/reference/stix.md',
    version: EXTENSION_VERSION,
    extension_types: ['property-extension', 'new-sco'],
  },
];

/** The `extensions` of an object of STIX that says more through ours. */
export const saysMore = (properties: WireObject): WireObject => ({
  [EXTENSION_ID]: { extension_type: 'property-extension', ...properties },
});

/** The `extensions` of an object of a type of ours. */
export const NEW_OBSERVABLE: WireObject = { [EXTENSION_ID]: { extension_type: 'new-sco' } };

/** Of objects that only repeat for others what elements say: a reader of the extension passes them over. */
export const DERIVED: WireObject = saysMore({ derived: true });
