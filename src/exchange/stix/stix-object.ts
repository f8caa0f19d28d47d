import type { Wire } from '../elements/wire.ts';

/** One object of a bundle as it stands in JSON. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: Wire | undefined;
}
