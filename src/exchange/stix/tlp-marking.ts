import { stricter, TLP, type Tlp } from '../../domain/case/marking.ts';
import type { StixObject } from './stix-object.ts';

/** Published with STIX 2.1 by OASIS: TLP 2.0 as an extension of marking-definition (cti-stix-common-objects, October 2022). */
const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const TLP_MARKINGS: Readonly<Record<Tlp, string>> = {
  red: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
  'amber+strict': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  amber: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  green: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
};
/** TLP 1.0, section 7.2.1.4 of STIX 2.1; its white is the clear of today. */
const OLD_MARKINGS: Readonly<Record<string, Tlp>> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'clear',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'green',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'amber',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'red',
};

const BY_ID = new Map<string, Tlp>([
  ...Object.entries(OLD_MARKINGS),
  ...TLP.map((tlp) => [TLP_MARKINGS[tlp], tlp] as const),
]);

export const tlpMarkingId = (tlp: Tlp): string => TLP_MARKINGS[tlp];

/** The level that a marking-definition stands for; undefined: it is no TLP. */
export const tlpOfMarking = (id: string): Tlp | undefined => BY_ID.get(id);

/** The marking as OASIS published it, word for word: everybody's is the same object. */
export const tlpMarking = (tlp: Tlp): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: TLP_MARKINGS[tlp],
  created: '2022-10-01T00:00:00.000Z',
  name: `TLP:${tlp.toUpperCase()}`,
  extensions: { [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: tlp } },
});

export const strictest = (levels: readonly Tlp[], floor: Tlp): Tlp =>
  levels.reduce(stricter, floor);
